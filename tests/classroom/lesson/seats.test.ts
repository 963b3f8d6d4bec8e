import { describe, expect, test } from 'vitest';
import {
  type ClassRoom,
  classRoom,
  code,
  device,
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
import { tab } from '#tests/drills/support/desk-room.ts';
import { seated } from '#tests/drills/support/lesson-room.ts';

const seatIds = async ({ storage }: ClassRoom, run: { id: string }): Promise<string[]> =>
  (await storage.runs.seats(run.id)).map(({ id }) => id);
const join = (
  { classroom }: ClassRoom,
  run: { code: string },
  guest: string,
  wish: { seat: string } | { name: string },
) => classroom.seats.join(run.code, device(guest), wish);

const withRun = async (...plan: [Parameters<typeof newRun>[1]?, (string | null)?]) => {
  const room = await classRoom();
  const run = await newRun(room, ...plan);
  return { room, run, seats: room.classroom.seats, ids: await seatIds(room, run) };
};

describe('the door', () => {
  test('shows the roster, which seats are taken and the device’s own seat', async () => {
    const { room, run, seats } = await withRun();
    await sit(room, run, 'g2', 2);
    expect(value(await seats.joinPage(run.code, device('g2')))).toMatchObject({
      run: { name: '第一节', className: '电商 2 班', stage: 'join', locked: false },
      roster: [
        { no: '01', name: '王小明', taken: false },
        { no: '02', name: '李静', taken: true },
        { no: '03', name: '张伟', taken: false },
      ],
      walkIn: false,
      mine: (await seatIds(room, run))[1],
    });
    expect(value(await seats.joinPage(run.code, { guest: null, person: null })).mine).toBeNull();
    expect(code(await seats.joinPage('000000', device('g1')))).toBe('unknown-code');
  });

  test('takes each typed name once in a run without a roster', async () => {
    const { room, run, seats } = await withRun({}, null);
    expect(value(await seats.joinPage(run.code, device('g1')))).toMatchObject({ roster: [], walkIn: true });
    const mine = value(await join(room, run, 'g1', { name: '小柚' }));
    expect(mine).toMatchObject({ seat: { name: '小柚' }, state: 'waiting' });
    expect(await join(room, run, 'g2', { name: '小柚' })).toMatchObject({
      error: { code: 'name-taken', detail: '小柚' },
    });
    // The same device gets its own seat again; with another name it corrects a slip.
    expect(value(await join(room, run, 'g1', { name: '小柚' })).seat.id).toBe(mine.seat.id);
    expect(value(await join(room, run, 'g1', { name: '大柚' })).seat).toMatchObject({ id: mine.seat.id, name: '大柚' });
    expect(value(await join(room, run, 'g2', { name: '小柚' })).seat.id).not.toBe(mine.seat.id);
  });

  test('takes no typed name in a run with a roster', async () => {
    const { room, run } = await withRun();
    expect(code(await join(room, run, 'g1', { name: '路人' }))).toBe('unknown-seat');
    const elsewhere = await newRun(room);
    expect(code(await join(room, run, 'g1', { seat: (await seatIds(room, elsewhere))[0] ?? '' }))).toBe('unknown-seat');
  });

  test('lets in only those who have a seat while it is locked', async () => {
    const { room, run, ids } = await withRun();
    await sit(room, run, 'g1', 1);
    await room.classroom.runs.lock(run.id, TEACHER, true);
    expect(code(await join(room, run, 'g2', { seat: ids[1] ?? '' }))).toBe('run-locked');
    expect(code(await join(room, run, 'g2', { seat: ids[0] ?? '' }))).toBe('run-locked');
    expect(code(await join(room, run, 'g1', { seat: ids[0] ?? '' }))).toBe('ok');
    await room.classroom.runs.lock(run.id, TEACHER, false);
    expect(code(await join(room, run, 'g2', { seat: ids[1] ?? '' }))).toBe('ok');
  });

  test('lets nobody new into a lesson that is closing', async () => {
    const { room, run, ids } = await withRun();
    await room.classroom.runs.enterStage(run.id, TEACHER, 'close');
    expect(code(await join(room, run, 'g1', { seat: ids[0] ?? '' }))).toBe('run-over');
  });
});

describe('a seat', () => {
  test('can be changed freely until its drill has begun', async () => {
    const { room, run, ids } = await withRun();
    await sit(room, run, 'g1', 1);
    const second = await sit(room, run, 'g1', 2);
    expect((await room.storage.runs.seats(run.id)).map(({ guest }) => guest)).toEqual([null, 'g1', null]);
    const page = await seatTab(room, second.seat.id, 'g1');
    await room.classroom.runs.enterStage(run.id, TEACHER, 'drill');
    await room.clock.settle();
    await toDesk(room, page);
    expect(await join(room, run, 'g1', { seat: ids[2] ?? '' })).toMatchObject({
      error: { code: 'device-has-seat', detail: '李静' },
    });
  });

  test('[M6] asked for by a second device shows it nothing until the teacher says yes', async () => {
    const { room, run, ids, seats } = await withRun();
    const [seat = ''] = ids;
    const first = await seatTab(room, (await sit(room, run, 'g1', 1)).seat.id, 'g1');
    await room.classroom.runs.enterStage(run.id, TEACHER, 'drill');
    await room.classroom.runs.say(run.id, TEACHER, { seat, text: '只给你看' });
    await room.clock.settle();
    const old = await toDesk(room, first);
    await room.clock.advance(8000);
    const wall = await wallTab(room, run.id);
    expect(value(await join(room, run, 'g2', { seat }))).toMatchObject({
      state: 'asking',
      drill: null,
      notices: [],
      reports: [],
    });
    expect(await room.storage.ownerOf('seat', seat)).toMatchObject({ guest: 'g1', asking: 'g2' });
    const second = await seatTab(room, seat, 'g2');
    expect(second.last()).toMatchObject({ state: 'asking', drill: null, notices: [] });
    await room.clock.advance(300);
    expect(wall.tile(seat).asking).toBe(true);

    value(await seats.approve(seat, 'teacher'));
    await room.clock.advance(300);
    expect(wall.tile(seat).asking).toBe(false);
    expect(second.last()).toMatchObject({ state: 'serving', drill: old.drill, notices: [{ text: '只给你看' }] });
    expect(first.last()).toMatchObject({ state: 'refused', drill: null, notices: [] });
    expect((await room.runner.ownerOf(old.drill))?.guest).toBe('g2');
    await expect(say(room, old, '我还在')).rejects.toThrow('desk-elsewhere');
    const desk = await toDesk(room, second);
    await say(room, desk, '在的亲');
    expect(code(await seats.approve(seat, 'teacher'))).toBe('seat-not-asking');
  });

  test('tells a refused device so, and the device may ask once more', async () => {
    const { room, run, ids, seats } = await withRun();
    const [seat = ''] = ids;
    await sit(room, run, 'g1', 1);
    await join(room, run, 'g2', { seat });
    const page = await seatTab(room, seat, 'g2');
    value(await seats.refuse(seat, 'teacher'));
    await room.clock.settle();
    expect(page.last().state).toBe('refused');
    expect(await room.storage.ownerOf('seat', seat)).toMatchObject({ guest: 'g1', asking: 'g2' });
    expect(value(await join(room, run, 'g2', { seat })).state).toBe('asking');
    expect((await room.storage.runs.log(run.id)).map(({ kind }) => kind)).toContain('refuse');
  });

  test('approved for a device costs it the other seat where it hadn’t begun', async () => {
    const { room, run, ids, seats } = await withRun();
    await sit(room, run, 'g1', 1);
    await sit(room, run, 'g2', 2);
    await join(room, run, 'g2', { seat: ids[0] ?? '' });
    value(await seats.approve(ids[0] ?? '', 'teacher'));
    expect((await room.storage.runs.seats(run.id)).map(({ guest }) => guest)).toEqual(['g2', null, null]);
  });

  test('released from its device keeps the work done there for the next device', async () => {
    const { room, run, ids, seats } = await withRun();
    const [seat = ''] = ids;
    const first = await seatTab(room, (await sit(room, run, 'g1', 1)).seat.id, 'g1');
    await room.classroom.runs.enterStage(run.id, TEACHER, 'drill');
    await room.clock.settle();
    const old = await toDesk(room, first);
    await room.clock.advance(8000);
    value(await seats.release(seat, 'teacher'));
    expect((await room.runner.ownerOf(old.drill))?.guest).not.toBe('g1');
    await expect(say(room, old, '我还在')).rejects.toThrow('desk-elsewhere');
    expect(value(await join(room, run, 'g3', { seat }))).toMatchObject({ state: 'serving', drill: old.drill });
    expect((await room.runner.ownerOf(old.drill))?.guest).toBe('g3');
    expect(await room.storage.drillsOfRun(run.id)).toHaveLength(1);
  });

  test('goes without asking to the roster’s own trainee once they sign in', async () => {
    const { room, run, ids, seats } = await withRun();
    const [seat = ''] = ids;
    await sit(room, run, 'g1', 1);
    const person = {
      id: 'm1',
      name: '王小明',
      login: 'm1',
      role: 'trainee',
      school: 's1',
      machineAdmin: false,
    } as const;
    expect(value(await seats.join(run.code, { guest: 'g2', person }, { seat })).state).toBe('waiting');
    expect((await room.storage.runs.seat(seat))?.guest).toBe('g2');
    const other = { ...person, id: 'm2' };
    expect(value(await seats.join(run.code, { guest: 'g3', person: other }, { seat })).state).toBe('asking');
  });

  test('of a run that is over approves no device', async () => {
    const { room, run, ids, seats } = await withRun();
    await sit(room, run, 'g1', 1);
    await join(room, run, 'g2', { seat: ids[0] ?? '' });
    await room.classroom.runs.end(run.id, TEACHER);
    expect(code(await seats.approve(ids[0] ?? '', 'teacher'))).toBe('run-over');
  });

  test('[M6] shows no report before publishing where the plan says so', async () => {
    const { room, run } = await withRun({ results: 'published', mode: 'exam', minutes: 2 });
    const page = await seatTab(room, (await sit(room, run, 'g1', 1)).seat.id, 'g1');
    await room.classroom.runs.enterStage(run.id, TEACHER, 'drill');
    await room.clock.settle();
    const { drill } = await toDesk(room, page);
    await room.clock.advance(2 * MINUTE);
    expect(page.last()).toMatchObject({ state: 'done', reports: [], waitsForPublishing: true });
    const stored = await room.storage.runs.run(run.id);
    if (stored === null) throw new Error('no run');
    await room.storage.runs.changeRun({ ...stored, publishedAt: room.clock.now() });
    room.classroom.runChanged(run.id);
    await room.clock.settle();
    expect(page.last()).toMatchObject({ waitsForPublishing: false, reports: [{ drill, score: expect.any(Number) }] });
  });
});

describe('a replay task', () => {
  const afterDrill = async () => {
    const { room, run, seats } = await withRun({ minutes: 2 });
    const pages = await Promise.all(
      [1, 2].map(async (place) => await seatTab(room, (await sit(room, run, `g${place}`, place)).seat.id, `g${place}`)),
    );
    const [first, second] = pages;
    if (first === undefined || second === undefined) throw new Error('no pages');
    await room.classroom.runs.enterStage(run.id, TEACHER, 'drill');
    await room.clock.settle();
    const desk = await toDesk(room, first);
    await room.clock.advance(8000);
    await say(room, desk, '看情况的');
    await room.clock.advance(2 * MINUTE);
    const turn = { drill: desk.drill, conversation: 'c1', turn: 1 };
    const redo = async (over: object = {}) => room.classroom.runs.openReplayTask(run.id, TEACHER, { ...turn, ...over });
    return { room, run, seats, first, second, redo, turn };
  };

  test('[N7] is given to every seat and to trainees who come later, and ends when it is closed', async () => {
    const { room, run, first, second, redo, turn } = await afterDrill();
    expect(value(await redo())).toMatchObject({ stage: 'redo', redo: { answered: 0, of: 2, open: true } });
    await room.clock.settle();
    for (const page of [first, second]) expect(page.last().redo).toMatchObject({ done: false });
    expect(first.last().redo?.drill).not.toBe(second.last().redo?.drill);
    expect((await room.storage.drill(second.last().redo?.drill ?? ''))?.place?.seat).toBe(second.last().seat.id);
    expect(code(await redo())).toBe('redo-open');
    const late = await seatTab(room, (await sit(room, run, 'g3', 3)).seat.id, 'g3');
    await room.clock.settle();
    expect(late.last().redo).toMatchObject({ done: false });

    const wall = await wallTab(room, run.id);
    expect(wall.tile(late.last().seat.id).redo).toBe('open');
    value(await room.runner.end(first.last().redo?.drill ?? '', 'teacher'));
    await room.clock.advance(300);
    expect(wall.runs.at(-1)?.redo).toMatchObject({ answered: 1, of: 3, open: true });
    expect(wall.tile(first.last().seat.id).redo).toBe('answered');
    expect(first.last().redo?.done).toBe(true);

    value(await room.classroom.runs.closeReplayTask(run.id));
    await room.clock.settle();
    expect(late.last().redo).toBeNull();
    expect((await room.storage.drillsOfRun(run.id)).every(({ state }) => state === 'ended')).toBe(true);
    // Answers to a redo are no attempts and have no report.
    expect(first.last().reports).toMatchObject([{ drill: turn.drill }]);
    expect(code(await redo())).toBe('ok');
  });

  test('is closed when the lesson leaves its stage', async () => {
    const { room, run, redo } = await afterDrill();
    await redo();
    await room.clock.settle();
    value(await room.classroom.runs.enterStage(run.id, TEACHER, 'debrief'));
    expect(value(await room.classroom.runs.body(run.id)).redo).toMatchObject({ open: false });
    expect((await room.storage.drillsOfRun(run.id)).every(({ state }) => state === 'ended')).toBe(true);
  });

  test('takes only turns of its own run', async () => {
    const { room, redo } = await afterDrill();
    expect(code(await redo({ turn: 9 }))).toBe('unknown-turn');
    expect(code(await redo({ drill: 'd0' }))).toBe('unknown-drill');
    const foreign = await seated({ ...room, restart: async () => {} });
    await room.runner.join(foreign, tab('x'), 0, true);
    expect(code(await redo({ drill: foreign }))).toBe('unknown-drill');
  });
});
