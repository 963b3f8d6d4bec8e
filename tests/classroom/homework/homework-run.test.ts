/** Homework as its days go by: the door, the window, the seat's own clock, a server that was down, results. */
import { describe, expect, test } from 'vitest';
import { runResults } from '#classroom/results/results.ts';
import type { Homework } from '#contract/homework/homework.ts';
import type { Plan, RunBody, SeatBody } from '#contract/runs.ts';
import {
  type ClassRoom,
  classRoom,
  code,
  device,
  lessonPlan,
  MINUTE,
  newRun,
  say,
  seatTab,
  sit,
  TEACHER,
  toDesk,
  value,
  wallTab,
} from '#tests/classroom/support/class-room.ts';

/** Minutes in place of days: every second of a day that passes has its heartbeat. */
const HOUR = 2 * MINUTE;
const DAY = 20 * MINUTE;
const REAL_DAY = 24 * 60 * MINUTE;

/** Opens in a short while and is due a longer one later, for the class of three. */
const homework = async (rules: Partial<Homework> = {}, plan: Partial<Plan> = {}) => {
  const room = await classRoom();
  const now = room.clock.now();
  const window: Homework = {
    ...{ opensAt: now + HOUR, dueAt: now + HOUR + DAY, attempts: 2, counts: 'best', late: null },
    ...rules,
  };
  const run = await newRun(room, { ...plan, incidents: [], minutes: 3, homework: window });
  return { room, run, window };
};

const begin = ({ classroom }: ClassRoom, seat: SeatBody, guest: string) =>
  classroom.seats.openNextAttempt(seat.seat.id, device(guest));
const drillOf = async ({ storage }: ClassRoom, run: RunBody, seat: SeatBody) =>
  (await storage.drillsOfRun(run.id)).filter(({ place }) => place?.seat === seat.seat.id).at(-1);

/** Begins a drill, says one thing and lets its own clock run out. */
const doIt = async (room: ClassRoom, seat: SeatBody, guest: string) => {
  value(await begin(room, seat, guest));
  const page = await seatTab(room, seat.seat.id, guest);
  const at = await toDesk(room, page);
  await room.clock.advance(MINUTE);
  await say(room, at, '您好，我查一下');
  await room.clock.advance(5 * MINUTE);
  return at.drill;
};

