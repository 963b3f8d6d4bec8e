/** Opening a rush over HTTP: who comes, what it is opened as, and what is refused with which code. */
import { describe, expect, test } from 'vitest';
import type { RushMenu } from '#contract/bodies.ts';
import { toldCases } from '#drills/catalog/drill-cases.ts';
import { rushOpening } from '#drills/catalog/rush-opening.ts';
import { rushPlaces } from '#engine/customer/rush.ts';
import type { EventOf } from '#engine/model/events.ts';
import { engine } from '#server/engine-parts.ts';
import type { DrillRow } from '#storage/storage.ts';
import { shipped } from '#tests/classroom/support/whole-lesson.ts';
import { ask, codeOf, type TestServer, testServer, valueIn } from '#tests/http/support/test-server.ts';

const RUSH = { profile: 'd11-open', level: 2 } as const;
const SHOP = 'suibu';

const server = (): Promise<TestServer> => testServer({ catalog: shipped().catalog, engine });

const open = async (
  { url, storage }: TestServer,
  rush: object,
  { cookie = null, seed }: { cookie?: string | null; seed?: number } = {},
): Promise<{ cookie: string | null; id: string; opened: EventOf<'drill-opened'> }> => {
  const answer = await ask(`${url}/api/drills`, { method: 'POST', cookie, body: { rush, seed } });
  const { id } = valueIn(answer) as { id: string };
  const [row] = await storage.read(id, 0);
  const [opened] = row?.events ?? [];
  if (opened?.kind !== 'drill-opened') throw new Error('the log begins with something else');
  return { cookie: cookie ?? answer.cookie, id, opened };
};

test('tells nobody who will come to a rush, or how many, before it is over [Q8]', async () => {
  const one = await server();
  const body = { rush: { ...RUSH, shop: SHOP }, seed: 7 };
  const posted = await ask(`${one.url}/api/drills`, { method: 'POST', cookie: null, body });
  const { id } = valueIn(posted) as { id: string };
  const get = (path: string) => ask(`${one.url}/api/${path}`, { method: 'GET', cookie: posted.cookie });
  const roundBefore = valueIn(await ask(`${one.url}/api/short-rounds`, { method: 'GET', cookie: posted.cookie }));
  const [first] = (await one.storage.read(id, 0))[0]?.events ?? [];
  if (first?.kind !== 'drill-opened') throw new Error('the log begins with something else');
  const known = [...shipped().catalog.data.scenarios, ...shipped().catalog.short];
  const coming = first.customers.flatMap(({ scenario }) => [
    scenario,
    known.find((one) => one.id === scenario)?.title ?? '',
  ]);
  const told = [posted, await get('drills'), await get(`drills/${id}`)].map(({ reply }) => JSON.stringify(reply));
  for (const words of told) {
    expect(coming.filter((word) => words.includes(word))).toEqual([]);
    expect(words).not.toContain(`:${first.customers.length},`);
  }
  expect(valueIn(await get(`drills/${id}`))).toMatchObject({
    scenarios: [],
    rush: {
      profile: 'd11-open',
      profileName: '双11 开门红',
      level: 2,
      minutes: 15,
      dial: true,
      capacity: 1,
      shop: SHOP,
    },
  });
  // The next round of short customers is dealt by who was met, and whoever is only drawn wasn't.
  expect(valueIn(await get('short-rounds'))).toEqual(roundBefore);
  const row = await one.storage.drill(id);
  const over = { ...(row as DrillRow), state: 'ended', endedAt: 1, score: null } as const;
  expect(toldCases(over)).toEqual([...new Set(first.customers.map(({ scenario }) => scenario))].toSorted());
});

