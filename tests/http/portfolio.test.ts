import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import type { PortfolioBody, Today } from '#contract/portfolio.ts';
import { reportSchema } from '#contract/report.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import {
  content,
  eventsOf,
  plan,
  SCENARIO,
  STARTED_AT,
  type storeClass,
} from '#tests/classroom/support/golden-class.ts';
import { cookieOf } from '#tests/http/support/people-world.ts';
import { get, post, type Room, resultsServer } from '#tests/http/support/results-world.ts';
import { ask, codeOf, valueIn } from '#tests/http/support/test-server.ts';
import type { Trainee } from '#tests/scoring/support/golden-logs.ts';
import { person } from '#tests/storage/people-contract.ts';

const DAY = 86_400_000;

/** The first seat's device `g1`, seated as `lin` who has an account, in a school with `teacher2` from another. */
const room = async (
  seats: Parameters<typeof storeClass>[1] = [{ name: '林可欣' }],
): Promise<Room & { lin: string }> => {
  const server = await resultsServer(seats, 'at-once');
  const { people, runs } = server.storage;
  await people.createPerson(person('lin', { name: '林可欣', school: 's1', role: 'trainee' }));
  const seat = await runs.seat('seat1');
  if (seat !== null) await runs.changeSeat({ ...seat, person: 'lin' });
  return { ...server, lin: await cookieOf(server.storage, 'lin') };
};

/** Stores an ended practice drill of a device, `day` days after the start. */
const practise = async ({ storage }: Room, id: string, day: number, trainee: Trainee, guest = 'g1'): Promise<void> => {
  const openedAt = STARTED_AT + day * DAY;
  await store(storage, id, eventsOf(trainee), openedAt, guest);
};
const store = async (
  storage: Room['storage'],
  id: string,
  events: readonly DrillEvent[],
  at: number,
  guest: string,
): Promise<void> => {
  const base = { id, guest, contentHash: 'golden', scenarios: [SCENARIO], mode: 'practice', openedAt: at };
  await storage.createDrill({ ...base, state: 'opened', endedAt: null, score: null, place: null, retry: null });
  const ended = { state: 'ended' as const, running: false, dueAt: null, endedAt: at + 600_000 };
  await storage.appendAll([{ drill: id, expectedSeq: 0, commandId: null, at, events, ack: null, ...ended }]);
};
const bodyOf = async (server: Room, cookie: string, path = 'portfolio'): Promise<PortfolioBody> =>
  valueIn(await get(server, path, cookie)) as PortfolioBody;
const ids = ({ entries }: PortfolioBody): string[] => entries.map(({ drill }) => drill);

describe('a trainee’s own portfolio', () => {
  test('holds the device’s drills newest first, makes missing results at once, and shows nobody else’s', async () => {
    const server = await room();
    await practise(server, 'old', 0, 'poor');
    await practise(server, 'new', 1, 'model');
    await practise(server, 'other', 2, 'model', 'g9');
    const body = await bodyOf(server, server.trainee);
    expect(ids(body)).toEqual(['new', 'old']);
    const [best, poor] = body.entries;
    expect(best?.score).toBe((await server.storage.drill('new'))?.score);
    expect(poor?.goal?.title).not.toBe('');
    expect(body.map).toHaveLength(content.types.length);
    expect(ids(await bodyOf(server, server.stranger))).toEqual(['other']);
    const nobody = await ask(`${server.url}/api/portfolio`);
    expect(valueIn(nobody)).toMatchObject({ entries: [], claim: null, suggestion: { reason: { kind: 'new' } } });
  });

  test('[N7] leaves out an answer to a replay task', async () => {
    const server = await room();
    const [opened, ...rest] = eventsOf('poor');
    if (opened?.kind !== 'drill-opened') throw new Error('no opening');
    await store(server.storage, 'retry', [{ ...opened, forkedFrom: 'old' }, ...rest], STARTED_AT, 'g1');
    await practise(server, 'old', 1, 'poor');
    expect(ids(await bodyOf(server, server.trainee))).toEqual(['old']);
    expect(await server.storage.portfolio.entry('retry')).toBeNull();
  });

  test('[M6] counts drills whose results aren’t published, and doesn’t show them', async () => {
    const server = await room([{ name: '林可欣', drills: [eventsOf('poor')] }]);
    const run = await server.storage.runs.run('r1');
    if (run === null) throw new Error('no run');
    await server.storage.runs.changeRun({ ...run, plan: { ...plan, results: 'published' } });
    expect(await bodyOf(server, server.trainee)).toMatchObject({ entries: [], waiting: 1 });
    await server.storage.runs.changeRun({ ...run, publishedAt: STARTED_AT });
    const { entries, waiting } = await bodyOf(server, server.trainee);
    expect([entries[0]?.drill, entries[0]?.runName, waiting]).toEqual(['d1-1', '周三第一节', 0]);
  });

  test('follows a ruling', async () => {
    const server = await room([{ name: '林可欣', drills: [eventsOf('poor')] }]);
    await bodyOf(server, server.trainee);
    const ruling = { finding: null, verdict: 'score', score: 91, reason: '看过了' };
    await post(server, 'drills/d1-1/rulings', server.teacher, ruling);
    expect((await bodyOf(server, server.trainee)).entries[0]).toMatchObject({ score: 91, grade: 'excellent' });
  });

  test('can be downloaded as a file: three sheets, numbers as numbers', async () => {
    const server = await room();
    await practise(server, 'old', 0, 'poor');
    const response = await fetch(`${server.url}/api/portfolio.xlsx`, { headers: { cookie: server.trainee } });
    expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toMatch(/成长档案-\d{4}-\d\d-\d\d/);
    const read = await readXlsxFile(Buffer.from(await response.arrayBuffer()));
    expect(read.map(({ sheet }) => sheet)).toEqual(['档案', '每场', '错处']);
    const [entry] = (await bodyOf(server, server.trainee)).entries;
    const [head = [], line = []] = read[1]?.data ?? [];
    const cell = (name: string) => line[head.indexOf(name)];
    expect(cell('总分')).toBe(entry?.score);
    expect(cell('首次响应(秒)')).toBe(entry?.figures.firstResponseS);
    expect(cell('案例')).toBe(entry?.cases[0]?.title);
    expect(read[0]?.data.find(([label]) => label === '场数')?.[1]).toBe(1);
    const faults = read[2]?.data.slice(1) ?? [];
    expect(faults.map((row) => row[4])).toEqual(entry?.faults.map(({ count }) => count));
    expect(faults.length).toBeGreaterThan(0);
  });
});

