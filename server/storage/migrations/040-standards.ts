import type { ColumnDefinitionBuilder, Kysely } from 'kysely';

const required = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();
const key = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.primaryKey().notNull();

/**
 * Standards that a school names on its certificates, every saving a version; ratings of puzzles, and what they came to for a
 * person. `body`: JSON.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('school_standards')
    .addColumn('school', 'text', required)
    .addColumn('version', 'integer', required)
    .addColumn('body', 'text', required)
    .addColumn('by', 'text', required)
    .addColumn('at', 'integer', required)
    .addPrimaryKeyConstraint('school_standards_key', ['school', 'version'])
    .execute();
  await db.schema
    .createTable('puzzle_ratings')
    .addColumn('puzzle', 'text', key)
    .addColumn('rating', 'real', required)
    .addColumn('rd', 'real', required)
    .addColumn('vol', 'real', required)
    .addColumn('answers', 'integer', required)
    .execute();
  await db.schema
    .createTable('puzzle_players')
    .addColumn('person', 'text', key)
    .addColumn('body', 'text', required)
    .execute();
};
