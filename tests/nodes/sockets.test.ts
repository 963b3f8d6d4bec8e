import { expect, onTestFinished, test, vi } from 'vitest';
import type { Storage } from '#storage/storage.ts';
import { cookieOf, twoSchools } from '#tests/http/support/people-world.ts';
import { ask, openDrill, type TestServer, testServer } from '#tests/http/support/test-server.ts';
import { fakeRedis } from '#tests/nodes/support/fake-bus.ts';
import { connected, emit, hearing, message } from '#tests/sockets/test-socket.ts';
import { openReady } from '#tests/storage/support/open-ready.ts';
import { tempFolder } from '#tests/storage/temp-folder.ts';

/** Two whole servers on one database, told of each other by a Redis of the test's own. */
const twoServers = async () => {
  const storage = await openReady(tempFolder());
  onTestFinished(() => storage.close());
  const redis = fakeRedis();
  const server = (name: string): Promise<TestServer> => {
    // Each closes its storage; the file is the test's.
    const own: Storage = { ...storage, close: async () => {} };
    return testServer({ storage: own, bus: redis.bus(name, () => true) });
  };
  return { storage, redis, a: await server('a'), b: await server('b') };
};

test('a page at another server joins, says and hears what it would at the drill’s own [D1]', async () => {
  const { a, b } = await twoServers();
  const { drillId, cookie } = await openDrill(a);
  const [near, far] = [await connected(a, cookie), await connected(b, cookie)];
  const [nearHears, farHears] = [hearing(near), hearing(far)];
  const join = { drillId, after: 0, take: true };
  await emit(near, 'drill:join', join);
  expect(await emit(near, 'drill:start', { drillId, commandId: 'start' })).toMatchObject({ ok: true });
  expect(await emit(far, 'drill:join', join)).toMatchObject({ ok: true, value: { mine: true, running: true } });
  expect(await emit(far, 'message:send', message(drillId, 'm1'))).toMatchObject({ ok: true });
  const isIt = (event: { kind: string; id?: string }): boolean => event.kind === 'trainee-said' && event.id === 'm1';
  await Promise.all([nearHears.until(isIt), farHears.until(isIt)]);
  // Whose drill it is was looked up for the first of its words.
  const asked = (['ownerOf', 'drill', 'ackOf', 'read'] as const).map((name) => vi.spyOn(b.storage, name));
  expect(await emit(far, 'message:send', message(drillId, 'm3'))).toMatchObject({ ok: true });
  expect(asked.flatMap((call) => call.mock.calls)).toEqual([]);
  expect(await emit(near, 'message:send', message(drillId, 'm2'))).toMatchObject({ error: { code: 'desk-elsewhere' } });
  const stranger = await openDrill(b);
  const other = await connected(b, stranger.cookie);
  expect(await emit(other, 'drill:join', join)).toMatchObject({ ok: false, error: { code: 'unknown-drill' } });
});

test('words that the drill’s server can’t be given are not answered: the connection is closed, to send them again [D3]', async () => {
  const { redis, a, b } = await twoServers();
  const { drillId, cookie } = await openDrill(a);
  const near = await connected(a, cookie);
  await emit(near, 'drill:join', { drillId, after: 0, take: false });
  const far = await connected(b, cookie);
  const join = { drillId, after: 0, take: true };
  await emit(far, 'drill:join', join);
  await emit(far, 'drill:start', { drillId, commandId: 'start' });
  redis.forget('a');
  let answer: unknown = null;
  const gone = new Promise((done) => void far.once('disconnect', done));
  far.emit('message:send', message(drillId, 'm1'), (reply: unknown) => {
    answer = reply;
  });
  expect(await gone).toBe('transport close');
  expect(answer).toBeNull();
  const again = await connected(b, cookie);
  expect(await emit(again, 'drill:join', join)).toMatchObject({ ok: false, error: { code: 'drill-moving' } });
});

test('a session that ends at one server loses its connections at the others', async () => {
  const { storage, redis, a, b } = await twoServers();
  await twoSchools(storage);
  const cookie = await cookieOf(storage, 'teacher');
  const socket = await connected(b, cookie);
  const gone = new Promise((done) => void socket.once('disconnect', done));
  await ask(`${a.url}/api/session/end`, { method: 'POST', cookie, body: {} });
  expect(await gone).toBe('transport close');
  // And not only with the page's next packet.
  expect(redis.said).toContain('a → b sessions-ended');
});

test('each says which it is, how many others there are, and whether it hears them', async () => {
  const { storage, redis, a, b } = await twoServers();
  await twoSchools(storage);
  expect((await ask(`${a.url}/healthz`)).reply).toEqual({ ok: true, node: 'a', redis: true });
  redis.goAway();
  expect((await ask(`${b.url}/healthz`)).reply).toEqual({ ok: true, node: 'b', redis: false });
  const status = await b.application.monitor.status();
  expect(status.node).toEqual({ name: 'b', others: 1, hearsOthers: false });
  const figures = await b.application.monitor.metrics.text();
  expect(figures).toContain('kefu_nodes 2');
  expect(figures).toContain('kefu_redis_up 0');
});
