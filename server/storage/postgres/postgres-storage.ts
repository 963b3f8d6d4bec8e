import { randomBytes } from 'node:crypto';
import { Kysely } from 'kysely';
import type { Pool } from 'pg';
import { attendanceStorage } from '#storage/attendance/attendance-queries.ts';
import { contestsStorage } from '#storage/contest-rows/contests-queries.ts';
import { evaluationStorage } from '#storage/evaluation/evaluation-queries.ts';
import { paperAppealsStorage, typingAppealsStorage } from '#storage/exam-queries/appeals-queries.ts';
import { privateExamsStorage } from '#storage/exam-queries/private-exams-queries.ts';
import { observeErrors } from '#storage/health/error-observer.ts';
import { createStorageHealth } from '#storage/health/storage-health.ts';
import { mentorsStorage } from '#storage/mentor-queries/mentors-queries.ts';
import { plannedDrillsStorage } from '#storage/mentor-queries/planned-drills-queries.ts';
import { personalDataCalls } from '#storage/personal-data/personal-data-calls.ts';
import { storageCalls } from '#storage/queries/storage-calls.ts';
import type { Database } from '#storage/queries/tables.ts';
import { bookletsStorage } from '#storage/service-data/booklets-queries.ts';
import { serviceTablesStorage } from '#storage/service-data/service-tables-queries.ts';
import type { Storage } from '#storage/storage.ts';
import { publishedSheetsStorage } from '#storage/term-sheets/published-sheets-queries.ts';
import { personalRepliesStorage } from '#storage/together-queries/personal-replies-queries.ts';
import { puzzleRatingsStorage } from '#storage/together-queries/puzzle-ratings-queries.ts';
import { rolePlaysStorage } from '#storage/together-queries/role-plays-queries.ts';
import { postgresAppend } from './postgres-append.ts';
import { clientFor } from './postgres-connections.ts';
import { postgresDialect } from './postgres-dialect.ts';
import { postgresLocks } from './postgres-locks.ts';

/** Bytes written to see whether writing works: more than a row of the log. */
const TRIAL_BYTES = 65_536;

/** The storage on a migrated database: `pool` for its queries, `url` for the connections that hold locks. */
export const createPostgresStorage = (pool: Pool, url: string): Storage => {
  const db = new Kysely<Database>({ dialect: postgresDialect(pool) });
  const { close: closeLocks, ...locks } = postgresLocks(() => clientFor(url));
  const tables = { db, dialect: 'postgres' } as const;
  const calls = storageCalls(tables, {
    appendAll: postgresAppend(db),
    locks,
    holdFile: async () => async () => {},
    close: async () => {
      await closeLocks();
      await pool.end();
    },
  });
  // Its files and the space left are the database server's to look after.
  const health = createStorageHealth({
    isThere: () => true,
    tryWrite: () => writeTrial(db),
    freeBytes: async () => null,
    minFreeBytes: 0,
  });
  const ofTerms = {
    attendance: attendanceStorage(tables),
    evaluation: evaluationStorage(tables),
    publishedSheets: publishedSheetsStorage(tables),
    contests: contestsStorage(tables),
    mentors: mentorsStorage(tables),
    plannedDrills: plannedDrillsStorage(tables),
  };
  const together = {
    rolePlays: rolePlaysStorage(tables),
    privateExams: privateExamsStorage(tables),
    paperAppeals: paperAppealsStorage(tables),
    typingAppeals: typingAppealsStorage(tables),
    puzzleRatings: puzzleRatingsStorage(tables),
    personalReplies: personalRepliesStorage(tables),
  };
  const ofShop = { serviceTables: serviceTablesStorage(tables), booklets: bookletsStorage(tables) };
  const all = { ...calls, ...ofTerms, ...ofShop, ...together, ...personalDataCalls(tables) };
  return { ...observeErrors(all, health.noteError), health };
};

/** Writes what can't be packed smaller and takes it back. */
export const writeTrial = async (db: Kysely<Database>): Promise<void> => {
  const trial = { hash: `trial-${randomBytes(12).toString('hex')}`, body: randomBytes(TRIAL_BYTES).toString('hex') };
  const takenBack = new Error('taken back');
  try {
    await db.transaction().execute(async (trx) => {
      await trx.insertInto('contents').values(trial).execute();
      throw takenBack;
    });
  } catch (error) {
    if (error !== takenBack) throw error;
  }
};
