import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Counted, Erasure, KeptKind, StayingKind } from '#contract/personal-data/erasing.ts';
import type { AuditNote } from '#storage/audit.ts';
import type { Dialect } from '#storage/migrations/names.ts';
import type { ErasureScope, PersonalDataStorage } from '#storage/personal-data.ts';
import { isOneOf, type Tables } from '#storage/queries/dialect.ts';
import type { Database } from '#storage/queries/tables.ts';
import { appendAudit } from './audit-queries.ts';

type Erasing = Pick<PersonalDataStorage, 'weigh' | 'erase' | 'sweep'>;
/** Rows of a table that go. */
type Going = { what: KeptKind; table: keyof Database; where: RawBuilder<SqlBool> };

/** A seat's name once its person is gone: no letter of any language, so that it needs no translation. */
export const NO_NAME = '—';
/** The device of a drill whose words were deleted. */
export const ERASED_GUEST = '';

/** Tables whose rows hang from a drill, by `drill`. */
const OF_DRILL = [
  ['log', 'log'],
  ['portfolio', 'portfolio'],
  ['rulings', 'rulings'],
  ['rulings', 'ruling_effects'],
  ['comments', 'comments'],
  ['appeals', 'appeals'],
  ['proposals', 'proposals'],
] as const;

export function erasingStorage({ db, dialect }: Tables): Erasing {
  return {
    weigh: async (scope) => {
      const gone: Counted<KeptKind>[] = [];
      for (const { what, table, where } of goingOf(dialect, scope)) {
        gone.push({ what, n: await count(db, table, where) });
      }
      return { gone: summed(gone), stays: await staying(db, dialect, scope) };
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
    sweep: async () => {
      let n = 0;
      for (const table of ['results', ...OF_DRILL.map(([, name]) => name)] as const) {
        const gone = sql<SqlBool>`not exists (select 1 from drills where drills.id = ${sql.ref(`${table}.drill`)}
          ${table === 'results' ? sql`` : sql`and drills.erased_at is null`})`;
        n += await remove(db, table, gone);
      }
      return n;
    },
  };
}

async function erase(trx: Kysely<Database>, dialect: Dialect, scope: ErasureScope, note: AuditNote): Promise<Erasure> {
  const stays = await staying(trx, dialect, scope);
  const gone: Counted<KeptKind>[] = [];
  for (const { what, table, where } of goingOf(dialect, scope)) gone.push({ what, n: await remove(trx, table, where) });
  const { stripped, nameless, people, devices } = scope;
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
    .where(isOneOf(dialect, 'id', stripped))
    .execute();
  await trx
    .updateTable('seats')
    .set({ name: NO_NAME, no: '', person: null, guest: null, asking_guest: null, refused_guest: null })
    .where(isOneOf(dialect, 'id', nameless))
    .execute();
  await trx
    .updateTable('retention')
    .set({ officer: null })
    .where(isOneOf(dialect, 'officer', people))
    .execute();
  gone.push({ what: 'devices', n: await removeDevices(trx, dialect, devices) });
  const erasure = { gone: summed(gone), stays };
  const figures = Object.fromEntries(erasure.gone.map(({ what, n }) => [what, n]));
  await appendAudit(trx, dialect, [{ ...note, details: { ...note.details, ...figures } }]);
  return erasure;
}

/** A device that nothing is left of is forgotten: its cookie is a stranger's from now on. */
async function removeDevices(trx: Kysely<Database>, dialect: Dialect, devices: readonly string[]): Promise<number> {
  const n = await remove(
    trx,
    'guests',
    sql<SqlBool>`${isOneOf(dialect, 'id', devices)}
      and not exists (select 1 from drills where drills.guest = guests.id)
      and not exists (select 1 from seats where seats.guest = guests.id)`,
  );
  for (const column of ['asking_guest', 'refused_guest'] as const) {
    await sql`update seats set ${sql.ref(column)} = null where ${isOneOf(dialect, column, devices)}
      and not exists (select 1 from guests where guests.id = ${sql.ref(`seats.${column}`)})`.execute(trx);
  }
  return n;
}

/** In the order in which they go: what is found by way of another table goes before that table's rows. */
function goingOf(dialect: Dialect, scope: ErasureScope): Going[] {
  const { schools, people, classes, runs, seats, nameless, tasks, drills, stripped } = scope;
  const some = (column: string, values: readonly string[]) => sql<SqlBool>`${isOneOf(dialect, column, values)}`;
  const either = (a: RawBuilder<SqlBool>, b: RawBuilder<SqlBool>) => sql<SqlBool>`(${a} or ${b})`;
  const losing = [...drills, ...stripped];
  const bySchool = some('school', schools);
  const ofCases = sql<SqlBool>`case_id in (select id from authored_cases where ${bySchool})`;
  return [
    ...OF_DRILL.flatMap(([what, table]) =>
      partsOf(losing).map((part) => ({ what, table, where: some('drill', part) })),
    ),
    { what: 'results', table: 'results', where: some('drill', drills) },
    // Contents that nobody else can have: a school's own cases and quick replies stand in them.
    { what: 'cases', table: 'contents', where: ownContents(dialect, schools) },
    { what: 'drills', table: 'drills', where: some('id', drills) },
    { what: 'run-notes', table: 'run_log', where: either(some('run', runs), some('seat', [...seats, ...nameless])) },
    { what: 'tasks', table: 'redos', where: some('id', tasks) },
    { what: 'runs', table: 'run_cases', where: some('run', runs) },
    { what: 'seats', table: 'seats', where: some('id', seats) },
    { what: 'runs', table: 'runs', where: some('id', runs) },
    { what: 'memberships', table: 'members', where: either(some('class', classes), some('person', people)) },
    { what: 'classes', table: 'classes', where: some('id', classes) },
    { what: 'sessions', table: 'sessions', where: some('person', people) },
    { what: 'sign-ins', table: 'sign_ins', where: either(bySchool, some('person', people)) },
    { what: 'people', table: 'people', where: some('id', people) },
    { what: 'templates', table: 'templates', where: bySchool },
    { what: 'quick-replies', table: 'school_replies', where: bySchool },
    { what: 'cases', table: 'authored_versions', where: ofCases },
    { what: 'cases', table: 'authored_log', where: ofCases },
    { what: 'cases', table: 'authored_cases', where: bySchool },
    { what: 'schools', table: 'retention', where: bySchool },
    { what: 'schools', table: 'schools', where: some('id', schools) },
  ];
}

/** A statement deletes the rows of so many drills: the logs of a whole school would take longer than one may. */
const DRILLS_AT_ONCE = 200;
const partsOf = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / DRILLS_AT_ONCE) }, (_, n) =>
    ids.slice(n * DRILLS_AT_ONCE, (n + 1) * DRILLS_AT_ONCE),
  );

