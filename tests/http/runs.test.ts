import { beforeEach, describe, expect, test } from 'vitest';
import { lessonPlan } from '#tests/classroom/support/class-room.ts';
import { lessonCatalog } from '#tests/drills/support/lesson-room.ts';
import { virtualClock } from '#tests/drills/support/virtual-clock.ts';
import { cookieOf, twoSchools } from '#tests/http/support/people-world.ts';
import { type Answer, ask, codeOf, type TestServer, testServer, valueIn } from '#tests/http/support/test-server.ts';

let server: TestServer;
let teacher: string;
beforeEach(async () => {
  server = await testServer({ catalog: lessonCatalog, clock: virtualClock() });
  await twoSchools(server.storage);
  teacher = await cookieOf(server.storage, 'teacher');
});

const call =
  (method: string) =>
  (path: string, body?: unknown, cookie: string | null = teacher): Promise<Answer> =>
    ask(`${server.url}/api/${path}`, { method, cookie, ...(method === 'POST' ? { body: body ?? {} } : {}) });
const get = (path: string, cookie?: string | null): Promise<Answer> => call('GET')(path, undefined, cookie);
const post = call('POST');

type Run = { id: string; code: string };
const isRun = (value: unknown): value is Run =>
  typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string';
const newRun = async (): Promise<Run> => {
  const value = valueIn(await post('runs', { name: '第一节', classId: null, plan: lessonPlan }));
  if (!isRun(value)) throw new Error('no run');
  return value;
};

describe('runs over HTTP', () => {
  test('are made, listed and steered, and each command is answered with the run', async () => {
    const run = await newRun();
    expect(valueIn(await get('runs'))).toMatchObject([{ id: run.id, stage: 'join' }]);
    expect(valueIn(await get(`runs/${run.id}`))).toMatchObject({ code: run.code, by: '姓名teacher' });
    expect(valueIn(await post(`runs/${run.id}/stage`, { stage: 'drill' }))).toMatchObject({ stage: 'drill' });
    expect(valueIn(await post(`runs/${run.id}/freeze`, { frozen: true }))).toMatchObject({ frozen: true });
    expect(valueIn(await post(`runs/${run.id}/extend`, { minutes: 5 }))).toMatchObject({
      clock: { totalMs: 1_020_000 },
    });
    expect(valueIn(await post(`runs/${run.id}/lock`, { locked: true }))).toMatchObject({ locked: true });
    expect(valueIn(await post(`runs/${run.id}/end`))).toMatchObject({ stage: 'close' });
    expect(codeOf(await post(`runs/${run.id}/code`))).toBe('run-over');
  });

  test('of another school are answered as if they didn’t exist', async () => {
    const run = await newRun();
    const other = await cookieOf(server.storage, 'teacher2');
    expect(codeOf(await get(`runs/${run.id}`, other))).toBe('unknown-run');
    expect(codeOf(await post(`runs/${run.id}/end`, {}, other))).toBe('unknown-run');
    expect(valueIn(await get('runs', other))).toEqual([]);
    expect(codeOf(await get('runs', null))).toBe('not-signed-in');
    expect(codeOf(await post('runs', {}, await cookieOf(server.storage, 'mentor')))).toBe('not-allowed');
  });

  test.each([
    ['stage', { stage: 'spare' }, 'stage'],
    ['extend', { minutes: 0 }, 'minutes'],
    ['say', { seat: null, text: ' ' }, 'text'],
    ['redo', { drill: 'd', conversation: 'x', turn: 1 }, 'conversation'],
  ])('a malformed %s names its field', async (what, body, detail) => {
    const run = await newRun();
    expect((await post(`runs/${run.id}/${what}`, body)).reply).toMatchObject({
      error: { code: 'bad-request', detail },
    });
  });

  test('have templates: one comes with the product, the others are the school’s', async () => {
    const made = valueIn(await post('templates', { name: '摸底', plan: lessonPlan }));
    expect(valueIn(await get('templates'))).toMatchObject([
      { name: '一节课 45 分钟', builtIn: true },
      { name: '摸底', builtIn: false },
    ]);
    const other = await cookieOf(server.storage, 'teacher2');
    expect(valueIn(await get('templates', other))).toHaveLength(1);
    const id = typeof made === 'object' && made !== null && 'id' in made ? String(made.id) : '';
    expect(codeOf(await post(`templates/${id}/remove`, {}, other))).toBe('unknown-template');
    expect(codeOf(await post('templates/lesson-45/remove'))).toBe('unknown-template');
    expect(codeOf(await post(`templates/${id}/remove`))).toBe('ok');
    expect(valueIn(await get('templates'))).toHaveLength(1);
  });

  test('the template that comes with the product makes a run', async () => {
    const templates = valueIn(await get('templates'));
    const first = Array.isArray(templates) ? templates[0] : null;
    expect(codeOf(await post('runs', { name: '课', classId: null, plan: first.plan }))).toBe('ok');
    const minutes = first.plan.stages.reduce((sum: number, stage: { minutes: number }) => sum + stage.minutes, 0);
    expect(minutes).toBe(45);
  });

  test('have as incidents the cases made for it', async () => {
    expect(valueIn(await get('incidents'))).toMatchObject([
      { id: 'after-sales/angry', title: '断货' },
      { id: 'after-sales/quiet', title: '来了个急的', notice: null },
    ]);
  });

  test('have a page on reachability that says where the server listens, and when only this machine can reach it', async () => {
    expect(valueIn(await get('reachability'))).toEqual({
      port: server.port,
      publicUrl: null,
      onlyHere: true,
      addresses: [],
      others: 0,
      lastOtherAt: null,
    });
  });
});

