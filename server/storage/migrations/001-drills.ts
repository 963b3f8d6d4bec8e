import { type Kysely, sql } from 'kysely';

/** A row of `log` holds one command's events as a JSON array: seven times faster than a table keyed by drill. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('guests')
    .addColumn('token_hash', 'text', (column) => column.primaryKey())
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('at', 'integer', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('contents')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('body', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('drills')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('guest', 'text', (column) => column.notNull())
    .addColumn('content_hash', 'text', (column) => column.notNull())
    .addColumn('scenarios', 'text', (column) => column.notNull())
    .addColumn('mode', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('opened_at', 'integer', (column) => column.notNull())
    .addColumn('ended_at', 'integer')
    .addColumn('score', 'real')
    .addColumn('seq', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('running', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('due_at', 'integer')
    .addColumn('heartbeat_at', 'integer', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('drills_of_guest').on('drills').columns(['guest', 'opened_at']).execute();
  await sql`create index drills_running on drills (id) where running = 1`.execute(db);
  await db.schema
    .createTable('log')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('drill', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('n', 'integer', (column) => column.notNull())
    .addColumn('at', 'integer', (column) => column.notNull())
    .addColumn('command_id', 'text')
    .addColumn('ack', 'text')
    .addColumn('body', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('log_of_drill').unique().on('log').columns(['drill', 'seq']).execute();
  await sql`create unique index log_of_command on log (drill, command_id) where command_id is not null`.execute(db);
};
