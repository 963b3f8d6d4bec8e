import { useWallClock } from '#client/features/wall/model/wall-clock.ts';
import type { Density } from '#client/features/wall/model/wall-layout.ts';
import { fullBarS, levelOfWait, planTier, tiersOf } from '#client/features/wall/model/wall-waits.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { useRun } from '#client/lib/run/run-store.ts';
import { type LiveTile, waitMsAt } from '#client/lib/run/run-tiles.ts';
import { cx } from '#client/ui/cx.ts';
import type { TileConversation } from '#contract/wall.ts';

const LEVEL_FILLS = { 0: '', 1: 'bg-good-solid', 2: 'bg-warn-solid', 3: 'bg-bad-solid' } as const;
const LEVEL_TEXTS = { 0: '', 1: 'text-good', 2: 'text-warn', 3: 'font-semibold text-bad' } as const;
const ROWS: Record<Density, string> = { roomy: 'h-14 text-14', tight: 'h-12 text-12', small: 'h-10 text-11' };
const BARS: Record<Density, string> = { roomy: 'h-8', tight: 'h-7', small: 'h-6' };
/** Room for the seconds behind a full bar. */
const FULL_PERCENT = 66;

/** Whole seconds of a wait, rounded up; null = answered. Renders once a second, and only while the wait grows. */
export const useWaitSeconds = (tile: LiveTile, conversation: TileConversation): number | null =>
  useWallClock(({ now }) => {
    const ms = waitMsAt(tile, conversation, now);
    return ms === null ? null : Math.ceil(ms / 1000);
  });

type Props = { tile: LiveTile; conversation: TileConversation; density: Density };

/** One customer: how long they wait, and their mood where it is bad. */
export const SeatBar = ({ tile, conversation, density }: Props) => {
  const { t } = useTranslation('ui');
  const waitedS = useWaitSeconds(tile, conversation);
  const tiers = useRun(tiersOf);
  const tier = useRun(planTier);
  const isUpset = conversation.mood === 'angry' || conversation.mood === 'upset';
  const level = waitedS === null ? null : levelOfWait(waitedS, tile, tiers);
  return (
    <span className={cx('flex items-center gap-5 whitespace-nowrap leading-[12px]', ROWS[density])}>
      {level === null || waitedS === null || tier === null ? (
        <span className="h-2 flex-1 bg-line" />
      ) : (
        <>
          <span
            className={cx('block min-w-4 forced-colors:border', BARS[density], LEVEL_FILLS[level])}
            style={{ width: `${Math.min(1, waitedS / fullBarS(tier)) * FULL_PERCENT}%` }}
          />
          {level > 1 ? <span className={cx('shrink-0', LEVEL_TEXTS[level])}>{waitedS}</span> : null}
        </>
      )}
      {isUpset && density !== 'small' ? (
        <span
          className={cx(
            'ml-auto shrink-0 text-12',
            conversation.mood === 'angry' ? 'font-semibold text-bad' : 'text-warn',
          )}
        >
          {t(`mood.${conversation.mood}`)}
        </span>
      ) : null}
    </span>
  );
};
