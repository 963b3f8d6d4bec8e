import { type ColumnDefinitionBuilder, type Kysely, sql } from 'kysely';

const required = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();

/**
 * Every ended drill in short; `body` is null for a drill that counts nowhere (a turn done again), so that it isn't looked
 * at anew each time. Whose it is stands with the drill alone: a seat may change hands, practice may be claimed.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('portfolio')
    .addColumn('drill', 'text', (column) => column.primaryKey())
    .addColumn('made_at', 'integer', required)
    .addColumn('body', 'text')
    .execute();
  // Which roster's trainee sits at a device: looked up with every portfolio.
  await sql`create index seats_of_device on seats (guest, joined_at) where guest is not null`.execute(db);
}
