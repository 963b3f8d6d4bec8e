import type { Socket } from 'socket.io-client';
import { expect, test, vi } from 'vitest';
import { virtualClock } from '#tests/drills/support/virtual-clock.ts';
import { openDrill, testServer } from '#tests/http/support/test-server.ts';
import { connected, emit, hearing } from './test-socket.ts';

/** A server whose time stands, so that no limit refills, with a drill of one device and one of another. */
const room = async () => {
  const clock = virtualClock();
  const server = await testServer({ clock });
  const [own, other] = [await openDrill(server), await openDrill(server)];
  const open = (count: number, cookie: string | null = own.cookie): Promise<Socket[]> =>
    Promise.all(Array.from({ length: count }, () => connected(server, cookie)));
  return { clock, server, own, other, open };
};

const typing = (drillId: string) => ({ drillId, conversation: 'c1' });
const join = (drillId: string) => ({ drillId, after: 0, take: true });
const closed = (socket: Socket) =>
  new Promise<{ reason: string; why: unknown }>((done) => {
    let why: unknown = null;
    socket.on('socket:closed', (said) => {
      why = said;
    });
    socket.on('disconnect', (reason) => done({ reason, why }));
  });
const codesOf = (replies: Awaited<ReturnType<typeof emit>>[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const reply of replies) {
    const code = reply.ok ? 'ok' : reply.error.code;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
};

test('[N8] the sockets of a device share its limit of commands, and nobody else notices', async () => {
  const { server, own, other, open } = await room();
  const [quiet] = await open(1, other.cookie);
  if (quiet === undefined) throw new Error('none');
  const sockets = await open(8);
  const read = vi.spyOn(server.storage, 'read');
  const floods = sockets.flatMap((socket) =>
    Array.from({ length: 15 }, () => emit(socket, 'drill:join', join(own.drillId))),
  );
  const quietly = Array.from({ length: 30 }, () => emit(quiet, 'drill:join', join(other.drillId)));
  expect(codesOf(await Promise.all(quietly))).toEqual({ ok: 30 });
  expect(codesOf(await Promise.all(floods))).toEqual({ ok: 40, 'too-many-requests': 80 });
  // Each log was read once, however many joined.
  expect(read).toHaveBeenCalledTimes(2);
});

test('[N8] a ninth page is let in, and the one that was used least lately is told and closed', async () => {
  const { clock, own, open } = await room();
  const sockets = await open(8);
  const [first, second] = sockets;
  if (first === undefined || second === undefined) throw new Error('none');
  clock.sleep(1000);
  await emit(first, 'drill:join', join(own.drillId));
  const gone = Promise.race(sockets.slice(1).map(closed));
  const [ninth] = await open(1);
  expect(await gone).toEqual({
    reason: 'io server disconnect',
    why: expect.objectContaining({ code: 'too-many-pages', message: expect.stringContaining('8') }),
  });
  expect(ninth?.connected).toBe(true);
  expect(sockets.map(({ connected: up }) => up).filter((up) => up)).toHaveLength(7);
  expect(first.connected).toBe(true);
});

test.each([
  ['commands nobody knows', () => ['drill:destroy', {}] as const],
  ['payloads of no shape', () => ['drill:join', { drillId: 7 }] as const],
  ['drills of others', (foreign: string) => ['drill:join', join(foreign)] as const],
])('[N8] %s count, are refused one by one, and in the end cut the connection off', async (_, next) => {
  const { server, own, other, open } = await room();
  const [socket, tab] = await open(2);
  if (socket === undefined || tab === undefined) throw new Error('none');
  const read = vi.spyOn(server.storage, 'read');
  const gone = closed(socket);
  const [name, payload] = next(other.drillId);
  const first = await Promise.all(Array.from({ length: 140 }, () => emit(socket, name, payload)));
  const { 'too-many-requests': late, ...named } = codesOf(first);
  expect(late).toBe(100);
  expect(Object.values(named)).toEqual([40]);
  for (let n = 0; n < 20; n++) socket.emit(name, payload);
  expect(await gone).toMatchObject({ reason: 'io server disconnect', why: { code: 'too-many-refusals' } });
  // Another socket of the device begins where this one ended, and its own page isn't closed before it asks again.
  const again = await open(1);
  expect(tab.connected).toBe(true);
  const second = again.map(closed);
  again[0]?.emit('drill:join', join(own.drillId));
  expect(await Promise.all(second)).toMatchObject([{ why: { code: 'too-many-refusals' } }]);
  expect(read).not.toHaveBeenCalled();
});

test('[N8] commands to a drill that sleeps are refused without reading its log', async () => {
  const { server, own, open } = await room();
  const [socket] = await open(1);
  if (socket === undefined) throw new Error('none');
  const read = vi.spyOn(server.storage, 'read');
  const replies = await Promise.all(
    Array.from({ length: 100 }, () => emit(socket, 'message:typing', typing(own.drillId))),
  );
  expect(codesOf(replies)).toEqual({ 'desk-elsewhere': 100 });
  expect(read).not.toHaveBeenCalled();
});

test('[N8] who connects in a loop is refused, and nobody else', async () => {
  const { open, other } = await room();
  const tries = await Promise.allSettled(Array.from({ length: 50 }, () => open(1)));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(30);
  expect(await open(1, other.cookie)).toMatchObject([{ connected: true }]);
});

test('a connection that says goodbye is closed: the next hello needs another', async () => {
  const { own, open } = await room();
  const [socket] = await open(1);
  if (socket === undefined) throw new Error('none');
  const engine = socket.io.engine;
  const gone = new Promise((done) => engine.once('close', done));
  // The socket.io packet by itself: the client's own `disconnect` closes the connection, too.
  engine.write('1');
  expect(await gone).toBe('transport close');
  expect(await open(1, own.cookie)).toMatchObject([{ connected: true }]);
});

test('[N8] a packet too many of any kind closes the connection', async () => {
  const { open } = await room();
  const [socket] = await open(1);
  if (socket === undefined) throw new Error('none');
  const gone = new Promise((done) => socket.io.engine.once('close', done));
  // Acknowledgements of nothing: no command, and nothing answers them.
  for (let n = 0; n < 700; n++) socket.io.engine.write('31[]');
  expect(await gone).toBe('transport close');
});

test('[N8] a socket holds sixteen drills in memory at most', async () => {
  const { server, own, open } = await room();
  const drills = [own.drillId];
  for (let n = 0; n < 17; n++) drills.push((await openDrill(server, own.cookie)).drillId);
  const [socket] = await open(1);
  if (socket === undefined) throw new Error('none');
  const replies = await Promise.all(drills.map((id) => emit(socket, 'drill:join', join(id))));
  expect(codesOf(replies)).toEqual({ ok: 16, 'too-many-requests': 2 });
  expect(await emit(socket, 'drill:join', join(own.drillId))).toMatchObject({ ok: true });
});

test('a join that is refused for its rate is answered like any other, and works later', async () => {
  const { clock, own, open } = await room();
  const [socket] = await open(1);
  if (socket === undefined) throw new Error('none');
  await Promise.all(Array.from({ length: 40 }, () => emit(socket, 'drill:join', join(own.drillId))));
  const { messages } = hearing(socket);
  expect(await emit(socket, 'drill:join', join(own.drillId))).toMatchObject({ error: { code: 'too-many-requests' } });
  expect(messages).toEqual([]);
  clock.sleep(1000);
  expect(await emit(socket, 'drill:join', join(own.drillId))).toMatchObject({ ok: true });
  expect(messages).toHaveLength(1);
});
