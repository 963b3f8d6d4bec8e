import type { ColumnDefinitionBuilder, Kysely } from 'kysely';

const required = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();

/**
 * Drills of a run that are marked as an exercise, under a number of their own, and what a seat or a member of staff has
 * marked of each.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('inspection_items')
    .addColumn('run', 'text', required)
    .addColumn('drill', 'text', (column) => column.primaryKey().notNull())
    .addColumn('no', 'integer', required)
    .addColumn('at', 'integer', required)
    .execute();
  await db.schema.createIndex('inspection_items_of_run').on('inspection_items').column('run').execute();
  await db.schema
    .createTable('markings')
    .addColumn('run', 'text', required)
    .addColumn('drill', 'text', required)
    .addColumn('seat', 'text')
    .addColumn('person', 'text')
    .addColumn('inspector', 'text', required)
    .addColumn('body', 'text', required)
    .addColumn('at', 'integer', required)
    .addColumn('handed_in_at', 'integer')
    .addPrimaryKeyConstraint('markings_key', ['drill', 'inspector'])
    .execute();
  await db.schema.createIndex('markings_of_run').on('markings').column('run').execute();
};
