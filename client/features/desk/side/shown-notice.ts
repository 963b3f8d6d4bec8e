/** Which announcement of the shop stands over the panes. */
import { useDrillClock } from '#client/drill/model/drill-clock.ts';
import type { DrillView } from '#client/drill/model/drill-view.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { useSeat } from '#client/lib/seat/seat-store.ts';

type ShopNotice = DrillView['notices'][number];

/** Whether a later announcement changes the same good again: that its offer has begun is no news once it is over. */
const isOutdated = ({ product }: ShopNotice, later: readonly ShopNotice[]): boolean =>
  product !== undefined && later.some((other) => other.product === product);

/** So long an announcement of a rush stands over the panes, in drill milliseconds; then it is read beside goods and rules. */
const STANDS_MS = 120_000;
/** The strip is looked at again this often. */
const STEP_MS = 1000;

/** The announcement to show: the oldest unread one; of a rush, where they come thick and fast, the newest that is still news. */
export const useShownNotice = (): ShopNotice | undefined => {
  const drillId = useDrill((state) => state.drillId);
  const notices = useDrill((state) => state.view.notices);
  const isRush = useDrill((state) => state.view.rush !== null);
  // Once nobody is answered any more there is nothing to do about it.
  const isOver = useDrill(({ view }) => view.endReason !== null || view.rush?.handoverUntil != null);
  const now = useDrillClock((clock) => Math.floor(clock.now / STEP_MS) * STEP_MS);
  const read = useSeat((state) => state.readNoticeIds);
  const unread = notices.filter(
    (notice, i) => !read.includes(`${drillId} ${notice.seq}`) && !isOutdated(notice, notices.slice(i + 1)),
  );
  if (isOver) return undefined;
  if (!isRush) return unread[0];
  const newest = unread.at(-1);
  return newest !== undefined && now - newest.at < STANDS_MS ? newest : undefined;
};
