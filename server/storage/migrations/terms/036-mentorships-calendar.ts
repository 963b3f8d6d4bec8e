import type { ColumnDefinitionBuilder, Kysely } from 'kysely';

const required = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();
const key = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.primaryKey().notNull();

/**
 * Mentors of other schools: who was invited by which school, and each step by which a school shared a run or a term with
 * them; and the drills that a teacher has set into a term's calendar.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  // `login` or `code`: how somebody was invited. `person`: who accepted it.
  await db.schema
    .createTable('mentorships')
    .addColumn('id', 'text', key)
    .addColumn('school', 'text', required)
    .addColumn('login', 'text')
    .addColumn('code', 'text')
    .addColumn('by', 'text', required)
    .addColumn('at', 'integer', required)
    .addColumn('expires_at', 'integer', required)
    .addColumn('person', 'text')
    .addColumn('accepted_at', 'integer')
    .addColumn('ended_at', 'integer')
    .addColumn('ended_by', 'text')
    .execute();
  await db.schema.createIndex('mentorships_of_code').unique().on('mentorships').column('code').execute();
  for (const column of ['school', 'person', 'login'] as const)
    await db.schema.createIndex(`mentorships_by_${column}`).on('mentorships').column(column).execute();
  await db.schema
    .createTable('shares')
    .addColumn('id', 'text', key)
    .addColumn('school', 'text', required)
    .addColumn('kind', 'text', required)
    .addColumn('thing', 'text', required)
    .addColumn('step', 'text', required)
    .addColumn('by', 'text', required)
    .addColumn('at', 'integer', required)
    .execute();
  await db.schema.createIndex('shares_of_thing').on('shares').columns(['kind', 'thing']).execute();
  await db.schema.createIndex('shares_of_school').on('shares').column('school').execute();
  await db.schema
    .createTable('planned_drills')
    .addColumn('id', 'text', key)
    .addColumn('term', 'text', required)
    .addColumn('event', 'text', required)
    .addColumn('step', 'text', required)
    .addColumn('day', 'text', required)
    .addColumn('by', 'text', required)
    .addColumn('at', 'integer', required)
    .addColumn('removed_at', 'integer')
    .execute();
  await db.schema.createIndex('planned_drills_of_term').on('planned_drills').column('term').execute();
};
