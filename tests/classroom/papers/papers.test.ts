/** A class sits a paper: its clock, its answers, its devices and its marks. */
import { describe, expect, test } from 'vitest';
import type { Principal } from '#common/access.ts';
import { code, device, newRun, TEACHER, value } from '#tests/classroom/support/class-room.ts';
import {
  answerAt,
  beginAt,
  board,
  CELLS,
  keysOf,
  MINUTE,
  MINUTES,
  type PaperRoom,
  paperAt,
  paperRoom,
  rightAnswer,
  seatOf,
  start,
  takeSeat,
} from './support.ts';

/** The first question of the seat, answered rightly. */
const answerFirst = async (room: PaperRoom, place: number, guest: string) => {
  const [first] = await keysOf(room, seatOf(room, place));
  if (first === undefined) throw new Error('no question');
  return await answerAt(room, place, guest, first.id, rightAnswer(first));
};

describe('[X2] a paper', () => {
  test('is a run of its class, begun by nobody before the teacher starts it', async () => {
    const room = await paperRoom(undefined, false);
    const { classroom } = room;
    expect(value(await classroom.runs.body(room.run))).toMatchObject({
      stage: 'join',
      mode: 'exam',
      paper: 8,
      titles: [],
    });
    await takeSeat(room, 1, 'g1');
    expect(await paperAt(room, 1, 'g1')).toMatchObject({ phase: 'before', count: 8, questions: [], answers: [] });
    expect(code(await classroom.papers.begin(seatOf(room, 1), device('g1')))).toBe('paper-not-open');
    await start(room);
    expect(await paperAt(room, 1, 'g1')).toMatchObject({ phase: 'before', questions: [] });
    expect(code(await answerFirst(room, 1, 'g1'))).toBe('paper-not-begun');
    const begun = value(await classroom.papers.begin(seatOf(room, 1), device('g1')));
    expect(begun).toMatchObject({ phase: 'open', begunAt: room.clock.now(), result: null });
    expect(begun.questions).toHaveLength(8);
    expect(await room.storage.drillsOfRun(room.run)).toEqual([]);
  });

  test('ends for all when its time is up: what is stored counts, with no page there, and nothing is taken after it', async () => {
    const room = await paperRoom();
    await beginAt(room, 1, 'g1');
    await room.clock.advance(10 * MINUTE);
    await beginAt(room, 2, 'g2');
    value(await answerFirst(room, 1, 'g1'));
    await room.clock.advance(20 * MINUTE - 1);
    expect(await paperAt(room, 2, 'g2')).toMatchObject({ phase: 'open', clock: { elapsedMs: MINUTES * MINUTE - 1 } });
    value(await answerFirst(room, 2, 'g2'));
    await room.clock.advance(1);
    expect(await paperAt(room, 2, 'g2')).toMatchObject({ phase: 'over', answered: 1, questions: [], result: null });
    expect(code(await answerFirst(room, 2, 'g2'))).toBe('paper-over');
    const { over, seats, run } = await board(room);
    expect([over, run.stage]).toEqual([true, 'debrief']);
    expect(seats.map(({ result, satMs }) => [result?.mark ?? null, satMs])).toEqual([
      [12.5, 30 * MINUTE],
      [12.5, 20 * MINUTE],
      [null, null],
    ]);
  });

  test('ends earlier when the teacher says so, and goes on longer with the minutes added', async () => {
    const room = await paperRoom();
    const { classroom } = room;
    await beginAt(room, 1, 'g1');
    value(await classroom.runs.extend(room.run, TEACHER, 5));
    await room.clock.advance(MINUTES * MINUTE);
    expect(await paperAt(room, 1, 'g1')).toMatchObject({ phase: 'open' });
    value(await classroom.runs.enterStage(room.run, TEACHER, 'debrief'));
    expect(await paperAt(room, 1, 'g1')).toMatchObject({ phase: 'over' });
    expect(code(await answerFirst(room, 1, 'g1'))).toBe('paper-over');
  });

  test('has no drills: nothing of it is frozen, sent into or done again', async () => {
    const room = await paperRoom();
    const { classroom } = room;
    await takeSeat(room, 1, 'g1');
    await room.clock.settle();
    expect(code(await classroom.runs.freeze(room.run, TEACHER, true))).toBe('lesson-only');
    expect(code(await classroom.runs.inject(room.run, TEACHER, { seat: null, incident: 'a/b' }))).toBe('lesson-only');
    expect(code(await classroom.seats.openNextAttempt(seatOf(room, 1), device('g1')))).toBe('run-not-drilling');
    value(await classroom.runs.enterStage(room.run, TEACHER, 'debrief'));
    expect(code(await classroom.runs.enterStage(room.run, TEACHER, 'redo'))).toBe('stage-order');
    expect(value(await classroom.runs.end(room.run, TEACHER)).endedAt).not.toBeNull();
    expect(await room.storage.drillsOfRun(room.run)).toEqual([]);
  });

  test('is not set where the bank has too few questions, nor for another school’s class', async () => {
    const { classroom } = await paperRoom();
    const paper = { name: '理论卷', classId: 'k1', minutes: 30, cells: CELLS, seed: 1 };
    const cells = [{ topic: 'shops', level: 5 as const, count: 50 }];
    expect(code(await classroom.papers.set(TEACHER, { ...paper, cells }))).toBe('paper-short');
    expect(code(await classroom.papers.set({ id: 'teacher2', school: 's2' }, paper))).toBe('unknown-class');
  });

  test('is not had of a lesson', async () => {
    const room = await paperRoom();
    const lesson = await newRun(room);
    expect(code(await room.classroom.papers.board(lesson.id))).toBe('paper-none');
  });
});

