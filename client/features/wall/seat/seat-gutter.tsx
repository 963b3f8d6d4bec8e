import { currentTier } from '#client/drill/model/drill-rounds.ts';
import type { RoundBracket } from '#client/drill/model/thread-rows.ts';
import { waitLevel } from '#client/drill/model/wait-level.ts';
import { WAIT_BORDERS, WAIT_TEXTS } from '#client/drill/status/wait-styles.ts';
import { useWatchedSeconds } from '#client/features/wall/model/seat-clock.ts';
import { useWatched } from '#client/features/wall/model/watch-store.ts';
import { clock, runningWait } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { cx } from '#client/ui/cx.ts';

const SHAPES: Record<RoundBracket['part'], string> = {
  start: 'top-20 bottom-0 border-t-[1.5px]',
  middle: 'inset-y-0',
  end: 'top-0 bottom-14 border-b-[1.5px]',
  whole: 'top-20 bottom-4 border-t-[1.5px]',
};

/** The clock beside the thread: each round in a bracket, with its seconds at the end. */
export const SeatGutter = ({ bracket, at }: { bracket: RoundBracket | null; at: number | null }) => {
  const { t } = useTranslation('wall');
  const isOpen = bracket !== null && bracket.round.outcome === 'open';
  const waitedS = useWatchedSeconds(isOpen ? bracket.round.startedAt : null);
  const tier = useWatched(({ desk }) => (desk === null ? null : currentTier(desk.view)));
  if (bracket === null) return <div>{at === null ? null : <GutterTime at={at} />}</div>;
  const { round, part } = bracket;
  const lengthS = waitedS ?? Math.ceil(((round.endedAt ?? round.startedAt) - round.startedAt) / 1000);
  const level = waitedS === null ? round.level : waitLevel(waitedS, tier);
  const endsRound = part === 'end' || part === 'whole';
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
      {endsRound && round.outcome !== 'void' ? (
        <b className={cx('absolute right-14 bottom-4 whitespace-nowrap text-14', WAIT_TEXTS[level])}>
          {round.outcome === 'unanswered' ? t('round.unanswered') : runningWait(lengthS)}
        </b>
      ) : null}
    </div>
  );
};

const GutterTime = ({ at }: { at: number }) => (
  <time className="block pt-12 pr-14 text-right text-13 text-ink-3">{clock(at)}</time>
);
