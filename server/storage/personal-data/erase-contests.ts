import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { KeptKind } from '#contract/personal-data/erasing.ts';
import type { Dialect } from '#storage/migrations/names.ts';
import type { ErasureScope } from '#storage/personal-data.ts';
import { isOneOf } from '#storage/queries/dialect.ts';
import type { Database } from '#storage/queries/tables.ts';

/** Rows of a table that a deletion removes; `what`: as what they are counted. */
export type RowsToDelete = { what: KeptKind; table: keyof Database; where: RawBuilder<SqlBool> };

/** Tables that only say more of a contest; counted with it they would be counted twice. */
export const UNCOUNTED_OF_CONTESTS: readonly (keyof Database)[] = [
  ...(['contest_names', 'contest_entries', 'contest_codes', 'contest_files', 'known_keys'] as const),
];

/** What hangs from contests, in the order of deletion: the contests themselves are last. */
export const contestRowsToDelete = (
  dialect: Dialect,
  { schools, runs, seats, anonymisedSeats }: Pick<ErasureScope, 'schools' | 'runs' | 'seats' | 'anonymisedSeats'>,
): RowsToDelete[] => {
  const whereIn = (column: string, values: readonly string[]) => sql<SqlBool>`${isOneOf(dialect, column, values)}`;
  const or = (...all: RawBuilder<SqlBool>[]) => sql<SqlBool>`(${sql.join(all, sql` or `)})`;
  const ofContests = sql<SqlBool>`contest in (select id from contests where ${whereIn('school', schools)})`;
  const what = 'contests';
  return [
    { what, table: 'contest_names', where: or(ofContests, whereIn('seat', [...seats, ...anonymisedSeats])) },
    // A school that goes takes its teams from the boards of others.
    { what, table: 'contest_entries', where: or(ofContests, whereIn('run', runs), whereIn('school', schools)) },
    { what, table: 'contest_codes', where: ofContests },
    { what, table: 'contest_files', where: ofContests },
    { what, table: 'known_keys', where: whereIn('school', schools) },
    { what, table: 'contests', where: whereIn('school', schools) },
  ];
};
