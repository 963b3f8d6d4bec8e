import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Counted, Erasure, KeptKind, StayingKind } from '#contract/personal-data/erasing.ts';
import type { AuditNote } from '#storage/audit.ts';
import type { Dialect } from '#storage/migrations/names.ts';
import type { ErasureScope, PersonalDataStorage } from '#storage/personal-data.ts';
import { isOneOf, type Tables } from '#storage/queries/dialect.ts';
import type { Database } from '#storage/queries/tables.ts';
import { appendAudit } from './audit-queries.ts';
import { nonZero, sumByKind } from './counted-kinds.ts';
import { contentsOfSchools, deleteContents } from './erase-contents.ts';
import type { RowsToDelete } from './erase-contests.ts';
import { eraseHandedWords } from './erase-handed.ts';
import { eraseLeadWords } from './erase-lead-words.ts';
import { batchesOf, termRowsToDelete, UNCOUNTED_OF_TERMS } from './erase-terms.ts';

type ErasureCalls = Pick<PersonalDataStorage, 'preview' | 'erase' | 'sweepOrphans'>;

/** A seat's name once its person is gone: no letter of any language, so that it needs no translation. */
export const NO_NAME = '—';
/** The device of a drill whose words were deleted. */
export const ERASED_GUEST = '';

/** Tables whose rows hang from a drill, by `drill`. */
const TABLES_OF_DRILL = [
  ['log', 'log'],
  ['portfolio', 'portfolio'],
  ['rulings', 'rulings'],
  ['rulings', 'ruling_effects'],
  ['comments', 'comments'],
  ['appeals', 'appeals'],
  ['proposals', 'proposals'],
  ['markings', 'markings'],
  ['runs', 'inspection_items'],
  ['handed-in', 'handed_in'],
  ['role-plays', 'role_plays'],
] as const;

export const erasureStorage = ({ db, dialect }: Tables): ErasureCalls => {
  return {
    preview: async (scope) => {
      const gone: Counted<KeptKind>[] = [];
      for (const { what, table, where } of rowsToDelete(dialect, scope)) {
        gone.push({ what, n: await countRows(db, table, where) });
      }
      return { gone: sumByKind(gone), stays: await countStaying(db, dialect, scope) };
    },
    erase: async (scope, note) => {
      // SQLite leaves deleted bytes in the file until their place is needed; with this it writes zeros over them.
      if (dialect === 'sqlite') await sql`pragma secure_delete = on`.execute(db);
      try {
        return await db.transaction().execute((trx) => erase(trx, dialect, scope, note));
      } finally {
        if (dialect === 'sqlite') await sql`pragma secure_delete = off`.execute(db);
      }
    },
    sweepOrphans: async () => {
      let n = 0;
      for (const table of ['results', ...TABLES_OF_DRILL.map(([, name]) => name)] as const) {
        const gone = sql<SqlBool>`not exists (select 1 from drills where drills.id = ${sql.ref(`${table}.drill`)}
          ${table === 'results' ? sql`` : sql`and drills.erased_at is null`})`;
        n += await deleteRows(db, table, gone);
      }
      return n;
    },
  };
};

type Trx = Kysely<Database>;

const erase = async (trx: Trx, dialect: Dialect, scope: ErasureScope, note: AuditNote): Promise<Erasure> => {
  const stays = await countStaying(trx, dialect, scope);
  const contents = await contentsOfSchools(trx, dialect, scope.schools);
  await eraseHandedWords(trx, dialect, [...scope.drills, ...scope.anonymisedDrills]);
  await eraseLeadWords(trx, dialect, [...scope.seats, ...scope.anonymisedSeats]);
  const deleted: Counted<KeptKind>[] = [];
  for (const { what, table, where } of rowsToDelete(dialect, scope))
    deleted.push({ what, n: await deleteRows(trx, table, where) });
  const { anonymisedDrills, anonymisedSeats, people, devices } = scope;
  await trx
    .updateTable('drills')
    .set({
      guest: ERASED_GUEST,
      person: null,
      erased_at: note.at,
      running: 0,
      due_at: null,
      lease_node: null,
      lease_until: null,
    })
    .where(isOneOf(dialect, 'id', anonymisedDrills))
    .execute();
  await trx
    .updateTable('seats')
    .set({ name: NO_NAME, no: '', person: null, guest: null, asking_guest: null, refused_guest: null })
    .where(isOneOf(dialect, 'id', anonymisedSeats))
    .execute();
  // What they settled stays, as a ruling does; nobody's name and words stand by it any more.
  await trx
    .updateTable('role_plays')
    .set({ player_person: null, player_guest: null, player_name: null, felt: null })
    .where(isOneOf(dialect, 'player_person', people))
    .execute();
  await trx
    .updateTable('retention')
    .set({ officer: null })
    .where(isOneOf(dialect, 'officer', people))
    .execute();
  deleted.push({ what: 'devices', n: await deleteDevices(trx, dialect, devices) });
  const erasure = { gone: sumByKind(deleted), stays };
  const figures = Object.fromEntries(erasure.gone.map(({ what, n }) => [what, n]));
  await appendAudit(trx, dialect, [{ ...note, details: { ...note.details, ...figures } }]);
  await deleteContents(trx, dialect, contents);
  return erasure;
};

