import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Dialect } from '#storage/migrations/names.ts';
import type { ErasureScope } from '#storage/personal-data.ts';
import { isOneOf } from '#storage/queries/dialect.ts';
import type { Database } from '#storage/queries/tables.ts';
import { contestRowsToDelete, type RowsToDelete, UNCOUNTED_OF_CONTESTS } from './erase-contests.ts';

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
    'booklets',
    'booklet_items',
    'shares',
    'planned_drills',
  ] as const),
  ...UNCOUNTED_OF_CONTESTS,
];

/** Drills whose rows one statement deletes: the logs of a whole school would take longer than one statement may. */
const DRILLS_PER_STATEMENT = 200;
export const batchesOf = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / DRILLS_PER_STATEMENT) }, (_, n) =>
    ids.slice(n * DRILLS_PER_STATEMENT, (n + 1) * DRILLS_PER_STATEMENT),
  );

/** What hangs from terms, in the order of deletion: the terms themselves are last. */
export const termRowsToDelete = (
  dialect: Dialect,
  scope: Pick<
    ErasureScope,
    'schools' | 'people' | 'classes' | 'runs' | 'seats' | 'anonymisedSeats' | 'drills' | 'anonymisedDrills'
  >,
): RowsToDelete[] => {
  const { schools, people, classes, runs, drills, anonymisedDrills } = scope;
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
    { what: 'rankings', table: 'ranking_steps', where: ofPeople },
    { what: 'classes', table: 'term_rules', where: ofTerms },
    { what: 'classes', table: 'term_steps', where: ofTerms },
    { what: 'classes', table: 'attendance_rules', where: ofTerms },
    { what: 'classes', table: 'session_shifts', where: or(ofTerms, whereIn('run', runs)) },
    // A turn of a drill whose words are gone is shown to nobody, nor what the teacher wrote under it.
    ...batchesOf([...drills, ...anonymisedDrills]).map((batch) => ({
      what: 'classes' as const,
      table: 'booklet_items' as const,
      where: or(whereIn('drill', batch), whereIn('good_drill', batch)),
    })),
    { what: 'classes', table: 'booklet_items', where: or(ofTerms, whereIn('run', runs)) },
    { what: 'classes', table: 'booklets', where: ofTerms },
    ...contestRowsToDelete(dialect, scope),
    { what: 'service-tables', table: 'service_tables', where: whereIn('school', schools) },
    {
      what: 'mentorships',
      table: 'mentorships',
      where: or(
        whereIn('school', schools),
        whereIn('person', people),
        sql<SqlBool>`login in (select login from people where ${whereIn('id', people)})`,
      ),
    },
    {
      what: 'classes',
      table: 'shares',
      where: or(
        whereIn('school', schools),
        sql<SqlBool>`(kind = 'run' and ${whereIn('thing', runs)})`,
        sql<SqlBool>`(kind = 'term' and thing in (select id from terms where ${terms}))`,
      ),
    },
    { what: 'classes', table: 'planned_drills', where: ofTerms },
    { what: 'classes', table: 'team_awards', where: ofTerms },
    { what: 'classes', table: 'teams', where: ofTerms },
    { what: 'memberships', table: 'team_members', where: ofPeople },
    { what: 'classes', table: 'terms', where: terms },
  ];
};