describe('[X8] an answer', () => {
  test('is stored when it is acknowledged, replaces the last one, and outlives the server with what time is left', async () => {
    const room = await paperRoom();
    const { questions } = await beginAt(room, 1, 'g1');
    const single = questions.find(({ kind }) => kind === 'single');
    const id = single?.id ?? '';
    expect(value(await answerAt(room, 1, 'g1', id, { chosen: [0] }))).toMatchObject({ answered: 1 });
    expect(value(await answerAt(room, 1, 'g1', id, { chosen: [2] }))).toMatchObject({ answered: 1 });
    await room.clock.advance(4 * MINUTE);
    await room.restart(60 * MINUTE);
    const after = await paperAt(room, 1, 'g1');
    expect(after).toMatchObject({ phase: 'open', questions, answers: [{ question: id, answer: { chosen: [2] } }] });
    // The clock stood while the server was away, but for a heartbeat at most.
    expect(after.clock.elapsedMs).toBeLessThanOrEqual(4 * MINUTE);
    expect(after.clock.elapsedMs).toBeGreaterThan(3 * MINUTE);
    expect(value(await answerAt(room, 1, 'g1', id, null))).toMatchObject({ answered: 0 });
  });

  test('is refused where it can be none to its question', async () => {
    const room = await paperRoom();
    const { questions } = await beginAt(room, 1, 'g1');
    const of = (kind: string) => questions.find((one) => one.kind === kind)?.id ?? '';
    for (const [question, answer] of [
      ['no-such-question', { chosen: [0] }],
      [of('single'), { chosen: [0, 1] }],
      [of('single'), { chosen: [5] }],
      [of('single'), { figure: 1 }],
      [of('calculate'), { chosen: [0] }],
    ] as const)
      expect(code(await answerAt(room, 1, 'g1', question, { ...answer } as never))).toBe('bad-request');
    expect((await paperAt(room, 1, 'g1')).answers).toEqual([]);
  });

  test('stays as it was once the paper is handed in, which is handed in once', async () => {
    const room = await paperRoom();
    await beginAt(room, 1, 'g1');
    value(await answerFirst(room, 1, 'g1'));
    const { papers } = room.classroom;
    await room.clock.advance(MINUTE);
    const handedInAt = room.clock.now();
    expect(value(await papers.handIn(seatOf(room, 1), device('g1')))).toMatchObject({ phase: 'over', handedInAt });
    expect(code(await answerFirst(room, 1, 'g1'))).toBe('paper-over');
    await room.clock.advance(MINUTE);
    expect(value(await papers.handIn(seatOf(room, 1), device('g1')))).toMatchObject({ handedInAt });
    expect(code(await papers.begin(seatOf(room, 1), device('g1')))).toBe('paper-over');
  });
});

