import { Kysely } from 'kysely';
import { say } from '#i18n/say.ts';
import { nameOf } from '#storage/files/place-name.ts';
import { migratePostgres, migrationsDone } from '#storage/opening/migrate-postgres.ts';
import { postgresStartError } from '#storage/opening/open-postgres.ts';
import { claimForMove, clientFor, poolForLongQueries } from '#storage/postgres/postgres-connections.ts';
import { postgresDialect } from '#storage/postgres/postgres-dialect.ts';
import type { Database } from '#storage/queries/tables.ts';
import type { MoveEnd } from './copy-rows.ts';
import { MoveError } from './move-error.ts';
import { refuseOtherVersions } from './other-versions.ts';

/** Works with the database, which is only read, as it stands now. No server can use it meanwhile. */
export const fromPostgres = <T>(url: string, work: (source: MoveEnd) => Promise<T>): Promise<T> => {
  return withExclusiveUse(url, async (migrations) => {
    if (migrations.length === 0) {
      throw new MoveError('move-nothing-there', () => say('server:move.nothing-there', { place: nameOf(url) }));
    }
    return inTransaction(url, work);
  });
};

/** Works with the database, which is only read, as it stands at one moment. A server may go on using it. */
export const fromSnapshot = async <T>(url: string, work: (source: MoveEnd) => Promise<T>): Promise<T> => {
  try {
    const migrations = await withDatabase(url, migrationsDone);
    if (migrations.length === 0) {
      throw new MoveError('move-nothing-there', () => say('server:move.nothing-there', { place: nameOf(url) }));
    }
    refuseOtherVersions(migrations, nameOf(url));
    return await inTransaction(url, work);
  } catch (error) {
    throw postgresStartError(error, nameOf(url));
  }
};

/** Works with the database in one transaction; where it has no tables, they are made first. */
export const toPostgres = <T>(url: string, work: (target: MoveEnd) => Promise<T>): Promise<T> => {
  return withExclusiveUse(url, async (migrations) => {
    if (migrations.length === 0) await migratePostgres(url);
    return inTransaction(url, work);
  });
};

/** `work` gets the names of the migrations that the database has: all of them, or none. */
const withExclusiveUse = async <T>(url: string, work: (migrations: readonly string[]) => Promise<T>): Promise<T> => {
  const client = await clientFor(url).catch((error: unknown) => {
    throw postgresStartError(error, nameOf(url));
  });
  try {
    if (!(await claimForMove(client))) {
      throw new MoveError('move-in-use', () => say('server:move.in-use', { place: nameOf(url) }));
    }
    const migrations = await withDatabase(url, migrationsDone);
    if (migrations.length > 0) refuseOtherVersions(migrations, nameOf(url));
    return await work(migrations);
  } catch (error) {
    throw postgresStartError(error, nameOf(url));
  } finally {
    await client.end();
  }
};

const inTransaction = <T>(url: string, work: (end: MoveEnd) => Promise<T>): Promise<T> => {
  return withDatabase<Database, T>(url, (db) =>
    db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute((trx) => work({ db: trx, dialect: 'postgres' })),
  );
};

const withDatabase = async <Tables, T>(url: string, work: (db: Kysely<Tables>) => Promise<T>): Promise<T> => {
  const pool = poolForLongQueries(url);
  try {
    return await work(new Kysely<Tables>({ dialect: postgresDialect(pool) }));
  } finally {
    await pool.end();
  }
};
