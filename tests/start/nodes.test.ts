import type { Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { RunBody, SeatBody } from '#contract/runs.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { type PrivatePostgres, postgresPrograms, startPostgres } from '#scripts/private-servers/private-postgres.ts';
import { hasRedis, startRedis } from '#scripts/private-servers/private-redis.ts';
import { openPostgres } from '#storage/opening/open-postgres.ts';
import { ask, openDrill, valueIn } from '#tests/http/support/ask.ts';
import { connected, emit, hearing } from '#tests/sockets/test-socket.ts';
import { tempFolder } from '#tests/storage/temp-folder.ts';
import { type ChildServer, childServer, failedStart } from './child-server.ts';

const CASE = 'promotion/coupon-stack';
const programs = postgresPrograms();
const isThere = programs !== null && hasRedis();

const send = (socket: Socket, drillId: string, commandId: string, text: string) =>
  emit(socket, 'message:send', {
    ...{ drillId, commandId, conversation: 'c1', text, made: { how: 'typed', quickReply: null }, anatomy: null },
  });

/** As a page does it: it asks until it is let in. */
const joined = async (socket: Socket, drillId: string) => {
  for (;;) {
    const reply = await emit(socket, 'drill:join', { drillId, after: 0, take: true });
    if (reply.ok) return reply;
    expect(reply.error.code).toBe('drill-moving');
    await new Promise((done) => setTimeout(done, 200));
  }
};

/**
 * As a page does it after its server is gone: one whose connection is closed while it asks, because the node it was let
 * in at is found dead then, connects once more.
 */
const comesAgain = async (server: ChildServer, cookie: string | null, drillId: string) => {
  for (;;) {
    const socket = await connected(server, cookie);
    const heard = hearing(socket);
    const reply = await joined(socket, drillId).catch((error: unknown) => {
      if (socket.connected) throw error;
      return null;
    });
    if (reply !== null) return { socket, heard, reply };
  }
};

const lesson = {
  ...{ scenarios: [CASE], mode: 'lesson', arrivals: 'together', pace: 20, minutes: 10, seed: 'fixed', attempts: 1 },
  ...{ results: 'at-once', incidents: [], stages: [], transfers: true },
};

/** A seat at each server: the customer of the first goes to the second. The drills, which are over then. */
const passedOn = async (servers: readonly ChildServer[]) => {
  const [first] = servers;
  const setUp = { school: '城北职业学校', name: '王老师', login: 'wang', password: 'kefu-2026-teach' };
  const teacher = await ask(`${first?.url}/api/set-up`, { method: 'POST', body: setUp });
  const call = async (path: string, body: unknown, cookie = teacher.cookie, { url } = first ?? { url: '' }) => {
    const answer = await ask(`${url}/api/${path}`, { method: 'POST', cookie, body });
    return { ...answer, value: valueIn(answer) };
  };
  const run = (await call('runs', { name: '转接', classId: null, plan: lesson })).value as RunBody;
  const desks: { socket: Socket; seat: string; drill: Promise<string> }[] = [];
  for (const [place, server] of servers.entries()) {
    const taken = await call(`join/${run.code}`, { name: `学员${place}` }, null, server);
    const { id } = (taken.value as SeatBody).seat;
    const socket = await connected(server, taken.cookie);
    const drill = new Promise<string>((done) =>
      socket.on('seat:state', (body: SeatBody) => body.drill !== null && done(body.drill)),
    );
    expect(await emit(socket, 'seat:join', { seatId: id })).toMatchObject({ ok: true });
    desks.push({ socket, seat: id, drill });
  }
  await call(`runs/${run.id}/stage`, { stage: 'drill' });
  const [giver, taker] = await Promise.all(
    desks.map(async ({ socket, seat, drill }) => {
      const [drillId, heard] = [await drill, hearing(socket)];
      await joined(socket, drillId);
      await heard.until(({ kind }) => kind === 'customer-said');
      return { socket, seat, heard, drillId };
    }),
  );
  if (giver === undefined || taker === undefined) throw new Error('two servers are needed');
  const offer = { drillId: giver.drillId, commandId: 'pass', conversation: 'c1', seat: taker.seat, note: '问能不能叠' };
  expect(await emit(giver.socket, 'conversation:pass', offer)).toMatchObject({ ok: true });
  await taker.heard.until(({ kind }) => kind === 'pass-coming');
  const answer = { drillId: taker.drillId, commandId: 'take', conversation: 'c2', takes: true, reason: '' };
  expect(await emit(taker.socket, 'conversation:answer-pass', answer)).toMatchObject({ ok: true });
  await taker.heard.until((event) => event.kind === 'customer-said' && event.conversation === 'c2');
  await giver.heard.until(({ kind }) => kind === 'conversation-transferred');
  for (const { socket } of desks) socket.disconnect();
  await call(`runs/${run.id}/stage`, { stage: 'debrief' });
  return [giver.drillId, taker.drillId];
};

describe.skipIf(!isThere && process.env.CI !== 'true')('two servers on one PostgreSQL and one Redis', () => {
  let postgres: PrivatePostgres;
  let redis: Awaited<ReturnType<typeof startRedis>>;
  beforeAll(async () => {
    [postgres, redis] = await Promise.all([startPostgres(programs ?? ''), startRedis()]);
  });
  afterAll(async () => {
    await Promise.all([postgres?.remove(), redis?.remove()]);
  });

  test('one dies with kill -9: the other goes on within five seconds, with every acknowledged word once, and a customer passed between them [D2] [J104]', async () => {
    const url = postgres.url(await postgres.create());
    const place = { DATABASE_URL: url, REDIS_URL: redis.url, LOG_LEVEL: 'fatal' };
    const first = await childServer({ ...place, DATA_DIR: tempFolder() });
    const second = await childServer({ ...place, DATA_DIR: tempFolder() });
    const health = await (await fetch(`${second.url}/healthz`)).json();
    expect(health).toMatchObject({ ok: true, redis: true, node: expect.any(String) });
    // One that knows nothing of nodes is kept out, in words.
    const alone = await failedStart({ DATABASE_URL: url, DATA_DIR: tempFolder() });
    expect(alone).toMatchObject({ code: 1, stderr: expect.stringContaining('正被另一个客服练兵场服务用着') });

    const [given, taken] = await passedOn([first, second]);
    const { drillId, cookie } = await openDrill(first, null, [CASE]);
    const desk = await connected(first, cookie);
    const heard = hearing(desk);
    await joined(desk, drillId);
    await emit(desk, 'drill:start', { drillId, commandId: 'start' });
    await heard.until(({ kind }) => kind === 'customer-said');
    // Another page of the same device at the other server: what it is told and what it says goes over Redis.
    const far = await connected(second, cookie);
    const farHears = hearing(far);
    await joined(far, drillId);
    expect(await send(far, drillId, 'far', '您好')).toMatchObject({ ok: true });
    await heard.until((event) => event.kind === 'trainee-said' && event.id === 'far');
    expect(farHears.events()).toEqual(heard.events());

    await joined(desk, drillId);
    const acked = await Promise.all([1, 2, 3].map((n) => send(desk, drillId, `m${n}`, `第${n}句，我看一下`)));
    expect(acked.every(({ ok }) => ok)).toBe(true);
    await first.kill('SIGKILL');

    const { socket: after, heard: again, reply } = await comesAgain(second, cookie, drillId);
    // Its clock may go on before this page is in: the other page never left.
    expect(reply).toMatchObject({ value: { mine: true } });
    // How soon that is, is tried in virtual time: tests/nodes/drills.test.ts.
    await again.until((event) => event.kind === 'clock-stopped' && event.why === 'server');
    expect(await send(after, drillId, 'm3', '第3句，我看一下')).toEqual(acked[2]);
    await again.until(({ kind, at }) => kind === 'clock-started' && at > 0);
    expect(await send(after, drillId, 'm4', '我回来了')).toMatchObject({ ok: true });
    expect((await (await fetch(`${second.url}/metrics`)).text()).match(/kefu_takeovers_total (\d+)/)?.[1]).toBe('1');
    expect(await second.kill('SIGTERM')).toBe(0);

    const storage = await openPostgres(url, 'normal');
    onTestFinished(() => storage.close());
    const readLog = async (id = ''): Promise<DrillEvent[]> =>
      (await storage.read(id, 0)).flatMap(({ events }) => events);
    const came = (await readLog(taken)).filter(
      (event) => event.kind === 'customer-added' && event.passed !== undefined,
    );
    const gone = (await readLog(given)).filter(
      (event) => event.kind === 'conversation-closed' && event.passedTo != null,
    );
    expect([came.length, gone.length]).toEqual([1, 1]);
    const log = await readLog(drillId);
    const said = log.flatMap((event) => (event.kind === 'trainee-said' ? [event.id] : []));
    expect(said).toEqual(['far', 'm1', 'm2', 'm3', 'm4']);
    // Once for the node that died, once for the one that was stopped.
    const stops = log.filter((event) => event.kind === 'clock-stopped' && event.why === 'server');
    expect(stops).toHaveLength(2);
    expect(await storage.leases.of(drillId)).toBeNull();
    expect(await storage.nodes.alive(Date.now())).toEqual([]);
  });

  test('a server can’t join one that has the database alone, nor start without its Redis [D7]', async () => {
    const url = postgres.url(await postgres.create());
    const alone = await childServer({ DATABASE_URL: url, DATA_DIR: tempFolder() });
    const node = await failedStart({ DATABASE_URL: url, REDIS_URL: redis.url, DATA_DIR: tempFolder() });
    expect(node).toMatchObject({ code: 1, stderr: expect.stringContaining('没有设 REDIS_URL') });
    await redis.kill();
    const lost = await failedStart({ DATABASE_URL: url, REDIS_URL: redis.url, DATA_DIR: tempFolder() });
    expect(lost).toMatchObject({ code: 1, stderr: expect.stringContaining('连不上 Redis') });
    const words = await failedStart({ REDIS_URL: redis.url, DATA_DIR: tempFolder() });
    expect(words).toMatchObject({ code: 1, stderr: expect.stringContaining('要和 DATABASE_URL 一起设') });
    expect(await alone.kill('SIGTERM')).toBe(0);
  });
});