describe('[X3] another device', () => {
  const asPerson = (guest: string): Principal => ({
    guest,
    person: { id: 'm1', name: '王小明', login: 'm1', role: 'trainee', school: 's1', machineAdmin: false },
  });

  test('is refused until the teacher allows it, its own trainee’s too, and goes on with the answers and the time left', async () => {
    const room = await paperRoom();
    const { classroom } = room;
    const { questions } = await beginAt(room, 1, 'g1');
    value(await answerFirst(room, 1, 'g1'));
    await room.clock.advance(10 * MINUTE);
    const phone = { ...asPerson('g9'), guest: 'g9' };
    const seat = seatOf(room, 1);
    expect(value(await classroom.papers.seat(seat, phone))).toMatchObject({
      ...{ phase: 'elsewhere', asking: false, questions: [], answers: [], answered: 0 },
    });
    expect(code(await classroom.papers.begin(seat, phone))).toBe('paper-elsewhere');
    value(await classroom.seats.join(room.code, phone, { seat }));
    expect(value(await classroom.papers.seat(seat, phone))).toMatchObject({ phase: 'elsewhere', asking: true });
    expect((await board(room)).seats[0]).toMatchObject({ asking: true });
    expect(await paperAt(room, 1, 'g1')).toMatchObject({ phase: 'open' });

    value(await classroom.seats.approve(seat, 'teacher'));
    const moved = value(await classroom.papers.seat(seat, phone));
    expect(moved).toMatchObject({ phase: 'open', questions, answered: 1, clock: { elapsedMs: 10 * MINUTE } });
    expect(code(await answerFirst(room, 1, 'g1'))).toBe('unknown-seat');
    expect(await paperAt(room, 1, 'g1')).toMatchObject({ phase: 'elsewhere', questions: [] });
  });

  test('of a stranger learns nothing of a seat that it asks for', async () => {
    const room = await paperRoom();
    await beginAt(room, 1, 'g1');
    value(await answerFirst(room, 1, 'g1'));
    await takeSeat(room, 1, 'g9');
    expect(await paperAt(room, 1, 'g9')).toMatchObject({
      phase: 'elsewhere',
      asking: true,
      answered: 0,
      begunAt: null,
    });
    expect(code(await answerFirst(room, 1, 'g9'))).toBe('unknown-seat');
  });

  test('keeps the seat that it has begun: nobody sits two papers of a class at it', async () => {
    const room = await paperRoom();
    await beginAt(room, 1, 'g1');
    const second = await room.classroom.seats.join(room.code, device('g1'), { seat: seatOf(room, 2) });
    expect(code(second)).toBe('device-has-seat');
  });

  test('reads nothing of who sat an earlier paper at it', async () => {
    const room = await paperRoom();
    await beginAt(room, 1, 'g1');
    value(await room.classroom.runs.enterStage(room.run, TEACHER, 'debrief'));
    const paper = { name: '第二卷', classId: 'k1', minutes: 30, cells: CELLS, seed: 8 };
    const { id } = value(await room.classroom.papers.set(TEACHER, paper));
    const next = await room.storage.runs.run(id);
    const seats = await room.storage.runs.seats(id);
    value(await room.classroom.seats.join(next?.code ?? '', device('g1'), { seat: seats[1]?.id ?? '' }));
    expect(await paperAt(room, 1, 'g1')).toMatchObject({ phase: 'elsewhere', questions: [] });
  });
});

