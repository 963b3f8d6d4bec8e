import type { ErasureTarget, Reach } from '#storage/personal-data.ts';
import { isOneOf, type Tables } from '#storage/queries/dialect.ts';

type Seeds = Pick<Reach, 'schools' | 'people' | 'classes' | 'runs' | 'drills' | 'stripped'>;
const NOTHING: Seeds = { schools: [], people: [], classes: [], runs: [], drills: [], stripped: [] };

const ids = async (query: { execute(): Promise<{ id: string }[]> }): Promise<string[]> =>
  (await query.execute()).map(({ id }) => id);
const union = (...lists: readonly string[][]): string[] => [...new Set(lists.flat())];

/** All that a deletion concerns; null when there is no such thing. */
export async function reachOf(tables: Tables, target: ErasureTarget): Promise<Reach | null> {
  const seeds = await seedsOf(tables, target);
  return seeds === null ? null : await spread(tables, seeds);
}

/** These drills with all that hangs from them. */
export const reachOfDrills = (tables: Tables, drills: string[]): Promise<Reach> =>
  spread(tables, { ...NOTHING, drills });
export const reachOfStripped = (tables: Tables, stripped: string[]): Promise<Reach> =>
  spread(tables, { ...NOTHING, stripped });

async function seedsOf({ db }: Tables, target: ErasureTarget): Promise<Seeds | null> {
  if (target.kind === 'practice') {
    const { guest, person } = target;
    const own = db
      .selectFrom('drills')
      .select('id')
      .where('school', 'is', null)
      .where('retry_drill', 'is', null)
      .where((eb) =>
        eb.or([
          ...(guest === null ? [] : [eb.and([eb('guest', '=', guest), eb('person', 'is', null)])]),
          ...(person === null ? [] : [eb('person', '=', person)]),
        ]),
      );
    return { ...NOTHING, drills: await ids(own) };
  }
  const { kind, id } = target;
  if (kind === 'drill') {
    const drill = db.selectFrom('drills').select(['school', 'erased_at']).where('id', '=', id);
    const row = await drill.executeTakeFirst();
    if (row === undefined || row.erased_at !== null) return null;
    return row.school === null ? { ...NOTHING, drills: [id] } : { ...NOTHING, stripped: [id] };
  }
  const table = { school: 'schools', class: 'classes', person: 'people', run: 'runs' } as const;
  const there = db.selectFrom(table[kind]).select('id').where('id', '=', id);
  if ((await there.executeTakeFirst()) === undefined) return null;
  if (kind === 'person') return { ...NOTHING, people: [id] };
  if (kind === 'run') return { ...NOTHING, runs: [id] };
  if (kind === 'class') {
    // A trainee who is on another class's roster, too, stays with it.
    const only = db
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
      );
    const runs = db.selectFrom('runs').select('id').where('class', '=', id);
    return { ...NOTHING, classes: [id], people: await ids(only), runs: await ids(runs) };
  }
  const of = (from: 'people' | 'classes' | 'runs' | 'drills') =>
    ids(db.selectFrom(from).select('id').where('school', '=', id));
  const [people, classes, runs, drills] = [
    await of('people'),
    await of('classes'),
    await of('runs'),
    await of('drills'),
  ];
  return { ...NOTHING, schools: [id], people, classes, runs, drills };
}

/**
 * From what is deleted to all that hangs from it. A seat in a run that is over keeps its marks without its name: the
 * class's results would otherwise change. One in a run that isn't goes whole. Answers to a replay task hold the words of
 * the drill they go on from, and count nowhere: they go with it, and retries with the drill they do again.
 */
async function spread({ db, dialect }: Tables, seeds: Seeds): Promise<Reach> {
  const { schools, people, classes, runs } = seeds;
  const inRuns = await ids(
    db
      .selectFrom('seats')
      .select('id')
      .where(isOneOf(dialect, 'run', runs)),
  );
  const own = await db
    .selectFrom('seats')
    .innerJoin('runs', 'runs.id', 'seats.run')
    .select(['seats.id', 'runs.ended_at'])
    .where(isOneOf(dialect, 'seats.person', people))
    .execute();
  const isGoing = new Set(inRuns);
  const seats = union(
    inRuns,
    own.filter(({ ended_at }) => ended_at === null).map(({ id }) => id),
  );
  const nameless = own.filter(({ id, ended_at }) => ended_at !== null && !isGoing.has(id)).map(({ id }) => id);

  const rows = await db
    .selectFrom('drills')
    .leftJoin('runs', 'runs.id', 'drills.run')
    .select(['drills.id', 'drills.school', 'drills.run', 'drills.seat', 'drills.redo', 'runs.ended_at as over'])
    .where((eb) =>
      eb.or([
        isOneOf(dialect, 'drills.run', runs),
        isOneOf(dialect, 'drills.person', people),
        isOneOf(dialect, 'drills.seat', union(seats, nameless)),
      ]),
    )
    .execute();
  const going = new Set(seats);
  const staysForClass = ({ school, run, seat, redo, over }: (typeof rows)[number]): boolean =>
    school !== null && over !== null && redo === null && !runs.includes(run ?? '') && !going.has(seat ?? '');
  let drills = union(
    seeds.drills,
    rows.filter((row) => !staysForClass(row)).map(({ id }) => id),
  );
  const stripped = union(
    seeds.stripped,
    rows.filter(staysForClass).map(({ id }) => id),
  );

  const concerned = union(drills, stripped);
  const tasks = await ids(
    db
      .selectFrom('redos')
      .select('id')
      .where((eb) => eb.or([isOneOf(dialect, 'drill', concerned), isOneOf(dialect, 'run', runs)])),
  );
  drills = union(
    drills,
    await ids(
      db
        .selectFrom('drills')
        .select('id')
        .where(isOneOf(dialect, 'redo', tasks)),
    ),
  );
  const first = union(drills, stripped);
  drills = union(
    drills,
    await ids(
      db
        .selectFrom('drills')
        .select('id')
        .where(isOneOf(dialect, 'retry_drill', first)),
    ),
  );
  const isWhole = new Set(drills);
  const left = stripped.filter((id) => !isWhole.has(id));

  const sat = await db
    .selectFrom('seats')
    .select(['guest', 'asking_guest', 'refused_guest'])
    .where(isOneOf(dialect, 'id', union(seats, nameless)))
    .execute();
  const played = await db
    .selectFrom('drills')
    .select('guest')
    .distinct()
    .where(isOneOf(dialect, 'id', union(drills, left)))
    .execute();
  const devices = union(
    played.map(({ guest }) => guest),
    sat.flatMap(({ guest, asking_guest, refused_guest }) =>
      [guest, asking_guest, refused_guest].filter((one) => one !== null),
    ),
  ).filter((guest) => guest !== '');
  return { schools, people, classes, runs, seats, nameless, tasks, drills, stripped: left, devices };
}
