import { Pause } from 'lucide-react';
import { useWallClock } from '#client/features/wall/model/wall-clock.ts';
import { clock } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { listed } from '#client/lib/listed.ts';
import { type LiveTile, waitMsAt } from '#client/lib/run/run-tiles.ts';
import { cx } from '#client/ui/cx.ts';
import type { TileConversation } from '#contract/wall.ts';

const SECOND_MS = 1000;

/** Whole seconds since somebody was to be back; below zero: until then. It stands still with the seat's clock. */
const overdueS = (tile: LiveTile, conversation: TileConversation, backMs: number, now: number): number =>
  Math.floor((waitMsAt(tile, { ...conversation, waitMs: -backMs }, now) ?? 0) / SECOND_MS);

/** How many of this desk's customers are on hold, in the warning colour where a time is over; the title says who and how long. */
export const SeatHold = ({ tile, className }: { tile: LiveTile; className?: string }) => {
  const { t } = useTranslation('wall');
  const held = tile.conversations.filter(({ backMs }) => backMs !== undefined);
  const secondsOf = (now: number) => held.map((one) => overdueS(tile, one, one.backMs ?? 0, now));
  const seconds = useWallClock(({ now }) => secondsOf(now).join(' '));
  if (held.length === 0 || tile.link === 'absent') return null;
  const overdue = seconds.split(' ').map(Number);
  const who = listed(
    held.map(({ name }, n) => {
      const late = overdue[n] ?? 0;
      return t(late >= 0 ? 'hold.due' : 'hold.left', { name, time: clock(Math.abs(late) * SECOND_MS) });
    }),
  );
  const title = t('hold.title', { who });
  return (
    <span
      title={title}
      className={cx(
        'inline-flex shrink-0 items-center gap-2',
        overdue.some((late) => late >= 0) ? 'font-semibold text-warn' : 'text-ink-3',
        className,
      )}
    >
      <Pause size={12} aria-hidden="true" />
      {held.length}
      <span className="sr-only">{title}</span>
    </span>
  );
};
