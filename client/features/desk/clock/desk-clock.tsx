import { useTurnAttemptLeftMs } from '#client/features/desk/model/drill-run.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { LAST_STRETCH_MS, useRunLeftMs } from '#client/features/desk/model/seat-clock.ts';
import { clock } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Figure } from '#client/ui/layout/figure.tsx';
import { RunningClock } from './desk-figures.tsx';

/** Milliseconds left of the run or of the turn done again; null: no limit. In a run the clock shows what is left. */
const useTimeLeftMs = (): number | null => {
  const runLeftMs = useRunLeftMs();
  const attemptLeftMs = useTurnAttemptLeftMs();
  const hasEnded = useDrill((state) => state.view.endReason !== null);
  return hasEnded ? null : (attemptLeftMs ?? runLeftMs);
};

/** Whether the end is near: the last minute of a run, the last 15 s of a 90 s turn attempt. */
const useIsNearEnd = (leftMs: number | null): boolean => {
  const isTurnAttempt = useTurnAttemptLeftMs() !== null;
  return leftMs !== null && leftMs <= (isTurnAttempt ? LAST_STRETCH_MS / 4 : LAST_STRETCH_MS);
};

const useClockLabel = (): string => {
  const { t } = useTranslation('desk');
  const stopReason = useDrill((state) => state.view.stopReason);
  const endReason = useDrill((state) => state.view.endReason);
  const handoverMs = useDrill(({ view: { rush, endedAt } }) =>
    rush?.shiftOverAt == null || endedAt === null ? null : endedAt - rush.shiftOverAt,
  );
  // The report ends where nobody was answered any more.
  if (endReason !== null)
    return handoverMs === null ? t('clock.ended') : t('clock.endedHandover', { time: clock(handoverMs) });
  if (stopReason === null) return t('clock.running');
  return t(stopReason === 'not-started' ? 'clock.ready' : 'clock.stopped');
};

export const ClockFigure = () => {
  const { t } = useTranslation('desk');
  const leftMs = useTimeLeftMs();
  const isNearEnd = useIsNearEnd(leftMs);
  const label = useClockLabel();
  if (leftMs === null) return <Figure label={label} value={<RunningClock />} className="border-l" />;
  return (
    <Figure
      label={t(isNearEnd ? 'clock.last' : 'clock.left')}
      value={clock(leftMs)}
      {...(isNearEnd ? { tone: 'bad' as const } : {})}
      className="border-l"
    />
  );
};

export const PhoneClock = () => {
  const { t } = useTranslation('desk');
  const leftMs = useTimeLeftMs();
  const isNearEnd = useIsNearEnd(leftMs);
  const label = useClockLabel();
  return (
    <span className={isNearEnd ? 'px-4 font-semibold text-bad' : 'px-4 font-semibold'}>
      {leftMs === null ? (
        <>
          <span className="sr-only">{label}</span>
          <RunningClock />
        </>
      ) : (
        t('clock.leftOf', { time: clock(leftMs) })
      )}
    </span>
  );
};

/** The time left, on a phone, beside the customer's name: the list with its clock is out of sight. Nothing without a limit. */
export const HeadClock = () => {
  const { t } = useTranslation('desk');
  const leftMs = useTimeLeftMs();
  const isNearEnd = useIsNearEnd(leftMs);
  if (leftMs === null) return null;
  return (
    <span className={isNearEnd ? 'px-4 font-semibold text-bad' : 'px-4 font-semibold'}>
      <span className="sr-only">{t('clock.left')} </span>
      {clock(leftMs)}
    </span>
  );
};

/** Screen readers say it once, in the last minute of a run; they don't read the digits. */
export const LastMinute = () => {
  const { t } = useTranslation('desk');
  const leftMs = useRunLeftMs();
  const hasEnded = useDrill((state) => state.view.endReason !== null);
  return (
    <p aria-live="polite" className="sr-only">
      {leftMs !== null && leftMs > 0 && leftMs <= LAST_STRETCH_MS && !hasEnded ? t('clock.lastMinute') : ''}
    </p>
  );
};
