import type { Clock } from '#common/clock.ts';

/** Milliseconds between stored heartbeats: a killed server loses less than two seconds of clock (RULES C4). */
export const BEAT_MS = 1500;
/** More milliseconds than this between two ticks mean that the machine slept or stood still, not that it was busy. */
export const ASLEEP_MS = 6000;

export type Heartbeat = {
  /** To call first in any callback that may have waited for the machine to wake. */
  check(): void;
  stop(): void;
};

/**
 * Notices that the process was away: a closed laptop fires every timer on waking, and drill time must not run on for
 * the hours between. `onSleep` gets the last wall time at which the process surely ran.
 */
export const startHeartbeat = (
  clock: Clock,
  onBeat: (now: number) => void,
  onSleep: (aliveAt: number) => void,
): Heartbeat => {
  let aliveAt = clock.now();
  let cancel = (): void => {};

  const check = (): void => {
    const lastAliveAt = aliveAt;
    const now = clock.now();
    aliveAt = now;
    if (now - lastAliveAt > ASLEEP_MS) onSleep(lastAliveAt);
  };
  const tick = (): void => {
    check();
    onBeat(aliveAt);
    cancel = clock.setTimer(BEAT_MS, tick);
  };
  cancel = clock.setTimer(BEAT_MS, tick);
  return { check, stop: () => cancel() };
};
