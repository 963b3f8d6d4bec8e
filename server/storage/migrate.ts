import type { Database } from 'better-sqlite3';
import { MIGRATION_NAMES } from '#storage/migrations/names.ts';

/**
 * Brings the database to this version's shape. Rejects when it was written by a newer one. Kysely is loaded only when
 * there is something to do, because loading takes a third of a second at every start.
 */
export async function migrate(database: Database): Promise<void> {
  if (isCurrent(database)) return;
  const { runMigrations } = await import('./run-migrations.ts');
  await runMigrations(database);
}

function isCurrent(database: Database): boolean {
  const table = database.prepare("select 1 from sqlite_master where name = 'kysely_migration'").get();
  if (table === undefined) return false;
  const doneMigrations = database.prepare<[], string>('select name from kysely_migration order by name').pluck().all();
  return (
    doneMigrations.length === MIGRATION_NAMES.length &&
    doneMigrations.every((name, index) => name === MIGRATION_NAMES[index])
  );
}
