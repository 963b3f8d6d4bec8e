import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { later } from '#client/lib/later.tsx';

const EndedPanel = later(() => import('./ended-panel.tsx').then((module) => module.EndedPanel));
const EndedUnsent = later(() => import('./ended-unsent.tsx').then((module) => module.EndedUnsent));

/** The foot of a drill that is over; nothing before. */
export const EndedFoot = () =>
  useDrill((state) => state.view.endReason !== null) ? (
    <>
      <EndedUnsent />
      <EndedPanel />
    </>
  ) : null;
