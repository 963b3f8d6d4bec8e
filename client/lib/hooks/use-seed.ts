import { useEffect } from 'react';
import { useSearchParams } from 'react-router';

/** The server takes 0 to 999999. */
const SEED_COUNT = 1_000_000;

/** A random first seed. The next ones count up from it, so that the same draw doesn't come twice in a row. */
const randomSeed = (): number => Math.floor(Math.random() * SEED_COUNT);

export const nextSeed = (seed: string): string => String((Number(seed) + 1) % SEED_COUNT);

/** The number in the address that a page's content is drawn by; null while one is being put there. */
export const useSeed = (): string | null => {
  const [search, setSearch] = useSearchParams();
  const text = search.get('seed') ?? '';
  const seed = /^\d{1,6}$/.test(text) ? text : null;
  useEffect(() => {
    if (seed !== null) return;
    setSearch(
      (now) => {
        const next = new URLSearchParams(now);
        next.set('seed', String(randomSeed()));
        return next;
      },
      { replace: true },
    );
  }, [seed, setSearch]);
  return seed;
};
