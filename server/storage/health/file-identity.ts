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
export function rememberFiles(database: string): () => boolean {
  const real = realpathSync(database);
  const files = [database, `${real}-wal`].filter((path) => existsSync(path));
  const before = new Map(files.map((path) => [path, statSync(path, { bigint: true })]));
  const isSame = (path: string): boolean => {
    const first = before.get(path);
    const now = lookAt(path);
    if (first === undefined || now === null) return false;
    if (now.ino !== first.ino || now.dev !== first.dev || now.size < first.size) return false;
    before.set(path, now);
    return true;
  };
  return () => files.every(isSame);
}

/** Null when the path leads to nothing, or can't be followed any more. */
function lookAt(path: string): BigIntStats | null {
  try {
    return statSync(path, { bigint: true });
  } catch {
    return null;
  }
}
