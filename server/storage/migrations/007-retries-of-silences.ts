import type { Kysely } from 'kysely';

/**
 * For a silence done again: the drill time from which nothing was said. Null for a turn whose own words are done again
 * (RULES N7).
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema.alterTable('drills').addColumn('retry_since', 'integer').execute();
};
