/** A rush as a run of a class, through the doors that teachers and trainees have. */
import { describe, expect, test } from 'vitest';
import type { Plan, RunBody, SeatBody } from '#contract/runs.ts';
import type { WallTiles } from '#contract/wall.ts';
import type { EventOf } from '#engine/model/events.ts';
import { engine } from '#server/engine-parts.ts';
import { lessonPlan, TEACHER } from '#tests/classroom/support/class-room.ts';
import { shipped } from '#tests/classroom/support/whole-lesson.ts';
import { cookieOf, twoSchools } from '#tests/http/support/people-world.ts';
import { ask, codeOf, type TestServer, testServer, valueIn } from '#tests/http/support/test-server.ts';
import { connected, emit } from '#tests/sockets/test-socket.ts';

const SHOP = 'suibu';
const RUSH = { profile: 'd11-open', level: 2, minutes: 5, shop: SHOP, dial: true } as const;
const FIXED = { profile: 'd11-open', level: 2, minutes: 5, shop: SHOP, capacity: 3 } as const;
const NAMES = ['甲', '乙', '丙'];

const planOf = (change: object): Plan =>
  ({ ...lessonPlan, scenarios: [], incidents: [], minutes: 10, stages: [], rush: RUSH, ...change }) as Plan;

type Room = { server: TestServer; teacher: string };
const room = async (): Promise<Room> => {
  const server = await testServer({ catalog: shipped().catalog, engine });
  await twoSchools(server.storage);
  return { server, teacher: await cookieOf(server.storage, TEACHER.id) };
};
const post = ({ server, teacher }: Room, path: string, body: object, cookie: string | null = teacher) =>
  ask(`${server.url}/api/${path}`, { method: 'POST', cookie, body });
const get = ({ server, teacher }: Room, path: string, cookie: string | null = teacher) =>
  ask(`${server.url}/api/${path}`, { method: 'GET', cookie });
const make = (where: Room, change: object) =>
  post(where, 'runs', { name: '大促', classId: null, plan: planOf(change) });

/** A run of three seats whose drills are open. */
const begun = async (where: Room, change: object) => {
  const run = valueIn(await make(where, change)) as RunBody;
  const seats: { id: string; cookie: string }[] = [];
  for (const name of NAMES) {
    const answer = await post(where, `join/${run.code}`, { name }, null);
    const { seat } = valueIn(answer) as SeatBody;
    const cookie = answer.cookie ?? '';
    const socket = await connected(where.server, cookie);
    expect(await emit(socket, 'seat:join', { seatId: seat.id })).toMatchObject({ ok: true });
    seats.push({ id: seat.id, cookie });
  }
  const waiting = seats[0]?.cookie ?? '';
  const toldBefore = [
    JSON.stringify(run),
    JSON.stringify((await get(where, `seats/${seats[0]?.id}`, waiting)).reply),
    JSON.stringify((await get(where, `runs/${run.id}`)).reply),
  ];
  valueIn(await post(where, `runs/${run.id}/stage`, { stage: 'drill' }));
  const drillsOf = async (): Promise<string[]> => {
    const rows = await where.server.storage.drillsOfRun(run.id);
    return seats.flatMap(({ id }) => rows.find(({ place }) => place?.seat === id)?.id ?? []);
  };
  // A log is there a moment after its drill.
  await expect
    .poll(async () => Promise.all((await drillsOf()).map((drill) => isOpened(where, drill))), POLL)
    .toEqual([true, true, true]);
  const drills = await drillsOf();
  const opened = await Promise.all(drills.map((drill) => openedIn(where, drill)));
  return { run, seats, drills, opened, toldBefore };
};

const POLL = { timeout: 60_000, interval: 50 };
const isOpened = async ({ server }: Room, drill: string): Promise<boolean> =>
  (await server.storage.read(drill, 0)).length > 0;

const openedIn = async ({ server }: Room, drill: string): Promise<EventOf<'drill-opened'>> => {
  const [first] = (await server.storage.read(drill, 0))[0]?.events ?? [];
  if (first?.kind !== 'drill-opened') throw new Error('the log begins with something else');
  return first;
};