/** Deletes devices that have neither drill nor seat any more: their cookies are unknown from now on. */
const deleteDevices = async (trx: Kysely<Database>, dialect: Dialect, devices: readonly string[]): Promise<number> => {
  const n = await deleteRows(
    trx,
    'guests',
    sql<SqlBool>`${isOneOf(dialect, 'id', devices)}
      and not exists (select 1 from drills where drills.guest = guests.id)
      and not exists (select 1 from private_exams where private_exams.guest = guests.id)
      and not exists (select 1 from seats where seats.guest = guests.id)`,
  );
  for (const column of ['asking_guest', 'refused_guest'] as const) {
    await sql`update seats set ${sql.ref(column)} = null where ${isOneOf(dialect, column, devices)}
      and not exists (select 1 from guests where guests.id = ${sql.ref(`seats.${column}`)})`.execute(trx);
  }
  return n;
};

/** In the order of deletion: rows that are found by way of another table come before that table's own. */
const rowsToDelete = (dialect: Dialect, scope: ErasureScope): RowsToDelete[] => {
  const { schools, people, classes, runs, seats, anonymisedSeats, replayTasks, drills, anonymisedDrills } = scope;
  const whereIn = (column: string, values: readonly string[]) => sql<SqlBool>`${isOneOf(dialect, column, values)}`;
  const or = (a: RawBuilder<SqlBool>, b: RawBuilder<SqlBool>) => sql<SqlBool>`(${a} or ${b})`;
  const seatsGone = [...seats, ...anonymisedSeats];
  const drillsLosingWords = [...drills, ...anonymisedDrills];
  const bySchool = whereIn('school', schools);
  const ofCases = sql<SqlBool>`case_id in (select id from authored_cases where ${bySchool})`;
  return [
    ...TABLES_OF_DRILL.flatMap(([what, table]) =>
      batchesOf(drillsLosingWords).map((batch) => ({ what, table, where: whereIn('drill', batch) })),
    ),
    { what: 'results', table: 'results', where: whereIn('drill', drills) },
    { what: 'drills', table: 'drills', where: whereIn('id', drills) },
    {
      what: 'run-notes',
      table: 'run_log',
      where: or(whereIn('run', runs), whereIn('seat', seatsGone)),
    },
    { what: 'tasks', table: 'redos', where: whereIn('id', replayTasks) },
    // Which options somebody chose is theirs; without the answers a class's figures have one seat less.
    { what: 'sittings', table: 'paper_answers', where: whereIn('seat', seatsGone) },
    { what: 'appeals', table: 'paper_appeals', where: or(whereIn('seat', seatsGone), whereIn('run', runs)) },
    { what: 'sittings', table: 'sittings', where: whereIn('seat', seatsGone) },
    { what: 'sittings', table: 'typing_sittings', where: whereIn('seat', seatsGone) },
    { what: 'sittings', table: 'seat_leaves', where: whereIn('seat', seatsGone) },
    { what: 'sittings', table: 'private_exams', where: whereIn('id', scope.privateExams) },
    { what: 'sittings', table: 'resits', where: or(whereIn('seat', seatsGone), whereIn('first', seatsGone)) },
    { what: 'runs', table: 'exams', where: or(whereIn('run', runs), whereIn('of', runs)) },
    {
      what: 'markings',
      table: 'markings',
      where: or(whereIn('seat', seatsGone), or(whereIn('person', people), whereIn('run', runs))),
    },
    { what: 'runs', table: 'inspection_items', where: whereIn('run', runs) },
    { what: 'handed-in', table: 'handed_in', where: or(whereIn('run', runs), whereIn('seat', seatsGone)) },
    { what: 'runs', table: 'papers', where: whereIn('run', runs) },
    { what: 'runs', table: 'run_cases', where: whereIn('run', runs) },
    {
      what: 'certificates',
      table: 'certificates',
      where: or(or(whereIn('run', runs), bySchool), whereIn('seat', seatsGone)),
    },
    { what: 'seats', table: 'seats', where: whereIn('id', seats) },
    { what: 'runs', table: 'runs', where: whereIn('id', runs) },
    { what: 'evaluations', table: 'evaluations', where: or(bySchool, whereIn('person', people)) },
    ...termRowsToDelete(dialect, scope),
    { what: 'memberships', table: 'members', where: or(whereIn('class', classes), whereIn('person', people)) },
    { what: 'classes', table: 'classes', where: whereIn('id', classes) },
    { what: 'sessions', table: 'sessions', where: whereIn('person', people) },
    { what: 'sign-ins', table: 'sign_ins', where: or(bySchool, whereIn('person', people)) },
    { what: 'people', table: 'puzzle_players', where: whereIn('person', people) },
    { what: 'personal-replies', table: 'personal_replies', where: whereIn('person', people) },
    { what: 'people', table: 'people', where: whereIn('id', people) },
    { what: 'templates', table: 'templates', where: bySchool },
    { what: 'quick-replies', table: 'school_replies', where: bySchool },
    { what: 'questions', table: 'own_questions', where: bySchool },
    { what: 'questions', table: 'question_changes', where: bySchool },
    { what: 'cases', table: 'authored_versions', where: ofCases },
    { what: 'cases', table: 'authored_log', where: ofCases },
    { what: 'cases', table: 'authored_cases', where: bySchool },
    { what: 'schools', table: 'path_settings', where: bySchool },
    { what: 'schools', table: 'school_standards', where: bySchool },
    { what: 'schools', table: 'retention', where: bySchool },
    { what: 'schools', table: 'schools', where: whereIn('id', schools) },
  ];
};

