import type { ColumnDefinitionBuilder, Kysely } from 'kysely';

const required = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();

/** Teams of a term by their place, who is in them, and the awards; a trainee is in one team of a term at most. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('team_awards')
    .addColumn('term', 'text', (column) => column.primaryKey().notNull())
    .addColumn('version', 'integer', required)
    .addColumn('awards', 'text', required)
    .execute();
  await db.schema
    .createTable('teams')
    .addColumn('term', 'text', required)
    .addColumn('place', 'integer', required)
    .addColumn('name', 'text', required)
    .addPrimaryKeyConstraint('teams_key', ['term', 'place'])
    .execute();
  await db.schema
    .createTable('team_members')
    .addColumn('term', 'text', required)
    .addColumn('person', 'text', required)
    .addColumn('team', 'integer', required)
    .addColumn('leader', 'integer', required)
    .addColumn('shift', 'text')
    .addPrimaryKeyConstraint('team_members_key', ['term', 'person'])
    .execute();
  await db.schema.createIndex('team_members_of_person').on('team_members').column('person').execute();
};
