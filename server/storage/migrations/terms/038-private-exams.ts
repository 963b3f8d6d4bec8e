import type { ColumnDefinitionBuilder, Kysely } from 'kysely';

const required = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();
const key = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.primaryKey();

/**
 * Mock exams that somebody sits alone: a row is one sitting, with what it is made of and what was done so far as JSON.
 * `seat_leaves` counts how often the page of a part was left at a class's exam; typing keeps its own count.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('private_exams')
    .addColumn('id', 'text', key)
    .addColumn('guest', 'text', required)
    .addColumn('person', 'text')
    .addColumn('at', 'integer', required)
    .addColumn('ended_at', 'integer')
    .addColumn('drill', 'text')
    .addColumn('body', 'text', required)
    .addColumn('work', 'text', required)
    .execute();
  await db.schema.createIndex('private_exams_of_guest').on('private_exams').column('guest').execute();
  await db.schema.createIndex('private_exams_of_person').on('private_exams').column('person').execute();
  await db.schema.createIndex('private_exams_of_drill').on('private_exams').column('drill').execute();
  await db.schema
    .createTable('seat_leaves')
    .addColumn('seat', 'text', required)
    .addColumn('part', 'text', required)
    .addColumn('n', 'integer', required)
    .addPrimaryKeyConstraint('seat_leaves_key', ['seat', 'part'])
    .execute();
};
