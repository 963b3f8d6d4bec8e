/**
 * Without the index by which a command that came before was found: whoever has a drill in memory knows its commands
 * (`runner/stored-commands.ts`). To keep it took nearly half of an append.
 */
import { type Kysely, sql } from 'kysely';

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`drop index if exists log_of_command`.execute(db);
};
