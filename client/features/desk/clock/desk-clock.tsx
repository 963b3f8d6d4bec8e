import { useTranslation } from 'react-i18next';
import { useTurnAttemptLeft } from '#client/features/desk/model/drill-run.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { LAST_MS, useRunLeft } from '#client/features/desk/model/seat-clock.ts';
import { clock } from '#client/lib/format.ts';
import { Figure } from '#client/ui/layout/figure.tsx';
import { RunningClock } from './desk-figures.tsx';

/** Milliseconds left of the run or of the turn done again; null: no limit. In a run the clock shows what is left. */
const useLeft = (): number | null => {
  const run = useRunLeft();
  const redo = useTurnAttemptLeft();
  const hasEnded = useDrill((state) => state.view.endReason !== null);
  return hasEnded ? null : (redo ?? run);
};

/** Whether the end is near: the last minute of a run, the last 15 s of a 90 s turn attempt. */
const useIsLast = (secondsLeft: number | null): boolean => {
  const isTurnAttempt = useTurnAttemptLeft() !== null;
  return secondsLeft !== null && secondsLeft <= (isTurnAttempt ? LAST_MS / 4 : LAST_MS);
};

const useLabel = (): string => {
  const { t } = useTranslation('desk');
  const stopped = useDrill((state) => state.view.stopReason);
  const ended = useDrill((state) => state.view.endReason);
  if (ended !== null) return t('clock.ended');
  if (stopped === null) return t('clock.running');
  return t(stopped === 'not-started' ? 'clock.ready' : 'clock.stopped');
};

export const ClockFigure = () => {
  const { t } = useTranslation('desk');
  const secondsLeft = useLeft();
  const isLast = useIsLast(secondsLeft);
  const label = useLabel();
  if (secondsLeft === null) return <Figure label={label} value={<RunningClock />} className="border-l" />;
  return (
    <Figure
      label={t(isLast ? 'clock.last' : 'clock.left')}
      value={clock(secondsLeft)}
      {...(isLast ? { tone: 'bad' as const } : {})}
      className="border-l"
    />
  );
};

export const PhoneClock = () => {
  const { t } = useTranslation('desk');
  const secondsLeft = useLeft();
  const isLast = useIsLast(secondsLeft);
  const label = useLabel();
  return (
    <span className={isLast ? 'px-4 font-semibold text-bad' : 'px-4 font-semibold'}>
      {secondsLeft === null ? (
        <>
          <span className="sr-only">{label}</span>
          <RunningClock />
        </>
      ) : (
        t('clock.leftOf', { time: clock(secondsLeft) })
      )}
    </span>
  );
};

/** The time left, on a phone, beside the customer's name: the list with its clock is out of sight. Nothing without a limit. */
export const HeadClock = () => {
  const { t } = useTranslation('desk');
  const secondsLeft = useLeft();
  const isLast = useIsLast(secondsLeft);
  if (secondsLeft === null) return null;
  return (
    <span className={isLast ? 'px-4 font-semibold text-bad' : 'px-4 font-semibold'}>
      <span className="sr-only">{t('clock.left')} </span>
      {clock(secondsLeft)}
    </span>
  );
};

/** Screen readers say it once, in the last minute of a run; they don't read the digits. */
export const LastMinute = () => {
  const { t } = useTranslation('desk');
  const secondsLeft = useRunLeft();
  const hasEnded = useDrill((state) => state.view.endReason !== null);
  return (
    <p aria-live="polite" className="sr-only">
      {secondsLeft !== null && secondsLeft > 0 && secondsLeft <= LAST_MS && !hasEnded ? t('clock.lastMinute') : ''}
    </p>
  );
};
