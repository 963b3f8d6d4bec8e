import type { ColumnDefinitionBuilder, Kysely } from 'kysely';

const required = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();
const key = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.primaryKey().notNull();

/**
 * Contests: who made one and by which rules, the runs that entered it, the codes that other schools enter by, the names
 * that contestants chose, boards of other servers, the keys that a school knows, and the key this server signs with.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('contests')
    .addColumn('id', 'text', key)
    .addColumn('school', 'text', required)
    .addColumn('name', 'text', required)
    .addColumn('body', 'text', required)
    .addColumn('by', 'text', required)
    .addColumn('at', 'integer', required)
    .addColumn('unveiled', 'integer')
    .addColumn('opened_at', 'integer')
    .execute();
  await db.schema.createIndex('contests_of_school').on('contests').column('school').execute();
  await db.schema
    .createTable('contest_entries')
    .addColumn('run', 'text', key)
    .addColumn('contest', 'text', required)
    .addColumn('school', 'text', required)
    .addColumn('team', 'text', required)
    .addColumn('by', 'text', required)
    .addColumn('at', 'integer', required)
    .addColumn('left_at', 'integer')
    .execute();
  await db.schema.createIndex('contest_entries_of_contest').on('contest_entries').column('contest').execute();
  await db.schema.createIndex('contest_entries_of_school').on('contest_entries').column('school').execute();
  await db.schema
    .createTable('contest_codes')
    .addColumn('code', 'text', key)
    .addColumn('contest', 'text', required)
    .addColumn('for_whom', 'text', required)
    .addColumn('at', 'integer', required)
    .addColumn('used_by', 'text')
    .addColumn('used_at', 'integer')
    .execute();
  await db.schema.createIndex('contest_codes_of_contest').on('contest_codes').column('contest').execute();
  await db.schema
    .createTable('contest_names')
    .addColumn('seat', 'text', key)
    .addColumn('contest', 'text', required)
    .addColumn('name', 'text', required)
    .addColumn('at', 'integer', required)
    .addUniqueConstraint('contest_names_once', ['contest', 'name'])
    .execute();
  await db.schema
    .createTable('contest_files')
    .addColumn('contest', 'text', required)
    .addColumn('fingerprint', 'text', required)
    .addColumn('source', 'text', required)
    .addColumn('body', 'text', required)
    .addColumn('by', 'text', required)
    .addColumn('at', 'integer', required)
    .addPrimaryKeyConstraint('contest_files_key', ['contest', 'fingerprint', 'source'])
    .execute();
  await db.schema
    .createTable('known_keys')
    .addColumn('school', 'text', required)
    .addColumn('fingerprint', 'text', required)
    .addColumn('name', 'text', required)
    .addColumn('by', 'text', required)
    .addColumn('at', 'integer', required)
    .addPrimaryKeyConstraint('known_keys_key', ['school', 'fingerprint'])
    .execute();
  await db.schema
    .createTable('signing_keys')
    .addColumn('id', 'text', key)
    .addColumn('public_key', 'text', required)
    .addColumn('private_key', 'text', required)
    .addColumn('at', 'integer', required)
    .execute();
};
