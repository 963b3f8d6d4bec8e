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
    // Only where one is too many: the first key stands behind the holes of all that were asked for again.
    if (entries.size > maxEntries) {
      const [oldest] = entries.keys();
      if (oldest !== undefined) entries.delete(oldest);
    }
    return value;
  };
};
