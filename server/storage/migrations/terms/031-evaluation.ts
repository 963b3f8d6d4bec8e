import type { ColumnDefinitionBuilder, Kysely } from 'kysely';

const required = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();
const key = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.primaryKey().notNull();

/** Three-sided evaluation of a term, its trial of pay and its recommended trainees: rules, steps on record, marks. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('term_rules')
    .addColumn('term', 'text', required)
    .addColumn('kind', 'text', required)
    .addColumn('version', 'integer', required)
    .addColumn('body', 'text')
    .addPrimaryKeyConstraint('term_rules_key', ['term', 'kind'])
    .execute();
  await db.schema
    .createTable('term_steps')
    .addColumn('id', 'text', key)
    .addColumn('term', 'text', required)
    .addColumn('kind', 'text', required)
    .addColumn('step', 'text', required)
    .addColumn('by', 'text', required)
    .addColumn('at', 'integer', required)
    .execute();
  await db.schema
    .createTable('side_drafts')
    .addColumn('term', 'text', required)
    .addColumn('person', 'text', required)
    .addColumn('side', 'text', required)
    .addColumn('by', 'text', required)
    .addColumn('version', 'integer', required)
    .addColumn('marks', 'text', required)
    .addColumn('note', 'text', required)
    .addColumn('at', 'integer', required)
    .addPrimaryKeyConstraint('side_drafts_key', ['term', 'person', 'side', 'by'])
    .execute();
  await db.schema
    .createTable('side_entries')
    .addColumn('id', 'text', key)
    .addColumn('term', 'text', required)
    .addColumn('person', 'text', required)
    .addColumn('side', 'text', required)
    .addColumn('by', 'text', required)
    .addColumn('version', 'integer', required)
    .addColumn('marks', 'text', required)
    .addColumn('note', 'text', required)
    .addColumn('at', 'integer', required)
    .execute();
  await db.schema
    .createTable('recommendations')
    .addColumn('id', 'text', key)
    .addColumn('term', 'text', required)
    .addColumn('person', 'text', required)
    .addColumn('step', 'text', required)
    .addColumn('by', 'text', required)
    .addColumn('at', 'integer', required)
    .execute();
  for (const table of ['side_entries', 'recommendations'] as const) {
    await db.schema.createIndex(`${table}_of_term`).on(table).column('term').execute();
    await db.schema.createIndex(`${table}_of_person`).on(table).column('person').execute();
  }
  await db.schema.createIndex('side_drafts_of_person').on('side_drafts').column('person').execute();
  await db.schema.createIndex('term_steps_of_term').on('term_steps').column('term').execute();
};
