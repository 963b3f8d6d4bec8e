import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { createStorageHealth } from '#storage/health/storage-health.ts';
import { MIGRATION_NAMES } from '#storage/migrations/names.ts';
import { createSqliteStorage } from '#storage/sqlite.ts';
import type { Storage } from '#storage/storage.ts';

/**
 * The database of a data folder for reading only. `none` where there is no database yet; `older`, `newer` where another
 * version wrote it; `in-use` while a server runs on it, which holds it alone (RULES S1).
 */
export function openToRead(dataDir: string): Storage | 'none' | 'older' | 'newer' | 'in-use' {
  const file = join(dataDir, 'kefu.sqlite');
  if (!existsSync(file)) return 'none';
  const database = new Database(file, { readonly: true, fileMustExist: true, timeout: 0 });
  const known: readonly string[] = MIGRATION_NAMES;
  const done = namesDone(database);
  if (done === null) {
    database.close();
    return 'in-use';
  }
  const isMissing = known.some((name) => !done.includes(name));
  if (!isMissing && done.length === known.length) return createSqliteStorage(database, UNWATCHED, () => {});
  database.close();
  return isMissing ? 'older' : 'newer';
}

/** Null while another process holds the file. */
function namesDone(database: Database.Database): string[] | null {
  try {
    return database.prepare<[], string>('select name from kysely_migration').pluck().all();
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null;
    throw error;
  }
}

/** Nothing is written here, so nothing is looked after. */
const UNWATCHED = createStorageHealth({
  isThere: () => true,
  tryWrite: () => {},
  freeBytes: async () => null,
  minFreeBytes: 0,
});
