import { type ColumnDefinitionBuilder, type Kysely, sql } from 'kysely';

const required = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();

/** The audit trail, for how long a school keeps what, and drills of which only the figures are left. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  // Ids only: a row outlives whoever it names. `previous`: the hash of the row before.
  await db.schema
    .createTable('audit_trail')
    .addColumn('n', 'integer', (column) => column.notNull().unique())
    .addColumn('at', 'integer', required)
    .addColumn('school', 'text')
    .addColumn('actor', 'text')
    .addColumn('kind', 'text', required)
    .addColumn('subject', 'text')
    .addColumn('details', 'text', required)
    .addColumn('previous', 'text', required)
    .addColumn('hash', 'text', required)
    .execute();
  await db.schema.createIndex('audit_of_school').on('audit_trail').columns(['school', 'n']).execute();
  await db.schema
    .createTable('retention')
    .addColumn('school', 'text', (column) => column.primaryKey())
    .addColumn('officer', 'text')
    .addColumn('practice_days', 'integer')
    .addColumn('run_days', 'integer')
    .addColumn('sign_in_days', 'integer')
    .addColumn('session_days', 'integer')
    .addColumn('done_at', 'integer')
    .execute();
  // When a drill's words were deleted: its row stays for the class's figures, and nobody opens it any more.
  await db.schema.alterTable('drills').addColumn('erased_at', 'integer').execute();
  await sql`create index drills_by_life on drills (heartbeat_at) where school is null`.execute(db);
};
