import type { ColumnDefinitionBuilder, Kysely } from 'kysely';

const required = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();

/** A school's own conditions of the learning path, every saving a version, and evaluations of trainees. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('path_settings')
    .addColumn('school', 'text', required)
    .addColumn('version', 'integer', required)
    .addColumn('body', 'text')
    .addColumn('by', 'text', required)
    .addColumn('at', 'integer', required)
    .addPrimaryKeyConstraint('path_settings_key', ['school', 'version'])
    .execute();
  await db.schema
    .createTable('evaluations')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('school', 'text', required)
    .addColumn('person', 'text', required)
    .addColumn('mark', 'integer', required)
    .addColumn('note', 'text', required)
    .addColumn('by', 'text', required)
    .addColumn('at', 'integer', required)
    .addColumn('withdrawn_at', 'integer')
    .addColumn('withdrawn_by', 'text')
    .addColumn('withdrawn_why', 'text')
    .execute();
  await db.schema.createIndex('evaluations_of_person').on('evaluations').column('person').execute();
};
