/** Practice that its owner hands in: who sees it when, taking it back, and what staff say of it. */
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import type { HandedIn, HandedInRow, HandingIn } from '#contract/homework/handed-in.ts';
import type { RunResults } from '#contract/results.ts';
import type { DrillRetries } from '#contract/retries.ts';
import { eventsOf, plan, SCENARIO } from '#tests/classroom/support/golden-class.ts';
import { cookieOf } from '#tests/http/support/people-world.ts';
import { get, post, type Room, type reportOf, resultsServer } from '#tests/http/support/results-world.ts';
import { codeOf, valueIn } from '#tests/http/support/test-server.ts';
import { person, school } from '#tests/storage/people-contract.ts';

const HOUR = 3600_000;

/** Homework `r1` of a class, whose first seat is device `g1`'s, which has practised `one`, `two`, …; `g9` practised `other`. */
const room = async (ids: readonly string[] = ['one', 'two']): Promise<Room & { elsewhere: string }> => {
  const server = await resultsServer([{ name: '甲' }, { name: '乙' }], 'at-once');
  const { people, runs } = server.storage;
  await people.createClass({ id: 'k1', school: 's1', name: '电商 2 班', createdAt: 1, archivedAt: null });
  await people.createSchool(school('s2', 2), person('other-admin', { role: 'admin', school: 's2' }));
  const run = await runs.run('r1');
  if (run === null) throw new Error('no run');
  const now = Date.now();
  const homework = { opensAt: now - HOUR, dueAt: now + HOUR, attempts: 1, counts: 'best' as const, late: null };
  // A run's class stands from its making.
  const seats = await runs.seats('r1');
  await runs.createRun(
    { ...run, id: 'w1', code: '222222', classId: 'k1', name: '第一周作业', plan: { ...plan, homework } },
    seats.map((seat) => ({ ...seat, id: `w-${seat.id}`, run: 'w1' })),
  );
  for (const [index, id] of ids.entries()) await practise(server, id, index, 'g1');
  await practise(server, 'other', 9, 'g9');
  return { ...server, elsewhere: await cookieOf(server.storage, 'other-admin') };
};
const practise = async ({ storage }: Room, id: string, hoursLater: number, guest: string): Promise<void> => {
  const openedAt = Date.now() - 100 * HOUR + hoursLater * HOUR;
  const base = { id, guest, contentHash: 'golden', scenarios: [SCENARIO], mode: 'practice', openedAt };
  await storage.createDrill({ ...base, state: 'opened', endedAt: null, score: null, place: null, retry: null });
  const ended = { state: 'ended' as const, running: false, dueAt: null, endedAt: openedAt + 600_000, ack: null };
  const append = { drill: id, expectedSeq: 0, commandId: null, at: openedAt, events: eventsOf('poor') };
  await storage.appendAll([{ ...append, ...ended }]);
};
const SEAT = 'w-seat1';
const handIn = (server: Room, drill: string, to = 'homework', seat = SEAT, cookie = server.trainee) =>
  post(server, `drills/${drill}/handing-in`, cookie, { seat, to });
const stateOf = async (server: Room, drill: string): Promise<HandingIn> =>
  valueIn(await get(server, `drills/${drill}/handing-in`, server.trainee)) as HandingIn;
const listOf = async (server: Room, path = 'runs/w1'): Promise<HandedInRow[]> =>
  valueIn(await get(server, `${path}/handed-in`, server.teacher)) as HandedInRow[];
const mark = (server: Room, drill: string, body: object, seat = SEAT, cookie = server.teacher) =>
  post(server, `seats/${seat}/handed-in/${drill}/mark`, cookie, body);
/** What staff could read of a drill. */
const READ = ['', '/report', '/replay', '/tries', '/discussion', '/report.json'];