describe('a rush as a run', () => {
  test('gives every seat the same customers at the same seconds where the seed is one for all [Q20]', async () => {
    const where = await room();
    const { opened } = await begun(where, { seed: 'same' });
    const [first] = opened;
    expect(first?.customers.length).toBeGreaterThan(3);
    expect(opened.map(({ customers }) => customers)).toEqual(NAMES.map(() => first?.customers));
    expect(opened.map(({ mode, rush }) => [mode, rush?.dial, rush?.capacity, rush?.minutes])).toEqual(
      NAMES.map(() => ['lesson', true, 1, 5]),
    );
    const shops = first?.customers.map(
      ({ scenario }) =>
        shipped()
          .catalog.short.concat(shipped().catalog.data.scenarios)
          .find(({ id }) => id === scenario)?.shop,
    );
    expect(new Set(shops)).toEqual(new Set([SHOP]));
  });

  test('gives each seat customers of its own where the plan says so [Q20]', async () => {
    const { opened } = await begun(await room(), { seed: 'own' });
    const orders = opened.map(({ customers }) =>
      customers.map(({ scenario, arrivesAt }) => `${arrivesAt} ${scenario}`).join(),
    );
    expect(new Set(orders).size).toBe(NAMES.length);
  });

  test('is opened in an exam with a fixed number, and a plan that can’t be run is refused by its code [Q21]', async () => {
    const where = await room();
    const code = async (change: object) => codeOf(await make(where, change));
    expect(await code({ mode: 'exam' })).toBe('dial-not-allowed');
    expect(await code({ mode: 'exam', rush: { ...FIXED, capacity: undefined } })).toBe('dial-not-allowed');
    expect(await code({ rush: { ...RUSH, profile: 'halloween' } })).toBe('unknown-rush');
    expect(await code({ rush: { ...RUSH, shop: 'nobody' } })).toBe('unknown-shop');
    expect(await code({ minutes: 4 })).toBe('rush-past-bell');
    expect(await code({ scenarios: ['product-advice/cushion-or-grip'] })).toBe('bad-request');
    expect(await code({ rush: undefined })).toBe('bad-request');
    expect(await code({ rush: { ...FIXED, dial: true } })).toBe('bad-request');
    expect(codeOf(await post(where, 'templates', { name: '大促', plan: planOf({ mode: 'exam' }) }))).toBe(
      'dial-not-allowed',
    );
    expect(codeOf(await post(where, 'templates', { name: '大促', plan: planOf({}) }))).toBe('ok');
    const { opened } = await begun(where, { mode: 'exam', rush: FIXED });
    expect(opened.map(({ mode, rush }) => [mode, rush?.dial, rush?.capacity])).toEqual(
      NAMES.map(() => ['exam', false, 3]),
    );
  });

  test('seals in an exam every case of the shop that may come, and a lesson has none of those [M45] [Q21]', async () => {
    const where = await room();
    const exam = valueIn(await make(where, { mode: 'exam', rush: FIXED })) as RunBody;
    // A device that has taken a seat of the school.
    const { cookie } = await post(where, `join/${exam.code}`, { name: '甲' }, null);
    const { reply } = await get(where, 'scenarios', cookie ?? '');
    const cards = (reply.ok ? reply.value : []) as { shop: string; sealed: unknown }[];
    expect(cards.filter(({ shop }) => shop === SHOP).every(({ sealed }) => sealed !== null)).toBe(true);
    expect(cards.filter(({ shop }) => shop !== SHOP).every(({ sealed }) => sealed === null)).toBe(true);
    expect(codeOf(await make(where, {}))).toBe('rush-without-cases');
    expect(codeOf(await make(where, { mode: 'exam', rush: FIXED }))).toBe('ok');
    expect((await where.server.storage.runs.run(exam.id))?.candidates?.length).toBeGreaterThan(20);
  });

  test('lets its debrief wait for an exam of a case that came, and of no other [M45]', async () => {
    const where = await room();
    const rush = { ...FIXED, profile: 'cny', level: 3, minutes: 15 };
    const { run, opened } = await begun(where, { seed: 'fixed', rush, minutes: 15 });
    valueIn(await post(where, `runs/${run.id}/stage`, { stage: 'debrief' }));
    const ofShop = shipped().catalog.data.scenarios.filter(({ shop, incident }) => shop === SHOP && incident === null);
    const came = new Set(opened[0]?.customers.map(({ scenario }) => scenario));
    const exam = async (isDrawn: boolean) => {
      const scenario = ofShop.find(({ id }) => came.has(id) === isDrawn)?.id ?? '';
      return valueIn(await make(where, { mode: 'exam', rush: undefined, scenarios: [scenario] })) as RunBody;
    };
    const other = await exam(false);
    expect(codeOf(await get(where, `runs/${run.id}/debrief`))).toBe('ok');
    valueIn(await post(where, `runs/${other.id}/end`, {}));
    await exam(true);
    expect(codeOf(await get(where, `runs/${run.id}/debrief`))).toBe('case-in-exam');
  });

  test('tells nobody who comes before it is over, and names on a tile whoever has come [Q22]', async () => {
    const where = await room();
    const { run, seats, drills, opened, toldBefore } = await begun(where, { seed: 'same' });
    const known = [...shipped().catalog.data.scenarios, ...shipped().catalog.short];
    const comingIds = (opened[0]?.customers ?? []).map(({ scenario }) => scenario);
    const coming = comingIds.flatMap((scenario) => {
      const one = known.find(({ id }) => id === scenario);
      return [scenario, one?.title ?? scenario];
    });
    const seat = seats[0];
    const wall = await connected(where.server, where.teacher);
    const watched = await emit(wall, 'run:watch', { runId: run.id });
    const { tiles } = (watched.ok ? watched.value : {}) as { tiles: WallTiles };
    const { reply } = await get(where, `drills/${drills[0]}`, seat?.cookie);
    const told = [
      ...toldBefore,
      JSON.stringify(reply),
      JSON.stringify(watched),
      JSON.stringify((await get(where, `runs/${run.id}/results`)).reply),
    ];
    for (const words of told) expect(coming.filter((word) => words.includes(word))).toEqual([]);
    expect(toldBefore[0]).toContain('"profileName":"双11 开门红"');
    expect(tiles.tiles.map(({ conversations }) => conversations)).toEqual(NAMES.map(() => []));
  });
});
