import { type ColumnDefinitionBuilder, type Kysely, sql } from 'kysely';

const required = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();

/** Certificates of exams: one that counts for a seat, and those that were withdrawn before it. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('certificates')
    .addColumn('code', 'text', (column) => column.primaryKey().notNull())
    .addColumn('school', 'text', required)
    .addColumn('run', 'text', required)
    .addColumn('seat', 'text', required)
    .addColumn('facts', 'text', required)
    .addColumn('by', 'text', required)
    .addColumn('at', 'integer', required)
    .addColumn('withdrawn_at', 'integer')
    .addColumn('withdrawn_by', 'text')
    .addColumn('withdrawn_why', 'text')
    .execute();
  await db.schema.createIndex('certificates_of_run').on('certificates').column('run').execute();
  await db.schema.createIndex('certificates_of_school').on('certificates').column('school').execute();
  await sql`create unique index certificates_of_seat on certificates (seat) where withdrawn_at is null`.execute(db);
};