function ownContents(dialect: Dialect, schools: readonly string[]): RawBuilder<SqlBool> {
  if (schools.length === 0) return sql<SqlBool>`1 = 0`;
  const ofSchool = (column: string) => isOneOf(dialect, column, schools);
  return sql<SqlBool>`hash in (select content_hash from drills where ${ofSchool('school')})
    and hash not in (select content_hash from drills where school is null or not (${ofSchool('school')}))
    and (body like '%"own":true%' or exists (select 1 from authored_cases
      where ${ofSchool('authored_cases.school')} and contents.body like '%"' || authored_cases.scenario || '"%'))`;
}

/** Tables that only say more of the rows of another; counted with it they would be counted twice. */
const UNCOUNTED: readonly (keyof Database)[] = [
  'run_cases',
  'ruling_effects',
  'contents',
  'authored_versions',
  'authored_log',
  'retention',
];

async function count(db: Kysely<Database>, table: keyof Database, where: RawBuilder<SqlBool>): Promise<number> {
  if (UNCOUNTED.includes(table)) return 0;
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)} where ${where}`.execute(db);
  return Number(rows[0]?.n ?? 0);
}

async function remove(db: Kysely<Database>, table: keyof Database, where: RawBuilder<SqlBool>): Promise<number> {
  const { numAffectedRows } = await sql`delete from ${sql.table(table)} where ${where}`.execute(db);
  return UNCOUNTED.includes(table) ? 0 : Number(numAffectedRows ?? 0);
}

async function staying(
  db: Kysely<Database>,
  dialect: Dialect,
  { stripped, nameless, people, schools, drills }: ErasureScope,
): Promise<Erasure['stays']> {
  const figures = await count(db, 'results', sql<SqlBool>`${isOneOf(dialect, 'drill', stripped)}`);
  // What a colleague wrote on other people's reports stays; nobody's name stands by it any more.
  const written = sql<SqlBool>`${isOneOf(dialect, 'by', schools.length > 0 ? [] : people)}
    and not ${isOneOf(dialect, 'drill', [...drills, ...stripped])}`;
  const n = (await count(db, 'comments', written)) + (await count(db, 'rulings', written));
  return present<StayingKind>([
    { what: 'figures', n: figures },
    { what: 'names', n: nameless.length },
    { what: 'written', n },
  ]);
}

function summed(all: readonly Counted<KeptKind>[]): Counted<KeptKind>[] {
  const sums = new Map<KeptKind, number>();
  for (const { what, n } of all) sums.set(what, (sums.get(what) ?? 0) + n);
  return present([...sums].map(([what, n]) => ({ what, n })));
}

const present = <K>(counted: readonly Counted<K>[]): Counted<K>[] => counted.filter(({ n }) => n > 0);