describe('the door', () => {
  test('lets in before it opens, and opens no drill by itself, before, in or after the window [H1] [H3]', async () => {
    const { room, run, window } = await homework();
    const seat = await sit(room, run, 'g1', 1);
    expect(seat).toMatchObject({ state: 'waiting', drill: null, attemptsLeft: 2, homework: { phase: 'before' } });
    expect(await begin(room, seat, 'g1')).toMatchObject({ error: { code: 'homework-not-open' } });
    await room.clock.advance(HOUR);
    expect(await drillOf(room, run, seat)).toBeUndefined();
    const page = await seatTab(room, seat.seat.id, 'g1');
    await room.clock.advance(window.dueAt - room.clock.now());
    expect(page.last().homework?.phase).toBe('open');
    await room.clock.advance(1);
    expect(page.last().homework?.phase).toBe('over');
    expect(code(await begin(room, seat, 'g1'))).toBe('homework-over');
    expect(await drillOf(room, run, seat)).toBeUndefined();
  });

  test('refuses one more attempt than there are, and a second beside one that goes on [H3]', async () => {
    const { room, run } = await homework();
    const seat = await sit(room, run, 'g1', 1);
    await room.clock.advance(HOUR);
    value(await begin(room, seat, 'g1'));
    expect(code(await begin(room, seat, 'g1'))).toBe('drill-already-open');
    // Nobody has come yet: what ends now uses no attempt up.
    await room.runner.end((await drillOf(room, run, seat))?.id ?? '', 'teacher');
    await room.clock.settle();
    const left = async () => value(await room.classroom.seats.body(seat.seat.id, device('g1'))).attemptsLeft;
    expect(await left()).toBe(2);
    await doIt(room, seat, 'g1');
    expect(await left()).toBe(1);
    await doIt(room, seat, 'g1');
    expect(await left()).toBe(0);
    expect(code(await begin(room, seat, 'g1'))).toBe('no-attempts-left');
    const stored = await room.storage.runs.run(run.id);
    if (stored === null) throw new Error('no run');
    const { seats } = await runResults(room, stored);
    expect(seats.find((one) => one.seat === seat.seat.id)?.homework?.used).toBe(2);
  });

  test('without a limit is never used up [H3]', async () => {
    const { room, run } = await homework({ attempts: null });
    const seat = await sit(room, run, 'g1', 1);
    await room.clock.advance(HOUR);
    for (let i = 0; i < 4; i++) {
      value(await begin(room, seat, 'g1'));
      await room.runner.end((await drillOf(room, run, seat))?.id ?? '', 'teacher');
    }
    expect(value(await room.classroom.seats.body(seat.seat.id, device('g1'))).attemptsLeft).toBeNull();
  });

  test('begins for nobody but the seat’s own trainee [H3]', async () => {
    const { room, run } = await homework();
    const seat = await sit(room, run, 'g1', 1);
    await room.clock.advance(HOUR);
    expect(code(await begin(room, seat, 'g2'))).toBe('unknown-seat');
    const other = await newRun(room);
    const strange = (await room.storage.runs.seats(other.id))[0]?.id ?? '';
    expect(code(await room.classroom.seats.join(run.code, device('g3'), { seat: strange }))).toBe('unknown-seat');
  });

  test('is kept shut while an exam of the school has one of its cases [H3]', async () => {
    const { room, run } = await homework();
    const seat = await sit(room, run, 'g1', 1);
    await newRun(room, { mode: 'exam' });
    await room.clock.advance(HOUR);
    expect(code(await begin(room, seat, 'g1'))).toBe('case-in-exam');
  });

  test('lets the next trainee sit down at a shared machine, but not while a drill goes on there [H1]', async () => {
    const { room, run } = await homework();
    const seat = await sit(room, run, 'g1', 1);
    await room.clock.advance(HOUR);
    value(await begin(room, seat, 'g1'));
    const second = (await room.storage.runs.seats(run.id))[1]?.id ?? '';
    const join = () => room.classroom.seats.join(run.code, device('g1'), { seat: second });
    expect(code(await join())).toBe('device-has-seat');
    await room.runner.end((await drillOf(room, run, seat))?.id ?? '', 'teacher');
    expect(value(await join()).seat.id).toBe(second);
    expect((await room.storage.runs.seat(seat.seat.id))?.guest).toBeNull();
  });
});

describe('the clock', () => {
  test('of each seat is its own, and ends its drill after the plan’s minutes [H4]', async () => {
    const { room, run } = await homework();
    const first = await sit(room, run, 'g1', 1);
    const second = await sit(room, run, 'g2', 2);
    await room.clock.advance(HOUR);
    value(await begin(room, first, 'g1'));
    await toDesk(room, await seatTab(room, first.seat.id, 'g1'));
    await room.clock.advance(2 * MINUTE);
    value(await begin(room, second, 'g2'));
    await toDesk(room, await seatTab(room, second.seat.id, 'g2'));
    await room.clock.advance(MINUTE + 1000);
    expect([(await drillOf(room, run, first))?.state, (await drillOf(room, run, second))?.state]).toEqual([
      'ended',
      'running',
    ]);
    const log = (await room.storage.read((await drillOf(room, run, first))?.id ?? '', 0)).flatMap((row) => row.events);
    expect(log.at(-1)).toMatchObject({ kind: 'drill-ended', why: 'time', at: 3 * MINUTE });
  });

  test('is cut off when the last moment comes, and what was done by then is in time [H4]', async () => {
    const { room, run, window } = await homework();
    const seat = await sit(room, run, 'g1', 1);
    await room.clock.advance(HOUR + DAY - 2 * MINUTE);
    value(await begin(room, seat, 'g1'));
    const page = await seatTab(room, seat.seat.id, 'g1');
    await toDesk(room, page);
    await room.clock.advance(window.dueAt - room.clock.now());
    expect((await drillOf(room, run, seat))?.state).toBe('running');
    await room.clock.advance(1);
    expect((await drillOf(room, run, seat))?.state).toBe('ended');
    expect(page.last().homework).toMatchObject({ phase: 'over', lateMs: 0 });
  });

  test('passes opening and due time while no server runs: the next start ends what is over [H2]', async () => {
    const { room, run } = await homework();
    const seat = await sit(room, run, 'g1', 1);
    await room.restart(2 * HOUR);
    expect(value(await room.classroom.seats.body(seat.seat.id, device('g1'))).homework?.phase).toBe('open');
    value(await begin(room, seat, 'g1'));
    await toDesk(room, await seatTab(room, seat.seat.id, 'g1'));
    await room.restart(2 * REAL_DAY);
    await room.clock.settle();
    expect((await drillOf(room, run, seat))?.state).toBe('ended');
    const body = value(await room.classroom.seats.body(seat.seat.id, device('g1')));
    expect(body.homework).toMatchObject({ phase: 'over', lateMs: 0 });
    expect(code(await begin(room, seat, 'g1'))).toBe('homework-over');
  });
});

