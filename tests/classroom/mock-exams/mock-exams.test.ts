/** An exam of parts from setting to re-sit, in virtual time. */
import { describe, expect, test } from 'vitest';
import { cardOfResit } from '#classroom/exam-parts/resit-card.ts';
import { sealedCases } from '#classroom/exams/sealed-cases.ts';
import { isExamRunning } from '#classroom/mock-exams/mock-exams.ts';
import { otherCase } from '#classroom/mock-exams/open-resit.ts';
import { lastActivity } from '#classroom/period-report/last-activity.ts';
import { publish } from '#classroom/results/publishing.ts';
import { code, device, MINUTE, SHOES, TEACHER, value } from '#tests/classroom/support/class-room.ts';
import {
  board,
  CUSTOMERS,
  type ExamRoom,
  examAt,
  examRoom,
  newExam,
  PAPER,
  sitCustomers,
  sitPaper,
  sitTyping,
  statesAt,
  TYPING,
  take,
} from './support.ts';

const runOf = async ({ storage }: ExamRoom, id: string) => {
  const run = await storage.runs.run(id);
  if (run === null) throw new Error('no run');
  return run;
};
const publishRun = async (room: ExamRoom, id: string) =>
  await publish({ ...room, onRunChanged: () => {} }, await runOf(room, id), 'teacher', true);
const resit = (room: ExamRoom, seats: readonly string[], minutes = 60) => {
  const now = room.clock.now();
  return room.classroom.exams.resit(room.run, TEACHER, { seats, opensAt: now, dueAt: now + minutes * MINUTE });
};

describe('setting an exam', () => {
  test('weights that don’t add up, a time that has passed and what the library lacks are refused with a code [O1]', async () => {
    const room = await examRoom();
    const set = async (over: Parameters<typeof newExam>[1]) =>
      await room.classroom.exams.set(TEACHER, newExam(room, over));
    expect(await set({ parts: [PAPER, TYPING] })).toMatchObject({ error: { code: 'exam-weights', detail: '50' } });
    expect(code(await set({ opensAt: 0, dueAt: 1 }))).toBe('due-past');
    const alone = (part: object) => [{ ...CUSTOMERS, weight: 100, ...part }];
    expect(code(await set({ parts: alone({ scenarios: ['no/such'] }) as never }))).toBe('unknown-scenario');
    expect(code(await set({ parts: [{ ...TYPING, weight: 100, text: 'no' } as never] }))).toBe('bad-request');
    const cells = [{ topic: 'price', level: 3, count: 50 }];
    expect(code(await set({ parts: [{ ...PAPER, weight: 100, cells } as never] }))).toBe('paper-short');
    expect(code(await set({ classId: 'k2' }))).toBe('unknown-class');
  });
});

