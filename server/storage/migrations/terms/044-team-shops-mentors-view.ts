import type { Kysely } from 'kysely';

/**
 * The shop that a team of a term stands for, and what the school's own mentors see of a class. Classes that are there go on
 * as they were: their mentors see everything.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema.alterTable('teams').addColumn('shop', 'text').execute();
  await db.schema
    .alterTable('classes')
    .addColumn('mentors_see', 'text', (column) => column.notNull().defaultTo('all'))
    .execute();
};
