import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { commandSchemas } from '#contract/commands.ts';
import { createWebApp } from '#http/web-app.ts';
import { COMMAND_ACCESS, ROUTE_ACCESS, refusal, type Who } from '#server/access.ts';
import { systemClock } from '#server/clock.ts';
import { toyShelf } from '../drills/support/toy-content.ts';
import { connected, emit } from '../sockets/test-socket.ts';
import { tempFolder } from '../storage/temp-folder.ts';
import { ask, codeOf, openDrill, testServer } from './test-server.ts';

/** What Express knows of its routes; its own types leave the router open. */
const stack = z.array(
  z.object({ route: z.object({ path: z.string(), methods: z.record(z.string(), z.boolean()) }).optional() }),
);

const bodies: Record<string, unknown> = { 'POST /api/drills': { scenarios: ['product-advice/toy'] } };
const ASKERS = ['nobody', 'other', 'owner'] as const;
const expected: Record<Who, Record<(typeof ASKERS)[number], string | null>> = {
  anyone: { nobody: null, other: null, owner: null },
  'drill-owner': { nobody: 'no-guest', other: 'unknown-drill', owner: null },
};
const DENIED = ['no-guest', 'unknown-drill', 'not-allowed'];

describe('the permission table', () => {
  test('every route Express has stands in it, and the other way round', async () => {
    const { application, storage } = await testServer();
    const app = createWebApp({
      shelf: toyShelf,
      storage,
      runner: application.runner,
      clock: systemClock,
      logger: pino({ level: 'silent' }),
      publicUrl: null,
      clientDir: tempFolder(),
      shopsDir: tempFolder(),
    });
    const routes = stack
      .parse(app.router.stack)
      .flatMap(({ route }) =>
        route === undefined || route.path === '/{*any}'
          ? []
          : Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${route.path}`),
      );
    expect(routes.toSorted()).toEqual(Object.keys(ROUTE_ACCESS).toSorted());
  });

  test('every command stands in it', () => {
    expect(Object.keys(COMMAND_ACCESS).toSorted()).toEqual(Object.keys(commandSchemas).toSorted());
  });

  test.each(Object.entries(ROUTE_ACCESS))('[M6] %s is for %s', async (route, who) => {
    const server = await testServer();
    const owner = await openDrill(server);
    const other = await openDrill(server);
    const [method = '', path = ''] = route.split(' ');
    const filled = path
      .replace('drills/:id', `drills/${owner.drillId}`)
      .replace(':id', 'suibu')
      .replace(':shop/:file', 'suibu/s01.svg');
    const url = server.url + filled;
    const tried = { nobody: null, other: other.cookie, owner: owner.cookie };
    for (const asker of ASKERS) {
      const code = codeOf(await ask(url, { method, cookie: tried[asker], body: bodies[route] }));
      expect([asker, DENIED.includes(code) ? code : null]).toEqual([asker, expected[who][asker]]);
    }
  });

  test('[M6] every command is refused to nobody and to another guest, and not to the owner', async () => {
    const server = await testServer();
    const owner = await openDrill(server);
    const other = await openDrill(server);
    const tried = { nobody: null, other: other.cookie, owner: owner.cookie };
    const base = { drillId: owner.drillId, commandId: 'x', conversation: 'c1' };
    const payloads: Record<string, unknown> = {
      'drill:join': { drillId: owner.drillId, after: 0, take: true },
      'message:send': { ...base, text: '在', made: { how: 'typed', quickReply: null }, anatomy: null },
      'message:typing': { drillId: owner.drillId, conversation: 'c1' },
      'action:do': { ...base, action: 'remark', with: {} },
      'conversation:close': base,
    };
    for (const asker of ASKERS) {
      const socket = await connected(server, tried[asker]);
      for (const [command, who] of Object.entries(COMMAND_ACCESS)) {
        const reply = await emit(socket, command, payloads[command] ?? { drillId: owner.drillId, commandId: command });
        const denied = !reply.ok && DENIED.includes(reply.error.code) ? reply.error.code : null;
        expect([asker, command, denied]).toEqual([asker, command, expected[who][asker]]);
      }
      socket.disconnect();
    }
  });

  test('another’s drill is answered like one that doesn’t exist', () => {
    expect(refusal('drill-owner', 'g1', 'g2')).toBe(refusal('drill-owner', 'g1', null));
  });
});