test('[M5] every drill of a portfolio says whether the goal before it was met, as its report does, and in the file too', async () => {
  const server = await room();
  await practise(server, 'first', 0, 'poor');
  await practise(server, 'second', 1, 'model');
  const { entries } = await bodyOf(server, server.trainee);
  const report = reportSchema.parse(valueIn(await get(server, 'drills/second/report', server.trainee)));
  expect(report.goal).not.toBeNull();
  expect(entries.map(({ drill, reached }) => [drill, reached])).toEqual([
    ['second', report.goal],
    ['first', null],
  ]);
  const response = await fetch(`${server.url}/api/portfolio.xlsx`, { headers: { cookie: server.trainee } });
  const [, drills] = await readXlsxFile(Buffer.from(await response.arrayBuffer()));
  const [head = [], ...lines] = drills?.data ?? [];
  const column = (name: string) => lines.map((line) => line[head.indexOf(name)]);
  expect(column('上次的目标')).toEqual([report.goal?.title, null]);
  expect(column('上次的目标达到没有')).toEqual(['达到', null]);
});

describe('the goal', () => {
  const goalIn = async (server: Room, drill: string, cookie = server.trainee) =>
    reportSchema.parse(valueIn(await get(server, `drills/${drill}/report`, cookie))).goal;

  test('[M5] is what the last drill that ended before said to change first', async () => {
    const server = await room();
    await practise(server, 'first', 0, 'poor');
    await practise(server, 'second', 1, 'model');
    await practise(server, 'other', 0.5, 'silent', 'g9');
    expect(await goalIn(server, 'first')).toBeNull();
    const goal = await goalIn(server, 'second');
    expect(goal).toMatchObject({ from: { drill: 'first' }, met: 'met' });
    expect(goal?.title).toBe((await bodyOf(server, server.trainee)).entries[1]?.goal?.title);
  });

  test('[M6] of a class’s drill never comes from the trainee’s practice', async () => {
    const server = await room([{ name: '林可欣', drills: [eventsOf('poor'), eventsOf('model')] }]);
    await practise(server, 'alone', -1, 'silent');
    expect(await goalIn(server, 'd1-1', server.teacher)).toBeNull();
  });
});

