import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { KeptKind } from '#contract/personal-data/erasing.ts';
import type { Dialect } from '#storage/migrations/names.ts';
import type { ErasureScope } from '#storage/personal-data.ts';
import { isOneOf } from '#storage/queries/dialect.ts';
import type { Database } from '#storage/queries/tables.ts';

/** Rows of a table that a deletion removes; `what`: as what they are counted. */
export type RowsToDelete = { what: KeptKind; table: keyof Database; where: RawBuilder<SqlBool> };

/** Tables that only say more of a term; counted with it they would be counted twice. */
export const UNCOUNTED_OF_TERMS: readonly (keyof Database)[] = [
  ...([
    'terms',
    'sheet_versions',
    'team_awards',
    'teams',
    'team_members',
    'attendance_rules',
    'session_shifts',
    'term_rules',
    'term_steps',
  ] as const),
];

/** What hangs from terms, in the order of deletion: the terms themselves are last. */
export function termRowsToDelete(
  dialect: Dialect,
  { schools, people, classes, runs }: Pick<ErasureScope, 'schools' | 'people' | 'classes' | 'runs'>,
): RowsToDelete[] {
  const whereIn = (column: string, values: readonly string[]) => sql<SqlBool>`${isOneOf(dialect, column, values)}`;
  const or = (...all: RawBuilder<SqlBool>[]) => sql<SqlBool>`(${sql.join(all, sql` or `)})`;
  const terms = or(whereIn('school', schools), whereIn('class', classes));
  const ofTerms = sql<SqlBool>`term in (select id from terms where ${terms})`;
  const ofPeople = or(ofTerms, whereIn('person', people));
  return [
    { what: 'term-entries', table: 'term_entries', where: ofPeople },
    { what: 'sheet-rows', table: 'sheet_rows', where: ofPeople },
    { what: 'appeals', table: 'sheet_appeals', where: ofPeople },
    { what: 'classes', table: 'sheet_versions', where: ofTerms },
    { what: 'leaves', table: 'leaves', where: ofPeople },
    { what: 'attendance-entries', table: 'attendance_entries', where: or(ofPeople, whereIn('run', runs)) },
    // What somebody wrote goes with them; of who only took a note their name is gone.
    { what: 'handover-notes', table: 'handover_notes', where: or(ofTerms, whereIn('by', people)) },
    // What somebody said of others stays, as a ruling does; nobody's name stands by it any more.
    { what: 'side-marks', table: 'side_drafts', where: or(ofPeople, whereIn('by', people)) },
    { what: 'side-marks', table: 'side_entries', where: ofPeople },
    { what: 'recommendations', table: 'recommendations', where: ofPeople },
    { what: 'classes', table: 'term_rules', where: ofTerms },
    { what: 'classes', table: 'term_steps', where: ofTerms },
    { what: 'classes', table: 'attendance_rules', where: ofTerms },
    { what: 'classes', table: 'session_shifts', where: or(ofTerms, whereIn('run', runs)) },
    { what: 'classes', table: 'team_awards', where: ofTerms },
    { what: 'classes', table: 'teams', where: ofTerms },
    { what: 'memberships', table: 'team_members', where: ofPeople },
    { what: 'classes', table: 'terms', where: terms },
  ];
}
