import type { ColumnDefinitionBuilder, Kysely } from 'kysely';

const required = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();

/**
 * What was appealed and ruled of a written paper: a row a seat and question. `text` and `at` empty: ruled without an
 * appeal; `ruled_at` empty: open; `credit` empty: the marking stays.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('paper_appeals')
    .addColumn('seat', 'text', required)
    .addColumn('run', 'text', required)
    .addColumn('question', 'text', required)
    .addColumn('text', 'text')
    .addColumn('at', 'integer')
    .addColumn('credit', 'real')
    .addColumn('reason', 'text')
    .addColumn('ruled_by', 'text')
    .addColumn('ruled_at', 'integer')
    .addPrimaryKeyConstraint('paper_appeals_key', ['seat', 'question'])
    .execute();
  await db.schema.createIndex('paper_appeals_of_run').on('paper_appeals').column('run').execute();
};
