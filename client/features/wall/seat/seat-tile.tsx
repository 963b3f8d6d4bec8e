import { memo } from 'react';
import { responseTimeColor } from '#client/features/wall/model/response-color.ts';
import type { Density } from '#client/features/wall/model/wall-layout.ts';
import { planTier } from '#client/features/wall/model/wall-waits.ts';
import { clauses } from '#client/lib/clauses.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { useRun } from '#client/lib/run/run-store.ts';
import { type LiveTile, shownConversations, waitingCount } from '#client/lib/run/run-tiles.ts';
import { cx } from '#client/ui/cx.ts';
import { SeatBar } from './seat-bar.tsx';
import { SeatFlag } from './seat-flag.tsx';
import { SeatHold } from './seat-hold.tsx';

type Props = {
  seat: string;
  density: Density;
  isOpen: boolean;
  /** This tile can be reached by the Tab key; arrow keys lead to the others. */
  isTabStop: boolean;
  onOpen: (seat: string) => void;
  onFocus: (seat: string) => void;
};

const MAX_BARS: Record<Density, number> = { roomy: 5, tight: 4, small: 3 };
const NAMES: Record<Density, string> = {
  roomy: 'text-18 leading-[24px]',
  tight: 'text-16 leading-[20px]',
  small: 'text-14 leading-[18px]',
};
const MEANS: Record<Density, string> = {
  roomy: 'text-22 leading-[28px]',
  tight: 'text-18 leading-[22px]',
  small: 'text-14 leading-[18px]',
};
/** Hides the label where the count of faults (none, one digit, two digits) needs its room. */
const LABEL_FITS = [
  '@max-[106px]:sr-only [&:lang(en)]:@max-[120px]:sr-only',
  '@max-[134px]:sr-only [&:lang(en)]:@max-[178px]:sr-only',
  '@max-[146px]:sr-only [&:lang(en)]:@max-[188px]:sr-only',
] as const;
const TONES = { good: '', warn: 'text-warn', bad: 'text-bad' } as const;

/** One seat of the wall. Drawn anew when its own tile changes; seconds are drawn by its bars and its foot. */
export const SeatTile = memo(({ seat, density, isOpen, isTabStop, onOpen, onFocus }: Props) => {
  const tile = useRun((state) => state.tiles[seat]);
  if (tile === undefined) return null;
  return (
    <button
      type="button"
      data-seat={seat}
      aria-pressed={isOpen}
      tabIndex={isTabStop ? 0 : -1}
      onClick={() => onOpen(seat)}
      onFocus={() => onFocus(seat)}
      className={cx(
        '@container flex min-h-0 min-w-0 flex-col overflow-hidden border contain-strict bg-surface px-10 pt-6 text-left hover:border-edge focus-visible:outline-offset-0',
        density === 'small' && 'pt-3! [content-visibility:auto]',
        isOpen ? 'border-accent outline-2 outline-accent' : 'border-line',
      )}
    >
      <Head tile={tile} density={density} />
      <span aria-hidden="true" className="my-4 flex min-h-0 flex-1 flex-col gap-2 overflow-hidden">
        {shownConversations(tile, MAX_BARS[density]).map((conversation) => (
          <SeatBar key={conversation.key} tile={tile} conversation={conversation} density={density} />
        ))}
      </span>
      {density === 'small' ? (
        <SeatFlag tile={tile} density={density} fallback={<Figures tile={tile} density={density} />} />
      ) : (
        <>
          <RushLoad tile={tile} />
          <Figures tile={tile} density={density} />
          <SeatFlag tile={tile} density={density} />
        </>
      )}
    </button>
  );
});
SeatTile.displayName = 'SeatTile';

