import type { Kysely } from 'kysely';

/**
 * From here on a run's plan may be homework, which has its window there; due times of single seats are entries of the run's
 * log. A version that doesn't know this migration refuses the database: it would take homework for a lesson whose bell never
 * rings. The home page asks for the seats of a device and of a person.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema.createIndex('seats_by_device').on('seats').column('guest').execute();
  await db.schema.createIndex('seats_by_person').on('seats').column('person').execute();
};
