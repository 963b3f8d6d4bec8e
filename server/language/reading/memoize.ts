/** Characters: longer texts are rare and aren't kept. */
const LONGEST_KEPT = 400;

/**
 * `find`, with its results kept for the last few hundred texts: customers' words come from the scenario and are asked
 * about turn after turn, in every drill. `find` must be pure, and nobody may change its results. `most`: results kept;
 * `longest`: characters of the longest text whose result is kept.
 */
export function memoize<T>(find: (text: string) => T, most = 500, longest = LONGEST_KEPT): (text: string) => T {
  const kept = keptUpTo<T>(most);
  return (text) => (text.length > longest ? find(text) : kept(text, () => find(text)));
}

/** The same for what isn't a text: `keyOf` is equal for arguments whose results are equal. */
export function memoizeBy<A, T>(keyOf: (argument: A) => string, find: (argument: A) => T, most: number) {
  const kept = keptUpTo<T>(most);
  return (argument: A): T => kept(keyOf(argument), () => find(argument));
}

function keptUpTo<T>(most: number): (key: string, find: () => T) => T {
  const kept = new Map<string, { found: T }>();
  return (key, find) => {
    const known = kept.get(key);
    if (known) return known.found;
    const found = find();
    if (kept.size >= most) kept.clear();
    kept.set(key, { found });
    return found;
  };
}
