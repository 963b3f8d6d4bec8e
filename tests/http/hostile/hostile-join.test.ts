import { beforeEach, describe, expect, test } from 'vitest';
import { lessonPlan, TEACHER, value } from '#tests/classroom/support/class-room.ts';
import { lessonCatalog } from '#tests/drills/support/lesson-room.ts';
import { type VirtualClock, virtualClock } from '#tests/drills/support/virtual-clock.ts';
import { cookieOf, twoSchools } from '#tests/http/support/people-world.ts';
import { ask, codeOf, type TestServer, testServer, valueIn } from '#tests/http/support/test-server.ts';

let server: TestServer;
let clock: VirtualClock;
let run: { id: string; code: string };
beforeEach(async () => {
  clock = virtualClock();
  server = await testServer({ catalog: lessonCatalog, clock });
  await twoSchools(server.storage);
  const { runs } = server.application.classroom;
  run = value(await runs.create(TEACHER, { name: '课', classId: null, plan: lessonPlan }));
});
const join = (name: string, cookie: string | null = null) =>
  ask(`${server.url}/api/join/${run.code}`, { method: 'POST', cookie, body: { name } });

describe('somebody with the code who means harm', () => {
  test('can’t make new devices without end', async () => {
    const codes = new Set<string>();
    for (let n = 0; n < 450; n += 1) codes.add(codeOf(await join(`学生${n % 20}`)));
    expect(codes).toContain('too-many-requests');
    const { cookie, ...first } = await join('迟来的');
    expect([codeOf({ cookie, ...first }), cookie]).toEqual(['too-many-requests', null]);
    // A device that comes ten seconds later gets in.
    await clock.advance(10_000);
    expect(codeOf(await join('迟来的'))).toBe('ok');
  });

  test('can’t hold up a device that is known already', async () => {
    const { cookie } = await join('小柚');
    for (let n = 0; n < 450; n += 1) await join(`学生${n % 20}`);
    expect(codeOf(await join('小柚', cookie))).toBe('ok');
  });

  test('six classes that come in from one address at once are not held up', async () => {
    const { runs } = server.application.classroom;
    for (let lesson = 0; lesson < 6; lesson += 1) {
      run = value(await runs.create(TEACHER, { name: '课', classId: null, plan: lessonPlan }));
      for (let n = 0; n < 45; n += 1) expect(codeOf(await join(`学生${n}`))).toBe('ok');
    }
  });
});

describe('names of runs', () => {
  test.each([
    'a\r\nSet-Cookie: x=y',
    '"; filename="evil.exe',
    '../../x',
    '\ud800',
    '😀\u202e',
    'CON',
    '%0d%0a',
    '；＝1',
  ])('never become another header: %j', async (name) => {
    const { runs } = server.application.classroom;
    const made = value(await runs.create(TEACHER, { name, classId: null, plan: lessonPlan }));
    const cookie = await cookieOf(server.storage, 'teacher');
    const answer = await ask(`${server.url}/api/runs/${made.id}/export.xlsx`, { cookie });
    expect(answer.status).toBe(200);
    expect(valueIn(answer)).toBeDefined();
    expect(answer.headers.getSetCookie()).toEqual([]);
    const header = answer.headers.get('content-disposition') ?? '';
    expect(header).toMatch(/^attachment; filename="?[^"\r\n]*\.xlsx"?(; filename\*=UTF-8''[\w.%~!'()*-]+\.xlsx)?$/);
  });
});
