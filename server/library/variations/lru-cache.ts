/**
 * The last `maxEntries` values by key. Asking for one makes it the newest, or makes it where it isn't kept: `make` must give
 * the same for the same key, and nobody may change what it gave.
 */
export const lruCache = <T>(maxEntries: number): ((key: string, make: () => T) => T) => {
  const entries = new Map<string, T>();
  return (key, make) => {
    const value = entries.get(key) ?? make();
    entries.delete(key);
    entries.set(key, value);
    const [oldest] = entries.keys();
    if (entries.size > maxEntries && oldest !== undefined) entries.delete(oldest);
    return value;
  };
};
