import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { createScoreQueue } from '#drills/reports/score-queue.ts';
import { lessonPlan, TEACHER, value } from '#tests/classroom/support/class-room.ts';
import { lessonCatalog } from '#tests/drills/support/lesson-room.ts';
import { twoSchools } from '#tests/http/support/people-world.ts';
import { ask, codeOf, testServer } from '#tests/http/support/test-server.ts';
import { connected, emit } from '#tests/sockets/test-socket.ts';

describe('what there is to do now', () => {
  test('has the seats with a page open, the pages, and the drills whose clock runs or stands', async () => {
    const server = await testServer({ catalog: lessonCatalog });
    await twoSchools(server.storage);
    const { runs } = server.application.classroom;
    const run = value(await runs.create(TEACHER, { name: '课', classId: null, plan: lessonPlan }));
    const joined = await ask(`${server.url}/api/join/${run.code}`, { method: 'POST', body: { name: '小柚' } });
    expect(codeOf(joined)).toBe('ok');
    const seatId = (await server.storage.runs.seats(run.id))[0]?.id ?? '';
    const status = () => server.application.monitor.status();
    expect(await status()).toMatchObject({ seats: 0, sockets: 0, drills: { running: 0, standing: 0 } });
    const [one, two] = [await connected(server, joined.cookie), await connected(server, joined.cookie)];
    await emit(one, 'seat:join', { seatId });
    await emit(two, 'seat:join', { seatId });
    expect(await status()).toMatchObject({ seats: 1, sockets: 2 });
    await runs.enterStage(run.id, TEACHER, 'drill');
    const sat = await emit(one, 'seat:join', { seatId });
    const drillId = sat.ok ? String(sat.value.drill) : '';
    await emit(one, 'drill:join', { drillId, after: 0, take: true });
    await emit(one, 'drill:start', { drillId, commandId: 's1' });
    expect((await status()).drills).toEqual({ running: 1, standing: 0 });
    await runs.freeze(run.id, TEACHER, true);
    expect((await status()).drills).toEqual({ running: 0, standing: 1 });
  });

  test('has the drills that wait for their score, without the one that is being scored', async () => {
    const opened: (() => void)[] = [];
    const queue = createScoreQueue(pino({ level: 'silent' }), () => new Promise((done) => void opened.push(done)));
    const settle = () => new Promise((done) => setImmediate(done));
    for (const drill of ['d1', 'd2', 'd3']) queue.add(drill);
    await settle();
    expect(queue.queueLength()).toBe(2);
    opened[0]?.();
    await settle();
    await settle();
    expect(queue.queueLength()).toBe(1);
  });
});