describe('joining over HTTP', () => {
  const join = (run: Run, name: string, cookie: string | null = null): Promise<Answer> =>
    post(`join/${run.code}`, { name }, cookie);

  test('gives the device a cookie and the seat, which only it may read', async () => {
    const run = await newRun();
    const joined = await join(run, '小柚');
    const seat = valueIn(joined);
    expect(seat).toMatchObject({ seat: { name: '小柚' }, state: 'waiting' });
    expect(joined.cookie).toMatch(/^kefu_guest=/);
    const id = typeof seat === 'object' && seat !== null && 'seat' in seat ? (seat.seat as { id: string }).id : '';
    expect(codeOf(await get(`seats/${id}`, joined.cookie))).toBe('ok');
    const other = await join(run, '大柚');
    expect(codeOf(await get(`seats/${id}`, other.cookie))).toBe('unknown-seat');
    expect(codeOf(await get(`seats/${id}`, null))).toBe('unknown-seat');
    expect(codeOf(await post(`seats/${id}/release`, {}, await cookieOf(server.storage, 'teacher2')))).toBe(
      'unknown-seat',
    );
    expect(codeOf(await post(`seats/${id}/release`))).toBe('ok');
    expect(codeOf(await get(`seats/${id}`, joined.cookie))).toBe('unknown-seat');
  });

  test('is refused with a wrong code, without a cookie, and who has a seat gets in whatever they have tried', async () => {
    const run = await newRun();
    const wrong = await post('join/111112', { name: '小柚' }, null);
    expect([codeOf(wrong), wrong.cookie]).toEqual(['unknown-code', null]);
    const { cookie } = await join(run, '小柚');
    const codes: string[] = [];
    for (let n = 0; n < 20; n++) codes.push(codeOf(await get(`join/${200_000 + n}`, cookie)));
    expect(new Set(codes)).toEqual(new Set(['unknown-code']));
    // How many may be tried in all: hostile/join-guard.test.ts.
    expect(codeOf(await get(`join/${run.code}`, cookie))).toBe('ok');
  });

  test('works for a whole class from one address', async () => {
    const run = await newRun();
    for (let n = 0; n < 60; n++) await get('join/111112', null);
    for (let n = 0; n < 45; n++) expect(codeOf(await join(run, `学员${n}`))).toBe('ok');
  });
});
