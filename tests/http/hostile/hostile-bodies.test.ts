import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accessOf, COMMAND_ACCESS, resourceOf } from '#common/access.ts';
import { type Clock, systemClock } from '#common/clock.ts';
import { commandSchemas } from '#contract/commands.ts';
import { ERRORS } from '#contract/errors.ts';
import { type BodyOf, type Route, routes } from '#contract/routes/table.ts';
import { RESOURCE_KINDS } from '#contract/who-may.ts';
import { lessonPlan } from '#tests/classroom/support/class-room.ts';
import { virtualClock } from '#tests/drills/support/virtual-clock.ts';
import { createSchools, createWorld, type World } from '#tests/http/support/access-world.ts';
import { groupsOf } from '#tests/http/support/route-groups.ts';
import { ask, type TestServer, testServer } from '#tests/http/support/test-server.ts';
import { connected, emit } from '#tests/sockets/test-socket.ts';
import { sweepsAll } from '#tests/support/sweep.ts';

const ordinary = { ...lessonPlan, scenarios: ['product-advice/toy'], incidents: [] };
/** A body of the right shape for each route that wants one. */
const RIGHT: { [R in Route]?: BodyOf<R> } = {
  'POST /api/drills': { scenarios: ['product-advice/toy'], seed: 1, mode: 'practice' },
  'POST /api/drills/:id/rulings': { finding: null, verdict: 'score', score: 60, reason: '当堂说清' },
  'POST /api/drills/:id/proposals': { conversation: 'c1', point: 'size', turn: 1, said: true },
  'POST /api/set-up': { school: '一中', name: '王', login: 'wang', password: 'longenough', code: 'ABCD2345' },
  'POST /api/session': { login: 'wang', password: 'longenough' },
  'POST /api/me/password': { old: 'longenough', password: 'longenough2' },
  'POST /api/schools': { school: '二中', name: '李', login: 'li', password: 'longenough' },
  'POST /api/people': { name: '李', role: 'teacher', login: 'li', password: 'longenough' },
  'POST /api/people/:id': { name: '李', role: 'mentor', disabled: false },
  'POST /api/classes': { name: '一班' },
  'POST /api/classes/:id': { name: '一班', archived: true },
  'POST /api/classes/:id/roster/preview': { text: '学号,姓名\n1,张三' },
  'POST /api/classes/:id/roster': { rows: [{ no: '1', name: '张三' }] },
  'POST /api/classes/:id/members/:person': { name: '张三', no: '1', left: false },
  'POST /api/classes/:id/members/:person/account': { login: 'zhang', password: 'longenough' },
  'POST /api/templates': { name: '一节课', plan: ordinary },
  'POST /api/runs': { name: '第一节', classId: null, plan: ordinary },
  'POST /api/runs/:id/stage': { stage: 'debrief' },
  'POST /api/runs/:id/freeze': { frozen: true },
  'POST /api/runs/:id/extend': { minutes: 5 },
  'POST /api/runs/:id/lock': { locked: true },
  'POST /api/runs/:id/say': { seat: null, text: '看大屏' },
  'POST /api/runs/:id/inject': { seat: null, incident: 'after-sales/angry' },
  'POST /api/runs/:id/marks': { seat: 's', drill: 'd', conversation: 'c1', message: 'm', note: '好' },
  'POST /api/runs/:id/redo': { drill: 'd', conversation: 'c1', turn: 1 },
  'POST /api/runs/:id/publish': { published: true },
  'POST /api/join/:code': { name: '张三' },
};

const NASTY: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    ...[
      '\u202e倒着',
      '\u200b',
      '👨‍👩‍👧‍👦',
      '=1+1',
      '\r\nSet-Cookie: a=b',
      '\ud800',
      '\u0000',
      '__proto__',
      'constructor',
      '',
      ' ',
    ],
    ...['x'.repeat(30_000), '好'.repeat(9000), "'; drop table runs; --", '../../etc/passwd', '%00', '%E0%A4%A'],
    ...[
      -1,
      0,
      1e308,
      2 ** 53,
      -0.5,
      null,
      true,
      [],
      {},
      [[[[]]]],
      { toString: 1 },
      { length: 5 },
      Array(500).fill('a'),
    ],
  ),
  fc.jsonValue({ maxDepth: 3 }),
);

