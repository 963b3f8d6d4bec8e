import { later } from '#client/lib/later.tsx';
import { NoticeStrip } from '#client/ui/layout/notice-strip.tsx';
import { StorageNotice } from '#client/ui/layout/storage-notice.tsx';
import { LinkStrip } from './link-strip.tsx';
import { ShopNoticeStrip } from './shop-notices.tsx';

// Shown at the end of a shift only, long after the desk stands and has loaded it.
const HandoverStrip = later(() =>
  import('#client/features/desk/rush/handover-strip.tsx').then((module) => module.HandoverStrip),
);

/** Strips above the panes, one under the other: connection and clock, what can't be stored, the teacher's words, the shop's announcements. */
export const DeskStrips = () => (
  <div>
    <LinkStrip />
    <StorageNotice to="trainee" />
    <NoticeStrip className="border-line border-b" />
    <ShopNoticeStrip />
    <HandoverStrip />
  </div>
);
