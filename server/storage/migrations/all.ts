import { type Kysely, type Migration, Migrator } from 'kysely';
import * as terms from '#storage/migrations/terms/026-terms.ts';
import * as teams from '#storage/migrations/terms/028-teams.ts';
import * as publishedSheets from '#storage/migrations/terms/029-published-sheets.ts';
import * as attendance from '#storage/migrations/terms/030-attendance.ts';
import * as evaluation from '#storage/migrations/terms/031-evaluation.ts';
import * as serviceTables from '#storage/migrations/terms/032-service-tables-booklets.ts';
import * as rolePlays from '#storage/migrations/terms/033-role-plays.ts';
import * as contests from '#storage/migrations/terms/035-contests.ts';
import * as mentorships from '#storage/migrations/terms/036-mentorships-calendar.ts';
import * as privateExams from '#storage/migrations/terms/038-private-exams.ts';
import * as rankingSteps from '#storage/migrations/terms/042-ranking-steps.ts';
import * as teamShops from '#storage/migrations/terms/044-team-shops-mentors-view.ts';
import * as appealsAgain from '#storage/migrations/terms/047-appeals-again.ts';
import * as personalReplies from '#storage/migrations/terms/048-personal-replies.ts';
import * as logWithoutCommands from '#storage/migrations/terms/049-log-without-commands.ts';
import * as drills from './001-drills.ts';
import * as classroom from './002-classroom.ts';
import * as pointRulings from './003-point-rulings.ts';
import * as retries from './004-retries.ts';
import * as portfolio from './005-portfolio.ts';
import * as commentsAppeals from './006-comments-appeals.ts';
import * as retriesOfSilences from './007-retries-of-silences.ts';
import * as authoredCases from './010-authored-cases.ts';
import * as quickReplies from './011-school-replies.ts';
import * as signIns from './012-sign-ins.ts';
import * as leases from './013-leases.ts';
import * as personalData from './014-personal-data.ts';
import * as sharedContents from './015-shared-contents.ts';
import * as rushes from './016-rushes.ts';
import * as homework from './017-homework.ts';
import * as ownQuestions from './019-own-questions.ts';
import * as papers from './020-papers.ts';
import * as certificates from './021-certificates.ts';
import * as exams from './022-exams.ts';
import * as learningPath from './023-learning-path.ts';
import * as inspections from './024-inspections.ts';
import * as handedIn from './025-handed-in.ts';
import * as paperAppeals from './039-paper-appeals.ts';
import * as standards from './040-standards.ts';
import { type Dialect, MIGRATION_NAMES, type MigrationName } from './names.ts';

type MigrationStep = { up(db: Kysely<unknown>, dialect: Dialect): Promise<void> };
const STEPS: Record<MigrationName, MigrationStep> = {
  '001-drills': drills,
  '002-classroom': classroom,
  '003-point-rulings': pointRulings,
  '004-retries': retries,
  '005-portfolio': portfolio,
  '006-comments-appeals': commentsAppeals,
  '007-retries-of-silences': retriesOfSilences,
  '010-authored-cases': authoredCases,
  '011-school-replies': quickReplies,
  '012-sign-ins': signIns,
  '013-leases': leases,
  '014-personal-data': personalData,
  '015-shared-contents': sharedContents,
  '016-rushes': rushes,
  '017-homework': homework,
  '019-own-questions': ownQuestions,
  '020-papers': papers,
  '021-certificates': certificates,
  '022-exams': exams,
  '023-learning-path': learningPath,
  '024-inspections': inspections,
  '025-handed-in': handedIn,
  '026-terms': terms,
  '028-teams': teams,
  '029-published-sheets': publishedSheets,
  '030-attendance': attendance,
  '031-evaluation': evaluation,
  '032-service-tables-booklets': serviceTables,
  '033-role-plays': rolePlays,
  '035-contests': contests,
  '036-mentorships-calendar': mentorships,
  '038-private-exams': privateExams,
  '039-paper-appeals': paperAppeals,
  '040-standards': standards,
  '042-ranking-steps': rankingSteps,
  '044-team-shops-mentors-view': teamShops,
  '047-appeals-again': appealsAgain,
  '048-personal-replies': personalReplies,
  '049-log-without-commands': logWithoutCommands,
};

/** Whether exactly this version's migrations have been applied. `applied`: their names, in order. */
export const isCurrent = (applied: readonly string[]): boolean =>
  applied.length === MIGRATION_NAMES.length && applied.every((name, index) => name === MIGRATION_NAMES[index]);

/** Whether a newer version has written there: a migration that this version doesn't know has been applied. */
export const hasNewer = (applied: readonly string[]): boolean => {
  const known = new Set<string>(MIGRATION_NAMES);
  return applied.some((name) => !known.has(name));
};

/** Brings the database to this version's shape. Rejects when it was written by a newer one. */
export const runMigrations = async (db: Kysely<unknown>, dialect: Dialect): Promise<void> => {
  const migrations = Object.entries(STEPS).map(([name, { up }]): [string, Migration] => [
    name,
    { up: (transaction: Kysely<unknown>) => up(transaction, dialect) },
  ]);
  const provider = { getMigrations: async () => Object.fromEntries(migrations) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error !== undefined) throw error;
};

/**
 * Whether `runMigrations` threw this because the database is newer than the program: it has migrations that the program
 * lacks. Kysely says so in words alone; its other 「corrupted migrations」 is ours, numbered in a wrong order.
 */
export const isNewerDatabaseError = (error: unknown): boolean =>
  error instanceof Error && /previously executed migration \S+ is missing/.test(error.message);
