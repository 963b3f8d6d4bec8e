import { useWallClock } from '#client/features/wall/model/wall-clock.ts';
import { clock } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { clockAt, useRun } from '#client/lib/run/run-store.ts';

/** What is left of the drill, 12:36; before it begins its whole length. */
export const Bell = () => {
  const { t } = useTranslation('wall');
  const stage = useRun((state) => state.run?.stage ?? null);
  const text = useWallClock(({ now }) => {
    const { elapsedMs, totalMs } = clockAt(useRun.getState(), now);
    return clock(Math.ceil((totalMs - elapsedMs) / 1000) * 1000);
  });
  return <>{stage === 'join' || stage === 'card' || stage === 'drill' ? text : t('figure.over')}</>;
};