describe('POST /api/drills with a rush', () => {
  test('opens what the seed, the profile and the level say, with one shop’s customers', async () => {
    const one = await server();
    const { opened, id } = await open(one, { ...RUSH, shop: SHOP, greeting: ' 您好，正在排队 ' }, { seed: 7 });
    const { changes, ...rush } = opened.rush ?? expect.fail('no rush');
    expect(changes?.map(({ at, what }) => `${at} ${what}`)).toEqual([
      ...['240000 offer-begun', '330000 sold-out', '600000 offer-over'],
    ]);
    expect(rush).toEqual({
      ...{ profile: 'd11-open', level: 2, minutes: 15, dial: true, capacity: 1 },
      ...{ colleagueAfterMs: 90_000, closingMs: 300_000, greeting: '您好，正在排队', handoverMs: 60_000 },
      handoverEach: { eachMs: 15_000, mostMs: 180_000 },
    });
    const known = [...shipped().catalog.data.scenarios, ...shipped().catalog.short];
    const shops = opened.customers.map(({ scenario }) => known.find(({ id }) => id === scenario)?.shop);
    expect(new Set(shops)).toEqual(new Set([SHOP]));
    expect(opened.customers.length).toBeGreaterThan(5);
    expect(opened.customers.every(({ patienceMs = 0 }) => patienceMs > 5000)).toBe(true);
    // What is stored of a rush says in no column in which order they come.
    const row = await one.storage.drill(id);
    const drawn = row?.rush === undefined ? [] : row.drawn;
    expect(row?.rush).toEqual({ profile: 'd11-open', level: 2, minutes: 15, dial: true, capacity: 1 });
    expect(drawn).toEqual([...new Set(opened.customers.map(({ scenario }) => scenario))].toSorted());
    const again = await open(one, { ...RUSH, shop: SHOP }, { seed: 7 });
    expect(again.opened.customers).toEqual(opened.customers);
  });

  test('brings a level’s customers to every higher one with the same case, and less patience from level 2 on [C9]', async () => {
    const one = await server();
    const at = async (level: number) =>
      (await open(one, { ...RUSH, level, shop: SHOP }, { seed: 11 })).opened.customers;
    const [low, middle, high] = [await at(1), await at(2), await at(3)];
    const who = (list: typeof low) => list.map(({ scenario, arrivesAt }) => `${arrivesAt} ${scenario}`);
    expect(who(middle)).toEqual(expect.arrayContaining(who(low)));
    expect(who(high)).toEqual(expect.arrayContaining(who(middle)));
    expect(high.length).toBeGreaterThan(12);
    for (const customer of low) {
      const same = middle.find(
        ({ arrivesAt, scenario }) => arrivesAt === customer.arrivesAt && scenario === customer.scenario,
      );
      expect(customer.patienceMs).toBeGreaterThan(same?.patienceMs ?? Number.POSITIVE_INFINITY);
    }
  });

  test('starts the first rush of somebody at 1 and later ones at 2, and a fixed number has no dial [Q6]', async () => {
    const one = await server();
    const { cookie, opened } = await open(one, RUSH);
    expect(opened.rush).toMatchObject({ capacity: 1, dial: true });
    // One that was opened and left alone is no first rush yet.
    expect((await open(one, RUSH, { cookie })).opened.rush?.capacity).toBe(1);
    expect((await open(one, { ...RUSH, capacity: 5 }, { cookie })).opened.rush).toMatchObject({
      capacity: 5,
      dial: false,
    });
    const { catalog } = shipped();
    const practising = { guest: 'g', person: null };
    const ended = {
      ...{ id: 'd', guest: 'g', contentHash: '', mode: 'practice', state: 'ended' as const },
      ...{ openedAt: 1, endedAt: 2, score: null, place: null, retry: null },
    };
    const capacityAfter = async (row: DrillRow): Promise<number> => {
      const reply = await rushOpening(
        { catalogs: catalog, storage: { drillsOf: async () => [row] } },
        catalog,
        () => false,
        { rush: RUSH, seed: 1, practising },
      );
      return reply.ok ? reply.value.opened.capacity : 0;
    };
    const rushed = { ...ended, rush: { ...RUSH, minutes: 15, dial: true, capacity: 1 }, drawn: ['a/b'] };
    expect(await capacityAfter(rushed)).toBe(2);
    expect(await capacityAfter({ ...ended, scenarios: ['a/b', 'a/c'] })).toBe(1);
    expect(await capacityAfter({ ...rushed, state: 'running', endedAt: null, score: null })).toBe(1);
  });

  test('refuses with a code what there isn’t and what doesn’t go together', async () => {
    const { url } = await server();
    const codes = async (body: object) => {
      const answer = await ask(`${url}/api/drills`, { method: 'POST', cookie: null, body });
      return [answer.status, codeOf(answer)];
    };
    expect(await codes({ rush: { ...RUSH, profile: 'halloween' } })).toEqual([404, 'unknown-rush']);
    expect(await codes({ rush: { ...RUSH, profile: 'constructor' } })).toEqual([404, 'unknown-rush']);
    expect(await codes({ rush: { ...RUSH, shop: 'nowhere' } })).toEqual([404, 'unknown-shop']);
    for (const rush of [
      { ...RUSH, level: 4 },
      { ...RUSH, minutes: 90 },
      { ...RUSH, capacity: 13 },
      { ...RUSH, capacity: 3, dial: true },
      { ...RUSH, greeting: '您'.repeat(121) },
      { profile: 'd618' },
    ])
      expect(await codes({ rush })).toEqual([400, 'bad-request']);
    expect(await codes({ rush: RUSH, scenarios: ['promotion/coupon-stack'] })).toEqual([400, 'bad-request']);
    expect(await codes({})).toEqual([400, 'bad-request']);
  });
});

test('GET /api/rush names the profiles, how many come at each level, and the shops; not who comes', async () => {
  const { url } = await server();
  const { profiles, shops } = valueIn(await ask(`${url}/api/rush`, { method: 'GET', cookie: null })) as RushMenu;
  expect(profiles.map(({ id }) => id)).toEqual(['normal', 'd618', 'd11-open', 'd11-balance', 'd12', 'cny', 'live']);
  for (const { customers, types, minutes } of profiles) {
    expect(customers[0]).toBeLessThan(customers[1]);
    expect(customers[1]).toBeLessThan(customers[2]);
    expect(types.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(100);
    expect(minutes).toBe(15);
  }
  expect(shops.map(({ shop }) => shop)).toContain(SHOP);
});

test('GET /api/rush tells whole customers, as many as come on average', async () => {
  const { url } = await server();
  const { profiles } = valueIn(await ask(`${url}/api/rush`, { method: 'GET', cookie: null })) as RushMenu;
  const { rush } = shipped().catalog;
  const seeds = Array.from({ length: 200 }, (_, seed) => seed);
  for (const profile of rush.profiles) {
    const told = profiles.find(({ id }) => id === profile.id)?.customers ?? [];
    for (const [i, factor] of rush.levels.entries()) {
      const came = seeds.map((seed) => rushPlaces(profile, { factor, minutes: profile.rate.length, seed }).length);
      expect(Number.isInteger(told[i]), `${profile.id} ${i + 1}: ${told[i]}`).toBe(true);
      expect(Math.abs(came.reduce((sum, one) => sum + one, 0) / came.length - (told[i] ?? 0))).toBeLessThan(1.2);
    }
  }
});

test('GET /api/rush has the profiles’ names in the page’s language', async () => {
  const { url } = await server();
  const { profiles } = valueIn(await ask(`${url}/api/rush?lang=en`, { method: 'GET', cookie: null })) as RushMenu;
  expect(profiles.map(({ name }) => name).filter((name) => /\p{Script=Han}/u.test(name))).toEqual([]);
});
