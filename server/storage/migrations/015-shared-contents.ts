import type { Kysely } from 'kysely';

/**
 * From here on a content may name a second row that has most of it. Nothing is changed: contents stored before stay
 * whole. A version that doesn't know this migration refuses the database; it couldn't read such a content.
 */
export const up = async (_: Kysely<unknown>): Promise<void> => {};
