import type { ColumnDefinitionBuilder, Kysely } from 'kysely';

const required = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();

/** Quick replies that a person keeps for themselves, in their own order: `place` counts from 0. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('personal_replies')
    .addColumn('person', 'text', required)
    .addColumn('id', 'text', required)
    .addColumn('place', 'integer', required)
    .addColumn('code', 'text', required)
    .addColumn('title', 'text', required)
    .addColumn('text', 'text', required)
    .addColumn('rev', 'integer', required)
    .addColumn('at', 'integer', required)
    .addPrimaryKeyConstraint('personal_replies_key', ['person', 'id'])
    .execute();
};
