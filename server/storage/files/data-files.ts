import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '#common/start-error.ts';
import { say } from '#i18n/say.ts';
import { openFile } from '#storage/sqlite/open-file.ts';
import { pragma, type SqliteFile, type SqliteProgram } from '#storage/sqlite/sqlite-file.ts';

const DATABASE_NAME = 'kefu.sqlite';
/** The ends of the names of the files that SQLite puts beside a database. */
const SQLITE_SUFFIXES = ['-wal', '-shm', '-journal'];
/** The name of a database that is still being made. */
const NEW_DATABASE_NAME = `${DATABASE_NAME}.new`;
export const LOCK = 'kefu.lock';

export const databaseIn = (dataDir: string): string => join(dataDir, DATABASE_NAME);

/**
 * Marks a folder that holds nothing of ours as one where a database may be made. To call before the folder is locked:
 * from then on the lock's file says that the folder held a database, and only this mark tells a first start that was
 * cut off from a database that somebody deleted.
 */
export const markFirstStart = (dataDir: string): void => {
  const ourFiles = [DATABASE_NAME, ...SQLITE_SUFFIXES.map((suffix) => DATABASE_NAME + suffix), LOCK, NEW_DATABASE_NAME];
  if (ourFiles.some((name) => existsSync(join(dataDir, name)))) return;
  writeFileSync(join(dataDir, NEW_DATABASE_NAME), '', { flag: 'wx', mode: 0o600 });
};

/**
 * Makes the database with `fill` where the folder never held one. Throws a StartError `database-missing` where it did
 * and the file is gone or empty: an empty school in its place would look as if the server had lost everything, and
 * would overwrite what can still be rescued. To call under the folder's lock.
 */
export const createDatabaseIfMissing = async (
  dataDir: string,
  fill: (database: SqliteFile) => Promise<void>,
  program?: SqliteProgram,
): Promise<void> => {
  const newFile = join(dataDir, NEW_DATABASE_NAME);
  const removeNewFile = (): void => {
    for (const path of [newFile, ...SQLITE_SUFFIXES.map((suffix) => newFile + suffix)]) rmSync(path, { force: true });
  };
  if (holdsBytes(databaseIn(dataDir))) return removeNewFile();
  const isLeftOver = [DATABASE_NAME, ...SQLITE_SUFFIXES.map((suffix) => DATABASE_NAME + suffix)].some((name) =>
    existsSync(join(dataDir, name)),
  );
  if (isLeftOver || !existsSync(newFile)) {
    throw new StartError('database-missing', () => say('server:storage.missing', { folder: dataDir }));
  }
  removeNewFile();
  writeFileSync(newFile, '', { flag: 'wx', mode: 0o600 });
  const database = openFile(newFile, { program });
  try {
    // What is cut off is made again from the beginning, so that only the whole file must reach the disk.
    pragma(database, 'journal_mode = memory');
    pragma(database, 'synchronous = off');
    await fill(database);
  } finally {
    database.close();
  }
  // Windows syncs only what is open for writing.
  fsyncPath(newFile, 'r+');
  renameSync(newFile, databaseIn(dataDir));
  // Windows has no handle of a folder, and NTFS keeps a rename by its own journal.
  if (process.platform !== 'win32') fsyncPath(dataDir, 'r');
};

const holdsBytes = (path: string): boolean => {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats !== undefined && (stats.size > 0 || !stats.isFile());
};

const fsyncPath = (path: string, flags: 'r' | 'r+'): void => {
  const handle = openSync(path, flags);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};
