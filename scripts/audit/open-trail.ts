import { Kysely } from 'kysely';
import { openToRead } from '#scripts/harvest/open-to-read.ts';
import type { AuditStorage } from '#storage/audit.ts';
import { nameOf } from '#storage/files/place-name.ts';
import { isCurrent } from '#storage/migrations/all.ts';
import { migrationsDone } from '#storage/opening/migrate-postgres.ts';
import { postgresStartError } from '#storage/opening/open-postgres.ts';
import { auditStorage } from '#storage/personal-data/audit-queries.ts';
import { poolForLongQueries } from '#storage/postgres/postgres-connections.ts';
import { postgresDialect } from '#storage/postgres/postgres-dialect.ts';
import type { Database } from '#storage/queries/tables.ts';

/**
 * The audit trail of either database, to read. `none`: there is no database yet; `in-use`: a server holds the file;
 * `other`: another version wrote it. Throws a StartError where PostgreSQL can't be reached.
 */
export const openTrail = async (
  dataDir: string,
  databaseUrl: string | null,
): Promise<{ audit: Pick<AuditStorage, 'after'>; close(): Promise<void> } | 'none' | 'in-use' | 'other'> => {
  if (databaseUrl === null) {
    const storage = openToRead(dataDir);
    if (typeof storage !== 'string') return storage;
    return storage === 'older' || storage === 'newer' ? 'other' : storage;
  }
  const pool = poolForLongQueries(databaseUrl);
  try {
    const db = new Kysely<Database>({ dialect: postgresDialect(pool) });
    const done = await migrationsDone(new Kysely<unknown>({ dialect: postgresDialect(pool) }));
    if (done.length > 0 && isCurrent(done)) {
      return { audit: auditStorage({ db, dialect: 'postgres' }), close: () => pool.end() };
    }
    await pool.end();
    return done.length === 0 ? 'none' : 'other';
  } catch (error) {
    await pool.end();
    throw postgresStartError(error, nameOf(databaseUrl));
  }
};
