import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { later } from '#client/lib/later.tsx';
import { NoticeStrip } from '#client/ui/layout/notice-strip.tsx';
import { StorageNotice } from '#client/ui/layout/storage-notice.tsx';
import { LinkStrip } from './link-strip.tsx';

// Shown at the end of a shift only, long after the desk stands and has loaded it.
const HandoverStrip = later(() =>
  import('#client/features/desk/rush/handover-strip.tsx').then((module) => module.HandoverStrip),
);

const ComingRows = later(() =>
  import('#client/features/desk/transfers/coming-strip.tsx').then((module) => module.ComingRows),
);

/** Customers whom classmates offer to this desk. */
const ComingStrip = () => {
  const coming = useDrill((state) => state.view.coming);
  return coming.length === 0 ? null : <ComingRows coming={coming} />;
};

/** Only a rush has a shift that ends: another drill's first screen doesn't wait for it. */
const ShiftStrip = () => (useDrill((state) => state.view.rush !== null) ? <HandoverStrip /> : null);

/** Strips above the panes, one under the other: connection and clock, what can't be stored, the teacher's words, who comes from a classmate. */
export const DeskStrips = () => (
  <div>
    <LinkStrip />
    <StorageNotice to="trainee" />
    <NoticeStrip className="border-line border-b" />
    <ShiftStrip />
    <ComingStrip />
  </div>
);
