import { Kysely, sql } from 'kysely';
import { isCurrent, runMigrations } from '#storage/migrations/all.ts';
import { postgresTypes } from '#storage/postgres/column-types.ts';
import { poolForLongQueries } from '#storage/postgres/postgres-connections.ts';
import { postgresDialect } from '#storage/postgres/postgres-dialect.ts';

/**
 * Brings the database to this version's shape. Kysely does it in one transaction under an advisory lock, so that of
 * nodes that start at once one makes the tables and the others find them made. Rejects when the database was written by
 * a newer version.
 */
export const migratePostgres = async (url: string): Promise<void> => {
  const pool = poolForLongQueries(url);
  const db = new Kysely<unknown>({ dialect: postgresDialect(pool), plugins: [postgresTypes] });
  try {
    if (!isCurrent(await migrationsDone(db))) await runMigrations(db, 'postgres');
  } finally {
    await pool.end();
  }
};

/** The names of the migrations that the database has, in order; none where it is new. */
export const migrationsDone = async (db: Kysely<unknown>): Promise<string[]> => {
  const table = await sql<{ oid: string | null }>`select to_regclass('kysely_migration')::text as oid`.execute(db);
  if (table.rows[0]?.oid == null) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map(({ name }) => name);
};
