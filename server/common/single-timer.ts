import type { Clock } from './clock.ts';

/** A timer that waits for one thing at a time: set again, it forgets what it waited for. */
export type SingleTimer = {
  set(ms: number, callback: () => void): void;
  cancel(): void;
  /** Milliseconds until it calls back, 0 when that is overdue; null when it isn't set. */
  leftMs(): number | null;
};

export const createSingleTimer = (clock: Clock): SingleTimer => {
  let waiting: { cancel: () => void; until: number } | null = null;

  const cancel = (): void => {
    waiting?.cancel();
    waiting = null;
  };

  return {
    set: (ms, callback) => {
      cancel();
      const stop = clock.setTimer(ms, () => {
        waiting = null;
        callback();
      });
      waiting = { cancel: stop, until: clock.now() + ms };
    },
    cancel,
    leftMs: () => (waiting === null ? null : Math.max(0, waiting.until - clock.now())),
  };
};
