/** A rush as a lesson goes on: attempts, the incident, the freeze, a restart, the bell. */
import { expect, test } from 'vitest';
import type { Plan } from '#contract/runs.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import {
  type ClassRoom,
  classRoom,
  device,
  MINUTE,
  newRun,
  seatTab,
  sit,
  TEACHER,
  toDesk,
  value,
  wallTab,
} from '#tests/classroom/support/class-room.ts';
import { shipped } from '#tests/classroom/support/whole-lesson.ts';

const INCIDENT = 'order-change/incident-sold-out';
const RUSH = { profile: 'd618', level: 3, minutes: 5, shop: 'suibu', capacity: 1 } as const;

/** A run of one seat that is at its desk and says nothing. */
const lesson = async (plan: Partial<Plan> = {}) => {
  const room = await classRoom(undefined, shipped().catalog);
  const run = await newRun(room, {
    scenarios: [],
    rush: RUSH,
    minutes: 10,
    incidents: [INCIDENT],
    seed: 'same',
    ...plan,
  });
  const { seat } = await sit(room, run, 'g1', 1);
  const page = await seatTab(room, seat.id, 'g1');
  value(await room.classroom.runs.enterStage(run.id, TEACHER, 'drill'));
  // Dealing the day's first rush lets others have a turn after each case.
  while (page.last().drill === null) await room.clock.settle();
  const drill = page.last().drill ?? '';
  await toDesk(room, page);
  return { room, run, seat, drill, page };
};

const logOf = async ({ storage }: ClassRoom, drill: string): Promise<DrillEvent[]> =>
  (await storage.read(drill, 0)).flatMap(({ events }) => events);
const customersOf = async (room: ClassRoom, drill: string) => {
  const opened = (await logOf(room, drill)).find((event) => event.kind === 'drill-opened');
  return opened?.kind === 'drill-opened' ? opened.customers : [];
};

test('[Q23] the wall follows a rush, an incident queues at a full desk, and a freeze stops queue and clocks alike', async () => {
  const { room, run, seat, drill } = await lesson();
  const wall = await wallTab(room, run.id);
  await room.clock.advance(2.5 * MINUTE);
  const before = wall.tile(seat.id);
  expect(before.rush).toMatchObject({ capacity: 1, dial: false, open: 1, over: false });
  value(await room.classroom.runs.inject(run.id, TEACHER, { seat: null, incident: INCIDENT }));
  await room.clock.advance(5000);
  const log = await logOf(room, drill);
  const added = log.find((event) => event.kind === 'customer-added');
  expect(log).toContainEqual(
    expect.objectContaining({
      kind: 'customer-queued',
      conversation: added?.kind === 'customer-added' ? added.conversation : '',
    }),
  );
  value(await room.classroom.runs.freeze(run.id, TEACHER, true));
  const frozenAt = (await logOf(room, drill)).length;
  await room.clock.advance(10 * MINUTE);
  expect(await logOf(room, drill)).toHaveLength(frozenAt);
  value(await room.classroom.runs.freeze(run.id, TEACHER, false));
  await room.clock.advance(8 * MINUTE);
  const ended = await logOf(room, drill);
  expect(ended.at(-1)).toMatchObject({ kind: 'drill-ended' });
  expect(ended.some(({ kind }) => kind === 'rush-over')).toBe(true);
  expect((await room.storage.drill(drill))?.state).toBe('ended');
});

test('[Q20] a second attempt meets the same customers where all do, and the next ones where every run has the same', async () => {
  for (const seed of ['same', 'fixed'] as const) {
    const { room, drill, seat } = await lesson({ seed, attempts: 2 });
    await room.clock.advance(MINUTE);
    await room.runner.end(drill, 'time');
    await room.clock.settle();
    const again = value(await room.classroom.seats.openNextAttempt(seat.id, device('g1'))).drill ?? '';
    const [first, second] = [await customersOf(room, drill), await customersOf(room, again)];
    expect(second.length).toBeGreaterThan(1);
    if (seed === 'same') expect(second).toEqual(first);
    else expect(second).not.toEqual(first);
  }
});

test('[Q20] what a school publishes after the run was made comes to nobody, and a restart changes nothing', async () => {
  const { room, run, drill } = await lesson({ attempts: 2 });
  const stored = await room.storage.runs.run(run.id);
  expect(stored?.candidates?.length).toBeGreaterThan(20);
  const drawn = (await customersOf(room, drill)).map(({ scenario }) => scenario);
  // As if the case of the first customer had been published only now: nobody may draw it.
  const candidates = (stored?.candidates ?? []).filter((id) => id !== drawn[0]);
  if (stored !== null) await room.storage.runs.changeRun({ ...stored, candidates });
  await room.restart();
  const { seat } = await sit(room, run, 'g2', 2);
  const page = await seatTab(room, seat.id, 'g2');
  while (page.last().drill === null) await room.clock.settle();
  const late = await customersOf(room, page.last().drill ?? '');
  expect(late.length).toBe(drawn.length);
  expect(late.map(({ scenario }) => scenario)).not.toContain(drawn[0]);
});

test('[Q22] a seat’s page and its run name no case while the rush goes on', async () => {
  const { room, run, page, drill } = await lesson();
  const ids = (await customersOf(room, drill)).map(({ scenario }) => scenario);
  const told = JSON.stringify([page.told, value(await room.classroom.runs.body(run.id))]);
  expect(ids.filter((id) => told.includes(id))).toEqual([]);
  expect(page.last().run).toMatchObject({ scenarios: [], rush: RUSH });
});
