import { describe, expect, test } from 'vitest';
import type { Reply } from '#contract/errors.ts';
import { ROSTER_MAX } from '#contract/people.ts';
import type { RunBody, SeatBody } from '#contract/runs.ts';
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
  wallTab,
} from '#tests/classroom/support/class-room.ts';

const typed = ({ classroom }: ClassRoom, run: RunBody, guest: string, name: string): Promise<Reply<SeatBody>> =>
  classroom.seats.join(run.code, device(guest), { name });

describe('a typed name', () => {
  test.each(['\u200b', '\u202e\u202c', '\u0001', ' \u2060 '])(
    'is refused when nobody can see any of its characters: %j',
    async (name) => {
      const room = await classRoom();
      const run = await newRun(room, {}, null);
      expect(await typed(room, run, 'g1', name)).toMatchObject({ error: { code: 'bad-request', detail: 'name' } });
      expect(await room.storage.runs.seats(run.id)).toEqual([]);
    },
  );

  test.each(['小\u200b柚', '\u202e小柚', '小柚\u0007', '小 柚'])(
    'that differs from a taken one only by invisible characters is taken too: %j',
    async (name) => {
      const room = await classRoom();
      const run = await newRun(room, {}, null);
      value(await typed(room, run, 'g1', '小柚'));
      expect(code(await typed(room, run, 'g2', name))).toBe('name-taken');
    },
  );

  test('of a seat that the teacher has released gets that seat back, with the work done there', async () => {
    const room = await classRoom();
    const run = await newRun(room, {}, null);
    const { seat } = value(await typed(room, run, 'g1', '小柚'));
    const page = await seatTab(room, seat.id, 'g1');
    value(await room.classroom.runs.enterStage(run.id, TEACHER, 'drill'));
    await room.clock.settle();
    const { drill } = await toDesk(room, page);
    await room.clock.advance(8000);
    value(await room.classroom.seats.release(seat.id, TEACHER.id));
    expect(value(await typed(room, run, 'g2', '小柚'))).toMatchObject({
      seat: { id: seat.id },
      state: 'serving',
      drill,
    });
    expect((await room.runner.ownerOf(drill))?.guest).toBe('g2');
  });

  test('that the teacher has released gives no second seat to a device that has begun its drill elsewhere', async () => {
    const room = await classRoom();
    const run = await newRun(room, {}, null);
    const other = value(await typed(room, run, 'g1', '小柚'));
    const { seat } = value(await typed(room, run, 'g2', '大柚'));
    value(await room.classroom.runs.enterStage(run.id, TEACHER, 'drill'));
    await room.clock.settle();
    await toDesk(room, await seatTab(room, seat.id, 'g2'));
    await room.clock.advance(8000);
    value(await room.classroom.seats.release(other.seat.id, TEACHER.id));
    expect(code(await typed(room, run, 'g2', '小柚'))).toBe('device-has-seat');
  });

  test('gets no seat in a run that has as many seats as a roster may have', async () => {
    const room = await classRoom();
    const run = await newRun(room, {}, null);
    for (let n = 1; n <= ROSTER_MAX; n += 1) value(await typed(room, run, `g${n}`, `学生${n}`));
    expect(code(await typed(room, run, 'one-more', '多一个'))).toBe('run-full');
    // A device that has a seat already gets in.
    expect(code(await typed(room, run, 'g7', '学生7'))).toBe('ok');
    expect(code(await typed(room, run, 'g7', '学生七'))).toBe('ok');
  });
});

