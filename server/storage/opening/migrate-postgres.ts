import { Kysely, sql } from 'kysely';
import { isCurrent, runMigrations } from '#storage/migrations/all.ts';
import { postgresTypes } from '#storage/postgres/column-types.ts';
import { clientFor, poolForLongQueries } from '#storage/postgres/postgres-connections.ts';
import { postgresDialect } from '#storage/postgres/postgres-dialect.ts';
import { postgresLocks } from '#storage/postgres/postgres-locks.ts';

/**
 * Brings the database to this version's shape, under a lock: two nodes that start at once would both make the tables.
 * Rejects when it was written by a newer version.
 */
export async function migratePostgres(url: string): Promise<void> {
  const pool = poolForLongQueries(url);
  const db = new Kysely<unknown>({ dialect: postgresDialect(pool), plugins: [postgresTypes] });
  const { hold, close } = postgresLocks(() => clientFor(url));
  try {
    await hold('migrations', async () => {
      if (!isCurrent(await migrationsDone(db))) await runMigrations(db, 'postgres');
    });
  } finally {
    await close();
    await pool.end();
  }
}

/** The names of the migrations that the database has, in order; none where it is new. */
export async function migrationsDone(db: Kysely<unknown>): Promise<string[]> {
  const table = await sql<{ oid: string | null }>`select to_regclass('kysely_migration')::text as oid`.execute(db);
  if (table.rows[0]?.oid == null) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map(({ name }) => name);
}
