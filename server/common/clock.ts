/** Wall time and timers, injected so that tests run in virtual time. */
export type Clock = {
  /** Epoch milliseconds. */
  now(): number;
  /** Calls back once after `ms`; the returned function cancels. */
  setTimer(ms: number, callback: () => void): () => void;
};

/**
 * Longest wait that setTimeout takes, in milliseconds (24 days). A longer one fires early, and the caller sets its
 * timer again.
 */
const LONGEST_MS = 2_147_483_647;

export const systemClock: Clock = {
  now: () => Date.now(),
  setTimer: (ms, callback) => {
    const timer = setTimeout(callback, Math.min(Math.max(Math.ceil(ms), 0), LONGEST_MS));
    return () => clearTimeout(timer);
  },
};
