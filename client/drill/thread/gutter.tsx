import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { waitLevel } from '#client/drill/model/drill-rounds.ts';
import type { WaitLevel } from '#client/drill/model/drill-view.ts';
import type { RoundBracket } from '#client/drill/model/thread-parts.ts';
import { WaitClockContext } from '#client/drill/status/wait-clock.ts';
import { WAIT_BORDERS, WAIT_TEXTS } from '#client/drill/status/wait-level.ts';
import { clock, seconds } from '#client/lib/format.ts';
import { cx } from '#client/ui/cx.ts';

const SHAPES: Record<RoundBracket['part'], string> = {
  start: 'top-21 bottom-0 border-t-[1.5px]',
  middle: 'inset-y-0',
  end: 'top-0 bottom-13 border-b-[1.5px]',
  whole: 'top-21 bottom-4 border-t-[1.5px]',
};

/** The time column beside the thread: a bracket holds each round from the customer's first line to the reply. */
export const Gutter = ({ rail, at }: { rail: RoundBracket | null; at: number | null }) => {
  if (rail === null) return <div className="max-pane:hidden">{at === null ? null : <GutterTime at={at} />}</div>;
  return rail.round.end === 'open' ? (
    <OpenGutter rail={rail} at={at} />
  ) : (
    <Bracket rail={rail} at={at} level={rail.round.level} />
  );
};

const OpenGutter = ({ rail, at }: { rail: RoundBracket; at: number | null }) => {
  const { useSecondsSince, useTier } = useContext(WaitClockContext);
  const waited = useSecondsSince(rail.round.from) ?? 0;
  return <Bracket rail={rail} at={at} level={waitLevel(waited * 1000, useTier())} waited={waited} />;
};

type Props = { rail: RoundBracket; at: number | null; level: WaitLevel; waited?: number };

const Bracket = ({ rail, at, level, waited }: Props) => {
  const { t } = useTranslation('desk');
  const { round, part } = rail;
  const isOpen = waited !== undefined;
  const isLast = part === 'end' || part === 'whole';
  const length = waited ?? ((round.to ?? round.from) - round.from) / 1000;
  const text =
    round.end === 'unanswered'
      ? t('round.unanswered')
      : round.interrupted && !isOpen
        ? t('round.interrupted')
        : seconds(Math.ceil(length));
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
      {isLast && round.end !== 'void' ? (
        <b
          className={cx(
            'absolute right-14 whitespace-nowrap text-12',
            isOpen ? 'bottom-2' : 'bottom-4',
            WAIT_TEXTS[level],
          )}
        >
          {round.first && round.end === 'replied' ? t('round.first', { text }) : text}
        </b>
      ) : null}
    </div>
  );
};

const GutterTime = ({ at }: { at: number }) => (
  <time className="block pt-12 pr-14 text-right text-12 text-ink-3">{clock(at)}</time>
);
