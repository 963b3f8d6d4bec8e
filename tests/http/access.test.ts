import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { ZodType, z } from 'zod';
import { createPasswords } from '#classroom/accounts/passwords.ts';
import { inProcessDocuments } from '#classroom/documents/documents.ts';
import { accessOf, COMMAND_ACCESS } from '#common/access.ts';
import { systemClock } from '#common/clock.ts';
import { commandSchemas } from '#contract/commands.ts';
import type { RouteSpec } from '#contract/routes/route-spec.ts';
import { AREAS, type Route, routes } from '#contract/routes/table.ts';
import { RESOURCE_KINDS, type ResourceKind } from '#contract/who-may.ts';
import { createCatalogs } from '#drills/catalog/catalogs.ts';
import { inProcessJudge } from '#drills/judging/judge.ts';
import { createWebApp } from '#http/web-app.ts';
import { toyCatalog } from '#tests/drills/support/toy-content.ts';
import { toyEngine } from '#tests/drills/support/toy-engine.ts';
import { ASKERS, type AskerName, createSchools, createWorld, type World } from '#tests/http/support/access-world.ts';
import { groupsOf } from '#tests/http/support/route-groups.ts';
import { ask, codeOf, type TestServer, testServer } from '#tests/http/support/test-server.ts';
import { connected, emit } from '#tests/sockets/test-socket.ts';
import { tempFolder } from '#tests/storage/temp-folder.ts';
import { sweepsAll } from '#tests/support/sweep.ts';

/** What Express knows of its routes; its own types leave the router open. */
const stack = z.array(
  z.object({ route: z.object({ path: z.string(), methods: z.record(z.string(), z.boolean()) }).optional() }),
);

/**
 * Who gets through to school A's resources: written out here a second time and by name, so that a slip in
 * `server/common/access.ts` or in the table of routes fails. `asking` waits for the seat, and may read its state.
 */
const HERE: Record<string, readonly AskerName[]> = {
  staff: ['mentor', 'teacher', 'admin'],
  teacher: ['teacher', 'admin'],
  admin: ['admin'],
  reviewer: ['mentor', 'teacher', 'admin', 'visitor'],
  'owner of drill': ['owner', 'trainee'],
  'owner of seat': ['owner', 'trainee', 'asking'],
  'reader of drill': ['owner', 'trainee', 'mentor', 'teacher', 'admin', 'visitor'],
};
const STAFF_ANYWHERE: readonly AskerName[] = [
  ...(['mentor', 'teacher', 'admin', 'teacher-b', 'admin-b', 'mentor-b', 'visitor', 'machine-admin'] as const),
];
/** Who gets through on routes that name no resource: everybody in their own school. */
const ANYWHERE: Record<string, readonly AskerName[]> = {
  anyone: ASKERS,
  'signed-in': ['trainee', 'classmate', ...STAFF_ANYWHERE],
  staff: STAFF_ANYWHERE,
  // Names a resource always: of another school's, staff are told that there is none.
  reviewer: STAFF_ANYWHERE,
  mentor: ['mentor', 'mentor-b', 'visitor'],
  teacher: ['teacher', 'admin', 'teacher-b', 'admin-b', 'machine-admin'],
  admin: ['admin', 'admin-b', 'machine-admin'],
  'machine-admin': ['machine-admin'],
  // The test knocks from the server's own machine; tests/monitoring/status.test.ts knocks from elsewhere.
  operator: ASKERS,
};
/** Routes closed to a device that only waits for a seat. */
const OF_THE_SEATED = ['POST /api/seats/:id/again', 'GET /api/seats/:id/analysis', 'GET /api/seats/:id/analysis.xlsx'];
const NO_ACCOUNT: readonly AskerName[] = ['nobody', 'stranger', 'asking', 'owner'];
const DENIED: readonly string[] = [
  'not-signed-in',
  'not-allowed',
  'no-guest',
  ...RESOURCE_KINDS.map((thing) => `unknown-${thing}`),
];

/** The refusal this principal must get, or null. `exists`: whether the resource asked for does. */
const expected = (access: string, principal: AskerName, exists: boolean): string | null => {
  const [who = '', , thing] = access.split(' ');
  if (thing === undefined) {
    if (ANYWHERE[who]?.includes(principal)) return null;
    return NO_ACCOUNT.includes(principal) ? 'not-signed-in' : 'not-allowed';
  }
  const owned = access in HERE;
  if (exists && HERE[owned ? access : who]?.includes(principal)) return null;
  if (owned) return thing === 'drill' && principal === 'nobody' ? 'no-guest' : `unknown-${thing}`;
  if (NO_ACCOUNT.includes(principal)) return 'not-signed-in';
  return ANYWHERE[who]?.includes(principal) ? `unknown-${thing}` : 'not-allowed';
};

