import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { MIGRATION_NAMES } from '#storage/migrations/names.ts';
import { createSqliteStorage } from '#storage/sqlite.ts';
import type { Storage } from '#storage/storage.ts';

/**
 * The database of a data folder for reading only, beside a server that may be running on it. `none` where there is no
 * database yet; `older`, `newer` where another version wrote it.
 */
export function openToRead(dataDir: string): Storage | 'none' | 'older' | 'newer' {
  const file = join(dataDir, 'kefu.sqlite');
  if (!existsSync(file)) return 'none';
  const database = new Database(file, { readonly: true, fileMustExist: true });
  const known: readonly string[] = MIGRATION_NAMES;
  const done = database.prepare<[], string>('select name from kysely_migration').pluck().all();
  const isMissing = known.some((name) => !done.includes(name));
  if (!isMissing && done.length === known.length) return createSqliteStorage(database, () => {});
  database.close();
  return isMissing ? 'older' : 'newer';
}
