import type { ErasureScope, ErasureTarget } from '#storage/personal-data.ts';
import { isOneOf, type Tables } from '#storage/queries/dialect.ts';
import { ERASED_GUEST } from './erase-queries.ts';
import { privateExamsOf, privateExamsWith } from './private-exams-scope.ts';

/** Rows that the request names by itself; `withDependents` adds all that hangs from them. */
type Seeds = Pick<
  ErasureScope,
  'schools' | 'people' | 'classes' | 'runs' | 'drills' | 'anonymisedDrills' | 'privateExams'
>;
const NOTHING = { schools: [], people: [], classes: [], runs: [] };
const EMPTY_SEEDS: Seeds = { ...NOTHING, drills: [], anonymisedDrills: [], privateExams: [] };

const ids = async (query: { execute(): Promise<{ id: string }[]> }): Promise<string[]> =>
  (await query.execute()).map(({ id }) => id);
const union = (...lists: readonly string[][]): string[] => [...new Set(lists.flat())];

/** All that a deletion concerns; null when its target doesn't exist, or is a drill whose words were deleted before. */
export const erasureScopeOf = async (tables: Tables, target: ErasureTarget): Promise<ErasureScope | null> => {
  const seeds = await seedsOf(tables, target);
  return seeds === null ? null : await withDependents(tables, seeds);
};

/** These drills and mock exams sat alone, with all that hangs from them. */
export const erasureScopeOfPractice = (
  tables: Tables,
  practice: Pick<Seeds, 'drills' | 'privateExams'>,
): Promise<ErasureScope> => withDependents(tables, { ...EMPTY_SEEDS, ...practice });
/** These drills of a class: they lose their words and whose they were, and their marks stay. */
export const erasureScopeOfAnonymisedDrills = (tables: Tables, anonymisedDrills: string[]): Promise<ErasureScope> =>
  withDependents(tables, { ...EMPTY_SEEDS, anonymisedDrills });

const TABLE_OF = { school: 'schools', class: 'classes', person: 'people', run: 'runs' } as const;

const seedsOf = async (tables: Tables, target: ErasureTarget): Promise<Seeds | null> => {
  const { db } = tables;
  if (target.kind === 'practice') {
    const privateExams = await privateExamsOf(tables, target);
    return { ...EMPTY_SEEDS, drills: await practiceDrillsOf(tables, target), privateExams };
  }
  const { kind, id } = target;
  if (kind === 'drill') return await seedsOfDrill(tables, id);
  const row = db.selectFrom(TABLE_OF[kind]).select('id').where('id', '=', id);
  if ((await row.executeTakeFirst()) === undefined) return null;
  if (kind === 'person') return { ...EMPTY_SEEDS, people: [id] };
  if (kind === 'run') return { ...EMPTY_SEEDS, runs: [id] };
  if (kind === 'class') {
    const runs = db.selectFrom('runs').select('id').where('class', '=', id);
    return { ...EMPTY_SEEDS, classes: [id], people: await traineesOfNoOtherClass(tables, id), runs: await ids(runs) };
  }
  const idsOfSchool = (from: 'people' | 'classes' | 'runs' | 'drills') =>
    ids(db.selectFrom(from).select('id').where('school', '=', id));
  const people = await idsOfSchool('people');
  const classes = await idsOfSchool('classes');
  const runs = await idsOfSchool('runs');
  const drills = await idsOfSchool('drills');
  return { ...EMPTY_SEEDS, schools: [id], people, classes, runs, drills };
};

/** A drill in class has a school; a retry goes with the drill it does again. All other drills are practice. */
const practiceDrillsOf = (
  { db }: Tables,
  { guest, person }: Extract<ErasureTarget, { kind: 'practice' }>,
): Promise<string[]> => {
  return ids(
    db
      .selectFrom('drills')
      .select('id')
      .where('school', 'is', null)
      .where('retry_drill', 'is', null)
      .where((eb) => {
        const ofDevice = guest === null ? [] : [eb.and([eb('guest', '=', guest), eb('person', 'is', null)])];
        const ofPerson = person === null ? [] : [eb('person', '=', person)];
        // With neither there is no condition, and no drill meets it.
        return eb.or([...ofDevice, ...ofPerson]);
      }),
  );
};

/** Practice is deleted whole. A drill of a class loses its words, while its marks stay in the class's results. */
const seedsOfDrill = async ({ db }: Tables, id: string): Promise<Seeds | null> => {
  const drill = db.selectFrom('drills').select(['school', 'erased_at']).where('id', '=', id);
  const row = await drill.executeTakeFirst();
  if (row === undefined || row.erased_at !== null) return null;
  return row.school === null ? { ...EMPTY_SEEDS, drills: [id] } : { ...EMPTY_SEEDS, anonymisedDrills: [id] };
};

/** A trainee who is on another class's roster, too, stays with it. */
const traineesOfNoOtherClass = ({ db }: Tables, id: string): Promise<string[]> => {
  return ids(
    db
      .selectFrom('members')
      .innerJoin('people', 'people.id', 'members.person')
      .select('people.id')
      .where('members.class', '=', id)
      .where('people.role', '=', 'trainee')
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('members as other')
              .select('other.class')
              .whereRef('other.person', '=', 'members.person')
              .where('other.class', '<>', id),
          ),
        ),
      ),
  );
};

/**
 * What is deleted, with all that hangs from it:
 * - a seat in a run that is over stays without its name, since the class's results would otherwise change;
 * - a seat in a run that isn't over is deleted;
 * - answers to a replay task are deleted with the drill they go on from, whose words they hold; they count nowhere;
 * - retries are deleted with the drill they do again.
 */