describe('the teacher', () => {
  test('gives all more time, opens it again, and closes it early, for seats with more time too [H2]', async () => {
    const { room, run, window } = await homework();
    const seat = await sit(room, run, 'g1', 1);
    const phase = async () => value(await room.classroom.seats.body(seat.seat.id, device('g1'))).homework?.phase;
    await room.clock.advance(HOUR + DAY + 1);
    expect(await phase()).toBe('over');
    const { runs, seats } = room.classroom;
    value(await runs.changeWindow(run.id, TEACHER, { dueAt: window.dueAt + DAY, late: null }));
    expect(await phase()).toBe('open');
    value(await seats.extend(seat.seat.id, TEACHER.id, window.dueAt + 5 * DAY));
    value(await begin(room, seat, 'g1'));
    value(await runs.closeHomework(run.id, TEACHER));
    expect(await phase()).toBe('over');
    expect((await drillOf(room, run, seat))?.state).toBe('ended');
    expect(code(await runs.changeWindow(run.id, TEACHER, { dueAt: room.clock.now() - 1, late: null }))).toBe(
      'due-past',
    );
  });

  test('gives one seat more time than the others [H2]', async () => {
    const { room, run, window } = await homework();
    const first = await sit(room, run, 'g1', 1);
    const second = await sit(room, run, 'g2', 2);
    value(await room.classroom.seats.extend(first.seat.id, TEACHER.id, window.dueAt + DAY));
    await room.clock.advance(HOUR + DAY + 1);
    expect(code(await begin(room, second, 'g2'))).toBe('homework-over');
    expect(value(await begin(room, first, 'g1')).homework).toMatchObject({ phase: 'open', extended: true });
  });

  test('finds no stages, freeze or incidents in it, nor a due time in a lesson [H1]', async () => {
    const { room, run } = await homework();
    const { runs, seats } = room.classroom;
    expect(code(await runs.enterStage(run.id, TEACHER, 'debrief'))).toBe('lesson-only');
    expect(code(await runs.freeze(run.id, TEACHER, true))).toBe('lesson-only');
    expect(code(await runs.extend(run.id, TEACHER, 5))).toBe('lesson-only');
    const lesson = await newRun(room);
    expect(code(await runs.closeHomework(lesson.id, TEACHER))).toBe('homework-only');
    const seat = (await room.storage.runs.seats(lesson.id))[0]?.id ?? '';
    expect(code(await seats.extend(seat, TEACHER.id, room.clock.now() + DAY))).toBe('homework-only');
    const past = { name: '过期', classId: 'k1', plan: { ...lessonPlan, incidents: [], homework: run.plan.homework } };
    await room.clock.advance(2 * DAY);
    expect(code(await runs.create(TEACHER, past as Parameters<typeof runs.create>[1]))).toBe('due-past');
  });

  test('can follow it on a wall as any run', async () => {
    const { room, run } = await homework();
    const seat = await sit(room, run, 'g1', 1);
    await room.clock.advance(HOUR);
    value(await begin(room, seat, 'g1'));
    const wall = await wallTab(room, run.id);
    expect(wall.tile(seat.seat.id)).toMatchObject({ name: '王小明' });
  });
});

