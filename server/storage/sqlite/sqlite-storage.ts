import { Kysely } from 'kysely';
import { namedQueue } from '#common/named-queue.ts';
import { attendanceStorage } from '#storage/attendance/attendance-queries.ts';
import { contestsStorage } from '#storage/contest-rows/contests-queries.ts';
import { evaluationStorage } from '#storage/evaluation/evaluation-queries.ts';
import { paperAppealsStorage, typingAppealsStorage } from '#storage/exam-queries/appeals-queries.ts';
import { privateExamsStorage } from '#storage/exam-queries/private-exams-queries.ts';
import { observeErrors } from '#storage/health/error-observer.ts';
import type { StorageHealth } from '#storage/health/storage-health.ts';
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
import { sqliteAppend } from './sqlite-append.ts';
import type { SqliteConnection } from './sqlite-connection.ts';
import { sqliteDialect } from './sqlite-dialect.ts';
import type { SqliteTurns } from './sqlite-turns.ts';

/**
 * The storage on an opened, migrated file. `health` hears of the errors; `closed` runs after the file is closed. The
 * file belongs to this process alone, so its locks are a queue.
 */
export const createSqliteStorage = (turns: SqliteTurns, health: StorageHealth, onClosed: () => void): Storage => {
  const db = new Kysely<Database>({ dialect: sqliteDialect(turns) });
  const tables = { db, dialect: 'sqlite' } as const;
  const calls = storageCalls(tables, {
    appendAll: sqliteAppend(db, turns),
    locks: locksOfOne(),
    holdFile: async () => {
      await turns.next((connection) => setCheckpoints(connection, 0));
      return () => turns.next((connection) => setCheckpoints(connection, CHECKPOINT_PAGES));
    },
    close: async () => {
      try {
        // After all that was asked before.
        await turns.next((connection) => connection.close());
      } finally {
        onClosed();
      }
    },
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

/** The locks of the only node there is. */
const locksOfOne = (): Storage['locks'] => {
  const enqueue = namedQueue();
  return { hold: enqueue, share: enqueue };
};

/** Pages in the log from which a commit writes them into the file: SQLite's own default. */
const CHECKPOINT_PAGES = 1000;

/** Not by `query`: SQLite carries this pragma out when it is prepared, so that a kept statement would do nothing. */
const setCheckpoints = (connection: SqliteConnection, pages: number) =>
  connection.exec(`pragma wal_autocheckpoint = ${pages}`);
