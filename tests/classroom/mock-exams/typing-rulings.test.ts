/** An exam's typing appealed and ruled, from the figure to the re-sit, in virtual time. */
import { expect, test } from 'vitest';
import { publish } from '#classroom/results/publishing.ts';
import { code, device, MINUTE, TEACHER, value } from '#tests/classroom/support/class-room.ts';
import {
  board,
  type ExamRoom,
  examAt,
  examRoom,
  PAPER_AND_TYPING,
  sitPaper,
  sitTyping,
  statesAt,
  TYPING,
  take,
} from './support.ts';

const publishRun = async (room: ExamRoom, id: string): Promise<void> => {
  const run = await room.storage.runs.run(id);
  if (run === null) throw new Error('no run');
  await publish({ ...room, onRunChanged: () => {} }, run, 'teacher', true);
};
/** 75 for the paper, and so many characters in two minutes; published. */
const sat = async (characters: number, over: Parameters<typeof examRoom>[0] = {}): Promise<[ExamRoom, string]> => {
  const room = await examRoom({ parts: PAPER_AND_TYPING, ...over });
  const seat = await take(room, 1, 'g1');
  await sitPaper(room, room.run, seat, 'g1', 6);
  await sitTyping(room, room.run, seat, 'g1', characters);
  await room.clock.advance(61 * MINUTE);
  await publishRun(room, room.run);
  return [room, seat];
};

test('typing is appealed one at a time, by its own trainee, once published and where it lost something [O25]', async () => {
  const room = await examRoom({ parts: PAPER_AND_TYPING });
  const { typingRulings } = room.classroom.exams;
  const [seat, fast] = [await take(room, 1, 'g1'), await take(room, 2, 'g2')];
  await sitPaper(room, room.run, seat, 'g1', 6);
  expect(code(await typingRulings.read(seat))).toBe('typing-going');
  await sitTyping(room, room.run, seat, 'g1', 44);
  await sitPaper(room, room.run, fast, 'g2', 6);
  await sitTyping(room, room.run, fast, 'g2', 180);
  const appeal = (of: string, guest: string, text = '输入法卡了半分钟') =>
    typingRulings.appeal(of, device(guest), { text });
  expect(code(await appeal(seat, 'g1'))).toBe('paper-unpublished');
  expect((await examAt(room, seat, 'g1')).typing).toBeNull();
  await room.clock.advance(61 * MINUTE);
  await publishRun(room, room.run);
  expect(code(await appeal(seat, 'g2'))).toBe('paper-elsewhere');
  expect(code(await appeal(seat, 'g1', ' '))).not.toBe('ok');
  expect(code(await appeal(fast, 'g2'))).toBe('appeal-nothing-lost');
  expect((await examAt(room, seat, 'g1')).typing).toMatchObject({ mark: 24, mayAppeal: true, dispute: null });
  value(await appeal(seat, 'g1'));
  expect(code(await appeal(seat, 'g1'))).toBe('appeal-open');
  expect((await board(room, room.run)).appeals).toMatchObject({ typing: 1, paper: 0 });
  expect((await board(room, room.run)).seats.map(({ typing }) => typing.waits)).toEqual([true, false, false]);
  expect(await room.storage.paperAppeals.open([room.run])).toEqual(new Map([[room.run, 1]]));
  const read = value(await typingRulings.read(seat));
  expect(read).toMatchObject({ mark: 24, figures: { speed: 22 }, left: 2, pasted: 1, isOnlyPart: false });
  expect(read.texts).toMatchObject([{ typed: read.texts[0]?.text.slice(0, 44) }]);
  const rule = (aside: boolean, reason: string) => typingRulings.rule(seat, 'teacher', { aside, reason });
  expect(code(await rule(false, ' 看 '))).toBe('reason-missing');
  value(await rule(false, '打得连贯，没有停过'));
  expect((await examAt(room, seat, 'g1')).typing?.dispute).toMatchObject({
    appeal: { text: '输入法卡了半分钟' },
    ruling: { aside: false, reason: '打得连贯，没有停过' },
  });
  expect((await board(room, room.run)).appeals.typing).toBe(0);
});

