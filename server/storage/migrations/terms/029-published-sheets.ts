import type { ColumnDefinitionBuilder, Kysely } from 'kysely';

const required = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();

/**
 * Term sheets as they were published, a version and its rows, and appeals about their cells: about one cell of a version
 * there is one at most.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('sheet_versions')
    .addColumn('term', 'text', required)
    .addColumn('version', 'integer', required)
    .addColumn('at', 'integer', required)
    .addColumn('by', 'text', required)
    .addColumn('missing', 'integer', required)
    .addColumn('shows_rank', 'integer', required)
    .addColumn('body', 'text', required)
    .addColumn('withdrawn_at', 'integer')
    .addColumn('withdrawn_by', 'text')
    .addColumn('withdrawn_why', 'text')
    .addPrimaryKeyConstraint('sheet_versions_key', ['term', 'version'])
    .execute();
  await db.schema
    .createTable('sheet_rows')
    .addColumn('term', 'text', required)
    .addColumn('version', 'integer', required)
    .addColumn('person', 'text', required)
    .addColumn('no', 'text', required)
    .addColumn('name', 'text', required)
    .addColumn('body', 'text', required)
    .addPrimaryKeyConstraint('sheet_rows_key', ['term', 'version', 'person'])
    .execute();
  await db.schema.createIndex('sheet_rows_of_person').on('sheet_rows').column('person').execute();
  await db.schema
    .createTable('sheet_appeals')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('term', 'text', required)
    .addColumn('version', 'integer', required)
    .addColumn('person', 'text', required)
    .addColumn('item', 'text', required)
    .addColumn('value', 'real')
    .addColumn('text', 'text', required)
    .addColumn('at', 'integer', required)
    .addColumn('how', 'text')
    .addColumn('changed_to', 'real')
    .addColumn('reason', 'text')
    .addColumn('closed_by', 'text')
    .addColumn('closed_at', 'integer')
    .execute();
  await db.schema
    .createIndex('sheet_appeals_of_cell')
    .unique()
    .on('sheet_appeals')
    .columns(['term', 'version', 'person', 'item'])
    .execute();
  await db.schema.createIndex('sheet_appeals_of_person').on('sheet_appeals').column('person').execute();
};