describe('a device’s practice that can go to a person', () => {
  test('is offered to the trainee of its seat, by date and case, and moves only on their yes', async () => {
    const server = await room();
    await practise(server, 'old', 0, 'poor');
    await practise(server, 'new', 1, 'model');
    const { claim } = await bodyOf(server, server.trainee);
    expect(claim?.person).toEqual({ id: 'lin', name: '林可欣' });
    expect(claim?.drills.map(({ drill, titles }) => [drill, titles])).toEqual([
      ['new', [content.scenarios[0]?.title]],
      ['old', [content.scenarios[0]?.title]],
    ]);
    expect(ids(await bodyOf(server, server.lin))).toEqual([]);
    const yes = { person: 'lin', drills: ['new'] };
    expect(valueIn(await post(server, 'portfolio/claim', server.trainee, yes))).toEqual({ claimed: 1 });
    expect(ids(await bodyOf(server, server.lin))).toEqual(['new']);
    expect((await bodyOf(server, server.trainee)).claim?.drills.map(({ drill }) => drill)).toEqual(['old']);
  });

  test('is refused to anybody else, and takes nothing from another device', async () => {
    const server = await room();
    await practise(server, 'mine', 0, 'poor');
    const claim = (cookie: string, who: string, drills = ['mine']) =>
      post(server, 'portfolio/claim', cookie, { person: who, drills });
    expect(codeOf(await claim(server.trainee, 'wang'))).toBe('unknown-person');
    expect(codeOf(await claim(server.stranger, 'lin'))).toBe('unknown-person');
    expect(codeOf(await claim(server.lin, 'lin'))).toBe('no-guest');
    expect(codeOf(await claim(server.trainee, 'lin', []))).toBe('bad-request');
    expect(valueIn(await claim(`${server.stranger}; ${server.lin}`, 'lin'))).toEqual({ claimed: 0 });
  });

  test('isn’t shown to the next person at that device once it is somebody’s', async () => {
    const server = await room();
    await practise(server, 'hers', 0, 'poor');
    await post(server, 'portfolio/claim', server.trainee, { person: 'lin', drills: ['hers'] });
    await server.storage.people.createPerson(person('next', { school: 's1', role: 'trainee' }));
    const both = `${server.trainee}; ${await cookieOf(server.storage, 'next')}`;
    expect(ids(await bodyOf(server, both))).toEqual([]);
  });

  test('isn’t opened on another device by tapping that person’s name on a roster', async () => {
    const server = await room();
    await practise(server, 'elsewhere', 0, 'poor', 'g7');
    await server.storage.portfolio.claim('g7', 'lin', ['elsewhere']);
    expect(ids(await bodyOf(server, server.trainee))).toEqual([]);
    expect(ids(await bodyOf(server, server.lin))).toEqual(['elsewhere']);
  });

  test('belongs to the person from the start when they are signed in', async () => {
    const server = await room();
    const opened = await post(server, 'drills', server.lin, { scenarios: [SCENARIO], seed: 1, mode: 'practice' });
    const { id } = valueIn(opened) as { id: string };
    expect((await server.storage.ownerOf('drill', id))?.person).toBe('lin');
    expect((await server.application.runner.ownerOf(id))?.person).toBe('lin');
  });
});

describe('the portfolio for staff', () => {
  test('[M6] shows a trainee’s drills from runs of their own school, and no practice', async () => {
    const server = await room();
    await practise(server, 'alone', 0, 'poor');
    await server.storage.portfolio.claim('g1', 'lin', ['alone']);
    const place = { school: 's1', run: 'r1', seat: 'seat1', person: 'lin', redo: null };
    await server.storage.createDrill({
      ...{ id: 'class', guest: 'g1', contentHash: 'golden', scenarios: [SCENARIO], mode: 'lesson', place, retry: null },
      ...{ state: 'opened', openedAt: STARTED_AT, endedAt: null, score: null },
    });
    const ended = { state: 'ended' as const, running: false, dueAt: null, endedAt: STARTED_AT + 600_000 };
    const events = eventsOf('model');
    await server.storage.appendAll([
      { drill: 'class', expectedSeq: 0, commandId: null, at: STARTED_AT, events, ack: null, ...ended },
    ]);
    const body = await bodyOf(server, server.teacher, 'people/lin/portfolio');
    expect([body.name, ids(body), body.claim]).toEqual(['林可欣', ['class'], null]);
    expect(codeOf(await get(server, 'people/lin/portfolio', server.lin))).toBe('not-allowed');
    expect(codeOf(await get(server, 'people/nobody/portfolio', server.teacher))).toBe('unknown-person');
  });
});

test('today’s ten minutes are chosen from the latest drills', async () => {
  const server = await room();
  const suggested = async () => valueIn(await get(server, 'today', server.trainee)) as Today;
  expect(await suggested()).toMatchObject({
    suggestion: { scenario: SCENARIO, reason: { kind: 'new' } },
    claim: null,
  });
  await practise(server, 'poor', 0, 'poor');
  const { suggestion, claim } = await suggested();
  expect(claim).toEqual({ person: 'lin', name: '林可欣', drills: ['poor'] });
  expect(suggestion?.reason).toMatchObject({ kind: 'weak', of: 1, lastAt: STARTED_AT + 600_000 });
});
