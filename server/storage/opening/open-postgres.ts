import { Kysely } from 'kysely';
import type { Client } from 'pg';
import type { Durability } from '#common/config.ts';
import { StartError } from '#common/start-error.ts';
import { say } from '#i18n/say.ts';
import { nameOf } from '#storage/files/place-name.ts';
import { ConnectionLost } from '#storage/health/storage-errors.ts';
import { isNewerDatabaseError } from '#storage/migrations/all.ts';
import { type CommitWait, clientFor, poolFor } from '#storage/postgres/postgres-connections.ts';
import { postgresDialect } from '#storage/postgres/postgres-dialect.ts';
import { createPostgresStorage, writeTrial } from '#storage/postgres/postgres-storage.ts';
import type { Database } from '#storage/queries/tables.ts';
import type { Storage } from '#storage/storage.ts';
import { migratePostgres } from './migrate-postgres.ts';

/** PostgreSQL's number of its version 12, the oldest that is tried. */
const OLDEST_VERSION = 120_000;
/** PostgreSQL's code for writing where only reading is allowed, as on a standby. */
const READ_ONLY = '25006';

export type PostgresOptions = {
  /** Connections of this node, besides one for each lock that it holds. */
  connections?: number;
  /** Is told, in the set language, what the operator should know of and the start goes on with. */
  warn?: (text: string) => void;
};

/**
 * Opens the database that `url` names (postgres://user:password@host:port/database), and makes its tables where there
 * are none. Several nodes may: one of them makes or changes the tables, the others wait for it. Throws a StartError when
 * it can't; no error says the password.
 */
export const openPostgres = async (
  url: string,
  durability: Durability,
  { connections = 10, warn = () => {} }: PostgresOptions = {},
): Promise<Storage> => {
  const database = nameOf(url);
  try {
    const client = await clientFor(url);
    const commitWait = await checkServer(client, durability, database, warn).finally(() => client.end());
    await migratePostgres(url);
    const pool = poolFor(url, connections, commitWait);
    try {
      await writeTrial(new Kysely<Database>({ dialect: postgresDialect(pool) }));
      return createPostgresStorage(pool, url);
    } catch (error) {
      await pool.end();
      throw error;
    }
  } catch (error) {
    throw postgresStartError(error, database);
  }
};

/** Looks at the server: throws where it can't hold our data, and answers how commits are to be waited for. */
const checkServer = async (
  client: Client,
  durability: Durability,
  database: string,
  warn: (text: string) => void,
): Promise<CommitWait> => {
  const setting = async (name: string): Promise<string> => {
    const { rows } = await client.query<{ shown: string }>('select current_setting($1) as shown', [name]);
    return rows[0]?.shown ?? '';
  };
  if (Number(await setting('server_version_num')) < OLDEST_VERSION) {
    const version = await setting('server_version');
    throw new StartError('database-unsuitable', () => say('server:storage.postgres-old', { database, version }));
  }
  const encoding = await setting('server_encoding');
  if (encoding !== 'UTF8') {
    throw new StartError('database-unsuitable', () => say('server:storage.postgres-encoding', { database, encoding }));
  }
  if (durability === 'normal') return null;
  if ((await setting('fsync')) === 'off') warn(say('server:storage.postgres-no-fsync', { database }));
  return (await setting('synchronous_commit')) === 'off' ? 'on' : null;
};

/** The error as a start or a command tells it; another one as it is. `database`: see `nameOf`. */
export const postgresStartError = (error: unknown, database: string): unknown => {
  if (error instanceof StartError || !(error instanceof Error)) return error;
  if (isNewerDatabaseError(error))
    return new StartError('database-newer', () => say('server:storage.newer', { file: database }), error);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === READ_ONLY) {
    return new StartError('database-unsuitable', () => say('server:storage.postgres-read-only', { database }), error);
  }
  if (error instanceof ConnectionLost || 'severity' in error) {
    const fault = error.cause instanceof Error ? error.cause.message : error.message;
    return new StartError(
      'database-unreachable',
      () => say('server:storage.postgres-unreachable', { database, fault }),
      error,
    );
  }
  return error;
};
