import type { Kysely } from 'kysely';

/** A silence done again: the drill time from which nothing was said. Null where a turn's own words are (RULES N7). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('drills').addColumn('retry_since', 'integer').execute();
}
