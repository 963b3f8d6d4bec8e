import { expect, test } from 'vitest';
import { cookieOf, twoSchools } from '#tests/http/support/people-world.ts';
import { ask, openDrill, testServer } from '#tests/http/support/test-server.ts';
import { connected, emit } from './test-socket.ts';

test('the end of a session closes its connections, and a guest’s stays open', async () => {
  const server = await testServer();
  twoSchools(server.storage);
  const cookie = cookieOf(server.storage, 'teacher');
  const guest = await openDrill(server);
  const socket = await connected(server, cookie);
  const other = await connected(server, guest.cookie);
  const watch = { drillId: guest.drillId, after: 0 };
  expect(await emit(socket, 'drill:watch', watch)).toMatchObject({ ok: false, error: { code: 'unknown-drill' } });
  await ask(`${server.url}/api/session/end`, { method: 'POST', cookie, body: {} });
  const gone = new Promise((done) => void socket.once('disconnect', done));
  socket.emit('drill:watch', watch);
  expect(await gone).toBe('transport close');
  expect(await emit(other, 'drill:join', { ...watch, take: true })).toMatchObject({ ok: true });
});
