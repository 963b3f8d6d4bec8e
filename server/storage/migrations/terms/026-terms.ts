import type { ColumnDefinitionBuilder, Kysely } from 'kysely';

const required = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();

/** Terms of a class with the rules of their sheets, and every entry of a sheet's cells: the last one of a cell counts. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('terms')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('school', 'text', required)
    .addColumn('class', 'text', required)
    .addColumn('name', 'text', required)
    .addColumn('first_day', 'text', required)
    .addColumn('last_day', 'text', required)
    .addColumn('rules', 'text')
    .addColumn('version', 'integer', required)
    .addColumn('created_by', 'text', required)
    .addColumn('created_at', 'integer', required)
    .execute();
  await db.schema.createIndex('terms_of_class').on('terms').column('class').execute();
  await db.schema
    .createTable('term_entries')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('term', 'text', required)
    .addColumn('person', 'text', required)
    .addColumn('item', 'text', required)
    .addColumn('value', 'real')
    .addColumn('out_of', 'integer', required)
    .addColumn('reason', 'text', required)
    .addColumn('by', 'text', required)
    .addColumn('at', 'integer', required)
    .execute();
  await db.schema.createIndex('term_entries_of_term').on('term_entries').column('term').execute();
  await db.schema.createIndex('term_entries_of_person').on('term_entries').column('person').execute();
};
