import type { ColumnDefinitionBuilder, Kysely } from 'kysely';

const required = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();
const key = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.primaryKey().notNull();

/** Who joined the individual ranks of a term, and who left them. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('ranking_steps')
    .addColumn('id', 'text', key)
    .addColumn('term', 'text', required)
    .addColumn('person', 'text', required)
    .addColumn('step', 'text', required)
    .addColumn('at', 'integer', required)
    .execute();
  await db.schema.createIndex('ranking_steps_of_term').on('ranking_steps').column('term').execute();
  await db.schema.createIndex('ranking_steps_of_person').on('ranking_steps').column('person').execute();
};
