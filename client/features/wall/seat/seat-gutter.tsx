import { useTranslation } from 'react-i18next';
import { currentTier, waitLevel } from '#client/drill/model/drill-rounds.ts';
import type { RoundBracket } from '#client/drill/model/thread-parts.ts';
import { WAIT_BORDERS, WAIT_TEXTS } from '#client/drill/status/wait-level.ts';
import { useWatchedSeconds } from '#client/features/wall/model/seat-clock.ts';
import { useWatched } from '#client/features/wall/model/watch-store.ts';
import { clock, seconds } from '#client/lib/format.ts';
import { cx } from '#client/ui/cx.ts';

const SHAPES: Record<RoundBracket['part'], string> = {
  start: 'top-20 bottom-0 border-t-[1.5px]',
  middle: 'inset-y-0',
  end: 'top-0 bottom-14 border-b-[1.5px]',
  whole: 'top-20 bottom-4 border-t-[1.5px]',
};

/** The clock beside the thread: each round in a bracket, with its seconds at the end. */
export const SeatGutter = ({ rail, at }: { rail: RoundBracket | null; at: number | null }) => {
  const { t } = useTranslation('wall');
  const isOpen = rail !== null && rail.round.end === 'open';
  const waited = useWatchedSeconds(isOpen ? rail.round.from : null);
  const tier = useWatched(({ desk }) => (desk === null ? null : currentTier(desk.view)));
  if (rail === null) return <div>{at === null ? null : <GutterTime at={at} />}</div>;
  const { round, part } = rail;
  const length = waited ?? Math.ceil(((round.to ?? round.from) - round.from) / 1000);
  const level = waited === null ? round.level : waitLevel(waited * 1000, tier);
  const isLast = part === 'end' || part === 'whole';
  return (
    <div className="relative" aria-hidden={isOpen ? 'true' : undefined}>
      {at === null ? null : <GutterTime at={at} />}
      <span
        aria-hidden="true"
        className={cx(
          'absolute right-4 w-5 border-l-[1.5px]',
          WAIT_BORDERS[level],
          SHAPES[part],
          isOpen && 'border-dashed',
        )}
      />
      {isLast && round.end !== 'void' ? (
        <b className={cx('absolute right-14 bottom-4 whitespace-nowrap text-14', WAIT_TEXTS[level])}>
          {round.end === 'unanswered' ? t('round.unanswered') : seconds(length)}
        </b>
      ) : null}
    </div>
  );
};

const GutterTime = ({ at }: { at: number }) => (
  <time className="block pt-12 pr-14 text-right text-13 text-ink-3">{clock(at)}</time>
);