describe('sitting an exam', () => {
  test('parts come in order, each once, and go on after a break [O2]', async () => {
    const room = await examRoom();
    const seat = await take(room, 1, 'g1');
    expect(await statesAt(room, seat, 'g1')).toEqual(['ready', 'locked', 'locked']);
    expect(code(await room.classroom.exams.typing.begin(seat, device('g1')))).toBe('part-locked');
    expect(code(await room.classroom.seats.openNextAttempt(seat, device('g1')))).toBe('part-locked');
    value(await room.classroom.papers.begin(seat, device('g1')));
    await room.clock.advance(4 * MINUTE);
    await room.restart();
    const paper = value(await room.classroom.papers.seat(seat, device('g1')));
    expect(paper).toMatchObject({
      phase: 'open',
      clock: { elapsedMs: 4 * MINUTE, totalMs: 10 * MINUTE, running: true },
    });
    await room.clock.advance(6 * MINUTE);
    expect(value(await room.classroom.papers.seat(seat, device('g1'))).phase).toBe('over');
    expect(await statesAt(room, seat, 'g1')).toEqual(['done', 'ready', 'locked']);
    expect(code(await room.classroom.papers.begin(seat, device('g1')))).toBe('paper-over');
    await sitTyping(room, room.run, seat, 'g1', 110);
    await sitCustomers(room, seat, 'g1');
    expect(await statesAt(room, seat, 'g1')).toEqual(['done', 'done', 'done']);
    expect(code(await room.classroom.seats.openNextAttempt(seat, device('g1')))).not.toBe('ok');
    expect((await examAt(room, seat, 'g1')).phase).toBe('over');
  });

  test('nobody begins before it opens or after it is due, and what goes on then ends there [O2]', async () => {
    const room = await examRoom();
    const later = { opensAt: room.clock.now() + MINUTE, dueAt: room.clock.now() + 6 * MINUTE };
    const { id } = value(await room.classroom.exams.set(TEACHER, newExam(room, { ...later, name: '晚点' })));
    Object.assign(room, { run: id, seats: (await room.storage.runs.seats(id)).map((seat) => seat.id) });
    const seat = await take(room, 1, 'g1');
    expect((await examAt(room, seat, 'g1')).phase).toBe('before');
    expect(code(await room.classroom.papers.begin(seat, device('g1')))).toBe('part-locked');
    await room.clock.advance(MINUTE);
    value(await room.classroom.papers.begin(seat, device('g1')));
    expect(value(await room.classroom.papers.seat(seat, device('g1'))).clock.totalMs).toBe(5 * MINUTE);
    await room.clock.advance(5 * MINUTE + 1);
    expect(await statesAt(room, seat, 'g1')).toEqual(['done', 'missed', 'missed']);
  });

  test('another device is refused until the teacher lets it in, and that is told as a fact [O2] [O6]', async () => {
    const room = await examRoom();
    const seat = await take(room, 1, 'g1');
    value(await room.classroom.papers.begin(seat, device('g1')));
    await take(room, 1, 'g2');
    expect(await examAt(room, seat, 'g2')).toMatchObject({ phase: 'elsewhere', asking: true, parts: [] });
    value(await room.classroom.seats.approve(seat, 'teacher'));
    expect(await statesAt(room, seat, 'g2')).toEqual(['going', 'locked', 'locked']);
    expect((await board(room, room.run)).seats[0]?.facts.devices).toBe(1);
  });

  test('a seat’s extra time lengthens every part that it hasn’t ended [O2]', async () => {
    const room = await examRoom();
    const seat = await take(room, 1, 'g1');
    value(await room.classroom.papers.begin(seat, device('g1')));
    value(await room.classroom.exams.extraTime(seat, 'teacher', 50));
    expect(value(await room.classroom.papers.seat(seat, device('g1'))).clock.totalMs).toBe(15 * MINUTE);
    expect((await examAt(room, seat, 'g1')).parts.map(({ ms }) => ms / MINUTE)).toEqual([15, 3, 5]);
    await room.clock.advance(14 * MINUTE);
    expect(await statesAt(room, seat, 'g1')).toEqual(['going', 'locked', 'locked']);
    await room.clock.advance(MINUTE);
    await sitTyping(room, room.run, seat, 'g1', 110);
    // As many characters as without it pass, by the minutes of the others.
    expect((await board(room, room.run)).seats[0]?.marks.at(1)?.mark).toBe(60);
  });

  test('a longer window, a seat’s or the class’s, opens what wasn’t begun; published results close it [O3]', async () => {
    const room = await examRoom({ parts: [{ ...PAPER, weight: 90 }, TYPING] });
    const { runs, seats } = room.classroom;
    const [seat, other] = [await take(room, 1, 'g1'), await take(room, 2, 'g2')];
    await sitPaper(room, room.run, seat, 'g1', 6);
    await room.clock.advance(61 * MINUTE);
    expect(await statesAt(room, seat, 'g1')).toEqual(['done', 'missed']);
    value(await seats.extend(seat, 'teacher', room.clock.now() + 30 * MINUTE));
    expect(await statesAt(room, seat, 'g1')).toEqual(['done', 'ready']);
    expect(await statesAt(room, other, 'g2')).toEqual(['missed', 'missed']);
    expect(await isExamRunning(room.storage, await runOf(room, room.run), room.clock.now())).toBe(true);
    value(await runs.changeWindow(room.run, TEACHER, { dueAt: room.clock.now() + 5 * MINUTE, late: null }));
    expect(await statesAt(room, other, 'g2')).toEqual(['ready', 'locked']);
    await room.clock.advance(31 * MINUTE);
    await publishRun(room, room.run);
    const later = room.clock.now() + 60 * MINUTE;
    expect(code(await seats.extend(seat, 'teacher', later))).toBe('exam-published');
    const change = { dueAt: later, late: null };
    expect(code(await runs.changeWindow(room.run, TEACHER, change))).toBe('exam-published');
  });
});

