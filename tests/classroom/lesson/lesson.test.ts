import { describe, expect, test } from 'vitest';
import type { Stage } from '#contract/runs.ts';
import { COUNTDOWN_MS } from '#drills/runner/stopped-clock.ts';
import type { Tier } from '#engine/model/rubric.ts';
import {
  ANGRY,
  classRoom,
  code,
  lessonPlan,
  MINUTE,
  newRun,
  SHOES,
  say,
  seatTab,
  sit,
  TEACHER,
  toDesk,
  value,
  wallTab,
} from '#tests/classroom/support/class-room.ts';
import { clockOf, lessonCatalog } from '#tests/drills/support/lesson-room.ts';

const OTHERS = { id: 'teacher2', school: 's2' };

/** One seat at its desk, nobody saying anything: the customer would leave after some minutes. */
const drilling = async (minutes = 12) => {
  const room = await classRoom();
  const run = await newRun(room, { minutes });
  const seat = await sit(room, run, 'g1', 1);
  const page = await seatTab(room, seat.seat.id, 'g1');
  value(await room.classroom.runs.enterStage(run.id, TEACHER, 'drill'));
  await room.clock.settle();
  return { room, run, page, desk: await toDesk(room, page), runs: room.classroom.runs };
};

describe('a run', () => {
  test('is made from a class, with a seat for each member of its roster', async () => {
    const room = await classRoom();
    const run = await newRun(room);
    expect(run).toMatchObject({ stage: 'join', className: '电商 2 班', seats: 3, joined: 0, by: '姓名teacher' });
    expect(run.code).toMatch(/^[1-9]\d{5}$/);
    expect(run.clock).toEqual({ elapsedMs: 0, totalMs: 12 * MINUTE, running: false });
    expect((await room.storage.runs.seats(run.id)).map(({ no, name }) => [no, name])).toEqual([
      ['01', '王小明'],
      ['02', '李静'],
      ['03', '张伟'],
    ]);
    expect(await room.classroom.runs.list({ ...TEACHER, role: 'teacher' })).toMatchObject([
      { id: run.id, className: '电商 2 班', seats: 3 },
    ]);
    expect(await room.classroom.runs.list({ ...TEACHER, school: 's2', role: 'teacher' })).toEqual([]);
  });

  test('[M1] tells the response tiers of its rubric in seconds, and the tier for the planned number of customers', async () => {
    const room = await classRoom();
    const one = await newRun(room);
    const { tiers } = lessonCatalog.data.rubric;
    expect(one.tiers).toEqual(tiers);
    const [{ upTo: _two, ...forTwo }, { upTo: _five, ...forFive }] = tiers as [Tier, Tier];
    expect(one.tier).toEqual(forTwo);
    const [scenario = ''] = lessonPlan.scenarios;
    const three = await newRun(room, { scenarios: [scenario, scenario, scenario] });
    expect(three.tier).toEqual(forFive);
  });

  test('can’t be made with an unknown case, an empty class or another school’s class', async () => {
    const { classroom, storage } = await classRoom();
    const make = async (over: object, plan: object = {}, by = TEACHER): Promise<string> =>
      code(await classroom.runs.create(by, { name: '课', classId: 'k1', plan: { ...lessonPlan, ...plan }, ...over }));
    await storage.people.createClass({ id: 'empty', school: 's1', name: '新班', createdAt: 1, archivedAt: null });
    expect(await make({})).toBe('ok');
    expect(await make({ classId: null })).toBe('ok');
    expect(await make({}, {}, OTHERS)).toBe('unknown-class');
    expect(await make({ classId: 'empty' })).toBe('class-empty');
    expect(await make({}, { scenarios: ['x/y'] })).toBe('unknown-scenario');
    expect(await make({}, { incidents: [SHOES] })).toBe('unknown-scenario');
    expect(await make({}, { incidents: [ANGRY] })).toBe('ok');
    expect(await make({}, { stages: [{ kind: 'drill', minutes: 10 }] })).toBe('bad-request');
  });

  test('goes through its stages in order, with the drill only once', async () => {
    const room = await classRoom();
    const run = await newRun(room);
    const go = async (stage: Stage): Promise<string> =>
      code(await room.classroom.runs.enterStage(run.id, TEACHER, stage));
    expect(await go('debrief')).toBe('stage-order');
    for (const stage of ['card', 'join', 'card', 'drill', 'drill'] as const) expect(await go(stage)).toBe('ok');
    expect(await go('join')).toBe('stage-order');
    expect(await go('debrief')).toBe('ok');
    expect(await go('drill')).toBe('stage-order');
    for (const stage of ['redo', 'debrief', 'close'] as const) expect(await go(stage)).toBe('ok');
    const { log } = value(await room.classroom.runs.body(run.id));
    expect(log.map(({ stage }) => stage)).toEqual([
      'join',
      'card',
      'join',
      'card',
      'drill',
      'debrief',
      'redo',
      'debrief',
      'close',
    ]);
  });

  test('opens a drill for every seated trainee, and for those who come later', async () => {
    const { room, run } = await drilling();
    expect(await room.storage.drillsOfRun(run.id)).toHaveLength(1);
    await room.clock.advance(4 * MINUTE);
    const late = await sit(room, run, 'g2', 2);
    await room.clock.settle();
    const page = await seatTab(room, late.seat.id, 'g2');
    expect(page.last()).toMatchObject({ state: 'serving', run: { clock: { elapsedMs: 4 * MINUTE, running: true } } });
    const wall = await wallTab(room, run.id);
    expect(wall.tile(late.seat.id).lateMs).toBe(4 * MINUTE);
    const { drill } = await toDesk(room, page);
    // A late trainee has fewer minutes, as the bell rings for everybody at once.
    await room.clock.advance(8 * MINUTE);
    expect((await room.storage.drill(drill))?.state).toBe('ended');
    expect(page.last()).toMatchObject({ state: 'done', run: { stage: 'debrief' } });
    const seeds = await Promise.all(
      (await room.storage.drillsOfRun(run.id)).map(async ({ id }) => (await room.runner.record(id))?.events[0]),
    );
    expect(new Set(seeds.map((event) => (event?.kind === 'drill-opened' ? event.seed : null))).size).toBe(1);
  });

  test('with a seed for each seat gives each seat its own customers', async () => {
    const room = await classRoom();
    const run = await newRun(room, { seed: 'own' });
    await sit(room, run, 'g1', 1);
    await sit(room, run, 'g2', 2);
    await room.classroom.runs.enterStage(run.id, TEACHER, 'drill');
    await room.clock.settle();
    const seeds = await Promise.all(
      (await room.storage.drillsOfRun(run.id)).map(async ({ id }) => (await room.runner.record(id))?.events[0]),
    );
    expect(new Set(seeds.map((event) => (event?.kind === 'drill-opened' ? event.seed : null))).size).toBe(2);
  });

  test('[C5] the bell ends every drill, and the lesson goes on to the debrief', async () => {
    const { room, run, page, desk } = await drilling(2);
    const wall = await wallTab(room, run.id);
    await room.clock.advance(2 * MINUTE - 1000);
    expect((await room.storage.drill(desk.drill))?.state).toBe('running');
    await room.clock.advance(1000);
    const events = (await room.runner.record(desk.drill))?.events ?? [];
    expect(events.at(-1)).toMatchObject({ kind: 'drill-ended', why: 'time' });
    expect(wall.runs.at(-1)).toMatchObject({ stage: 'debrief', clock: { elapsedMs: 2 * MINUTE, running: false } });
    expect(page.last()).toMatchObject({ state: 'done', drill: null, attemptsLeft: 0, waitsForPublishing: false });
    expect(page.last().reports).toEqual([{ drill: desk.drill, score: expect.any(Number) }]);
  });

  test('rings its bell again when the bell could not be stored', async () => {
    const { room, page } = await drilling(2);
    const { runs } = room.storage;
    const { changeRun } = runs;
    await room.clock.advance(2 * MINUTE - 100);
    runs.changeRun = async () => {
      throw new Error('disk full');
    };
    await room.clock.advance(500);
    expect(page.last().run.stage).toBe('drill');
    runs.changeRun = changeRun;
    await room.clock.advance(1000);
    expect(page.last()).toMatchObject({ state: 'done', run: { stage: 'debrief' } });
  });

  test('stores the teacher as the reason when the teacher ends the drill', async () => {
    const { run, room, runs, desk } = await drilling();
    await room.clock.advance(MINUTE);
    value(await runs.enterStage(run.id, TEACHER, 'debrief'));
    expect((await room.runner.record(desk.drill))?.events.at(-1)).toMatchObject({
      kind: 'drill-ended',
      why: 'teacher',
    });
  });

  test('[C4] stops every drill and its bell during a freeze', async () => {
    const { room, run, page, desk, runs } = await drilling();
    await room.clock.advance(2 * MINUTE);
    value(await runs.freeze(run.id, TEACHER, true));
    await room.clock.advance(30 * MINUTE);
    expect(page.last()).toMatchObject({
      run: { frozen: true, stage: 'drill', clock: { elapsedMs: 2 * MINUTE, running: false } },
    });
    expect((await room.storage.drill(desk.drill))?.state).toBe('running');
    // A trainee who joins during the freeze waits like the others.
    const late = await seatTab(room, (await sit(room, run, 'g2', 2)).seat.id, 'g2');
    await room.clock.settle();
    const other = await toDesk(room, late);
    await room.clock.advance(MINUTE);
    expect((await room.storage.drill(other.drill))?.state).toBe('opened');
    value(await runs.freeze(run.id, TEACHER, false));
    await room.clock.advance(10 * MINUTE - 1);
    expect(page.last().run.stage).toBe('drill');
    await room.clock.advance(1);
    expect(page.last().run.stage).toBe('debrief');
    expect((await clockOf({ ...room, restart: async () => {} }, desk.drill)).slice(1, 3)).toEqual([
      ['stop', 'freeze', 2 * MINUTE],
      ['start', 'freeze', 2 * MINUTE],
    ]);
  });

  test('rings its bell later by the minutes the teacher adds', async () => {
    const { room, run, page, runs } = await drilling();
    await room.clock.advance(11 * MINUTE);
    expect(value(await runs.extend(run.id, TEACHER, 3)).clock.totalMs).toBe(15 * MINUTE);
    await room.clock.advance(3 * MINUTE);
    expect(page.last().run.stage).toBe('drill');
    await room.clock.advance(MINUTE);
    expect(page.last().run.stage).toBe('debrief');
    expect(code(await runs.extend(run.id, TEACHER, 3))).toBe('run-not-drilling');
  });

  test('[C4] goes on after a restart from the last heartbeat, its clock and bell only after the drills’ countdown', async () => {
    const { room, run } = await drilling(2);
    await room.clock.advance(MINUTE);
    await room.restart(20 * MINUTE);
    const page = await seatTab(room, (await room.storage.runs.seats(run.id))[0]?.id ?? '', 'g1');
    const { elapsedMs, running } = page.last().run.clock;
    expect(running).toBe(false);
    expect(elapsedMs).toBeGreaterThanOrEqual(MINUTE - 2000);
    expect(elapsedMs).toBeLessThanOrEqual(MINUTE);
    const { drill } = await toDesk(room, page);
    await room.clock.advance(COUNTDOWN_MS);
    expect(page.last().run.clock).toMatchObject({ elapsedMs, running: true });
    await room.clock.advance(2 * MINUTE - elapsedMs - 1);
    expect(page.last()).toMatchObject({ state: 'serving', drill });
    await room.clock.advance(1);
    expect(page.last()).toMatchObject({ state: 'done', run: { stage: 'debrief' } });
  });

  test('[C4] that was frozen is still frozen after a restart', async () => {
    const { room, run, runs, desk } = await drilling();
    await room.clock.advance(MINUTE);
    await runs.freeze(run.id, TEACHER, true);
    await room.restart(MINUTE);
    const page = await seatTab(room, (await room.storage.runs.seats(run.id))[0]?.id ?? '', 'g1');
    await toDesk(room, page);
    await room.clock.advance(20 * MINUTE);
    expect((await clockOf({ ...room, restart: async () => {} }, desk.drill)).slice(1)).toEqual([
      ['stop', 'freeze', MINUTE],
    ]);
    value(await room.classroom.runs.freeze(run.id, TEACHER, false));
    await room.clock.advance(11 * MINUTE);
    expect(page.last().run.stage).toBe('debrief');
  });

  test('[C4] doesn’t jump to the bell when the laptop slept', async () => {
    const { room, page } = await drilling();
    await room.clock.advance(3 * MINUTE);
    room.clock.sleep(60 * MINUTE);
    await room.clock.advance(COUNTDOWN_MS + 1);
    const { clock, stage } = page.last().run;
    expect(stage).toBe('drill');
    expect(clock.running).toBe(true);
    expect(Math.abs(clock.elapsedMs - 3 * MINUTE)).toBeLessThanOrEqual(2000);
  });

  test('ends at the next start a drill that a crash left open after the bell', async () => {
    const { room, run, desk } = await drilling();
    await room.clock.advance(MINUTE);
    const stored = await room.storage.runs.run(run.id);
    if (stored === null) throw new Error('no run');
    await room.storage.runs.changeRun({ ...stored, stage: 'debrief', clockRunning: false });
    await room.restart();
    expect((await room.storage.drill(desk.drill))?.state).toBe('ended');
  });

  test('that is ended frees its code and refuses devices and stages', async () => {
    const { room, run, page, runs } = await drilling();
    expect(code(await room.classroom.seats.joinPage(run.code, { guest: 'g9', person: null }))).toBe('ok');
    const over = value(await runs.end(run.id, TEACHER));
    await room.clock.settle();
    expect(over).toMatchObject({ stage: 'close', endedAt: expect.any(Number) });
    expect(page.last()).toMatchObject({ state: 'done', run: { ended: true } });
    expect(code(await room.classroom.seats.joinPage(run.code, { guest: 'g9', person: null }))).toBe('unknown-code');
    expect(code(await runs.enterStage(run.id, TEACHER, 'debrief'))).toBe('run-over');
    expect(code(await runs.end(run.id, TEACHER))).toBe('run-over');
    const again = await room.storage.runs.run(run.id);
    if (again === null) throw new Error('no run');
    expect(await room.storage.runs.createRun({ ...again, id: 'r9', endedAt: null }, [])).toBe(true);
  });

  test('refuses its old code once it has a new one', async () => {
    const room = await classRoom();
    const run = await newRun(room);
    const next = value(await room.classroom.runs.renewCode(run.id, TEACHER));
    expect(next.code).not.toBe(run.code);
    expect(code(await room.classroom.seats.joinPage(run.code, { guest: null, person: null }))).toBe('unknown-code');
    expect(code(await room.classroom.seats.joinPage(next.code, { guest: null, person: null }))).toBe('ok');
  });

  test('shows the teacher’s words to the one seat they are meant for, or to all', async () => {
    const { room, run, page, runs } = await drilling();
    const other = await seatTab(room, (await sit(room, run, 'g2', 2)).seat.id, 'g2');
    value(await runs.say(run.id, TEACHER, { seat: page.last().seat.id, text: '先答问题' }));
    value(await runs.say(run.id, TEACHER, { seat: null, text: '看大屏' }));
    await room.clock.settle();
    expect(page.last().notices).toMatchObject([
      { text: '先答问题', to: 'me' },
      { text: '看大屏', to: 'all' },
    ]);
    expect(other.last().notices).toMatchObject([{ text: '看大屏', to: 'all' }]);
    const elsewhere = await newRun(room);
    expect(code(await runs.say(elsewhere.id, TEACHER, { seat: page.last().seat.id, text: '在吗' }))).toBe(
      'unknown-seat',
    );
  });

  test('brings an incident only into running drills, and only one that is planned', async () => {
    const { room, run, page, runs, desk } = await drilling();
    await room.clock.advance(10_000);
    const wall = await wallTab(room, run.id);
    expect(code(await runs.inject(run.id, TEACHER, { seat: null, incident: SHOES }))).toBe('incident-not-planned');
    expect(code(await runs.inject(run.id, TEACHER, { seat: null, incident: ANGRY }))).toBe('ok');
    await room.clock.advance(20_000);
    expect(wall.tile(page.last().seat.id)).toMatchObject({ injected: 1 });
    expect(wall.tile(page.last().seat.id).conversations).toHaveLength(2);
    expect(desk.desk.seen().some(({ kind }) => kind === 'customer-arrived')).toBe(true);
    await runs.enterStage(run.id, TEACHER, 'debrief');
    expect(code(await runs.inject(run.id, TEACHER, { seat: null, incident: ANGRY }))).toBe('run-not-drilling');
  });

  test('stores bookmarks in its log, and their removal too', async () => {
    const { run, page, runs, desk, room } = await drilling();
    const mark = { seat: page.last().seat.id, drill: desk.drill, conversation: 'c1', message: 'x1', note: '好' };
    const { id } = value(await runs.addBookmark(run.id, TEACHER, mark));
    expect(code(await runs.addBookmark(run.id, TEACHER, { ...mark, drill: 'd0' }))).toBe('unknown-drill');
    expect(code(await runs.removeBookmark(run.id, TEACHER, 'e0'))).toBe('not-found');
    expect(code(await runs.removeBookmark(run.id, TEACHER, id))).toBe('ok');
    const log = (await room.storage.runs.log(run.id)).filter(({ kind }) => kind.startsWith('mark'));
    expect(log).toMatchObject([
      { kind: 'mark', by: 'teacher', body: { drill: desk.drill, message: 'x1', note: '好' } },
      { kind: 'mark-removed', body: { mark: id } },
    ]);
  });

  test('gives as many attempts as its plan allows, one after another', async () => {
    const room = await classRoom();
    const run = await newRun(room, { attempts: 2 });
    const { seat } = await sit(room, run, 'g1', 1);
    const principal = { guest: 'g1', person: null };
    expect(code(await room.classroom.seats.openNextAttempt(seat.id, principal))).toBe('run-not-drilling');
    await room.classroom.runs.enterStage(run.id, TEACHER, 'drill');
    await room.clock.settle();
    const page = await seatTab(room, seat.id, 'g1');
    expect(page.last().attemptsLeft).toBe(1);
    expect(code(await room.classroom.seats.openNextAttempt(seat.id, principal))).toBe('drill-already-open');
    const first = await toDesk(room, page);
    await room.clock.advance(20_000);
    await say(room, first, '在的亲');
    value(await room.runner.end(first.drill, 'teacher'));
    expect(code(await room.classroom.seats.openNextAttempt(seat.id, { guest: 'g7', person: null }))).toBe(
      'unknown-seat',
    );
    const again = value(await room.classroom.seats.openNextAttempt(seat.id, principal));
    expect(again).toMatchObject({ state: 'serving', attemptsLeft: 0 });
    expect(again.drill).not.toBe(first.drill);
    value(await room.runner.end(again.drill ?? '', 'teacher'));
    expect(code(await room.classroom.seats.openNextAttempt(seat.id, principal))).toBe('no-attempts-left');
  });
});
