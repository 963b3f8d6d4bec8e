import type { ColumnDefinitionBuilder, Kysely } from 'kysely';

const required = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();

/** Rulings on a point of a turn, and trainees' own views of a point. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  const rulings = () => db.schema.alterTable('rulings');
  await rulings().addColumn('conversation', 'text').execute();
  await rulings().addColumn('point', 'text').execute();
  await rulings().addColumn('turn', 'integer').execute();
  // Whether the reply may become an example of its case.
  await rulings()
    .addColumn('example', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();

  await db.schema
    .createTable('proposals')
    .addColumn('drill', 'text', required)
    .addColumn('conversation', 'text', required)
    .addColumn('point', 'text', required)
    .addColumn('turn', 'integer', required)
    .addColumn('said', 'integer', required)
    .addColumn('at', 'integer', required)
    .addPrimaryKeyConstraint('proposals_key', ['drill', 'conversation', 'point', 'turn'])
    .execute();
};
