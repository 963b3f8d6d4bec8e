import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createStorageHealth } from '#storage/health/storage-health.ts';
import { MIGRATION_NAMES } from '#storage/migrations/names.ts';
import { migrationsDone } from '#storage/opening/migrate-sqlite.ts';
import { openFile } from '#storage/sqlite/open-file.ts';
import { connectionOn } from '#storage/sqlite/sqlite-connection.ts';
import type { SqliteFile } from '#storage/sqlite/sqlite-file.ts';
import { createSqliteStorage } from '#storage/sqlite/sqlite-storage.ts';
import { sqliteTurns } from '#storage/sqlite/sqlite-turns.ts';
import type { Storage } from '#storage/storage.ts';

/**
 * The database of a data folder for reading only. `none` where there is no database yet; `older`, `newer` where another
 * version wrote it; `in-use` while a server runs on it, which holds it alone (RULES S1).
 */
export const openToRead = (dataDir: string): Storage | 'none' | 'older' | 'newer' | 'in-use' => {
  const path = join(dataDir, 'kefu.sqlite');
  if (!existsSync(path)) return 'none';
  const file = openFile(path, { readonly: true, mustExist: true });
  const known: readonly string[] = MIGRATION_NAMES;
  const done = namesDone(file);
  if (done === null) {
    file.close();
    return 'in-use';
  }
  const isMissing = known.some((name) => !done.includes(name));
  if (!isMissing && done.length === known.length)
    return createSqliteStorage(sqliteTurns(connectionOn(file)), UNWATCHED, () => {});
  file.close();
  return isMissing ? 'older' : 'newer';
};

/** Null while another process holds the file. */
const namesDone = (file: SqliteFile): string[] | null => {
  try {
    return migrationsDone(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')) return null;
    throw error;
  }
};

/** Nothing is written here, so nothing is looked after. */
const UNWATCHED = createStorageHealth({
  isThere: () => true,
  tryWrite: () => {},
  freeBytes: async () => null,
  minFreeBytes: 0,
});
