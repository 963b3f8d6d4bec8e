import { Kysely } from 'kysely';
import { isCurrent, runMigrations } from '#storage/migrations/all.ts';
import { connectionOn, type SqliteConnection } from '#storage/sqlite/sqlite-connection.ts';
import { sqliteDialect } from '#storage/sqlite/sqlite-dialect.ts';
import type { QueryAnswer, SqliteFile } from '#storage/sqlite/sqlite-file.ts';
import { sqliteTurns } from '#storage/sqlite/sqlite-turns.ts';

/** Brings the file to this version's shape. Rejects when it was written by a newer one. */
export const migrateSqlite = (file: SqliteFile): Promise<void> => migrateConnection(connectionOn(file));

/** The same by a connection that nobody else uses yet. */
export const migrateConnection = async (connection: SqliteConnection): Promise<void> => {
  if (isCurrent(await migrationsBy(connection))) return;
  await runMigrations(new Kysely<unknown>({ dialect: sqliteDialect(sqliteTurns(connection)) }), 'sqlite');
};

const HAS_MIGRATIONS = "select 1 from sqlite_master where name = 'kysely_migration'";
const MIGRATIONS = 'select name from kysely_migration order by name';
const namesIn = ({ rows }: QueryAnswer): string[] => rows.map(({ name }) => String(name));

/** The names of the migrations that the file has, in order; none where it is new. */
export const migrationsDone = (file: SqliteFile): string[] => {
  return file.query(HAS_MIGRATIONS, []).rows.length === 0 ? [] : namesIn(file.query(MIGRATIONS, []));
};

const migrationsBy = async (connection: SqliteConnection): Promise<string[]> => {
  const table = await connection.query(HAS_MIGRATIONS, []);
  return table.rows.length === 0 ? [] : namesIn(await connection.query(MIGRATIONS, []));
};
