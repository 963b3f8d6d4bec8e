import { Kysely } from 'kysely';
import { isCurrent, runMigrations } from '#storage/migrations/all.ts';
import { sqliteDialect, sqliteTurns } from '#storage/sqlite/sqlite-dialect.ts';
import type { SqliteFile } from '#storage/sqlite/sqlite-file.ts';

/** Brings the file to this version's shape. Rejects when it was written by a newer one. */
export async function migrateSqlite(file: SqliteFile): Promise<void> {
  if (isCurrent(migrationsDone(file))) return;
  await runMigrations(new Kysely<unknown>({ dialect: sqliteDialect(sqliteTurns(file)) }), 'sqlite');
}

/** The names of the migrations that the file has, in order; none where it is new. */
export function migrationsDone(file: SqliteFile): string[] {
  const table = file.query("select 1 from sqlite_master where name = 'kysely_migration'", []);
  if (table.rows.length === 0) return [];
  return file.query('select name from kysely_migration order by name', []).rows.map(({ name }) => String(name));
}
