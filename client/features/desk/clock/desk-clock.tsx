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
  const ended = useDrill((state) => state.view.ended !== null);
  return ended ? null : (redo ?? run);
};

/** Whether the end is near: the last minute of a run, the last 15 s of a 90 s turn attempt. */
const useIsLast = (left: number | null): boolean => {
  const redo = useTurnAttemptLeft() !== null;
  return left !== null && left <= (redo ? LAST_MS / 4 : LAST_MS);
};

const useLabel = (): string => {
  const { t } = useTranslation('desk');
  const stopped = useDrill((state) => state.view.stopped);
  const ended = useDrill((state) => state.view.ended);
  if (ended !== null) return t('clock.ended');
  if (stopped === null) return t('clock.running');
  return t(stopped === 'not-started' ? 'clock.ready' : 'clock.stopped');
};

export const ClockFigure = () => {
  const { t } = useTranslation('desk');
  const left = useLeft();
  const last = useIsLast(left);
  const label = useLabel();
  if (left === null) return <Figure label={label} value={<RunningClock />} className="border-l" />;
  return (
    <Figure
      label={t(last ? 'clock.last' : 'clock.left')}
      value={clock(left)}
      {...(last ? { tone: 'bad' as const } : {})}
      className="border-l"
    />
  );
};

export const PhoneClock = () => {
  const { t } = useTranslation('desk');
  const left = useLeft();
  const last = useIsLast(left);
  const label = useLabel();
  return (
    <span className={last ? 'px-4 font-semibold text-bad' : 'px-4 font-semibold'}>
      {left === null ? (
        <>
          <span className="sr-only">{label}</span>
          <RunningClock />
        </>
      ) : (
        t('clock.leftOf', { time: clock(left) })
      )}
    </span>
  );
};

/** The time left, on a phone, beside the customer's name: the list with its clock is out of sight. Nothing without a limit. */
export const HeadClock = () => {
  const { t } = useTranslation('desk');
  const left = useLeft();
  const last = useIsLast(left);
  if (left === null) return null;
  return (
    <span className={last ? 'px-4 font-semibold text-bad' : 'px-4 font-semibold'}>
      <span className="sr-only">{t('clock.left')} </span>
      {clock(left)}
    </span>
  );
};

/** Screen readers say it once, in the last minute of a run; they don't read the digits. */
export const LastMinute = () => {
  const { t } = useTranslation('desk');
  const left = useRunLeft();
  const ended = useDrill((state) => state.view.ended !== null);
  return (
    <p aria-live="polite" className="sr-only">
      {left !== null && left > 0 && left <= LAST_MS && !ended ? t('clock.lastMinute') : ''}
    </p>
  );
};