describe('what came of it', () => {
  test('no mark is told before the teacher publishes, which they can’t while somebody may sit [O3]', async () => {
    const room = await examRoom({ parts: [{ ...PAPER, weight: 90 }, TYPING] });
    const seat = await take(room, 1, 'g1');
    await sitPaper(room, room.run, seat, 'g1', 6);
    await sitTyping(room, room.run, seat, 'g1', 110);
    expect(await isExamRunning(room.storage, await runOf(room, room.run), room.clock.now())).toBe(true);
    await room.clock.advance(61 * MINUTE);
    expect(await isExamRunning(room.storage, await runOf(room, room.run), room.clock.now())).toBe(false);
    expect((await examAt(room, seat, 'g1')).mark).toBeNull();
    expect(value(await room.classroom.papers.seat(seat, device('g1'))).result).toBeNull();
    await publishRun(room, room.run);
    const { mark } = await examAt(room, seat, 'g1');
    // 90 × 75 + 10 × 60, of a hundred.
    expect(mark).toMatchObject({ whole: 73.5, grade: 'pass', failed: [] });
    expect(mark?.parts.map(({ first }) => first)).toEqual([75, 60]);
    expect(value(await room.classroom.papers.seat(seat, device('g1'))).result?.mark).toBe(75);
    const rows = (await board(room, room.run)).seats;
    expect(rows.map(({ mark: of }) => of?.whole)).toEqual([73.5, 0, 0]);
    expect(rows[0]?.facts).toMatchObject({ left: { typing: 2 }, pasted: 1 });
  });
});

test('its cases are sealed until its last seat’s time is up, and its own seats are given them all the same [O3]', async () => {
  const room = await examRoom({ parts: [{ ...CUSTOMERS, weight: 100 } as typeof CUSTOMERS] });
  const seat = await take(room, 1, 'g1');
  value(await room.classroom.seats.openNextAttempt(seat, device('g1')));
  const sealed = async () => (await sealedCases(room.storage.runs, room.clock.now())).map(({ scenario }) => scenario);
  expect(await sealed()).toEqual([SHOES]);
  value(await room.classroom.seats.extend(seat, 'teacher', room.clock.now() + 70 * MINUTE));
  await room.clock.advance(65 * MINUTE);
  expect(await sealed()).toEqual([SHOES]);
  await room.clock.advance(6 * MINUTE);
  expect(await sealed()).toEqual([]);
});

