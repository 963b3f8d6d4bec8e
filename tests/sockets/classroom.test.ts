import { beforeEach, describe, expect, test } from 'vitest';
import type { SeatBody } from '#contract/runs.ts';
import type { WallTiles } from '#contract/wall.ts';
import { lessonPlan, TEACHER, value } from '#tests/classroom/support/class-room.ts';
import { lessonCatalog } from '#tests/drills/support/lesson-room.ts';
import { cookieOf, twoSchools } from '#tests/http/support/people-world.ts';
import { ask, type TestServer, testServer, valueIn } from '#tests/http/support/test-server.ts';
import { connected, emit } from './test-socket.ts';

let server: TestServer;
let run: { id: string; code: string };
beforeEach(async () => {
  server = await testServer({ catalog: lessonCatalog });
  await twoSchools(server.storage);
  const made = await server.application.classroom.runs.create(TEACHER, { name: '课', classId: null, plan: lessonPlan });
  run = value(made);
});

/** A device that has taken a seat under this name. */
const seated = async (name: string): Promise<{ seatId: string; cookie: string }> => {
  const answer = await ask(`${server.url}/api/join/${run.code}`, { method: 'POST', body: { name } });
  valueIn(answer);
  const seat = (await server.storage.runs.seats(run.id)).find((one) => one.name === name);
  return { seatId: seat?.id ?? '', cookie: answer.cookie ?? '' };
};

describe('a seat’s socket', () => {
  test('is answered with the seat, and hears when the seat changes', async () => {
    const { seatId, cookie } = await seated('小柚');
    const socket = await connected(server, cookie);
    expect(await emit(socket, 'seat:join', { seatId })).toMatchObject({ ok: true, value: { state: 'waiting' } });
    const told = new Promise<SeatBody>((done) => {
      socket.on('seat:state', (body: SeatBody) => {
        if (body.state === 'serving') done(body);
      });
    });
    await server.application.classroom.runs.enterStage(run.id, TEACHER, 'drill');
    const { drill } = await told;
    expect(await emit(socket, 'drill:join', { drillId: drill, after: 0, take: true })).toMatchObject({ ok: true });
  });

  test('[M6] words for one seat reach no other', async () => {
    const one = await seated('小柚');
    const two = await seated('大柚');
    const [a, b] = [await connected(server, one.cookie), await connected(server, two.cookie)];
    await emit(a, 'seat:join', { seatId: one.seatId });
    await emit(b, 'seat:join', { seatId: two.seatId });
    expect(await emit(b, 'seat:join', { seatId: one.seatId })).toMatchObject({ error: { code: 'unknown-seat' } });
    const heard: string[] = [];
    b.on('seat:state', (body: SeatBody) => heard.push(...body.notices.map(({ text }) => text)));
    const told = new Promise<SeatBody>((done) => a.once('seat:state', done));
    const { runs } = server.application.classroom;
    await runs.say(run.id, TEACHER, { seat: one.seatId, text: '只给小柚' });
    expect((await told).notices).toMatchObject([{ text: '只给小柚', to: 'me' }]);
    const all = new Promise((done) => b.once('seat:state', done));
    await runs.say(run.id, TEACHER, { seat: null, text: '给大家' });
    await all;
    expect(heard).toEqual(['给大家']);
  });
});

describe('a wall’s socket', () => {
  test('is answered with the run and all tiles, and then hears which devices come and go', async () => {
    const { seatId, cookie } = await seated('小柚');
    const wall = await connected(server, await cookieOf(server.storage, 'mentor'));
    expect(await emit(wall, 'run:watch', { runId: run.id })).toMatchObject({
      ok: true,
      value: {
        run: { id: run.id, joined: 1 },
        tiles: { all: true, tiles: [{ seat: seatId, link: 'lost', state: 'none' }] },
      },
    });
    const link = (wanted: string): Promise<void> =>
      new Promise((done) => {
        wall.on('wall:tiles', ({ tiles }: WallTiles) => {
          if (tiles[0]?.link === wanted) done();
        });
      });
    const came = link('online');
    const trainee = await connected(server, cookie);
    await emit(trainee, 'seat:join', { seatId });
    await came;
    const gone = link('lost');
    trainee.disconnect();
    await gone;
    expect(await emit(wall, 'run:unwatch', { runId: run.id })).toEqual({ ok: true, value: null });
  });

  test('is refused to another school, to a trainee and to nobody', async () => {
    const { cookie } = await seated('小柚');
    const tried = [
      [await cookieOf(server.storage, 'teacher2'), 'unknown-run'],
      [await cookieOf(server.storage, 'trainee'), 'not-allowed'],
      [cookie, 'not-signed-in'],
    ] as const;
    for (const [who, code] of tried) {
      const socket = await connected(server, who);
      expect(await emit(socket, 'run:watch', { runId: run.id })).toMatchObject({ error: { code } });
    }
  });
});
