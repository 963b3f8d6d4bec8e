/** Characters: longer texts are rare and aren't kept. */
const MAX_CACHED_LENGTH = 400;

/**
 * `find`, with its results kept for the last few hundred texts: customers' words come from the scenario and are asked
 * about turn after turn, in every drill. `find` must be pure, and nobody may change its results. `maxEntries`: results kept;
 * `maxLength`: characters of the longest text whose result is kept.
 */
export const memoize = <T>(
  find: (text: string) => T,
  maxEntries = 500,
  maxLength = MAX_CACHED_LENGTH,
): ((text: string) => T) => {
  const cached = cacheOf<T>(maxEntries);
  return (text) => (text.length > maxLength ? find(text) : cached(text, () => find(text)));
};

/** The same for what isn't a text: `keyOf` is equal for arguments whose results are equal. */
export const memoizeBy = <A, T>(keyOf: (argument: A) => string, find: (argument: A) => T, maxEntries: number) => {
  const cached = cacheOf<T>(maxEntries);
  return (argument: A): T => cached(keyOf(argument), () => find(argument));
};

const cacheOf = <T>(maxEntries: number): ((key: string, find: () => T) => T) => {
  const cache = new Map<string, { result: T }>();
  return (key, find) => {
    const known = cache.get(key);
    if (known) return known.result;
    const result = find();
    if (cache.size >= maxEntries) cache.clear();
    cache.set(key, { result });
    return result;
  };
};