describe('sitting again what failed', () => {
  test('opens the failed parts alone, drawn anew, for who failed; the first marks stay [O7]', async () => {
    const room = await examRoom({
      parts: [
        { ...PAPER, weight: 50 },
        { ...TYPING, weight: 50 },
      ],
    });
    const failing = await take(room, 1, 'g1');
    await sitPaper(room, room.run, failing, 'g1', 2);
    await sitTyping(room, room.run, failing, 'g1', 150);
    const passing = await take(room, 2, 'g2');
    await sitPaper(room, room.run, passing, 'g2', 8);
    await sitTyping(room, room.run, passing, 'g2', 150);
    await room.clock.advance(61 * MINUTE);
    expect(code(await resit(room, [failing]))).toBe('exam-not-published');
    await publishRun(room, room.run);
    expect(code(await resit(room, [passing, 'of-another-school']))).toBe('nobody-failed');
    const { id } = value(await resit(room, [failing, passing]));
    expect(code(await resit(room, [failing]))).toBe('nobody-failed');
    expect(code(await room.classroom.exams.resit(id, TEACHER, { seats: [failing], opensAt: 0, dueAt: 1 }))).toBe(
      'exam-resit',
    );
    const [again] = await room.storage.runs.seats(id);
    expect(await statesAt(room, again?.id ?? '', 'g1')).toEqual(['ready']);
    expect((await room.classroom.exams.own(device('g1'))).map(({ isResit }) => isResit)).toEqual([true, false]);
    const [had, now] = [await room.storage.papers.paper(room.run), await room.storage.papers.paper(id)];
    expect(now?.questions.filter((one) => had?.questions.includes(one)).length).toBeLessThan(4);
    await sitPaper(room, id, again?.id ?? '', 'g1', 6);
    const whole = async () => (await examAt(room, failing, 'g1')).mark;
    const before = await whole();
    expect(before?.grade).toBe('fail');
    await publishRun(room, id);
    const mark = await whole();
    expect(mark).toMatchObject({ grade: 'pass', failed: [] });
    expect(mark?.parts[0]).toMatchObject({ first: 25, again: [75], counted: 75 });
    expect(mark?.parts[1]?.again).toEqual([]);
    expect((await examAt(room, again?.id ?? '', 'g1')).mark).toEqual(mark);
    expect((await board(room, room.run)).resits).toMatchObject([{ run: id, seats: 1 }]);
    expect((await board(room, id)).of).toMatchObject({ run: room.run });
  });
});

test('extra time goes with its seat to the re-sit, and from there to the next [O21]', async () => {
  const room = await examRoom({ parts: [{ ...TYPING, weight: 100 } as typeof TYPING] });
  const [first = '', other = ''] = room.seats;
  value(await room.classroom.exams.extraTime(first, 'teacher', 50));
  await room.clock.advance(61 * MINUTE);
  await publishRun(room, room.run);
  const minutesAt = async (id: string) =>
    (await board(room, id)).seats.map(({ extraPercent, parts }) => [extraPercent, (parts[0]?.ms ?? 0) / MINUTE]);
  const { id } = value(await resit(room, [first, other], 30));
  expect(await minutesAt(id)).toEqual([
    [50, 3],
    [0, 2],
  ]);
  const again = (await room.storage.runs.seats(id))[1]?.id ?? '';
  value(await room.classroom.exams.extraTime(again, 'teacher', 100));
  await room.clock.advance(31 * MINUTE);
  await publishRun(room, id);
  const { id: next } = value(await resit(room, [first, other], 30));
  expect((await minutesAt(next)).map(([percent]) => percent)).toEqual([50, 100]);
});

test('that the teacher opens a re-sit is nothing its trainee did [A20]', async () => {
  const room = await examRoom({ parts: [{ ...TYPING, weight: 100 } as typeof TYPING] });
  const first = await take(room, 1, 'g1');
  const came = room.clock.now();
  await room.clock.advance(61 * MINUTE);
  await publishRun(room, room.run);
  const { id } = value(await resit(room, [first], 30));
  const [again] = await room.storage.runs.seats(id);
  expect(again?.joinedAt).toBe(room.clock.now());
  const byId = new Map([
    [room.run, await runOf(room, room.run)],
    [id, await runOf(room, id)],
  ]);
  const last = async () => await lastActivity(room.storage, { id: 'k1', school: 's1' }, again?.person ?? '', byId, []);
  expect(await last()).toMatchObject({ at: came, kind: 'exam' });
  await room.clock.advance(MINUTE);
  await sitTyping(room, id, again?.id ?? '', 'g1', 10);
  expect(await last()).toMatchObject({ at: room.clock.now(), kind: 'resit' });
});

