import type { Client } from 'pg';
import { BackupError } from '#backup/backup-error.ts';
import { say } from '#i18n/say.ts';
import { nameOf } from '#storage/files/place-name.ts';
import { MoveError } from '#storage/move/move-error.ts';
import { MOVED_TABLES } from '#storage/move/moved-tables.ts';
import { postgresStartError } from '#storage/opening/open-postgres.ts';
import { claimForMove, clientFor } from '#storage/postgres/postgres-connections.ts';

/** What the database held, in a schema of its own from now on. */
export type SchemaAside = { name: string; putBack(): Promise<void> };

/** Which version wrote the tables. */
const VERSION_TABLES = ['kysely_migration', 'kysely_migration_lock'];
/** What they are called in the other schema: Kysely looks for tables of these names in every schema. */
const ASIDE_PREFIX = 'set_aside_';

/**
 * Moves the program's tables of a PostgreSQL database, with their rows, into a schema `before_restore_…` in one
 * transaction. Null where there are none. Throws a MoveError `move-in-use` where a server uses them.
 */
export const setSchemaAside = async (url: string, stamp: string): Promise<SchemaAside | null> => {
  const name = `before_restore_${stamp.replace('-', '_')}`;
  const database = nameOf(url);
  const originalSchema = await withExclusiveUse(url, async (client) => {
    const currentSchema =
      (await client.query<{ own: string }>('select current_schema() as own')).rows[0]?.own ?? 'public';
    const tables = await tablesIn(client, currentSchema);
    if (tables.length === 0) return null;
    await client.query(`create schema ${name}`);
    await moveTables(client, currentSchema, name);
    for (const table of VERSION_TABLES) {
      await client.query(`alter table if exists ${name}.${table} rename to ${ASIDE_PREFIX}${table}`);
    }
    return currentSchema;
  });
  if (originalSchema === null) return null;
  const putBack = async (): Promise<void> => {
    await withExclusiveUse(url, async (client) => {
      const functions = await functionsIn(client, originalSchema);
      for (const table of await tablesIn(client, originalSchema))
        await client.query(`drop table "${originalSchema}"."${table}"`);
      for (const functionName of functions) await client.query(`drop function "${originalSchema}"."${functionName}"()`);
      for (const table of VERSION_TABLES) {
        await client.query(`alter table if exists ${name}.${ASIDE_PREFIX}${table} rename to ${table}`);
      }
      await moveTables(client, name, originalSchema);
      await client.query(`drop schema ${name}`);
    });
  };
  return { name: `${database} (${name})`, putBack };
};

/** Moves the tables from one schema into another, with the functions that their triggers call. */
const moveTables = async (client: Client, from: string, to: string): Promise<void> => {
  const functions = await functionsIn(client, from);
  for (const table of await tablesIn(client, from)) {
    await client.query(`alter table "${from}"."${table}" set schema "${to}"`);
  }
  for (const functionName of functions)
    await client.query(`alter function "${from}"."${functionName}"() set schema "${to}"`);
};

const functionsIn = async (client: Client, schema: string): Promise<string[]> => {
  const { rows } = await client.query<{ name: string }>(
    `select distinct made.proname::text as name from pg_trigger
     join pg_proc made on made.oid = tgfoid and made.pronamespace = $1::regnamespace
     join pg_class held on held.oid = tgrelid and held.relname = any($2::text[]) where not tgisinternal`,
    [`"${schema}"`, await tablesIn(client, schema)],
  );
  return rows.map((row) => row.name);
};

const tablesIn = async (client: Client, schema: string): Promise<string[]> => {
  const known = [...MOVED_TABLES.map((table) => table.name), ...VERSION_TABLES];
  const { rows } = await client.query<{ name: string }>(
    'select tablename::text as name from pg_tables where schemaname = $1 and tablename = any($2::text[])',
    [schema, known],
  );
  return rows.map((row) => row.name);
};

/** Works in one transaction while no server may use the database. */
const withExclusiveUse = async <T>(url: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const place = nameOf(url);
  const client = await clientFor(url).catch((error: unknown) => {
    throw postgresStartError(error, place);
  });
  try {
    if (!(await claimForMove(client))) throw new MoveError('move-in-use', () => say('server:move.in-use', { place }));
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '42501') {
      throw new BackupError('restore-not-set-aside', () => say('server:backup.not-set-aside', { place }), error);
    }
    throw postgresStartError(error, place);
  } finally {
    await client.end();
  }
};
