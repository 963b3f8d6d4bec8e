import { expect, test } from 'vitest';
import { cookieOf, twoSchools } from '#tests/http/support/people-world.ts';
import { ask, openDrill, testServer } from '#tests/http/support/test-server.ts';
import { connected, emit } from './test-socket.ts';

test('the end of a session closes its connections at once, without a word of theirs, and a guest’s stays open', async () => {
  const server = await testServer();
  await twoSchools(server.storage);
  const cookie = await cookieOf(server.storage, 'teacher');
  const guest = await openDrill(server);
  const socket = await connected(server, cookie);
  const other = await connected(server, guest.cookie);
  const watch = { drillId: guest.drillId, after: 0 };
  expect(await emit(socket, 'drill:watch', watch)).toMatchObject({ ok: false, error: { code: 'unknown-drill' } });
  const gone = new Promise((done) => void socket.once('disconnect', done));
  await ask(`${server.url}/api/session/end`, { method: 'POST', cookie, body: {} });
  expect(await gone).toBe('transport close');
  expect(await emit(other, 'drill:join', { ...watch, take: true })).toMatchObject({ ok: true });
});

test('a session ended elsewhere, by an admin or a new password loses its connections at once', async () => {
  const server = await testServer();
  await twoSchools(server.storage);
  const admin = await cookieOf(server.storage, 'admin');
  const post = (path: string, body: unknown = {}) =>
    ask(`${server.url}/api/${path}`, { method: 'POST', cookie: admin, body });
  const cut = async (cookie: string, end: () => Promise<unknown>): Promise<unknown> => {
    const socket = await connected(server, cookie);
    const kept = server.application.io.sockets.sockets.get(socket.id ?? '');
    const gone = new Promise((done) => void socket.once('disconnect', done));
    expect(kept?.conn.readyState).toBe('open');
    await end();
    // With the answer, and not with the socket's next packet.
    expect(kept?.conn.readyState).not.toBe('open');
    return gone;
  };
  const own = await connected(server, admin);
  expect(await cut(await cookieOf(server.storage, 'admin'), () => post('me/sessions/end'))).toBe('transport close');
  expect(await cut(await cookieOf(server.storage, 'teacher'), () => post('people/teacher/sessions/end'))).toBe(
    'transport close',
  );
  const password = { password: 'battery staple' };
  expect(await cut(await cookieOf(server.storage, 'teacher'), () => post('people/teacher', password))).toBe(
    'transport close',
  );
  expect(own.connected).toBe(true);
});
