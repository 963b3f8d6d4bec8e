import { describe, expect, test } from 'vitest';
import { deskRequest } from '#drills/runner/requests.ts';
import {
  ANGRY,
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

type Simple = 'drill:start' | 'drill:pause' | 'drill:resume' | 'drill:end';
let sent = 0;
const command = async (room: ClassRoom, drillId: string, viewer: string, name: Simple): Promise<string> => {
  sent += 1;
  const payload = { drillId, commandId: `h${sent}` };
  const done = room.runner.submit(drillId, viewer, payload.commandId, deskRequest(name, payload));
  await room.clock.settle();
  return code(await done);
};

const drilling = async (plan: Parameters<typeof newRun>[1] = {}) => {
  const room = await classRoom();
  const run = await newRun(room, plan);
  const { seat } = await sit(room, run, 'g1', 1);
  const page = await seatTab(room, seat.id, 'g1');
  value(await room.classroom.runs.enterStage(run.id, TEACHER, 'drill'));
  await room.clock.settle();
  const desk = await toDesk(room, page);
  await room.clock.advance(8000);
  return { room, run, page, seat: seat.id, ...desk };
};
const runsNow = async ({ room, drill }: { room: ClassRoom; drill: string }): Promise<boolean> => {
  const probe = tab('probe');
  const joined = value(await room.runner.join(drill, probe, 0, false));
  room.runner.leave(probe.id, room.clock.now());
  return joined.running;
};

describe('a trainee in a freeze', () => {
  test.each(['lesson', 'exam', 'practice'] as const)(
    'can’t end the freeze, whatever the page sends: %s',
    async (mode) => {
      const it = await drilling({ mode });
      value(await it.room.classroom.runs.freeze(it.run.id, TEACHER, true));
      for (const name of ['drill:start', 'drill:resume', 'drill:pause', 'drill:resume', 'drill:start'] as const) {
        await command(it.room, it.drill, it.desk.id, name);
        expect(await runsNow(it), name).toBe(false);
      }
      const other = tab('other');
      value(await it.room.runner.join(it.drill, other, 0, true));
      await it.room.clock.settle();
      it.room.runner.leave(other.id, it.room.clock.now());
      value(await it.room.runner.join(it.drill, it.desk, 0, true));
      await it.room.clock.advance(MINUTE);
      expect(await runsNow(it)).toBe(false);
      await expect(say(it.room, it, '在的亲')).rejects.toThrow('drill-paused');
    },
  );
});

describe('a trainee who asks for more', () => {
  test('[C5] can neither say anything nor begin an attempt after the bell', async () => {
    const it = await drilling({ minutes: 2, attempts: 3 });
    await it.room.clock.advance(2 * MINUTE);
    await expect(say(it.room, it, '在的亲')).rejects.toThrow('drill-ended');
    expect(code(await it.room.classroom.seats.openNextAttempt(it.seat, device('g1')))).toBe('run-not-drilling');
    for (const name of ['drill:start', 'drill:resume'] as const) await command(it.room, it.drill, it.desk.id, name);
    expect((await it.room.storage.drill(it.drill))?.state).toBe('ended');
  });

  test('gets no more attempts than the plan has, however many requests come at once', async () => {
    const it = await drilling({ attempts: 2 });
    expect(code(await it.room.classroom.seats.openNextAttempt(it.seat, device('g1')))).toBe('drill-already-open');
    expect(await command(it.room, it.drill, it.desk.id, 'drill:end')).toBe('ok');
    const asked = [1, 2, 3, 4, 5].map(() => it.room.classroom.seats.openNextAttempt(it.seat, device('g1')));
    await it.room.clock.settle();
    await Promise.all(asked);
    expect(await it.room.storage.drillsOfRun(it.run.id)).toHaveLength(2);
    const second = await toDesk(it.room, it.page);
    expect(await command(it.room, second.drill, second.desk.id, 'drill:end')).toBe('ok');
    expect(code(await it.room.classroom.seats.openNextAttempt(it.seat, device('g1')))).toBe('no-attempts-left');
  });

  test('gets no attempt on somebody else’s seat', async () => {
    const it = await drilling({ attempts: 2 });
    expect(code(await it.room.classroom.seats.openNextAttempt(it.seat, device('g2')))).toBe('unknown-seat');
    await sit(it.room, it.run, 'g2', 1);
    expect(code(await it.room.classroom.seats.openNextAttempt(it.seat, device('g2')))).toBe('unknown-seat');
  });
});

describe('at the same moment', () => {
  test('of several devices that claim one seat, one has it and the others ask', async () => {
    const room = await classRoom();
    const run = await newRun(room);
    const bodies = await Promise.all(['g1', 'g2', 'g3'].map(async (guest) => (await sit(room, run, guest, 1)).state));
    expect(bodies).toEqual(['waiting', 'asking', 'asking']);
    const [seat] = await room.storage.runs.seats(run.id);
    expect(seat).toMatchObject({ guest: 'g1', askingGuest: 'g3' });
  });

  test('one device that claims every seat keeps only the last one', async () => {
    const room = await classRoom();
    const run = await newRun(room);
    for (const place of [1, 2, 3, 1, 2]) await sit(room, run, 'g1', place);
    const held = (await room.storage.runs.seats(run.id)).flatMap(({ guest }, index) =>
      guest === 'g1' ? [index + 1] : [],
    );
    expect(held).toEqual([2]);
    expect((await room.storage.runs.seats(run.id)).filter(({ joinedAt }) => joinedAt !== null)).toHaveLength(1);
  });

  test('a device may sit in two runs, and leaving one doesn’t end the other', async () => {
    const first = await drilling();
    const { room } = first;
    const other = await newRun(room);
    const { seat } = await sit(room, other, 'g1', 1);
    const page = await seatTab(room, seat.id, 'g1', 'second');
    value(await room.classroom.runs.enterStage(other.id, TEACHER, 'drill'));
    await room.clock.settle();
    const desk = await toDesk(room, page);
    value(await room.classroom.runs.end(first.run.id, TEACHER));
    await room.clock.advance(8000);
    expect((await room.storage.drill(first.drill))?.state).toBe('ended');
    expect(await runsNow({ room, drill: desk.drill })).toBe(true);
  });
});

describe('two teachers at once', () => {
  test('a double click on a stage changes it once, and an impossible order of stages is refused', async () => {
    const it = await drilling();
    const { runs } = it.room.classroom;
    const replies = await Promise.all([
      runs.enterStage(it.run.id, TEACHER, 'debrief'),
      runs.enterStage(it.run.id, TEACHER, 'debrief'),
      runs.extend(it.run.id, TEACHER, 5),
      runs.enterStage(it.run.id, TEACHER, 'drill'),
      runs.freeze(it.run.id, TEACHER, true),
      runs.inject(it.run.id, TEACHER, { seat: null, incident: ANGRY }),
    ]);
    const codes = replies.map(code);
    expect(codes).toEqual(['ok', 'ok', 'run-not-drilling', 'stage-order', 'ok', 'run-not-drilling']);
    expect((await it.room.storage.runs.log(it.run.id)).filter(({ body }) => body.stage === 'debrief')).toHaveLength(1);
    await it.room.clock.settle();
    expect((await it.room.storage.drill(it.drill))?.state).toBe('ended');
  });

  test('an incident injected twice comes once', async () => {
    const it = await drilling();
    const { runs } = it.room.classroom;
    const bring = () => runs.inject(it.run.id, TEACHER, { seat: null, incident: ANGRY });
    const codes = (await Promise.all([bring(), bring()])).map(code);
    expect(codes.toSorted()).toEqual(['incident-came-already', 'ok']);
  });

  test('a replay task opened twice is one task, with one answer for each seat', async () => {
    const it = await drilling();
    const { runs } = it.room.classroom;
    await say(it.room, it, '亲，穿37码合适。');
    await it.room.clock.advance(20_000);
    value(await runs.enterStage(it.run.id, TEACHER, 'debrief'));
    const open = () => runs.openReplayTask(it.run.id, TEACHER, { drill: it.drill, conversation: 'c1', turn: 1 });
    const codes = (await Promise.all([open(), open()])).map(code);
    expect(codes.toSorted()).toEqual(['ok', 'redo-open']);
    const late = await sit(it.room, it.run, 'g2', 2);
    await seatTab(it.room, late.seat.id, 'g2');
    await seatTab(it.room, late.seat.id, 'g2', 'again');
    await it.room.clock.settle();
    const answers = (await it.room.storage.drillsOfRun(it.run.id)).filter(({ place }) => place?.redo !== null);
    expect(answers.map(({ place }) => place?.seat).toSorted()).toEqual([it.seat, late.seat.id].toSorted());
    // The trainee ends their answer, which counts as given: there is no second one.
    const redo = answers.find(({ place }) => place?.seat === it.seat)?.id ?? '';
    value(await it.room.runner.join(redo, it.desk, 0, true));
    await it.room.clock.settle();
    await command(it.room, redo, it.desk.id, 'drill:start');
    expect(await command(it.room, redo, it.desk.id, 'drill:end')).toBe('ok');
    await seatTab(it.room, it.seat, 'g1', 'once-more');
    await it.room.clock.settle();
    expect((await it.room.storage.drillsOfRun(it.run.id)).filter(({ place }) => place?.redo !== null)).toHaveLength(2);
  });
});

test('[M6] the words before the turn of a replay task don’t name the trainee who said them', async () => {
  const it = await drilling();
  const { runs } = it.room.classroom;
  await say(it.room, it, '您好，客服王小明，叫我小明就行，您穿37码合适。');
  await it.room.clock.advance(20_000);
  await say(it.room, it, '亲，包邮的。');
  await it.room.clock.advance(20_000);
  value(await runs.enterStage(it.run.id, TEACHER, 'debrief'));
  const late = await sit(it.room, it.run, 'g2', 2);
  value(await runs.openReplayTask(it.run.id, TEACHER, { drill: it.drill, conversation: 'c1', turn: 2 }));
  await it.room.clock.settle();
  const page = await seatTab(it.room, late.seat.id, 'g2');
  const desk = tab('redo');
  value(await it.room.runner.join(page.last().redo?.drill ?? '', desk, 0, true));
  const said = desk.seen().flatMap((event) => (event.kind === 'trainee-said' ? [event.text] : []));
  expect(said).toEqual(['您好，客服○○○，叫我○○就行，您穿37码合适。']);
});

test('ending a run during a freeze ends its drills', async () => {
  const it = await drilling();
  value(await it.room.classroom.runs.freeze(it.run.id, TEACHER, true));
  value(await it.room.classroom.runs.end(it.run.id, TEACHER));
  expect((await it.room.storage.drill(it.drill))?.state).toBe('ended');
  expect(await it.room.storage.runs.run(it.run.id)).toMatchObject({ frozen: false, clockRunning: false });
  expect(code(await it.room.classroom.runs.freeze(it.run.id, TEACHER, true))).toBe('run-over');
});

test('a lesson leaves no timer behind', async () => {
  const room = await classRoom();
  const timers = new Set<object>();
  const { setTimer } = room.clock;
  room.clock.setTimer = (ms, callback) => {
    const key = {};
    timers.add(key);
    const cancel = setTimer(ms, () => {
      timers.delete(key);
      callback();
    });
    return () => {
      timers.delete(key);
      cancel();
    };
  };
  await room.restart();
  const lesson = async (n: number): Promise<void> => {
    const run = await newRun(room, { mode: n % 2 === 0 ? 'exam' : 'lesson', minutes: 2 });
    const pages = await Promise.all(
      [1, 2, 3].map(
        async (place) =>
          await seatTab(
            room,
            (await sit(room, run, `g${n}-${place}`, place)).seat.id,
            `g${n}-${place}`,
            `page${n}-${place}`,
          ),
      ),
    );
    const wall = await wallTab(room, run.id, `wall${n}`);
    value(await room.classroom.runs.enterStage(run.id, TEACHER, 'drill'));
    await room.clock.settle();
    const [one, two] = pages;
    if (one === undefined || two === undefined) throw new Error('no pages');
    const [first, second] = [await toDesk(room, one), await toDesk(room, two)];
    await room.clock.advance(20_000);
    room.runner.leave(first.desk.id, room.clock.now());
    value(await room.classroom.runs.freeze(run.id, TEACHER, true));
    await room.clock.advance(5000);
    value(await room.classroom.runs.freeze(run.id, TEACHER, false));
    await room.clock.advance(2 * MINUTE);
    value(await room.classroom.runs.end(run.id, TEACHER));
    for (const id of [...pages.map((page) => page.id), wall.id]) await room.classroom.leave(id);
    room.runner.leave(second.desk.id, room.clock.now());
    await room.clock.advance(4 * MINUTE);
  };
  await lesson(0);
  const after = timers.size;
  for (let n = 1; n <= 25; n += 1) await lesson(n);
  expect(timers.size).toBeLessThanOrEqual(after);
  expect(after).toBeLessThanOrEqual(4);
});