const asThing = (access: string): ResourceKind | null =>
  RESOURCE_KINDS.find((thing) => access.endsWith(` of ${thing}`)) ?? null;
const denial = (code: string): string | null => (DENIED.includes(code) ? code : null);

/** Derived from the table: a route without a line of its own isn't registered at all. */
const ROUTES = Object.keys(routes) as Route[];

/** Whether this asker also asks the route for what isn't there: a third of them, at the next route the next third. */
const asksInVain = (route: Route, asker: number): boolean => sweepsAll || (ROUTES.indexOf(route) + asker) % 3 === 0;

const isRead = (route: Route): boolean => route.startsWith('GET');
/**
 * Whether this asker, who is let through, asks: the first of a route always, and every third of the others, at the next
 * route the next third. Each command let through takes a world of its own; whoever is refused asks every time.
 */
const isLetIn = (route: Route, asker: number, before: number): boolean =>
  sweepsAll || isRead(route) || before === 0 || (ROUTES.indexOf(route) + asker) % 3 === 0;
/** Routes asked of one server, well below the requests that an address may make at once (RULES N8). */
const READ_TOGETHER = 5;
const WRITE_TOGETHER = 4;

let server: TestServer;

/**
 * Asks the route as everybody, of what is there and in turn of what isn't. `makeWorld` is called again after a command that
 * was let through, since it may have changed anything; a refusal and reading change nothing.
 */
const expectAsTableSays = async (route: Route, access: string, makeWorld: () => Promise<World>): Promise<void> => {
  const found: unknown[] = [];
  const wanted: unknown[] = [];
  let world: World | null = null;
  let letIn = 0;
  for (const [i, principal] of ASKERS.entries()) {
    for (const exists of asThing(access) !== null && asksInVain(route, i) ? [true, false] : [true]) {
      const waits = principal === 'asking' && OF_THE_SEATED.includes(route);
      const refusal = expected(access, waits ? 'stranger' : principal, exists);
      if (refusal === null && !isLetIn(route, i, letIn)) continue;
      if (refusal === null) letIn += 1;
      world ??= await makeWorld();
      const code = await knock(route, access, world, principal, exists);
      if (denial(code) === null && !isRead(route)) world = null;
      expect([route, principal, exists, code]).not.toEqual([route, principal, exists, 'internal']);
      found.push([route, principal, exists, denial(code)]);
      wanted.push([route, principal, exists, refusal]);
    }
  }
  expect(found).toEqual(wanted);
};

/**
 * One request of the principal to the route, with the world's ids in its path; the code it is answered with. A reply must be
 * of the shape that the table says.
 */
const knock = async (
  route: Route,
  access: string,
  world: World,
  principal: AskerName,
  exists: boolean,
): Promise<string> => {
  const [method = '', path = ''] = route.split(' ');
  const thing = asThing(access);
  const filled = path
    .replace(':shop/:file', 'suibu/s01.svg')
    .replace('shops/:id', 'shops/suibu')
    .replace(':code', world.code)
    .replace(':person', world.member)
    .replace(':term', world.term)
    .replace(/:(mark|ruling|comment|appeal|session)/, 'nothing')
    .replace(':id', thing === null || !exists ? 'nothing' : world.ids[thing]);
  const body = route === 'POST /api/drills' ? { scenarios: ['product-advice/toy'] } : {};
  const answer = await ask(server.url + filled, {
    method,
    cookie: world.cookies[principal],
    ...(method === 'POST' ? { body } : {}),
  });
  const { reply }: RouteSpec = routes[route];
  if (answer.reply.ok && reply instanceof ZodType)
    expect([route, reply.safeParse(answer.reply.value).error?.issues]).toEqual([route, undefined]);
  return codeOf(answer);
};

