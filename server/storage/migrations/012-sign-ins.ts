import { type ColumnDefinitionBuilder, type Kysely, sql } from 'kysely';
import type { Dialect } from './names.ts';

const required = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();

/** What a list of sessions shows of each, and the record of sign-ins and refusals. */
export const up = async (db: Kysely<unknown>, dialect: Dialect = 'sqlite'): Promise<void> => {
  // `id` names a session on a page: the hash of its token is nobody's to see. `weak`: signed in with a common password.
  for (const column of ['id', 'browser', 'system', 'address'] as const) {
    await db.schema.alterTable('sessions').addColumn(column, 'text').execute();
  }
  await db.schema.alterTable('sessions').addColumn('seen_at', 'integer').execute();
  await db.schema
    .alterTable('sessions')
    .addColumn('weak', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  // No PostgreSQL database is older than this migration, so there is no session in any.
  if (dialect === 'sqlite') {
    await sql`update sessions set id = 'n' || lower(hex(randomblob(12))), seen_at = created_at`.execute(db);
  }
  await sql`create unique index sessions_of_id on sessions (id)`.execute(db);

  // `count`: how often the same was refused within the hour, the last time at `last_at`. `school` null: nobody's
  // account was meant, so that only the machine's admin reads of it.
  await db.schema
    .createTable('sign_ins')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('school', 'text')
    .addColumn('person', 'text')
    .addColumn('kind', 'text', required)
    .addColumn('by', 'text')
    .addColumn('browser', 'text')
    .addColumn('system', 'text')
    .addColumn('address', 'text', required)
    .addColumn('at', 'integer', required)
    .addColumn('last_at', 'integer', required)
    .addColumn('count', 'integer', required)
    .execute();
  await db.schema.createIndex('sign_ins_by_time').on('sign_ins').column('last_at').execute();
  await db.schema.createIndex('sign_ins_of_school').on('sign_ins').columns(['school', 'last_at']).execute();
};