const Head = ({ tile, density }: { tile: LiveTile; density: Density }) => {
  const { t } = useTranslation('wall');
  // A long name leaves the mark its room.
  const isHolding = tile.conversations.some(({ backMs }) => backMs !== undefined);
  const badges = [
    tile.lateMs >= 60_000 ? t('mark.late', { n: Math.floor(tile.lateMs / 60_000) }) : null,
    tile.attempt > 1 ? t('mark.attempt', { n: tile.attempt }) : null,
    tile.injected > 0 ? t('mark.injected', { n: tile.injected }) : null,
    tile.handingOver ? t('mark.handingOver') : null,
    tile.leads ? t('mark.leads') : null,
    tile.redo === 'none' ? null : t(`mark.redo-${tile.redo}`),
  ].filter((mark) => mark !== null);
  return (
    <span className={cx('flex shrink-0 items-baseline gap-6 whitespace-nowrap', NAMES[density])}>
      {tile.no === '' ? null : (
        <span className={cx('text-ink-3', density === 'small' ? 'text-12' : 'text-14')}>{tile.no}</span>
      )}
      <span
        className={cx(
          'cut max-w-full font-semibold',
          isHolding ? 'min-w-0' : 'shrink-0',
          tile.link === 'online' ? 'text-ink' : 'text-ink-3',
        )}
        title={tile.name}
      >
        {tile.name}
      </span>
      <SeatHold tile={tile} className="self-center text-12 leading-[18px]" />
      {badges.length === 0 ? null : (
        <span className="cut ml-auto text-12 text-ink-3 leading-[18px] @max-[138px]:hidden" title={clauses(badges)}>
          {badges.join(' ')}
        </span>
      )}
    </span>
  );
};

/** A rush in one line: how many are open of how many the seat is given, who waits and who gave up. */
const RushLoad = ({ tile }: { tile: LiveTile }) => {
  const { t } = useTranslation('wall');
  const { rush, left } = tile;
  if (rush === undefined || tile.link === 'absent') return null;
  return (
    <span className="flex shrink-0 items-baseline gap-8 whitespace-nowrap text-14 text-ink-2 leading-[18px] @max-[146px]:gap-6 @max-[146px]:text-12">
      <span title={t(rush.dial ? 'rush.dialed' : 'rush.fixed', { n: rush.capacity })}>
        {t('rush.open', { n: rush.open, of: rush.capacity })}
      </span>
      {rush.queue > 0 ? <span className="text-warn">{t('rush.queue', { n: rush.queue })}</span> : null}
      {left > 0 ? <span className="text-bad">{t('rush.left', { n: left })}</span> : null}
    </span>
  );
};

const Figures = ({ tile, density }: { tile: LiveTile; density: Density }) => {
  const { t } = useTranslation('wall');
  const tier = useRun(planTier);
  if (tile.link === 'absent') return null;
  const meanS = tile.meanMs === null ? null : Math.round(tile.meanMs / 1000);
  const tone = meanS === null ? null : responseTimeColor(meanS, tier);
  return (
    <span
      className={cx(
        'flex shrink-0 items-baseline gap-8 whitespace-nowrap text-14 text-ink-3 @max-[146px]:gap-6',
        density === 'small' && 'min-h-20 text-12 leading-[18px]',
      )}
    >
      {density === 'small' ? <RushLoad tile={tile} /> : null}
      <span className={cx(density === 'small' && tile.rush !== undefined && 'sr-only')}>
        {t('tile.waiting', { n: tile.link === 'lost' ? '—' : waitingCount(tile) })}
      </span>
      {tile.faults > 0 ? <span>{t('tile.faults', { n: tile.faults })}</span> : null}
      <span className="ml-auto">
        <span
          className={
            density === 'roomy' ? cx('mr-5', LABEL_FITS[Math.min(2, String(tile.faults || '').length)]) : 'sr-only'
          }
        >
          {t('tile.mean')}
        </span>
        <b className={cx('text-ink', MEANS[density], tone !== null && TONES[tone])}>{meanS ?? '—'}</b>
      </span>
    </span>
  );
};
