import { type ColumnDefinitionBuilder, type Kysely, sql } from 'kysely';

const required = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();
const key = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.primaryKey();

/** Cases that teachers write for their own school, and which version of them a run was planned with. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  // `published`: the hash of the version the school's trainees get; null: none.
  await db.schema
    .createTable('authored_cases')
    .addColumn('id', 'text', key)
    .addColumn('school', 'text', required)
    .addColumn('scenario', 'text', required)
    .addColumn('created_by', 'text', required)
    .addColumn('created_at', 'integer', required)
    .addColumn('published', 'text')
    .execute();
  await sql`create unique index authored_ids on authored_cases (school, scenario)`.execute(db);

  // A version never changes: what a run or a trial was opened from can always be read again. `scenario` is the case as
  // it was read then, because a later release might no longer read its file.
  await db.schema
    .createTable('authored_versions')
    .addColumn('case_id', 'text', required)
    .addColumn('hash', 'text', required)
    .addColumn('no', 'integer', required)
    .addColumn('yaml', 'text', required)
    .addColumn('testplan', 'text')
    .addColumn('scenario', 'text', required)
    .addColumn('errors', 'integer', required)
    .addColumn('warnings', 'integer', required)
    .addColumn('note', 'text', required)
    .addColumn('by', 'text', required)
    .addColumn('at', 'integer', required)
    .addPrimaryKeyConstraint('authored_versions_key', ['case_id', 'hash'])
    .execute();

  await db.schema
    .createTable('authored_log')
    .addColumn('id', 'text', key)
    .addColumn('case_id', 'text', required)
    .addColumn('at', 'integer', required)
    .addColumn('by', 'text', required)
    .addColumn('kind', 'text', required)
    .addColumn('version', 'text')
    .execute();
  await db.schema.createIndex('authored_log_of_case').on('authored_log').columns(['case_id', 'at']).execute();

  await db.schema
    .createTable('run_cases')
    .addColumn('run', 'text', required)
    .addColumn('scenario', 'text', required)
    .addColumn('version', 'text', required)
    .addPrimaryKeyConstraint('run_cases_key', ['run', 'scenario'])
    .execute();
};
