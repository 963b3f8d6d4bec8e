import type { ColumnDefinitionBuilder, Kysely } from 'kysely';

const required = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();
const key = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.primaryKey().notNull();

/** Attendance of a term beside who came: its rules, shifts of its sessions, corrections, leave; and handover notes. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('attendance_rules')
    .addColumn('term', 'text', key)
    .addColumn('version', 'integer', required)
    .addColumn('body', 'text')
    .execute();
  await db.schema
    .createTable('session_shifts')
    .addColumn('term', 'text', required)
    .addColumn('run', 'text', required)
    .addColumn('shift', 'text', required)
    .addPrimaryKeyConstraint('session_shifts_key', ['term', 'run'])
    .execute();
  await db.schema
    .createTable('attendance_entries')
    .addColumn('id', 'text', key)
    .addColumn('term', 'text', required)
    .addColumn('run', 'text', required)
    .addColumn('person', 'text', required)
    .addColumn('mark', 'text')
    .addColumn('reason', 'text', required)
    .addColumn('by', 'text', required)
    .addColumn('at', 'integer', required)
    .execute();
  await db.schema
    .createTable('leaves')
    .addColumn('id', 'text', key)
    .addColumn('term', 'text', required)
    .addColumn('person', 'text', required)
    .addColumn('day', 'text', required)
    .addColumn('span', 'text', required)
    .addColumn('reason', 'text', required)
    .addColumn('by', 'text', required)
    .addColumn('at', 'integer', required)
    .addColumn('state', 'text', required)
    .addColumn('decider', 'text')
    .addColumn('decided', 'integer')
    .addColumn('note', 'text', required)
    .execute();
  await db.schema
    .createTable('handover_notes')
    .addColumn('id', 'text', key)
    .addColumn('term', 'text', required)
    .addColumn('team', 'text', required)
    .addColumn('day', 'text', required)
    .addColumn('shift', 'text', required)
    .addColumn('text', 'text', required)
    .addColumn('by', 'text', required)
    .addColumn('at', 'integer', required)
    .addColumn('taker', 'text')
    .addColumn('taken', 'integer')
    .execute();
  for (const table of ['attendance_entries', 'leaves'] as const) {
    await db.schema.createIndex(`${table}_of_term`).on(table).column('term').execute();
    await db.schema.createIndex(`${table}_of_person`).on(table).column('person').execute();
  }
  await db.schema.createIndex('handover_notes_of_term').on('handover_notes').column('term').execute();
};
