/** Homework goes on at another device: by name and code between two drills, by the teacher's tap in the middle of one. */
import { describe, expect, test } from 'vitest';
import { runResults } from '#classroom/results/results.ts';
import type { SeatBody } from '#contract/runs.ts';
import {
  type ClassRoom,
  classRoom,
  code,
  device,
  MINUTE,
  newRun,
  seatTab,
  sit,
  TEACHER,
  toDesk,
  value,
} from '#tests/classroom/support/class-room.ts';

/** `login`: of the class's first trainee, who else has no account. */
const withHomework = async (classId: string | null = 'k1', login: string | null = null) => {
  const room = await classRoom();
  const { people } = room.storage;
  for (const id of ['m1', 'm2', 'm3']) {
    const person = await people.person(id);
    if (person !== null) await people.changePerson({ ...person, login: id === 'm1' ? login : null });
  }
  const now = room.clock.now();
  const homework = { opensAt: now, dueAt: now + 60 * MINUTE, attempts: 3, counts: 'best', late: null } as const;
  const run = await newRun(room, { incidents: [], minutes: 3, homework }, classId);
  return { room, run };
};
const begin = ({ classroom }: ClassRoom, seat: SeatBody, guest: string) =>
  classroom.seats.openNextAttempt(seat.seat.id, device(guest));
const movesOf = async ({ storage }: ClassRoom, run: { id: string }) =>
  (await storage.runs.log(run.id)).filter(({ kind }) => kind === 'moved').map(({ seat, by }) => ({ seat, by }));

describe('a seat of homework at another device', () => {
  test('is taken by name and code between two drills, and the log and the table say so [H20]', async () => {
    const { room, run } = await withHomework();
    const seat = await sit(room, run, 'school', 1);
    const id = seat.seat.id;
    expect(value(await room.classroom.seats.joinPage(run.code, device('home'))).roster[0]).toMatchObject({
      taken: true,
      moves: true,
    });
    // One that comes for the first time has no cookie yet.
    const fresh = await room.classroom.seats.joinPage(run.code, { guest: null, person: null });
    expect(value(fresh).roster[0]?.moves).toBe(true);
    expect(await sit(room, run, 'home', 1)).toMatchObject({ state: 'waiting', seat: { id } });
    value(await begin(room, seat, 'home'));
    expect(code(await room.classroom.seats.body(id, device('school')))).toBe('ok');
    expect(value(await room.classroom.seats.body(id, device('school')))).toMatchObject({
      state: 'refused',
      drill: null,
    });
    expect(await movesOf(room, run)).toEqual([{ seat: id, by: null }]);
    const stored = await room.storage.runs.run(run.id);
    if (stored === null) throw new Error('no run');
    expect((await runResults(room, stored)).seats[0]?.homework?.moved).toBe(1);
  });

  test('asks the teacher while a drill goes on, and after a refusal [H20]', async () => {
    const { room, run } = await withHomework();
    const seat = await sit(room, run, 'school', 1);
    const id = seat.seat.id;
    value(await begin(room, seat, 'school'));
    expect(value(await room.classroom.seats.joinPage(run.code, device('home'))).roster[0]?.moves).toBe(false);
    expect(await sit(room, run, 'home', 1)).toMatchObject({ state: 'asking', drill: null });
    value(await room.classroom.seats.refuse(id, TEACHER.id));
    await toDesk(room, await seatTab(room, id, 'school'));
    await room.clock.advance(10 * MINUTE);
    expect((await room.storage.drillsOfRun(run.id)).map(({ state }) => state)).toEqual(['ended']);
    expect(await sit(room, run, 'home', 1)).toMatchObject({ state: 'asking' });
    expect(await movesOf(room, run)).toEqual([]);
    // Another one is asked nothing, and has what was done.
    expect(await sit(room, run, 'phone', 1)).toMatchObject({ state: 'done', attemptsLeft: expect.any(Number) });
    expect((await room.storage.drillsOfRun(run.id)).map(({ guest }) => guest)).toEqual(['phone']);
  });

  test('asks where its trainee has an account, and in a lesson [H20]', async () => {
    const { room, run } = await withHomework('k1', 'xiaoming');
    await sit(room, run, 'school', 1);
    expect(await sit(room, run, 'home', 1)).toMatchObject({ state: 'asking' });
    const lesson = await newRun(room);
    await sit(room, lesson, 'school', 2);
    expect(await sit(room, lesson, 'home', 2)).toMatchObject({ state: 'asking' });
  });

  test('without a roster the same name is another trainee’s, unless it is said to be one’s own [H20]', async () => {
    const { room, run } = await withHomework(null);
    const { seats } = room.classroom;
    const first = value(await seats.join(run.code, device('school'), { name: '小柚' }));
    expect(code(await seats.join(run.code, device('home'), { name: '小柚' }))).toBe('name-taken');
    const again = value(await seats.join(run.code, device('home'), { name: '小柚', again: true }));
    expect(again).toMatchObject({ state: 'waiting', seat: { id: first.seat.id } });
    const lesson = await newRun(room, {}, null);
    value(await seats.join(lesson.code, device('school'), { name: '小柚' }));
    expect(code(await seats.join(lesson.code, device('home'), { name: '小柚', again: true }))).toBe('name-taken');
  });
});
