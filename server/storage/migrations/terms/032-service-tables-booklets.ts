import type { ColumnDefinitionBuilder, Kysely } from 'kysely';

const required = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();

/**
 * Service tables that a school uploaded, and the case booklet of a term as it is being put together: its title and the
 * turns that were chosen. A booklet has no words of a drill, only where they stand.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('service_tables')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('school', 'text', required)
    .addColumn('name', 'text', required)
    .addColumn('rows', 'integer', required)
    .addColumn('first_at', 'integer', required)
    .addColumn('last_at', 'integer', required)
    .addColumn('body', 'text', required)
    .addColumn('by', 'text', required)
    .addColumn('at', 'integer', required)
    .execute();
  await db.schema.createIndex('service_tables_of_school').on('service_tables').column('school').execute();
  await db.schema
    .createTable('booklets')
    .addColumn('term', 'text', (column) => column.primaryKey().notNull())
    .addColumn('version', 'integer', required)
    .addColumn('title', 'text', required)
    .addColumn('by', 'text', required)
    .addColumn('at', 'integer', required)
    .execute();
  await db.schema
    .createTable('booklet_items')
    .addColumn('term', 'text', required)
    .addColumn('place', 'integer', required)
    .addColumn('run', 'text', required)
    .addColumn('code', 'text', required)
    .addColumn('drill', 'text', required)
    .addColumn('good_drill', 'text')
    .addColumn('body', 'text', required)
    .addPrimaryKeyConstraint('booklet_items_key', ['term', 'place'])
    .execute();
  await db.schema.createIndex('booklet_items_of_drill').on('booklet_items').column('drill').execute();
};
