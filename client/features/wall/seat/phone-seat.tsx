import { memo } from 'react';
import { responseTimeColor } from '#client/features/wall/model/response-color.ts';
import { useWallClock } from '#client/features/wall/model/wall-clock.ts';
import { type Flag, flagOf } from '#client/features/wall/model/wall-flag.ts';
import { planTier, tiersOf } from '#client/features/wall/model/wall-waits.ts';
import { clauses } from '#client/lib/clauses.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { useRun } from '#client/lib/run/run-store.ts';
import { type LiveTile, shownConversations } from '#client/lib/run/run-tiles.ts';
import { cx } from '#client/ui/cx.ts';
import { FLAG_ICONS, useFlagFormatter } from './flag-presentation.ts';
import { SeatBar } from './seat-bar.tsx';
import { SeatHold } from './seat-hold.tsx';

const TONES: Record<Flag['kind'], string> = {
  'red-line': 'text-bad',
  asking: 'text-accent',
  lost: 'text-ink-3',
  waited: 'text-warn',
  left: 'text-warn',
  fault: 'text-warn',
  plays: 'text-ink-2',
  done: 'text-accent',
  'not-begun': 'text-ink-3',
  absent: 'text-ink-3',
};

/** Bars of a row: who has waited longest stands there, and the row stays a row. */
const MAX_BARS = 6;

/** One seat as a row of the phone's list. */
export const PhoneSeat = memo(({ seat, onOpen }: { seat: string; onOpen: (seat: string) => void }) => {
  const { t } = useTranslation('wall');
  const tile = useRun((state) => state.tiles[seat]);
  const tier = useRun(planTier);
  if (tile === undefined) return null;
  const meanS = tile.meanMs === null ? null : Math.round(tile.meanMs / 1000);
  const tone = meanS === null ? null : responseTimeColor(meanS, tier);
  return (
    <li className="border-line border-b">
      <button
        type="button"
        data-seat={seat}
        onClick={() => onOpen(seat)}
        className="block min-h-56 w-full px-12 py-8 text-left focus-visible:-outline-offset-2"
      >
        <span className="flex items-baseline gap-8">
          <b className="cut flex-1">
            {tile.no} {tile.name}
          </b>
          <SeatHold tile={tile} className="self-center text-13" />
          {meanS === null ? null : (
            <span
              className={cx('shrink-0', tone === 'bad' ? 'text-bad' : tone === 'warn' ? 'text-warn' : 'text-ink-3')}
            >
              {t('phone.mean', { n: meanS })}
            </span>
          )}
        </span>
        <span aria-hidden="true" className="flex flex-col">
          {shownConversations(tile, MAX_BARS).map((conversation) => (
            <SeatBar key={conversation.key} tile={tile} conversation={conversation} density="tight" />
          ))}
        </span>
        {tile.rush === undefined ? null : (
          <span className="mt-2 block text-13 text-ink-2">
            {clauses([
              t('rush.open', { n: tile.rush.open, of: tile.rush.capacity }),
              tile.rush.queue > 0 ? t('rush.queue', { n: tile.rush.queue }) : null,
              tile.left > 0 ? t('rush.left', { n: tile.left }) : null,
            ])}
          </span>
        )}
        <FlagLine tile={tile} />
      </button>
    </li>
  );
});
PhoneSeat.displayName = 'PhoneSeat';

const FlagLine = ({ tile }: { tile: LiveTile }) => {
  const flagText = useFlagFormatter();
  const tiers = useRun(tiersOf);
  const words = useWallClock(({ now }) => {
    const flag = flagOf(tile, now, tiers);
    return flag === null ? '' : flagText(flag);
  });
  const flag = flagOf(tile, useWallClock.getState().now, tiers);
  if (flag === null) return null;
  const Icon = FLAG_ICONS[flag.kind];
  return (
    <span className={cx('mt-2 flex items-center gap-6 font-semibold text-13', TONES[flag.kind])}>
      {Icon === null ? null : <Icon size={14} className="shrink-0" aria-hidden="true" />}
      <span className="cut">{words}</span>
    </span>
  );
};
