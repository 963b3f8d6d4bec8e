import type { Clock } from '#common/clock.ts';

/** Wrong guesses counted by key, never by address: a whole class shares one. */
export type LoginThrottle = {
  /** Counts one try as wrong until it is known to be right. More than 0: not now, in so many seconds. */
  begin(key: string): number;
  /** It was right: the count starts afresh. */
  right(key: string): void;
};

type Count = { wrong: number; at: number; until: number };

const FREE = 5;
const FIRST_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 5 * 60_000;
/** After an hour's rest the free tries are back. */
const FORGET_MS = 3600_000;
/** Filling this needs as many password checks: minutes of work for a few tries more. */
const MOST_KEYS = 5000;

/** Five wrong ones are free, then each doubles the wait, from two seconds to five minutes. */
export function createLoginThrottle({ now }: Pick<Clock, 'now'>): LoginThrottle {
  const counts = new Map<string, Count>();
  return {
    begin: (key) => {
      const time = now();
      const found = counts.get(key);
      const known = found !== undefined && time - found.at < FORGET_MS ? found : null;
      // A clock set back must not lengthen the wait.
      const waitMs = Math.min((known?.until ?? 0) - time, LONGEST_WAIT_MS);
      if (waitMs > 0) return Math.ceil(waitMs / 1000);
      const wrong = (known?.wrong ?? 0) + 1;
      const doubled = wrong < FREE ? 0 : FIRST_WAIT_MS * 2 ** Math.min(wrong - FREE, 10);
      counts.delete(key);
      counts.set(key, { wrong, at: time, until: time + Math.min(doubled, LONGEST_WAIT_MS) });
      if (counts.size > MOST_KEYS) counts.delete(counts.keys().next().value ?? key);
      return 0;
    },
    right: (key) => void counts.delete(key),
  };
}