describe('[X5] the marks of a class', () => {
  test('are told once all have handed in or the time is up: marks, topics, and each item’s figures', async () => {
    const names = Array.from({ length: 20 }, (_, n) => `学员${n + 1}`);
    const room = await paperRoom(names);
    // The first ten have all right, the others nothing but one more right each second seat.
    for (let place = 1; place <= 20; place++) {
      await beginAt(room, place, `g${place}`);
      const keys = await keysOf(room, seatOf(room, place));
      for (const key of place <= 10 ? keys : keys.slice(0, place % 2))
        value(await answerAt(room, place, `g${place}`, key.id, rightAnswer(key)));
    }
    const running = await board(room);
    expect(running.seats.every(({ result }) => result === null)).toBe(true);
    expect(running.items.every(({ facility, n }) => facility === null && n === 0)).toBe(true);
    await room.clock.advance(MINUTES * MINUTE);
    const { seats, items } = await board(room);
    expect(seats.map(({ result }) => result?.mark)).toEqual([
      ...Array.from({ length: 10 }, () => 100),
      ...Array.from({ length: 10 }, (_, n) => (n % 2 === 0 ? 12.5 : 0)),
    ]);
    expect(seats[0]?.result?.topics.map(({ credit, of }) => [credit, of])).toEqual([
      [4, 4],
      [4, 4],
    ]);
    expect(items).toHaveLength(8);
    for (const { n, facility, discrimination } of items) {
      expect(n).toBe(20);
      expect(facility).toBeGreaterThanOrEqual(0.5);
      expect(discrimination).toBeGreaterThan(0.5);
    }
  });
});

describe('[X24] extra time', () => {
  const extra = ({ classroom, seats }: PaperRoom, place: number, percent: number) =>
    classroom.papers.extraTime(seats[place - 1] ?? '', TEACHER.id, percent);

  test('lets one seat answer longer; the others end with the class, and the paper with the last', async () => {
    const room = await paperRoom();
    await beginAt(room, 1, 'g1');
    await beginAt(room, 2, 'g2');
    value(await extra(room, 1, 50));
    expect(await paperAt(room, 1, 'g1')).toMatchObject({ run: { minutes: 45 }, clock: { totalMs: 45 * MINUTE } });
    expect(await paperAt(room, 2, 'g2')).toMatchObject({ run: { minutes: 30 }, clock: { totalMs: 30 * MINUTE } });
    await room.clock.advance(30 * MINUTE);
    expect(code(await answerFirst(room, 2, 'g2'))).toBe('paper-over');
    expect(code(await answerFirst(room, 1, 'g1'))).toBe('ok');
    expect(await board(room)).toMatchObject({ over: false, seats: [{ extraPercent: 50 }, { extraPercent: 0 }, {}] });
    await room.clock.advance(15 * MINUTE);
    expect(code(await answerFirst(room, 1, 'g1'))).toBe('paper-over');
    const over = await board(room);
    expect(over.over).toBe(true);
    expect(over.seats.map(({ satMs }) => satMs)).toEqual([45 * MINUTE, 30 * MINUTE, null]);
    expect(code(await extra(room, 1, 100))).toBe('paper-over');
  });

  test('grows with what is added for all, is taken back, and outlives a restart', async () => {
    const room = await paperRoom();
    await beginAt(room, 1, 'g1');
    await beginAt(room, 2, 'g2');
    value(await extra(room, 1, 100));
    value(await room.classroom.runs.extend(room.run, TEACHER, 10));
    const minutes = async (place: number) => (await paperAt(room, place, `g${place}`)).run.minutes;
    expect([await minutes(1), await minutes(2)]).toEqual([80, 40]);
    await room.restart();
    expect([await minutes(1), await minutes(2)]).toEqual([80, 40]);
    value(await extra(room, 1, 0));
    expect([await minutes(1), await minutes(2)]).toEqual([40, 40]);
    // A restart counts down before the clock goes on.
    await room.clock.advance(41 * MINUTE);
    expect((await board(room)).over).toBe(true);
  });
});
