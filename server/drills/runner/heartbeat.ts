import type { Clock } from '#common/clock.ts';

/** Heartbeats are stored so often that a killed server loses less than two seconds of clock (RULES C4). */
export const BEAT_MS = 1500;
/** Silence longer than this means the machine slept or stood still, not that it was busy. */
export const ASLEEP_MS = 6000;

export type Heartbeat = {
  /** Called at the head of whatever may have waited for the machine to wake. */
  check(): void;
  stop(): void;
};

/**
 * Notices that the process was away: a closed laptop fires every timer on waking, and the drills' time must not have
 * run on meanwhile. `slept` gets the last moment it was surely alive.
 */
export function startHeartbeat(clock: Clock, beat: (now: number) => void, slept: (aliveAt: number) => void): Heartbeat {
  let aliveAt = clock.now();
  let cancel = (): void => {};

  const check = (): void => {
    const before = aliveAt;
    const now = clock.now();
    aliveAt = now;
    if (now - before > ASLEEP_MS) slept(before);
  };
  const turn = (): void => {
    check();
    beat(aliveAt);
    cancel = clock.setTimer(BEAT_MS, turn);
  };
  cancel = clock.setTimer(BEAT_MS, turn);
  return { check, stop: () => cancel() };
}
