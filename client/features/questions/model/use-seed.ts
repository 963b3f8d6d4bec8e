import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { randomSeed } from './paper-address.ts';

/** The number in the address that a paper is drawn by; null while one is being put there. */
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
