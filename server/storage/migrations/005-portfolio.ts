import { type ColumnDefinitionBuilder, type Kysely, sql } from 'kysely';

const required = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();

/**
 * Every ended drill in short. `body` is null for a drill that counts nowhere (a retry): without the row it would be
 * looked at each time. Only the drill's own row says whose it is: a seat may change hands, practice may be claimed.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('portfolio')
    .addColumn('drill', 'text', (column) => column.primaryKey())
    .addColumn('made_at', 'integer', required)
    .addColumn('body', 'text')
    .execute();
  // Every portfolio looks up the roster's trainee who sits at a device.
  await sql`create index seats_of_device on seats (guest, joined_at) where guest is not null`.execute(db);
};
