import type { ColumnDefinitionBuilder, Kysely } from 'kysely';

const required = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();

/** Practice that its owner has handed in, to homework or to a class, and what staff said of it. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('handed_in')
    .addColumn('drill', 'text', (column) => column.primaryKey().notNull())
    .addColumn('school', 'text', required)
    .addColumn('class', 'text')
    .addColumn('run', 'text', required)
    .addColumn('seat', 'text', required)
    .addColumn('target', 'text', required)
    .addColumn('titles', 'text', required)
    .addColumn('at', 'integer', required)
    .addColumn('marked_at', 'integer')
    .addColumn('marked_by', 'text')
    .addColumn('mark', 'real')
    .addColumn('note', 'text')
    .execute();
  await db.schema.createIndex('handed_in_of_run').on('handed_in').column('run').execute();
  await db.schema.createIndex('handed_in_of_class').on('handed_in').column('class').execute();
  await db.schema.createIndex('handed_in_of_seat').on('handed_in').column('seat').execute();
};