describe('the permission table', () => {
  test('has every route that Express has, and Express every route of the table', async () => {
    const { application, storage } = await testServer();
    const app = createWebApp({
      catalogs: createCatalogs(toyCatalog, storage.authored),
      storage,
      runner: application.runner,
      ...{ engine: toyEngine, judge: inProcessJudge },
      classroom: application.classroom,
      checker: { check: async () => null, close: () => {} },
      documents: inProcessDocuments,
      clock: systemClock,
      logger: pino({ level: 'silent' }),
      ...{ monitor: application.monitor, audit: application.audit },
      ...{ erasures: application.erasures, retention: application.retention },
      metricsToken: null,
      publicUrl: null,
      clientAddress: () => '127.0.0.1',
      sessionEnds: { notify: () => {} },
      passwords: createPasswords(),
      node: () => null,
      setUpCode: '',
      clientDir: tempFolder(),
      shopsDir: tempFolder(),
    });
    const served = stack
      .parse(app.router.stack)
      .flatMap(({ route }) =>
        route === undefined || route.path === '/{*any}'
          ? []
          : Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${route.path}`),
      );
    expect(served.toSorted()).toEqual(ROUTES.toSorted());
  });

  test('has each route in one area only', () => {
    expect(AREAS.flatMap((lines) => Object.keys(lines)).toSorted()).toEqual(ROUTES.toSorted());
  });

  test('has every command', () => {
    expect(Object.keys(COMMAND_ACCESS).toSorted()).toEqual(Object.keys(commandSchemas).toSorted());
  });

  // A command that is let through has a world of its own, so that the next route meets nothing it changed.
  test.each(
    groupsOf(
      ROUTES.filter((route) => !isRead(route)),
      WRITE_TOGETHER,
    ),
  )('[M6] $routes.0 and the next routes that write', async ({ routes: group }) => {
    server = await testServer();
    await createSchools(server.storage);
    for (const route of group) await expectAsTableSays(route, accessOf(route), () => createWorld(server));
  });

  // Reading changes nothing, so that routes next to each other in the table are asked of one server.
  test.each(groupsOf(ROUTES.filter(isRead), READ_TOGETHER))(
    '[M6] $routes.0 and the next routes that only read',
    async ({ routes: group }) => {
      server = await testServer();
      await createSchools(server.storage);
      const world = await createWorld(server);
      for (const route of group) await expectAsTableSays(route, accessOf(route), async () => world);
    },
  );

  test.each([
    'GET /api/drills/:id',
    'GET /api/drills/:id/report',
    'GET /api/drills/:id/replay',
    'POST /api/drills/:id/rulings',
  ] as const)('[M6] lets nobody else see a drill of practice: %s', async (route) => {
    server = await testServer();
    await createSchools(server.storage);
    for (const principal of ASKERS) {
      const code = await knock(route, accessOf(route), await createWorld(server, true), principal, true);
      const reads = principal === 'owner' && route.startsWith('GET');
      expect([principal, denial(code) === null]).toEqual([principal, reads]);
    }
  });
});

describe('the commands of a socket', () => {
  // A server for each: one that nobody knows may send no more than the commands of one round (RULES N8).
  const asked = ASKERS.flatMap((principal) => [true, false].map((exists) => [principal, exists] as const));
  test.each(asked)(
    '[M6] are open to %s only where the table says so, the thing there: %s',
    async (principal, exists) => {
      server = await testServer();
      await createSchools(server.storage);
      const world = await createWorld(server);
      const socket = await connected(server, world.cookies[principal]);
      const id = (thing: ResourceKind): string => (exists ? world.ids[thing] : 'nothing');
      const base = { drillId: id('drill'), commandId: 'x', conversation: 'c1' };
      const payloads: Record<string, unknown> = {
        'drill:join': { drillId: id('drill'), after: 0, take: true },
        'drill:watch': { drillId: id('drill'), after: 0 },
        'drill:unwatch': { drillId: id('drill') },
        'message:send': { ...base, text: '在', made: { how: 'typed', quickReply: null }, anatomy: null },
        'message:withdraw': { ...base, message: 'm1' },
        'message:typing': { drillId: id('drill'), conversation: 'c1' },
        'action:do': { ...base, action: 'remark', with: {} },
        'conversation:close': base,
        'conversation:transfer': { ...base, note: '换码' },
        'conversation:pass': { ...base, seat: 'seat-2', note: '换码' },
        'conversation:drop-hold': base,
        'conversation:recall': base,
        'conversation:answer-pass': { ...base, takes: false, reason: '满了' },
        'queue:take': base,
        'seat:join': { seatId: id('seat') },
        'run:watch': { runId: id('run') },
        'run:unwatch': { runId: id('run') },
        'role:join': { code: 'nothing' },
        'role:leave': { code: 'nothing' },
        'role:play': { code: 'nothing', commandId: 'x', act: { do: 'ready' } },
      };
      for (const [command, access] of Object.entries(COMMAND_ACCESS)) {
        const reply = await emit(socket, command, payloads[command] ?? { drillId: id('drill'), commandId: command });
        const code = reply.ok ? 'ok' : reply.error.code;
        expect(['bad-request', 'internal']).not.toContain(code);
        expect([command, exists, denial(code)]).toEqual([command, exists, expected(access, principal, exists)]);
      }
      socket.disconnect();
    },
  );
});
