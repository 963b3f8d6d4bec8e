/** Which device a seat of an exam of parts is at, between its parts, too. */
import { expect, test } from 'vitest';
import { code, device, MINUTE, TEACHER, value } from '#tests/classroom/support/class-room.ts';
import {
  board,
  type ExamRoom,
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

const join = async (room: ExamRoom, place: number, guest: string) =>
  await room.classroom.seats.join((await room.storage.runs.run(room.run))?.code ?? '', device(guest), {
    seat: room.seats[place - 1] ?? '',
  });

test('a begun seat stays at its device between two parts, and the device sits nobody else’s until all is sat [O28] [X3]', async () => {
  const room = await examRoom({ parts: PAPER_AND_TYPING });
  const seat = await take(room, 1, 'g1');
  const guests = async () => (await room.storage.runs.seats(room.run)).map(({ guest }) => guest);
  // Nothing is begun: whoever tapped the wrong name takes another.
  value(await join(room, 2, 'g1'));
  value(await join(room, 1, 'g1'));
  await sitPaper(room, room.run, seat, 'g1', 6);
  expect(code(await join(room, 2, 'g1'))).toBe('device-has-seat');
  expect(await guests()).toEqual(['g1', null, null]);
  await sitTyping(room, room.run, seat, 'g1', 110);
  value(await join(room, 2, 'g1'));
  await sitPaper(room, room.run, room.seats[1] ?? '', 'g1', 4);
  expect(await guests()).toEqual([null, 'g1', null]);
});

test('a begun seat that lost its device asks the teacher, and who was let in is told as a fact [O28]', async () => {
  const room = await examRoom({ parts: PAPER_AND_TYPING });
  const seat = await take(room, 1, 'g1');
  await sitPaper(room, room.run, seat, 'g1', 6);
  value(await room.classroom.seats.release(seat, 'teacher'));
  const { code: ofRun = '' } = (await room.storage.runs.run(room.run)) ?? {};
  const taken = async () =>
    value(await room.classroom.seats.joinPage(ofRun, device('g3'))).roster.map((one) => one.taken);
  expect(await taken()).toEqual([true, false, false]);
  value(await join(room, 1, 'g3'));
  expect(await examAt(room, seat, 'g3')).toMatchObject({ phase: 'elsewhere', asking: true });
  expect(code(await room.classroom.exams.typing.begin(seat, device('g3')))).not.toBe('ok');
  value(await room.classroom.seats.approve(seat, 'teacher'));
  expect(await statesAt(room, seat, 'g3')).toEqual(['done', 'ready']);
  expect((await board(room, room.run)).seats[0]?.facts.devices).toBe(1);
  // What has been sat to the end is anybody's to read who knows the code, as before.
  await room.clock.advance(61 * MINUTE);
  value(await room.classroom.seats.release(seat, 'teacher'));
  value(await join(room, 1, 'g4'));
  expect(await statesAt(room, seat, 'g4')).toEqual(['done', 'missed']);
});

test('another run’s seat takes no device from an exam that is sat there [O28]', async () => {
  const room = await examRoom({ parts: PAPER_AND_TYPING });
  const seat = await take(room, 1, 'g1');
  await sitPaper(room, room.run, seat, 'g1', 6);
  const alone = [{ ...TYPING, weight: 100 } as typeof TYPING];
  const { id } = value(await room.classroom.exams.set(TEACHER, newExam(room, { classId: null, parts: alone })));
  const other = await room.storage.runs.run(id);
  value(await room.classroom.seats.join(other?.code ?? '', device('g1'), { name: '别的人' }));
  expect((await room.storage.runs.seat(seat))?.guest).toBe('g1');
});