describe('practice that is handed in', () => {
  test('[G1] is read by the school’s staff from then on, and by nobody before or after, nor any other practice', async () => {
    const server = await room();
    const codes = async (drill: string, cookie: string) =>
      await Promise.all(READ.map(async (part) => (await get(server, `drills/${drill}${part}`, cookie)).status));
    const hidden = READ.map(() => 404);
    expect(await codes('one', server.teacher)).toEqual(hidden);
    const { targets } = await stateOf(server, 'one');
    expect(targets.map(({ to, where }) => [to, where])).toEqual([
      ['homework', '第一周作业'],
      ['class', '电商 2 班'],
    ]);
    expect(codeOf(await handIn(server, 'one'))).toBe('ok');
    expect(new Set(await codes('one', server.teacher))).toEqual(new Set([200]));
    for (const cookie of [server.stranger, server.elsewhere]) expect(await codes('one', cookie)).toEqual(hidden);
    for (const drill of ['two', 'other']) expect(await codes(drill, server.teacher)).toEqual(hidden);
    const [row] = await listOf(server);
    expect(row).toMatchObject({ drill: 'one', no: '01', name: '甲', to: 'homework', mark: null });
    expect(row?.score).toBe((await server.storage.drill('one'))?.score);
    // Looking on while it runs, ruling on it and commenting on it stay a class's.
    const ruling = { finding: null, verdict: 'score', score: 90, reason: '重看过' };
    expect(codeOf(await post(server, 'drills/one/rulings', server.teacher, ruling))).toBe('unknown-drill');
    expect(codeOf(await post(server, 'drills/one/handing-in/take-back', server.trainee))).toBe('ok');
    expect(await codes('one', server.teacher)).toEqual(hidden);
    expect(await listOf(server)).toEqual([]);
  });

  test('[G2] tells staff nothing of what else was practised: no goal of an earlier drill and no turn done again', async () => {
    const server = await room();
    const own = valueIn(await get(server, 'drills/two/report', server.trainee)) as Awaited<ReturnType<typeof reportOf>>;
    expect(own.goal?.from.drill).toBe('one');
    await handIn(server, 'two');
    const read = valueIn(await get(server, 'drills/two/report', server.teacher)) as typeof own;
    expect(read).toEqual({ ...own, goal: null });
    const file = JSON.stringify((await get(server, 'drills/two/report.json', server.teacher)).reply);
    expect(file).toContain('"drill":"two"');
    expect(file).not.toContain('"drill":"one"');
    const tries = valueIn(await get(server, 'drills/two/tries', server.teacher)) as DrillRetries;
    expect([tries.tried, tries.own]).toEqual([[], false]);
  });

  test('[G3] goes from one’s own seat to homework that is open or to its class, once, and changes no mark of it', async () => {
    const server = await room(['one', 'two', 'three', 'four', 'five', 'six']);
    expect(codeOf(await handIn(server, 'other'))).toBe('unknown-drill');
    expect(codeOf(await handIn(server, 'one', 'homework', 'w-seat2'))).toBe('handed-in-closed');
    // A lesson without a class takes nothing, whatever its seat.
    expect(codeOf(await handIn(server, 'one', 'homework', 'seat1'))).toBe('handed-in-closed');
    expect(codeOf(await handIn(server, 'one', 'class'))).toBe('ok');
    expect(codeOf(await handIn(server, 'one'))).toBe('handed-in-already');
    expect(await listOf(server)).toEqual([]);
    expect((await listOf(server, 'classes/k1')).map(({ where }) => where)).toEqual(['电商 2 班']);
    for (const drill of ['two', 'three', 'four', 'five']) expect(codeOf(await handIn(server, drill))).toBe('ok');
    expect(codeOf(await handIn(server, 'six'))).toBe('handed-in-many');
    const { seats } = valueIn(await get(server, 'runs/w1/results', server.teacher)) as RunResults;
    expect(seats[0]?.homework).toMatchObject({ handedIn: 4, counted: null, status: 'not-begun' });
    await mark(server, 'two', { score: 80, note: '' });
    const { runs } = server.storage;
    const run = await runs.run('w1');
    if (run?.plan.homework === undefined) throw new Error('no homework');
    const over = { ...run.plan.homework, dueAt: Date.now() - 1 };
    await runs.changeRun({ ...run, plan: { ...run.plan, homework: over } });
    expect(codeOf(await handIn(server, 'six'))).toBe('handed-in-closed');
    expect((await stateOf(server, 'six')).targets.map(({ to }) => to)).toEqual(['class']);
  });

  test('[G4] is marked by a teacher, which its trainee reads, and isn’t taken back afterwards', async () => {
    const server = await room();
    await handIn(server, 'one');
    expect(codeOf(await mark(server, 'one', { score: null, note: ' ' }))).toBe('bad-request');
    expect(codeOf(await mark(server, 'one', { score: 80, note: '' }, 'w-seat2'))).toBe('not-handed-in');
    expect(codeOf(await mark(server, 'two', { score: 80, note: '' }))).toBe('not-handed-in');
    expect(codeOf(await mark(server, 'one', { score: 80, note: '' }, SEAT, server.trainee))).toBe('not-signed-in');
    expect(codeOf(await mark(server, 'one', { score: 82, note: '开头接得好' }))).toBe('ok');
    const { handedIn } = await stateOf(server, 'one');
    expect(handedIn?.mark).toMatchObject({ score: 82, note: '开头接得好', by: '王老师' });
    expect(codeOf(await post(server, 'drills/one/handing-in/take-back', server.trainee))).toBe('handed-in-marked');
    expect(codeOf(await mark(server, 'one', { score: null, note: '再看看' }))).toBe('ok');
    expect((await listOf(server))[0]?.mark).toMatchObject({ score: null, note: '再看看' });
    const own = valueIn(await get(server, 'handed-in', server.trainee)) as HandedIn[];
    expect(own.map(({ drill, mark: of }) => [drill, of?.note])).toEqual([['one', '再看看']]);
    expect(valueIn(await get(server, 'handed-in', server.stranger))).toEqual([]);
    expect(codeOf(await post(server, 'drills/two/handing-in/take-back', server.trainee))).toBe('not-handed-in');
    const { name } = valueIn(await get(server, 'drills/one/erasure', server.trainee)) as { name: string };
    expect(codeOf(await post(server, 'drills/one/erase', server.trainee, { name }))).toBe('ok');
    expect(await server.storage.handedIn.find('one')).toBeNull();
  });

  test('[H21] comes as a file, of one piece of homework or of the class, for the school’s staff', async () => {
    const server = await room();
    await handIn(server, 'one');
    await handIn(server, 'two', 'class');
    await mark(server, 'one', { score: 81, note: '=开头接得好' });
    const rowsOf = async (path: string): Promise<unknown[][]> => {
      const file = await fetch(`${server.url}/api/${path}/handed-in.xlsx`, { headers: { cookie: server.teacher } });
      expect(decodeURIComponent(file.headers.get('content-disposition') ?? '')).toContain('交来的练习-');
      return (await readXlsxFile(Buffer.from(await file.arrayBuffer())))[0]?.data ?? [];
    };
    const [head = [], row = [], ...more] = await rowsOf('runs/w1');
    expect(more).toEqual([]);
    expect(row[head.indexOf('老师给分')]).toBe(81);
    // Words stay words: none runs as a formula.
    expect(row[head.indexOf('老师的话')]).toBe('=开头接得好');
    expect(row[head.indexOf('算作')]).toBe('作业');
    expect(await rowsOf('classes/k1')).toHaveLength(3);
    for (const cookie of [server.stranger, server.elsewhere])
      expect(codeOf(await get(server, 'classes/k1/handed-in.xlsx', cookie))).not.toBe('ok');
  });

  test('[G3] isn’t for what is no practice, nor for a roster’s other trainee at the same device', async () => {
    const server = await room();
    const { storage } = server;
    await storage.people.createPerson(person('lin', { name: '林可欣', school: 's1', role: 'trainee' }));
    await storage.portfolio.claim('g1', 'lin', ['one']);
    const seat = await storage.runs.seat(SEAT);
    await storage.people.createPerson(person('chen', { name: '陈', school: 's1', role: 'trainee' }));
    if (seat !== null) await storage.runs.changeSeat({ ...seat, person: 'chen' });
    expect((await stateOf(server, 'one')).targets).toEqual([]);
    expect(codeOf(await handIn(server, 'one'))).toBe('handed-in-closed');
    expect((await stateOf(server, 'two')).targets).toHaveLength(2);
    const drill = await storage.drill('two');
    if (drill === null) throw new Error('no drill');
    const place = { school: 's1', run: 'w1', seat: SEAT, person: null, redo: null };
    await storage.createDrill({ ...drill, id: 'of-class', place, state: 'opened', endedAt: null, score: null });
    const ended = { state: 'ended' as const, running: false, dueAt: null, endedAt: Date.now(), ack: null };
    await storage.appendAll([
      { drill: 'of-class', expectedSeq: 0, commandId: null, at: 1, events: eventsOf('poor'), ...ended },
    ]);
    expect(codeOf(await handIn(server, 'of-class'))).toBe('handed-in-not-practice');
  });
});
