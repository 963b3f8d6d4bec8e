import type { Clock } from '#common/clock.ts';

/** Counts wrong passwords by key, never by network address: a whole class shares one address. */
export type LoginThrottle = {
  /** Counts one try as wrong until `right` is called. Above 0: the try is refused for so many seconds and not counted. */
  begin(key: string): number;
  /** The try was right: the key's count starts again at 0. */
  right(key: string): void;
};

/** Counts nothing. */
export const UNTHROTTLED: LoginThrottle = { begin: () => 0, right: () => {} };

type Count = { wrong: number; at: number; until: number };

const FREE = 5;
const FIRST_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 5 * 60_000;
/** An hour after the last counted try the count starts again at 0. */
const FORGET_MS = 3600_000;
/**
 * Keys kept; beyond this the oldest is forgotten. To get there takes as many password checks: minutes of work for a
 * few more tries.
 */
const MAX_KEYS = 5000;

/** Five wrong tries need no wait. From then on each wrong try doubles the wait, from 2 seconds to 5 minutes. */
export function createLoginThrottle({ now }: Pick<Clock, 'now'>): LoginThrottle {
  const counts = new Map<string, Count>();
  return {
    begin: (key) => {
      const time = now();
      const counted = counts.get(key);
      const current = counted !== undefined && time - counted.at < FORGET_MS ? counted : null;
      // A clock set back must not lengthen the wait.
      const waitMs = Math.min((current?.until ?? 0) - time, LONGEST_WAIT_MS);
      if (waitMs > 0) return Math.ceil(waitMs / 1000);
      const wrong = (current?.wrong ?? 0) + 1;
      const doubled = wrong < FREE ? 0 : FIRST_WAIT_MS * 2 ** Math.min(wrong - FREE, 10);
      counts.delete(key);
      counts.set(key, { wrong, at: time, until: time + Math.min(doubled, LONGEST_WAIT_MS) });
      if (counts.size > MAX_KEYS) counts.delete(counts.keys().next().value ?? key);
      return 0;
    },
    right: (key) => void counts.delete(key),
  };
}
