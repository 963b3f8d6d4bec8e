import { useContext } from 'react';
import type { RoundBracket } from '#client/drill/model/thread-rows.ts';
import { type WaitLevel, waitLevel } from '#client/drill/model/wait-level.ts';
import { WaitClockContext } from '#client/drill/status/wait-clock.ts';
import { WAIT_BORDERS, WAIT_TEXTS } from '#client/drill/status/wait-styles.ts';
import { clock, runningWait } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { cx } from '#client/ui/cx.ts';

const SHAPES: Record<RoundBracket['part'], string> = {
  start: 'top-21 bottom-0 border-t-[1.5px]',
  middle: 'inset-y-0',
  end: 'top-0 bottom-13 border-b-[1.5px]',
  whole: 'top-21 bottom-4 border-t-[1.5px]',
};

/** The time column beside the thread: a bracket holds each round from the customer's first line to the reply. */
export const Gutter = ({ bracket, at }: { bracket: RoundBracket | null; at: number | null }) => {
  if (bracket === null) return <div className="max-pane:hidden">{at === null ? null : <GutterTime at={at} />}</div>;
  return bracket.round.outcome === 'open' ? (
    <OpenGutter bracket={bracket} at={at} />
  ) : (
    <BracketGutter bracket={bracket} at={at} level={bracket.round.level} />
  );
};

const OpenGutter = ({ bracket, at }: { bracket: RoundBracket; at: number | null }) => {
  const { useSecondsSince, useWarning } = useContext(WaitClockContext);
  const waitedS = useSecondsSince(bracket.round.startedAt) ?? 0;
  return <BracketGutter bracket={bracket} at={at} level={waitLevel(waitedS, useWarning())} waitedS={waitedS} />;
};

type Props = { bracket: RoundBracket; at: number | null; level: WaitLevel; waitedS?: number };

const BracketGutter = ({ bracket, at, level, waitedS }: Props) => {
  const { t } = useTranslation('desk');
  const { round, part } = bracket;
  const isOpen = waitedS !== undefined;
  const endsRound = part === 'end' || part === 'whole';
  const lengthS = waitedS ?? ((round.endedAt ?? round.startedAt) - round.startedAt) / 1000;
  const text =
    round.outcome === 'unanswered'
      ? t('round.unanswered')
      : round.isInterrupted && !isOpen
        ? t('round.interrupted')
        : runningWait(isOpen ? Math.ceil(lengthS) : lengthS);
  return (
    <div className="relative max-pane:hidden" aria-hidden={isOpen ? 'true' : undefined}>
      {at === null || part === 'end' || part === 'middle' ? null : <GutterTime at={at} />}
      <span
        aria-hidden="true"
        className={cx(
          'absolute right-4 w-5 border-l-[1.5px]',
          WAIT_BORDERS[level],
          isOpen ? cx('border-dashed', part === 'end' ? 'top-0 bottom-4' : SHAPES[part]) : SHAPES[part],
        )}
      />
      {endsRound && round.outcome !== 'void' ? (
        <b
          className={cx(
            'absolute right-14 whitespace-nowrap text-12',
            isOpen ? 'bottom-2' : 'bottom-4',
            WAIT_TEXTS[level],
          )}
        >
          {round.isFirst && round.outcome === 'replied' ? t('round.first', { text }) : text}
        </b>
      ) : null}
    </div>
  );
};

const GutterTime = ({ at }: { at: number }) => (
  <time className="block pt-12 pr-14 text-right text-12 text-ink-3">{clock(at)}</time>
);