/** Tables that only say more of the rows of another; counted with it they would be counted twice. */
const UNCOUNTED: readonly (keyof Database)[] = [
  'run_cases',
  'ruling_effects',
  'authored_versions',
  'authored_log',
  'question_changes',
  'inspection_items',
  'papers',
  'paper_answers',
  'seat_leaves',
  'exams',
  'resits',
  'retention',
  'path_settings',
  'school_standards',
  'puzzle_players',
  ...UNCOUNTED_OF_TERMS,
];

const countRows = async (db: Kysely<Database>, table: keyof Database, where: RawBuilder<SqlBool>): Promise<number> => {
  if (UNCOUNTED.includes(table)) return 0;
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)} where ${where}`.execute(db);
  return Number(rows[0]?.n ?? 0);
};

const deleteRows = async (db: Kysely<Database>, table: keyof Database, where: RawBuilder<SqlBool>): Promise<number> => {
  const { numAffectedRows } = await sql`delete from ${sql.table(table)} where ${where}`.execute(db);
  return UNCOUNTED.includes(table) ? 0 : Number(numAffectedRows ?? 0);
};

const countStaying = async (
  db: Kysely<Database>,
  dialect: Dialect,
  { anonymisedDrills, anonymisedSeats, people, schools, drills }: ErasureScope,
): Promise<Erasure['stays']> => {
  const figures = await countRows(db, 'results', sql<SqlBool>`${isOneOf(dialect, 'drill', anonymisedDrills)}`);
  // What a colleague wrote on other people's reports stays; nobody's name stands by it any more.
  const writtenByPerson = sql<SqlBool>`${isOneOf(dialect, 'by', schools.length > 0 ? [] : people)}
    and not ${isOneOf(dialect, 'drill', [...drills, ...anonymisedDrills])}`;
  const writtenCount =
    (await countRows(db, 'comments', writtenByPerson)) + (await countRows(db, 'rulings', writtenByPerson));
  return nonZero<StayingKind>([
    { what: 'figures', n: figures },
    { what: 'names', n: anonymisedSeats.length },
    { what: 'written', n: writtenCount },
  ]);
};
