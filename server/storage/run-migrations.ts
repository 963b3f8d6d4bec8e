import type { Database } from 'better-sqlite3';
import { Kysely, type Migration, Migrator, SqliteDialect } from 'kysely';
import * as drills from '#storage/migrations/001-drills.ts';
import * as classroom from '#storage/migrations/002-classroom.ts';
import * as pointRulings from '#storage/migrations/003-point-rulings.ts';
import * as retries from '#storage/migrations/004-retries.ts';
import * as portfolio from '#storage/migrations/005-portfolio.ts';
import * as commentsAppeals from '#storage/migrations/006-comments-appeals.ts';
import * as retriesOfSilences from '#storage/migrations/007-retries-of-silences.ts';
import * as authoredCases from '#storage/migrations/010-authored-cases.ts';
import * as quickReplies from '#storage/migrations/011-school-replies.ts';
import * as signIns from '#storage/migrations/012-sign-ins.ts';
import type { MigrationName } from '#storage/migrations/names.ts';

const MIGRATIONS: Record<MigrationName, Migration> = {
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
};

export async function runMigrations(database: Database): Promise<void> {
  // Kysely isn't destroyed afterwards: that would close the connection, which the storage goes on using.
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database }) });
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
