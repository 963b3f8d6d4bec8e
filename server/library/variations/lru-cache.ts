/**
 * The last `most` values by key. Asking for one makes it the newest, or makes it where it isn't kept: `make` must give
 * the same for the same key, and nobody may change what it gave.
 */
export function lruCache<T>(most: number): (key: string, make: () => T) => T {
  const kept = new Map<string, T>();
  return (key, make) => {
    const value = kept.get(key) ?? make();
    kept.delete(key);
    kept.set(key, value);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return value;
  };
}