const typedAfter = async (counts: 'best' | 'last'): Promise<(number | undefined)[]> => {
  const parts = [
    { ...PAPER, weight: 90 },
    { ...TYPING, weight: 10 },
  ];
  const room = await examRoom({ counts, parts, pass: 70, each: true });
  const seat = await take(room, 1, 'g1');
  await sitPaper(room, room.run, seat, 'g1', 0);
  await sitTyping(room, room.run, seat, 'g1', counts === 'best' ? 108 : 100);
  await room.clock.advance(61 * MINUTE);
  await publishRun(room, room.run);
  const { id } = value(await resit(room, [seat]));
  const again = (await room.storage.runs.seats(id))[0]?.id ?? '';
  await sitPaper(room, id, again, 'g1', 8);
  await sitTyping(room, id, again, 'g1', 60);
  const typedOf = async () =>
    (await board(room, room.run)).seats[0]?.mark?.parts.find(({ kind }) => kind === 'typing')?.typed;
  const before = await typedOf();
  await publishRun(room, id);
  return [before?.speed, (await typedOf())?.speed];
};

test('speed and accuracy are those of the sitting whose mark counts, once it is published [O22]', async () => {
  expect(await typedAfter('best')).toEqual([54, 54]);
  expect(await typedAfter('last')).toEqual([50, 30]);
});

test('the page of a part counts as left while that part goes on at its own device, by part, and changes no mark [O23]', async () => {
  const room = await examRoom({
    parts: [
      { ...PAPER, weight: 50 },
      { ...CUSTOMERS, weight: 50 },
    ],
  });
  const seat = await take(room, 1, 'g1');
  const left = (part: 'paper' | 'customers', guest = 'g1') => room.classroom.exams.left(seat, device(guest), part);
  expect(code(await left('paper'))).toBe('part-over');
  value(await room.classroom.papers.begin(seat, device('g1')));
  value(await left('paper'));
  value(await left('paper'));
  expect(code(await left('customers'))).toBe('part-over');
  expect(code(await left('paper', 'g2'))).toBe('unknown-seat');
  value(await room.classroom.papers.handIn(seat, device('g1')));
  expect(code(await left('paper'))).toBe('part-over');
  value(await room.classroom.seats.openNextAttempt(seat, device('g1')));
  value(await left('customers'));
  const [row] = (await board(room, room.run)).seats;
  expect(row?.facts.left).toEqual({ paper: 2, typing: 0, customers: 1 });
  expect(row?.marks[0]).toEqual({ kind: 'paper', mark: 0 });
});

describe('customers of a re-sit', () => {
  const card = (id: string, over: object = {}) => ({
    ...{ id, type: 'returns', level: 3, shop: 'a', incident: null },
    ...over,
  });
  const chosen = (cases: readonly object[], id: string, taken: readonly string[], round = 1, varying: string[] = []) =>
    otherCase({ data: { scenarios: cases }, varying: new Set(varying) } as never, id, taken, round);

  test('are others of the type and level, of the shop where there is one; who varies stays [O7]', () => {
    const cases = [card('had'), card('far', { shop: 'b' }), card('near'), card('easy', { level: 1 })];
    expect(chosen(cases, 'had', ['had'])).toBe('near');
    expect(chosen(cases, 'had', ['had', 'near'])).toBe('far');
    expect(chosen([card('had'), card('easy', { level: 1 })], 'had', ['had'])).toBe('had');
    expect(chosen([card('had'), card('near')], 'had', ['had'], 1, ['had'])).toBe('had');
    expect(chosen([card('had'), card('near', { incident: {} })], 'had', ['had'])).toBe('had');
  });

  test('come by the card after the one that was had, from the first exam’s deck [O7]', async () => {
    const room = await examRoom({ parts: [{ ...CUSTOMERS, weight: 100 } as typeof CUSTOMERS] });
    const failing = room.seats[1] ?? '';
    await room.clock.advance(61 * MINUTE);
    await publishRun(room, room.run);
    const cards = [];
    for (let round = 0; round < 2; round += 1) {
      const { id } = value(await resit(room, [failing], 30));
      const [seat] = await room.storage.runs.seats(id);
      if (seat === undefined) throw new Error('no seat');
      cards.push(await cardOfResit(room.storage, await runOf(room, id), seat));
      await room.clock.advance(31 * MINUTE);
      await publishRun(room, id);
    }
    expect(cards).toEqual([
      { deck: room.run, card: 2 },
      { deck: room.run, card: 3 },
    ]);
    expect(await cardOfResit(room.storage, await runOf(room, room.run), { id: failing })).toBeNull();
  });
});
