/** What published exams of parts and papers say of somebody on the learning path. */
import { expect, test } from 'vitest';
import { paperEvidence } from '#classroom/learning-path/evidence.ts';
import { examEvidence } from '#classroom/learning-path/exam-evidence.ts';
import { publish } from '#classroom/results/publishing.ts';
import {
  CUSTOMERS,
  type ExamRoom,
  examRoom,
  PAPER,
  sitCustomers,
  sitPaper,
  sitTyping,
  TYPING,
  take,
} from '#tests/classroom/mock-exams/support.ts';
import { CELLS, keysOf, rightAnswer } from '#tests/classroom/papers/support.ts';
import { device, MINUTE, TEACHER, value } from '#tests/classroom/support/class-room.ts';

const publishRun = async (room: ExamRoom, id: string) => {
  const run = await room.storage.runs.run(id);
  if (run === null) throw new Error('no run');
  await publish({ ...room, onRunChanged: () => {} }, run, 'teacher', true);
};
const evidenceOf = async (room: ExamRoom, seats: readonly string[], isWhole = false) =>
  (await examEvidence(room, seats, room.clock.now(), () => true, isWhole ? new Map() : undefined)).map(
    ({ measure, kind, id, value: figure }) => [measure, kind, id, figure],
  );

test('a published whole with customers counts as an exam, its typing as typing, a re-sit in the first one’s marks [U20]', async () => {
  const room = await examRoom({
    parts: [
      { ...TYPING, weight: 40 },
      { ...CUSTOMERS, weight: 60 },
    ],
    pass: 100,
    excellent: 100,
  });
  const seat = await take(room, 1, 'g1');
  await sitTyping(room, room.run, seat, 'g1', 60);
  await sitCustomers(room, seat, 'g1');
  await room.clock.advance(61 * MINUTE);
  expect(await evidenceOf(room, room.seats)).toEqual([]);
  await publishRun(room, room.run);
  const whole = async () => value(await room.classroom.exams.board(room.run)).seats[0]?.mark?.whole;
  // The other two seats sat nothing.
  const first = [
    ['exam-best', 'exam', seat, await whole()],
    ['typing-best', 'exam', seat, 30],
  ];
  expect(await evidenceOf(room, room.seats)).toEqual(first);
  expect(await evidenceOf(room, room.seats, true)).toEqual(first);
  const now = room.clock.now();
  const { id } = value(
    await room.classroom.exams.resit(room.run, TEACHER, { seats: [seat], opensAt: now, dueAt: now + 60 * MINUTE }),
  );
  const again = (await room.storage.runs.seats(id))[0]?.id ?? '';
  await sitTyping(room, id, again, 'g1', 160);
  await room.clock.advance(61 * MINUTE);
  await publishRun(room, id);
  const held = await room.storage.exams.seatsHeld('g1', null);
  expect(held).toEqual([again, seat]);
  expect(await evidenceOf(room, held)).toEqual([
    ['exam-best', 'exam', seat, await whole()],
    ['typing-best', 'exam', seat, 80],
  ]);
});

test('a whole without customers is no exam on the path [U20]', async () => {
  const room = await examRoom({ parts: [{ ...PAPER, weight: 100 } as typeof PAPER] });
  const seat = await take(room, 1, 'g1');
  await sitPaper(room, room.run, seat, 'g1', 8);
  await room.clock.advance(61 * MINUTE);
  await publishRun(room, room.run);
  expect(await evidenceOf(room, [seat])).toEqual([]);
});

test('only a paper that was set as 岗位认知测试 counts for its condition, and for the best paper too [U21]', async () => {
  const room = await examRoom();
  const measures: string[][] = [];
  for (const over of [{ awareness: true as const }, {}]) {
    const paper = { name: '理论卷', classId: 'k1', minutes: 10, cells: CELLS, seed: 7, ...over };
    const { id } = value(await room.classroom.papers.set(TEACHER, paper));
    const seat = (await room.storage.runs.seats(id))[0]?.id ?? '';
    value(await room.classroom.runs.enterStage(id, TEACHER, 'drill'));
    value(await room.classroom.seats.join((await room.storage.runs.run(id))?.code ?? '', device('g1'), { seat }));
    value(await room.classroom.papers.begin(seat, device('g1')));
    const [question] = await keysOf({ storage: room.storage, run: id }, seat);
    if (question === undefined) throw new Error('no question');
    const given = { question: question.id, answer: rightAnswer(question), flagged: false };
    value(await room.classroom.papers.answer(seat, device('g1'), given));
    await room.clock.advance(11 * MINUTE);
    await publishRun(room, id);
    const { evidence } = await paperEvidence(room.storage, [seat], room.clock.now(), () => true);
    measures.push(evidence.map(({ measure, value: mark }) => `${measure} ${mark}`));
  }
  expect(measures).toEqual([['paper-best 12.5', 'awareness-best 12.5'], ['paper-best 12.5']]);
});
