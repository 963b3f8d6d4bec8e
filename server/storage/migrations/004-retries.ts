import { type Kysely, sql } from 'kysely';

/** A turn that its own trainee does again: the drill it is a retry of, and which turn (RULES N7). */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  const drills = () => db.schema.alterTable('drills');
  await drills().addColumn('retry_drill', 'text').execute();
  await drills().addColumn('retry_conversation', 'text').execute();
  await drills().addColumn('retry_turn', 'integer').execute();
  await sql`create index drills_of_retry on drills (retry_drill, opened_at) where retry_drill is not null`.execute(db);
};