test('an appeal of typing is withdrawn and made anew, three times in all, and not where it was set aside [O29]', async () => {
  const [room, seat] = await sat(44);
  const { typingRulings } = room.classroom.exams;
  const appeal = async () => code(await typingRulings.appeal(seat, device('g1'), { text: '卡了' }));
  const own = async () => (await examAt(room, seat, 'g1')).typing;
  expect(code(await typingRulings.withdraw(seat, device('g1')))).toBe('unknown-appeal');
  expect(await appeal()).toBe('ok');
  expect(code(await typingRulings.withdraw(seat, device('g2')))).toBe('paper-elsewhere');
  value(await typingRulings.withdraw(seat, device('g1')));
  expect(await own()).toMatchObject({ mayAppeal: true, dispute: { appeal: null, waits: false, earlier: [{}] } });
  expect((await board(room, room.run)).appeals.typing).toBe(0);
  expect(await appeal()).toBe('ok');
  value(await typingRulings.rule(seat, 'teacher', { aside: false, reason: '看过' }));
  expect(code(await typingRulings.withdraw(seat, device('g1')))).toBe('appeal-settled');
  expect(await appeal()).toBe('ok');
  expect(await own()).toMatchObject({ mayAppeal: false, dispute: { waits: true, ruling: { aside: false } } });
  value(await typingRulings.rule(seat, 'teacher', { aside: true, reason: '断电' }));
  expect(await appeal()).toBe('appeal-nothing-lost');
  value(await typingRulings.rule(seat, 'teacher', { aside: false, reason: '看错了' }));
  expect(await appeal()).toBe('appeal-too-often');
});

test('set aside, the part is left out and the others make the whole; ruled again, the figure is back [O26]', async () => {
  const [room, seat] = await sat(44);
  // 60 × 75 + 40 × 24, of a hundred.
  expect((await examAt(room, seat, 'g1')).mark).toMatchObject({ whole: 54.6, grade: 'fail', failed: ['typing'] });
  const { typingRulings } = room.classroom.exams;
  value(await typingRulings.rule(seat, 'teacher', { aside: true, reason: '机房断电' }));
  const { mark } = await examAt(room, seat, 'g1');
  expect(mark).toMatchObject({ whole: 75, grade: 'pass', failed: [] });
  expect(mark?.parts[1]).toEqual({ kind: 'typing', weight: 40, first: null, again: [], counted: null, aside: [0] });
  const [row] = (await board(room, room.run)).seats;
  expect(row).toMatchObject({ mark: { whole: 75 }, typed: { speed: 22 }, typing: { aside: true } });
  value(await typingRulings.rule(seat, 'teacher', { aside: false, reason: '看错了人' }));
  expect((await examAt(room, seat, 'g1')).mark).toMatchObject({ whole: 54.6, grade: 'fail' });
});

test('another bout is a re-sit of the typing alone, though the exam was passed without it [O26]', async () => {
  const [room, seat] = await sat(44);
  value(await room.classroom.exams.typingRulings.rule(seat, 'teacher', { aside: true, reason: '机房断电' }));
  const now = room.clock.now();
  const wish = { seats: [seat], opensAt: now, dueAt: now + 30 * MINUTE };
  const { id } = value(await room.classroom.exams.resit(room.run, TEACHER, wish));
  const again = (await room.storage.runs.seats(id))[0]?.id ?? '';
  expect(await statesAt(room, again, 'g1')).toEqual(['ready']);
  await sitTyping(room, id, again, 'g1', 110);
  expect((await examAt(room, seat, 'g1')).mark?.whole).toBe(75);
  await room.clock.advance(31 * MINUTE);
  await publishRun(room, id);
  // 60 × 75 + 40 × 60: the sitting that was set aside is none, whichever counts.
  const { mark } = await examAt(room, seat, 'g1');
  expect(mark).toMatchObject({ whole: 69, grade: 'pass' });
  expect(mark?.parts[1]).toMatchObject({ first: null, again: [60], counted: 60, aside: [0], typed: { speed: 55 } });
  expect((await examAt(room, again, 'g1')).typing).toMatchObject({ mark: 60, mayAppeal: true });
});

test('where typing is all, an exam without it comes to nought until it is sat again [O26]', async () => {
  const room = await examRoom({ parts: [{ ...TYPING, weight: 100 }] });
  const seat = await take(room, 1, 'g1');
  await sitTyping(room, room.run, seat, 'g1', 120);
  await room.clock.advance(61 * MINUTE);
  await publishRun(room, room.run);
  const ruled = await room.classroom.exams.typingRulings.rule(seat, 'teacher', { aside: true, reason: '机房断电' });
  expect(value(ruled).isOnlyPart).toBe(true);
  expect((await examAt(room, seat, 'g1')).mark).toMatchObject({ whole: 0, grade: 'fail', failed: [] });
  const now = room.clock.now();
  const wish = { seats: [seat], opensAt: now, dueAt: now + 30 * MINUTE };
  value(await room.classroom.exams.resit(room.run, TEACHER, wish));
});
