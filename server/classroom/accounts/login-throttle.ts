import type { Clock } from '#common/clock.ts';

/** Counts wrong passwords by key, never by network address: a whole class shares one address. */
export type LoginThrottle = {
  /** Counts one try as wrong until `succeeded` is called. Above 0: the try is refused for so many seconds and not counted. */
  begin(key: string): number;
  /** The try was right: the key's count starts again at 0. */
  succeeded(key: string): void;
};

/** Counts nothing. */
export const UNTHROTTLED: LoginThrottle = { begin: () => 0, succeeded: () => {} };

type Count = { wrongTries: number; countedAt: number; blockedUntil: number };

const FREE_TRIES = 5;
const FIRST_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 5 * 60_000;
/** An hour after the last counted try the count starts again at 0. */
const FORGET_MS = 3600_000;
/**
 * Keys remembered; beyond this the oldest is forgotten. Filling the list takes as many password checks: minutes of
 * work that win a few more tries.
 */
const MAX_KEYS = 5000;

/** Five wrong tries need no wait. From then on each wrong try doubles the wait, from 2 seconds to 5 minutes. */
export const createLoginThrottle = ({ now }: Pick<Clock, 'now'>): LoginThrottle => {
  const counts = new Map<string, Count>();
  return {
    begin: (key) => {
      const currentMs = now();
      const counted = counts.get(key);
      const previous = counted !== undefined && currentMs - counted.countedAt < FORGET_MS ? counted : null;
      // A clock set back must not lengthen the wait.
      const waitMs = Math.min((previous?.blockedUntil ?? 0) - currentMs, LONGEST_WAIT_MS);
      if (waitMs > 0) return Math.ceil(waitMs / 1000);
      const wrongTries = (previous?.wrongTries ?? 0) + 1;
      const blockMs = wrongTries < FREE_TRIES ? 0 : FIRST_WAIT_MS * 2 ** Math.min(wrongTries - FREE_TRIES, 10);
      counts.delete(key);
      counts.set(key, {
        wrongTries,
        countedAt: currentMs,
        blockedUntil: currentMs + Math.min(blockMs, LONGEST_WAIT_MS),
      });
      if (counts.size > MAX_KEYS) counts.delete(counts.keys().next().value ?? key);
      return 0;
    },
    succeeded: (key) => void counts.delete(key),
  };
};
