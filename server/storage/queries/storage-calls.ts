import type { Storage } from '#storage/storage.ts';
import { authoredStorage } from './authored-queries.ts';
import { certificatesStorage } from './certificates-queries.ts';
import { teamsStorage, termsStorage } from './classes-queries.ts';
import type { Tables } from './dialect.ts';
import { discussionStorage } from './discussion-queries.ts';
import { drillsStorage } from './drills-queries.ts';
import { handedInStorage } from './handed-in-queries.ts';
import { inspectionsStorage } from './inspections-queries.ts';
import { keptByHash } from './kept-by-hash.ts';
import { learningPathStorage } from './learning-path-queries.ts';
import { leasesStorage, nodesStorage } from './leases-queries.ts';
import { ownQuestionsStorage } from './own-questions-queries.ts';
import { ownersOf } from './owner-queries.ts';
import { examsStorage, papersStorage } from './papers-queries.ts';
import { peopleStorage } from './people-queries.ts';
import { portfolioStorage } from './portfolio-queries.ts';
import { quickRepliesStorage } from './quick-replies-queries.ts';
import { resultsStorage } from './results-queries.ts';
import { runsStorage } from './runs-queries.ts';
import { signInsStorage } from './sign-ins-queries.ts';

/** The calls that SQLite and PostgreSQL carry out differently. */
export type DatabaseCalls = Pick<Storage, 'appendAll' | 'locks' | 'holdFile' | 'close'>;

/** Every call of the storage but those left out below, the same queries on both databases. */
export const storageCalls = (
  tables: Tables,
  databaseCalls: DatabaseCalls,
): Omit<
  Storage,
  | 'health'
  | 'attendance'
  | 'evaluation'
  | 'audit'
  | 'booklets'
  | 'contests'
  | 'mentors'
  | 'personalData'
  | 'plannedDrills'
  | 'publishedSheets'
  | 'puzzleRatings'
  | 'personalReplies'
  | 'rolePlays'
  | 'serviceTables'
  | 'privateExams'
  | 'paperAppeals'
  | 'typingAppeals'
> => {
  return {
    ...drillsStorage(tables),
    ...keptByHash(tables),
    ownerOf: ownersOf(tables),
    people: peopleStorage(tables),
    runs: runsStorage(tables),
    results: resultsStorage(tables),
    portfolio: portfolioStorage(tables),
    discussion: discussionStorage(tables),
    authored: authoredStorage(tables),
    quickReplies: quickRepliesStorage(tables),
    ownQuestions: ownQuestionsStorage(tables),
    papers: papersStorage(tables),
    exams: examsStorage(tables),
    inspections: inspectionsStorage(tables),
    certificates: certificatesStorage(tables),
    handedIn: handedInStorage(tables),
    learningPath: learningPathStorage(tables),
    terms: termsStorage(tables),
    teams: teamsStorage(tables),
    signIns: signInsStorage(tables),
    leases: leasesStorage(tables),
    nodes: nodesStorage(tables),
    ...databaseCalls,
  };
};
