import type { ColumnDefinitionBuilder, Kysely } from 'kysely';

const required = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();

/** Standards that a school names on its certificates, every saving a version. `body`: JSON. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('school_standards')
    .addColumn('school', 'text', required)
    .addColumn('version', 'integer', required)
    .addColumn('body', 'text', required)
    .addColumn('by', 'text', required)
    .addColumn('at', 'integer', required)
    .addPrimaryKeyConstraint('school_standards_key', ['school', 'version'])
    .execute();
}
