import type { ColumnDefinitionBuilder, Kysely } from 'kysely';

const required = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();

/** Drills in which a person plays the customer: the code by which they take the card, who took it and what they said after it. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('role_plays')
    .addColumn('drill', 'text', (column) => column.primaryKey().notNull())
    .addColumn('code', 'text', required)
    .addColumn('school', 'text')
    .addColumn('at', 'integer', required)
    .addColumn('player_guest', 'text')
    .addColumn('player_person', 'text')
    .addColumn('player_name', 'text')
    .addColumn('taken_at', 'integer')
    .addColumn('felt', 'text')
    .addColumn('unsaid', 'text', required)
    .execute();
  await db.schema.createIndex('role_plays_by_code').unique().on('role_plays').column('code').execute();
  await db.schema.createIndex('role_plays_of_person').on('role_plays').column('player_person').execute();
};
