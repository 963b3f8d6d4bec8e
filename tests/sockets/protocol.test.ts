import { expect, test } from 'vitest';
import { PROTOCOL_VERSION } from '#contract/sockets.ts';
import { openDrill, testServer } from '#tests/http/support/test-server.ts';
import { connected, emit } from './test-socket.ts';

test.each([
  ['a later version', { protocol: PROTOCOL_VERSION + 1 }],
  ['an earlier version', { protocol: PROTOCOL_VERSION - 1 }],
  ['no version', {}],
  ['a version that is no number', { protocol: String(PROTOCOL_VERSION) }],
])('a client of %s is told to reload', async (_, auth) => {
  const server = await testServer();
  const { cookie } = await openDrill(server);
  await expect(connected(server, cookie, {}, auth)).rejects.toMatchObject({
    data: { code: 'protocol-mismatch', message: expect.stringContaining('刷新') },
  });
});

test('a client of this version may join', async () => {
  const server = await testServer();
  const { cookie, drillId } = await openDrill(server);
  const socket = await connected(server, cookie);
  expect(await emit(socket, 'drill:join', { drillId, after: 0, take: true })).toMatchObject({ ok: true });
});
