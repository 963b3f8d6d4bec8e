/** An exam of parts that is sat in one sitting, in virtual time. */
import { expect, test } from 'vitest';
import { publish } from '#classroom/results/publishing.ts';
import { newExamSchema } from '#contract/exams/parts.ts';
import { code, device, MINUTE, seatTab, TEACHER, toDesk, value } from '#tests/classroom/support/class-room.ts';
import {
  board,
  CUSTOMERS,
  examAt,
  examRoom,
  newExam,
  PAPER_AND_TYPING,
  sitPaper,
  sitTyping,
  statesAt,
  TYPING,
  take,
} from './support.ts';

test('it ends so long after its first part, over a restart: what is open is handed in, the rest is missed [O30]', async () => {
  const room = await examRoom({ parts: PAPER_AND_TYPING, sitting: 15 });
  const [seat, other] = [await take(room, 1, 'g1'), await take(room, 2, 'g2')];
  expect((await examAt(room, seat, 'g1')).sitting).toEqual({ ms: 15 * MINUTE, endsAt: null });
  await room.clock.advance(5 * MINUTE);
  const begun = room.clock.now();
  await sitPaper(room, room.run, seat, 'g1', 6);
  expect((await examAt(room, seat, 'g1')).sitting?.endsAt).toBe(begun + 15 * MINUTE);
  await room.clock.advance(14 * MINUTE);
  await room.restart();
  value(await room.classroom.exams.typing.begin(seat, device('g1')));
  // Of its two minutes one is left.
  expect(value(await room.classroom.exams.typing.seat(seat, device('g1'))).ms).toBe(MINUTE);
  await room.clock.advance(MINUTE + 1);
  expect(await statesAt(room, seat, 'g1')).toEqual(['done', 'done']);
  expect((await examAt(room, seat, 'g1')).phase).toBe('over');
  expect(await statesAt(room, other, 'g2')).toEqual(['ready', 'locked']);
  value(await room.classroom.papers.begin(other, device('g2')));
  await room.clock.advance(15 * MINUTE + 1);
  expect(await statesAt(room, other, 'g2')).toEqual(['done', 'missed']);
  const rows = (await board(room, room.run)).seats;
  expect(rows[1]?.mark?.parts.at(-1)).toMatchObject({ kind: 'typing', first: null, counted: 0 });
  expect(rows.map(({ sitting }) => sitting?.endsAt)).toEqual([begun + 15 * MINUTE, expect.any(Number), null]);
});

test('customers that go on then are ended by the server, and extra time lengthens the sitting [O30]', async () => {
  const parts = [{ ...TYPING, weight: 50 }, { ...CUSTOMERS, weight: 50, minutes: 5 } as typeof CUSTOMERS];
  const room = await examRoom({ parts, sitting: 7 });
  const [seat, slow] = [await take(room, 1, 'g1'), await take(room, 2, 'g2')];
  value(await room.classroom.exams.extraTime(slow, 'teacher', 100));
  for (const [one, guest] of [
    [seat, 'g1'],
    [slow, 'g2'],
  ] as const)
    await sitTyping(room, room.run, one, guest, 50);
  await room.clock.advance(4.5 * MINUTE);
  for (const [one, guest] of [
    [seat, 'g1'],
    [slow, 'g2'],
  ] as const) {
    value(await room.classroom.seats.openNextAttempt(one, device(guest)));
    await toDesk(room, await seatTab(room, one, guest));
  }
  expect(value(await room.classroom.seats.body(seat, device('g1'))).run.minutes).toBe(2.5);
  await room.clock.advance(2.5 * MINUTE + 1);
  expect(await statesAt(room, seat, 'g1')).toEqual(['done', 'done']);
  const states = async () => (await room.storage.drillsOfRun(room.run)).map(({ state }) => state).toSorted();
  expect(await states()).toEqual(['ended', 'running']);
  expect(await statesAt(room, slow, 'g2')).toEqual(['done', 'going']);
});

test('a re-sit has the sitting without the parts that nobody, and at a seat that seat, sits again [O30]', async () => {
  const room = await examRoom({ parts: PAPER_AND_TYPING, sitting: 20, each: true });
  const seat = await take(room, 1, 'g1');
  await sitPaper(room, room.run, seat, 'g1', 8);
  await sitTyping(room, room.run, seat, 'g1', 20);
  await room.clock.advance(61 * MINUTE);
  const run = await room.storage.runs.run(room.run);
  if (run !== null) await publish({ ...room, onRunChanged: () => {} }, run, 'teacher', true);
  const asked = { opensAt: room.clock.now(), dueAt: room.clock.now() + 60 * MINUTE };
  const { id } = value(await room.classroom.exams.resit(room.run, TEACHER, { seats: room.seats, ...asked }));
  const lengths = (await board(room, id)).seats.map(({ sitting }) => (sitting?.ms ?? 0) / MINUTE);
  expect(lengths).toEqual([10, 20, 20]);
});

test('without it an exam is sat in as many sittings as one likes, and it is no shorter than its parts [O30]', async () => {
  const room = await examRoom({ parts: PAPER_AND_TYPING });
  const seat = await take(room, 1, 'g1');
  await sitPaper(room, room.run, seat, 'g1', 6);
  await room.clock.advance(50 * MINUTE);
  expect(await statesAt(room, seat, 'g1')).toEqual(['done', 'ready']);
  expect((await examAt(room, seat, 'g1')).sitting).toBeNull();
  expect(newExamSchema.safeParse(newExam(room, { parts: PAPER_AND_TYPING, sitting: 11 })).success).toBe(false);
  expect(newExamSchema.safeParse(newExam(room, { parts: PAPER_AND_TYPING, sitting: 12 })).success).toBe(true);
  expect(code(await room.classroom.exams.set(TEACHER, newExam(room, { parts: PAPER_AND_TYPING, sitting: 12 })))).toBe(
    'ok',
  );
});
