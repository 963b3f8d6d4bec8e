/** Which announcement of the shop is news. */
import { useDrillClock } from '#client/drill/model/drill-clock.ts';
import type { DrillView } from '#client/drill/model/drill-view.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { markNoticeRead, useSeat } from '#client/lib/seat/seat-store.ts';

type ShopNotice = DrillView['notices'][number];

/** Whether a later announcement changes the same good again: that its offer has begun is no news once it is over. */
const isOutdated = ({ product }: ShopNotice, later: readonly ShopNotice[]): boolean =>
  product !== undefined && later.some((other) => other.product === product);

/** So long an announcement of a rush is news, in drill milliseconds; then it is read among the others. */
const STANDS_MS = 120_000;
/** The time is looked at again this often. */
const STEP_MS = 1000;

const keyOf = (drillId: string, seq: number): string => `${drillId} ${seq}`;

/** Once the newest has been read, the ones before it are no news either. */
export const readNoticesUpTo = (seq: number): void => {
  const { drillId, view } = useDrill.getState();
  const { readNoticeIds } = useSeat.getState();
  for (const notice of view.notices) {
    const key = keyOf(drillId, notice.seq);
    if (notice.seq <= seq && !readNoticeIds.includes(key)) markNoticeRead(key);
  }
};

/** The newest unread announcement that is still news; older ones are read in the list of all of them. */
export const useShownNotice = (): ShopNotice | undefined => {
  const drillId = useDrill((state) => state.drillId);
  const notices = useDrill((state) => state.view.notices);
  const isRush = useDrill((state) => state.view.rush !== null);
  // Once nobody is answered any more there is nothing to do about it.
  const isOver = useDrill(({ view }) => view.endReason !== null || view.rush?.handoverUntil != null);
  const now = useDrillClock((clock) => Math.floor(clock.now / STEP_MS) * STEP_MS);
  const read = useSeat((state) => state.readNoticeIds);
  const newest = notices.findLast(
    (notice, i) => !read.includes(keyOf(drillId, notice.seq)) && !isOutdated(notice, notices.slice(i + 1)),
  );
  if (isOver || newest === undefined) return undefined;
  return isRush && now - newest.at >= STANDS_MS ? undefined : newest;
};
