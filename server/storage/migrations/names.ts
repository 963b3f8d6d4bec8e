/** In order; a migration once released is never changed or renamed. */
export const MIGRATION_NAMES = [
  '001-drills',
  '002-classroom',
  '003-point-rulings',
  '004-retries',
  '005-portfolio',
  '006-comments-appeals',
  '007-retries-of-silences',
  '010-authored-cases',
  '011-school-replies',
  '012-sign-ins',
  '013-leases',
  '014-personal-data',
  '015-shared-contents',
  '016-rushes',
  '017-homework',
  '019-own-questions',
  '020-papers',
  '021-certificates',
  '022-exams',
  '023-learning-path',
  '024-inspections',
  '025-handed-in',
  '026-terms',
  '028-teams',
  '029-published-sheets',
  '030-attendance',
  '031-evaluation',
  '032-service-tables-booklets',
  '033-role-plays',
  '035-contests',
  '036-mentorships-calendar',
  '038-private-exams',
  '039-paper-appeals',
  '040-standards',
  '042-ranking-steps',
  '044-team-shops-mentors-view',
  '047-appeals-again',
  '048-personal-replies',
  '049-log-without-commands',
] as const;
export type MigrationName = (typeof MIGRATION_NAMES)[number];

/**
 * Which database a migration or query is written for. Migrations say SQLite's types; PostgreSQL's are put in their
 * place (`postgres/column-types.ts`).
 */
export type Dialect = 'sqlite' | 'postgres';
