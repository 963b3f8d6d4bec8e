/** When nobody at the desk is answered any more: the end of a rush's shift, or of a lesson. */
import { useDrillClock } from '#client/drill/model/drill-clock.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { useRunLeftMs } from '#client/features/desk/model/seat-clock.ts';

const SECOND_MS = 1000;

type Closing = {
  /** Whole seconds until then, in milliseconds. */
  leftMs: number;
  /** Who is left is told to a next shift. */
  isHandedOver: boolean;
};

/** Null: nothing ends by the clock. */
export const useDeskClosing = (): Closing | null => {
  const closesAt = useDrill(({ view: { rush } }) => (rush === null ? null : rush.endsAt + rush.opened.closingMs));
  const isHandedOver = useDrill(({ view }) => view.rush?.opened.handover !== undefined);
  const shiftLeftMs = useDrillClock(({ now }) =>
    closesAt === null ? null : Math.ceil(Math.max(0, closesAt - now) / SECOND_MS) * SECOND_MS,
  );
  const runLeftMs = useRunLeftMs();
  if (shiftLeftMs !== null && (runLeftMs === null || shiftLeftMs <= runLeftMs))
    return { leftMs: shiftLeftMs, isHandedOver };
  return runLeftMs === null ? null : { leftMs: runLeftMs, isHandedOver: false };
};

/** What to say of a promise that would be due so many milliseconds from now; null: the desk is still open then. */
export const lateFor = (closing: Closing | null, inMs: number): 'handed' | 'ended' | null => {
  if (closing === null || inMs <= closing.leftMs) return null;
  return closing.isHandedOver ? 'handed' : 'ended';
};