/** The right body with one or two values made nasty, a field too many, or something else altogether. */
const spoilt = (right: object): fc.Arbitrary<unknown> => {
  const at = (value: unknown, path: readonly string[], put: unknown): unknown => {
    const [key, ...rest] = path;
    if (key === undefined || typeof value !== 'object' || value === null) return put;
    if (Array.isArray(value)) return value.map((one, index) => (String(index) === key ? at(one, rest, put) : one));
    return { ...value, [key]: at(Object.entries(value).find(([name]) => name === key)?.[1], rest, put) };
  };
  const paths = (value: unknown): string[][] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, one]) => [[key], ...paths(one).map((path) => [key, ...path])])
      : [];
  const all = [...paths(right), ['__proto__'], ['extra']];
  const once = fc.tuple(fc.constantFrom(...all), NASTY);
  return fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .array(once, { minLength: 1, maxLength: 2 })
        .map((puts) => puts.reduce<unknown>((body, [path, put]) => at(body, path, put), right)),
    },
    { weight: 1, arbitrary: NASTY },
    { weight: 1, arbitrary: fc.constantFrom('{', '[]', 'null', '"x"', '{"a":1,', '\u0000') },
  );
};

const ODD_IDS = ['__proto__', 'constructor', '%00', '%F0%9F%98%80', '..%2f..', 'x'.repeat(2000), "'", '%E2%80%AE'];
const CODES = new Set<string>(Object.keys(ERRORS));

const world = async (clock: Clock = systemClock): Promise<{ server: TestServer; it: World }> => {
  const server = await testServer({ clock });
  await createSchools(server.storage);
  return { server, it: await createWorld(server) };
};

const pathOf = (route: Route, { ids, member, code }: World, odd: string | null): string => {
  const thing = resourceOf(accessOf(route));
  const [, path = ''] = route.split(' ');
  return path
    .replace(':id', odd ?? (thing === null ? 'x' : ids[thing]))
    .replace(':person', odd ?? member)
    .replace(':code', odd ?? code)
    .replace(/:\w+/, odd ?? 'x');
};

const ROUTES = Object.keys(routes).filter((route): route is Route => route.startsWith('POST '));

describe('a body that no page would send', () => {
  // What one route has changed, the next three meet: a server and its schools for each took most of the time.
  test.each(groupsOf(ROUTES, 4))(
    'is answered by $routes.0 and the next routes with ok or a known code, never with 500',
    async ({ routes: group }) => {
      const { server, it } = await world();
      const cookies = ['owner', 'admin', 'machine-admin'].map((name) => it.cookies[name as 'owner']);
      for (const route of group)
        await fc.assert(
          fc.asyncProperty(
            spoilt(RIGHT[route] ?? {}),
            fc.constantFrom(...cookies),
            fc.option(fc.constantFrom(...ODD_IDS), { freq: 5 }),
            async (body, cookie, odd) => {
              const answer = await ask(server.url + pathOf(route, it, odd), {
                method: 'POST',
                cookie,
                body: body === undefined ? null : body,
              });
              expect([route, answer.status]).not.toEqual([route, 500]);
              if (!answer.reply.ok) expect(CODES).toContain(answer.reply.error.code);
            },
          ),
          { numRuns: sweepsAll ? 15 : 8 },
        );
    },
  );

  test('an odd id in a GET breaks nothing either', async () => {
    const { server, it } = await world();
    for (const route of Object.keys(routes).filter((one): one is Route => one.startsWith('GET ')))
      for (const odd of ODD_IDS) {
        const { status } = await ask(server.url + pathOf(route, it, odd), { cookie: it.cookies.admin });
        expect(`${route} ${odd.slice(0, 20)} ${status}`).not.toMatch(/500$/);
      }
  });
});

test('every command of a socket is acknowledged, whatever is sent with it', async () => {
  const clock = virtualClock(Date.now());
  const { server, it } = await world(clock);
  const names = [...Object.keys(commandSchemas), 'nothing', '__proto__', 'constructor', 'hasOwnProperty'];
  for (const name of names) {
    const socket = await connected(server, [it.cookies.owner, it.cookies.admin].join('; '));
    const access = Object.entries(COMMAND_ACCESS).find(([known]) => known === name)?.[1];
    const thing = RESOURCE_KINDS.find((one) => access?.endsWith(one));
    const about = thing === undefined ? {} : { [`${thing}Id`]: it.ids[thing] };
    for (const payload of fc.sample(NASTY, sweepsAll ? 8 : 4)) {
      for (const body of [
        payload,
        { ...about, after: 0, take: true, commandId: payload },
        { ...about, after: payload },
      ]) {
        // Nobody may send so much at once.
        clock.sleep(1000);
        const reply = await emit(socket, name, body);
        if (!reply.ok) expect(reply.error.code).not.toBe('internal');
      }
    }
    expect(socket.connected).toBe(true);
    socket.disconnect();
  }
});