describe('[M6] a machine that the next class sits down at', () => {
  /** Plays one lesson on the machine, up to its debrief or its end. */
  const lesson = async (name: string, over: 'debrief' | 'end') => {
    const room = await classRoom();
    const run = await newRun(room, {}, null);
    const { seat } = value(await typed(room, run, 'pc7', name));
    const page = await seatTab(room, seat.id, 'pc7');
    value(await room.classroom.runs.enterStage(run.id, TEACHER, 'drill'));
    await room.clock.settle();
    const { drill } = await toDesk(room, page);
    await room.clock.advance(8000);
    value(await room.classroom.runs.enterStage(run.id, TEACHER, 'debrief'));
    if (over === 'end') value(await room.classroom.runs.end(run.id, TEACHER));
    await room.clock.settle();
    return { room, seat: seat.id, drill };
  };
  const guestOf = async ({ storage }: ClassRoom, seat: string) => (await storage.runs.seat(seat))?.guest;

  test.each(['debrief', 'end'] as const)('shows nothing of what another trainee did there before: %s', async (over) => {
    const { room, seat, drill } = await lesson('王小明', over);
    const next = await newRun(room);
    // Asking for the door's page changes nothing.
    value(await room.classroom.seats.joinPage(next.code, device('pc7')));
    expect(await room.storage.drillsOf('pc7', null)).toHaveLength(1);
    await sit(room, next, 'pc7', 2);
    expect(await room.storage.drillsOf('pc7', null)).toEqual([]);
    expect((await room.runner.ownerOf(drill))?.guest).not.toBe('pc7');
    expect(await guestOf(room, seat)).toBeNull();
    expect((await room.storage.drill(drill))?.state).toBe('ended');
  });

  test('still shows the same trainee what they did there', async () => {
    const { room, seat, drill } = await lesson('王小明', 'end');
    const next = await newRun(room);
    await sit(room, next, 'pc7', 1);
    expect((await room.storage.drillsOf('pc7', null)).map(({ id }) => id)).toEqual([drill]);
    expect(await guestOf(room, seat)).toBe('pc7');
  });
});

describe('a seat’s device', () => {
  test('has no hold on the drill any more when it left while the drill was being opened', async () => {
    const room = await classRoom();
    const run = await newRun(room);
    await sit(room, run, 'g1', 1);
    const [one = '', two = ''] = (await room.storage.runs.seats(run.id)).map(({ id }) => id);
    value(await room.classroom.runs.enterStage(run.id, TEACHER, 'drill'));
    // The opening is under way when the device moves to the other seat.
    await Promise.resolve();
    expect(await room.storage.drillsOfRun(run.id)).toEqual([]);
    value(await room.classroom.seats.join(run.code, device('g1'), { seat: two }));
    await room.clock.settle();
    const owners = new Map((await room.storage.drillsOfRun(run.id)).map(({ place, guest }) => [place?.seat, guest]));
    expect(owners.get(two)).toBe('g1');
    expect(owners.get(one)).not.toBe('g1');
  });

  test('is the one stored last, even after a crash between moving the seat and moving its drills', async () => {
    const room = await classRoom();
    const run = await newRun(room);
    const first = await sit(room, run, 'g1', 1);
    value(await room.classroom.runs.enterStage(run.id, TEACHER, 'drill'));
    await room.clock.settle();
    const { drill } = await toDesk(room, await seatTab(room, first.seat.id, 'g1'));
    await room.clock.advance(8000);
    const stored = await room.storage.runs.seat(first.seat.id);
    if (stored === null) throw new Error('no seat');
    // The seat was written, the drills were not.
    await room.storage.runs.changeSeat({ ...stored, guest: 'g2' });
    await room.restart(MINUTE);
    await seatTab(room, first.seat.id, 'g2');
    expect((await room.runner.ownerOf(drill))?.guest).toBe('g2');
  });

  test('that only asks for the seat doesn’t make the seat look attended', async () => {
    const room = await classRoom();
    const run = await newRun(room);
    const { seat } = await sit(room, run, 'g1', 1);
    const mine = await seatTab(room, seat.id, 'g1');
    const wall = await wallTab(room, run.id);
    await sit(room, run, 'g2', 1);
    await seatTab(room, seat.id, 'g2');
    await room.classroom.leave(mine.id);
    await room.clock.advance(1000);
    expect(wall.tile(seat.id)).toMatchObject({ link: 'lost', asking: true });
  });

  test('that lost the seat to another device no longer makes the seat online', async () => {
    const room = await classRoom();
    const run = await newRun(room);
    const { seat } = await sit(room, run, 'g1', 1);
    await seatTab(room, seat.id, 'g1');
    await sit(room, run, 'g2', 1);
    value(await room.classroom.seats.approve(seat.id, TEACHER.id));
    const wall = await wallTab(room, run.id);
    expect(wall.tile(seat.id).link).toBe('lost');
    await seatTab(room, seat.id, 'g2');
    await room.clock.advance(1000);
    expect(wall.tile(seat.id).link).toBe('online');
  });
});