const withDependents = async (tables: Tables, seeds: Seeds): Promise<ErasureScope> => {
  const { db, dialect } = tables;
  const { schools, people, classes, runs } = seeds;
  const { deletedSeats, anonymisedSeats } = await seatsOf(tables, seeds);
  const drillsOfSeeds = await drillsOf(tables, seeds, deletedSeats, anonymisedSeats);
  const replayTasks = await ids(
    db
      .selectFrom('redos')
      .select('id')
      .where((eb) =>
        eb.or([
          isOneOf(dialect, 'drill', union(drillsOfSeeds.drills, drillsOfSeeds.anonymisedDrills)),
          isOneOf(dialect, 'run', runs),
        ]),
      ),
  );
  const replayAnswers = await ids(
    db
      .selectFrom('drills')
      .select('id')
      .where(isOneOf(dialect, 'redo', replayTasks)),
  );
  const withReplayAnswers = union(drillsOfSeeds.drills, replayAnswers);
  const retries = await ids(
    db
      .selectFrom('drills')
      .select('id')
      .where(isOneOf(dialect, 'retry_drill', union(withReplayAnswers, drillsOfSeeds.anonymisedDrills))),
  );
  const drills = union(withReplayAnswers, retries);
  const deletedDrills = new Set(drills);
  const anonymisedDrills = drillsOfSeeds.anonymisedDrills.filter((id) => !deletedDrills.has(id));
  const privateExams = await privateExamsWith(tables, { privateExams: seeds.privateExams, drills, people });
  const devices = await devicesOf(tables, union(deletedSeats, anonymisedSeats), union(drills, anonymisedDrills));
  return {
    schools,
    people,
    classes,
    runs,
    seats: deletedSeats,
    anonymisedSeats: anonymisedSeats,
    replayTasks,
    drills,
    anonymisedDrills,
    privateExams,
    devices,
  };
};

const seatsOf = async (
  { db, dialect }: Tables,
  { people, runs }: Seeds,
): Promise<{ deletedSeats: string[]; anonymisedSeats: string[] }> => {
  const seatsInRuns = await ids(
    db
      .selectFrom('seats')
      .select('id')
      .where(isOneOf(dialect, 'run', runs)),
  );
  const seatsOfPeople = await db
    .selectFrom('seats')
    .innerJoin('runs', 'runs.id', 'seats.run')
    .select(['seats.id', 'runs.ended_at'])
    .where(isOneOf(dialect, 'seats.person', people))
    .execute();
  const seatsOfDeletedRuns = new Set(seatsInRuns);
  const deletedSeats = union(
    seatsInRuns,
    seatsOfPeople.filter(({ ended_at }) => ended_at === null).map(({ id }) => id),
  );
  const anonymisedSeats = seatsOfPeople
    .filter(({ id, ended_at }) => ended_at !== null && !seatsOfDeletedRuns.has(id))
    .map(({ id }) => id);
  return { deletedSeats, anonymisedSeats };
};

/** The drills of these seeds and seats; `stripped`: those of which the marks stay for the class. */
const drillsOf = async (
  { db, dialect }: Tables,
  seeds: Seeds,
  deletedSeats: string[],
  anonymisedSeats: string[],
): Promise<Pick<Seeds, 'drills' | 'anonymisedDrills'>> => {
  const { people, runs } = seeds;
  const rows = await db
    .selectFrom('drills')
    .leftJoin('runs', 'runs.id', 'drills.run')
    .select(['drills.id', 'drills.school', 'drills.run', 'drills.seat', 'drills.redo', 'runs.ended_at as runEndedAt'])
    .where((eb) =>
      eb.or([
        isOneOf(dialect, 'drills.run', runs),
        isOneOf(dialect, 'drills.person', people),
        isOneOf(dialect, 'drills.seat', union(deletedSeats, anonymisedSeats)),
      ]),
    )
    .execute();
  const seatsGone = new Set(deletedSeats);
  const staysInResults = ({ school, run, seat, redo, runEndedAt }: (typeof rows)[number]): boolean => {
    const isOfFinishedRun = school !== null && runEndedAt !== null;
    const isReplayAnswer = redo !== null;
    const isDeletedWithRunOrSeat = runs.includes(run ?? '') || seatsGone.has(seat ?? '');
    return isOfFinishedRun && !isReplayAnswer && !isDeletedWithRunOrSeat;
  };
  const idsOf = (chosenRows: typeof rows): string[] => chosenRows.map(({ id }) => id);
  return {
    drills: union(seeds.drills, idsOf(rows.filter((row) => !staysInResults(row)))),
    anonymisedDrills: union(seeds.anonymisedDrills, idsOf(rows.filter(staysInResults))),
  };
};

/** The devices at which these seats were taken or asked for, and these drills done. */
const devicesOf = async ({ db, dialect }: Tables, seats: string[], drills: string[]): Promise<string[]> => {
  const seatDevices = await db
    .selectFrom('seats')
    .select(['guest', 'asking_guest', 'refused_guest'])
    .where(isOneOf(dialect, 'id', seats))
    .execute();
  const drillDevices = await db
    .selectFrom('drills')
    .select('guest')
    .distinct()
    .where(isOneOf(dialect, 'id', drills))
    .execute();
  return union(
    drillDevices.map(({ guest }) => guest),
    seatDevices.flatMap(({ guest, asking_guest, refused_guest }) =>
      [guest, asking_guest, refused_guest].filter((one) => one !== null),
    ),
  ).filter((guest) => guest !== ERASED_GUEST);
};
