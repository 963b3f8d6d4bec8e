import type { Database } from 'better-sqlite3';
import { Kysely, Migrator, SqliteDialect } from 'kysely';
import * as drills from '#storage/migrations/001-drills.ts';

/** In order; a migration once released is never changed. */
const MIGRATIONS = { '001-drills': drills };

/** Brings the database to this version's shape. Rejects when it was written by a newer one. */
export async function migrate(database: Database): Promise<void> {
  // Not destroyed afterwards: that would close the connection, which the storage goes on using.
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database }) });
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
