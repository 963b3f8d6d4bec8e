import type { ColumnDefinitionBuilder, Kysely } from 'kysely';

const required = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();
const key = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.primaryKey();

/**
 * Exams of parts. From here on a run's plan may be such an exam; what of it must not change stands in `exams`, and who
 * sits which failed parts again in `resits`. A seat that has begun to type is a row of `typing_sittings`. A version that
 * doesn't know this migration refuses the database: it would take an exam for homework.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('exams')
    .addColumn('run', 'text', key)
    .addColumn('of', 'text')
    .addColumn('body', 'text', required)
    .execute();
  await db.schema.createIndex('exams_of').on('exams').column('of').execute();
  await db.schema
    .createTable('resits')
    .addColumn('seat', 'text', key)
    .addColumn('run', 'text', required)
    .addColumn('first', 'text', required)
    .addColumn('parts', 'text', required)
    .execute();
  await db.schema.createIndex('resits_of_run').on('resits').column('run').execute();
  await db.schema.createIndex('resits_of_first').on('resits').column('first').execute();
  await db.schema
    .createTable('typing_sittings')
    .addColumn('seat', 'text', key)
    .addColumn('run', 'text', required)
    .addColumn('begun_at', 'integer', required)
    .addColumn('ended_at', 'integer')
    .addColumn('typed', 'text', required)
    .addColumn('left_page', 'integer', required)
    .addColumn('pasted', 'integer', required)
    .execute();
  await db.schema.createIndex('typing_sittings_of_run').on('typing_sittings').column('run').execute();
};