test('what is waiting is told to the device that joined, and no longer once it is handed in [H8]', async () => {
  const { room, run } = await homework();
  const seat = await sit(room, run, 'g1', 1);
  const waiting = () => room.classroom.seats.waiting(device('g1'));
  expect(await waiting()).toMatchObject([{ seat: seat.seat.id, mine: true, phase: 'before', begun: false }]);
  expect(await room.classroom.seats.waiting(device('g2'))).toEqual([]);
  expect(await room.classroom.seats.waiting({ guest: null, person: null })).toEqual([]);
  await room.clock.advance(HOUR);
  value(await begin(room, seat, 'g1'));
  expect(await waiting()).toMatchObject([{ phase: 'open', begun: true }]);
  await room.runner.end((await drillOf(room, run, seat))?.id ?? '', 'teacher');
  // Nobody had come: nothing was handed in.
  expect(await waiting()).toMatchObject([{ begun: false }]);
  await doIt(room, seat, 'g1');
  expect(await waiting()).toEqual([]);
  const second = await sit(room, run, 'g2', 2);
  await room.clock.advance(DAY + 1);
  expect(await room.classroom.seats.waiting(device('g2'))).toMatchObject([{ seat: second.seat.id, phase: 'over' }]);
  await room.restart(8 * REAL_DAY);
  expect(await room.classroom.seats.waiting(device('g2'))).toEqual([]);
});

test('results have where each seat stands, what counts and how late it was [H9]', async () => {
  const { room, run, window } = await homework({}, {});
  const late = { until: window.dueAt + 3 * DAY, off: { perDay: 5, most: 10 } };
  value(await room.classroom.runs.changeWindow(run.id, TEACHER, { dueAt: window.dueAt, late }));
  const first = await sit(room, run, 'g1', 1);
  const second = await sit(room, run, 'g2', 2);
  await room.clock.advance(HOUR);
  await doIt(room, first, 'g1');
  await room.clock.advance(DAY);
  await doIt(room, second, 'g2');
  const stored = await room.storage.runs.run(run.id);
  if (stored === null) throw new Error('no run');
  const { seats, figures, run: head } = await runResults(room, stored);
  expect(head.homework).toMatchObject({ counts: 'best', late });
  expect(seats.map(({ homework: own }) => [own?.status, own?.off])).toEqual([
    ['handed-in', 0],
    ['late', 5],
    ['not-begun', 0],
  ]);
  const [inTime, tooLate] = seats;
  expect(tooLate?.homework?.counted).toBe(Math.max(0, (tooLate?.result?.score ?? 0) - 5));
  expect(tooLate?.notes).toEqual(['迟交 1 天', '扣 5 分']);
  expect([inTime?.comparable, tooLate?.comparable, figures.n]).toEqual([true, true, 2]);
  const mine = value(await room.classroom.seats.body(second.seat.id, device('g2'))).homework;
  expect(mine).toMatchObject({ counted: tooLate?.homework?.counted, off: 5, done: [{ late: true }] });
});

test('scores wait for the teacher where they are published, and that something was handed in does not [H9]', async () => {
  const { room, run } = await homework({}, { results: 'published' });
  const seat = await sit(room, run, 'g1', 1);
  await room.clock.advance(HOUR);
  await doIt(room, seat, 'g1');
  const body = value(await room.classroom.seats.body(seat.seat.id, device('g1')));
  expect(body).toMatchObject({ waitsForPublishing: true, reports: [], homework: { counted: null } });
  expect(body.homework?.done).toMatchObject([{ state: 'ended', score: null }]);
});
