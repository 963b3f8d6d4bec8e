import { type BigIntStats, existsSync, realpathSync, statSync } from 'node:fs';

/**
 * Remembers which files a database is open on. The returned function says whether their paths still lead to them: not
 * once one is deleted, renamed, replaced or cut shorter. SQLite doesn't notice and writes on, into a file that nobody
 * finds again. A look takes some 10 µs a file. Only `stat` is used: opening and closing the file once would drop the
 * locks that SQLite holds on it, as POSIX has it.
 *
 * Nothing in this program makes the files shorter; who adds a vacuum or a truncating checkpoint must change this.
 * Some of Windows' file systems give every file the number 0; there a replaced file counts as the same one. Windows
 * itself refuses to delete or rename a file that SQLite has open.
 */
export const rememberFiles = (database: string): (() => boolean) => {
  const realPath = realpathSync(database);
  const files = [database, `${realPath}-wal`].filter((path) => existsSync(path));
  const statsByPath = new Map(files.map((path) => [path, statSync(path, { bigint: true })]));
  const isSameFile = (path: string): boolean => {
    const known = statsByPath.get(path);
    const current = statOrNull(path);
    if (known === undefined || current === null) return false;
    if (current.ino !== known.ino || current.dev !== known.dev || current.size < known.size) return false;
    statsByPath.set(path, current);
    return true;
  };
  return () => files.every(isSameFile);
};

/** Null when the path leads to nothing, or can't be followed any more. */
const statOrNull = (path: string): BigIntStats | null => {
  try {
    return statSync(path, { bigint: true });
  } catch {
    return null;
  }
};
