import type { ColumnDefinitionBuilder, Kysely } from 'kysely';

const required = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();
const key = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.primaryKey();

/**
 * Written papers. From here on a run's plan may be a paper, whose questions are a row of `papers`; a seat that has begun
 * it is a row of `sittings`, each of its answers one of `paper_answers`. A version that doesn't know this migration
 * refuses the database: it would take a paper for a lesson without customers.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('papers')
    .addColumn('run', 'text', key)
    .addColumn('questions', 'text', required)
    .addColumn('body', 'text', required)
    .execute();
  await db.schema
    .createTable('sittings')
    .addColumn('seat', 'text', key)
    .addColumn('run', 'text', required)
    .addColumn('begun_at', 'integer', required)
    .addColumn('handed_in_at', 'integer')
    .execute();
  await db.schema.createIndex('sittings_of_run').on('sittings').column('run').execute();
  await db.schema
    .createTable('paper_answers')
    .addColumn('seat', 'text', required)
    .addColumn('question', 'text', required)
    .addColumn('answer', 'text')
    .addColumn('flagged', 'integer', required)
    .addColumn('at', 'integer', required)
    .addPrimaryKeyConstraint('paper_answers_key', ['seat', 'question'])
    .execute();
};
