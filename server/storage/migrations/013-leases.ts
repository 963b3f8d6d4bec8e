import { type ColumnDefinitionBuilder, type Kysely, sql } from 'kysely';

const required = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();

/** The node that has a drill in memory, until when, and the nodes there are. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema.alterTable('drills').addColumn('lease_node', 'text').execute();
  await db.schema.alterTable('drills').addColumn('lease_until', 'integer').execute();
  await sql`create index drills_leased on drills (lease_node) where lease_node is not null`.execute(db);
  await db.schema
    .createTable('nodes')
    .addColumn('node', 'text', (column) => column.primaryKey())
    .addColumn('url', 'text', required)
    .addColumn('until', 'integer', required)
    .execute();
};
