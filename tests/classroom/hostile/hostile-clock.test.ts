import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { elapsedMs } from '#classroom/lesson/run-clock.ts';
import { GRACE_MS } from '#drills/runner/attendance.ts';
import { ASLEEP_MS } from '#drills/runner/heartbeat.ts';
import { deskRequest } from '#drills/runner/requests.ts';
import { COUNTDOWN_MS } from '#drills/runner/stopped-clock.ts';
import {
  type ClassRoom,
  classRoom,
  MINUTE,
  newRun,
  seatTab,
  sit,
  TEACHER,
  value,
} from '#tests/classroom/support/class-room.ts';
import { tab } from '#tests/drills/support/desk-room.ts';
import { sweepsAll } from '#tests/support/sweep.ts';

/** The things that may happen to a lesson's clocks. */
type Deed =
  | { kind: 'wait' | 'sleep' | 'restart'; ms: number }
  | { kind: 'freeze' | 'thaw' | 'lose' | 'come' | 'extend' | 'start' | 'pause' | 'resume' };

const deeds: fc.Arbitrary<Deed[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 40_000 }) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('sleep' as const),
        ms: fc.integer({ min: ASLEEP_MS + 1, max: 600_000 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('restart' as const), ms: fc.integer({ min: 0, max: 600_000 }) }),
    },
    {
      weight: 6,
      arbitrary: fc
        .constantFrom('freeze', 'thaw', 'lose', 'come', 'extend', 'start', 'pause', 'resume')
        .map((kind) => ({ kind })) as fc.Arbitrary<Deed>,
    },
  ),
  { maxLength: 25 },
);

/** The present times of the run, and of the one drill by its log. */
const times = async ({ storage, clock, runner }: ClassRoom, runId: string, drill: string) => {
  const run = await storage.runs.run(runId);
  if (run === null) throw new Error('no run');
  const probe = tab('probe');
  const joined = await runner.join(drill, probe, 0, false);
  runner.leave(probe.id, clock.now());
  if (!joined.ok) throw new Error(joined.error.code);
  return { run, elapsed: elapsedMs(run, clock.now()), drill: joined.value.now, drillRuns: joined.value.running };
};

const play = async (mode: 'lesson' | 'exam' | 'practice', list: readonly Deed[]): Promise<void> => {
  const room = await classRoom();
  const made = await newRun(room, { mode, minutes: 60 });
  const { seat } = await sit(room, made, 'g1', 1);
  const page = await seatTab(room, seat.id, 'g1');
  value(await room.classroom.runs.enterStage(made.id, TEACHER, 'drill'));
  await room.clock.settle();
  const drill = page.last().drill ?? '';
  let desk: ReturnType<typeof tab> | null = null;
  let sent = 0;
  const command = async (name: 'drill:start' | 'drill:pause' | 'drill:resume'): Promise<void> => {
    if (desk === null) return;
    sent += 1;
    const payload = { drillId: drill, commandId: `k${sent}` };
    await room.runner.submit(drill, desk.id, payload.commandId, deskRequest(name, payload));
  };

  let before = await times(room, made.id, drill);
  for (const [index, deed] of list.entries()) {
    const wallBefore = room.clock.now();
    const { runs } = room.classroom;
    if (deed.kind === 'wait') await room.clock.advance(deed.ms);
    else if (deed.kind === 'sleep') {
      room.clock.sleep(deed.ms);
      // On waking, either all timers that were missed fire at once, or a teacher's command comes before the first of
      // them.
      if (deed.ms % 2 === 0) await room.clock.advance(0);
      else value(await runs.freeze(made.id, TEACHER, !before.run.frozen));
    } else if (deed.kind === 'restart') {
      await room.restart(deed.ms);
      desk = null;
    } else if (deed.kind === 'freeze') value(await runs.freeze(made.id, TEACHER, true));
    else if (deed.kind === 'thaw') value(await runs.freeze(made.id, TEACHER, false));
    else if (deed.kind === 'extend') await runs.extend(made.id, TEACHER, 1);
    else if (deed.kind === 'come') {
      desk = tab(`desk${index}`);
      value(await room.runner.join(drill, desk, 0, true));
    } else if (deed.kind === 'lose') {
      if (desk !== null) room.runner.leave(desk.id, room.clock.now());
      desk = null;
    } else await command(`drill:${deed.kind}`);
    await room.clock.settle();

    const after = await times(room, made.id, drill);
    const awake = deed.kind === 'wait' ? room.clock.now() - wallBefore : 0;
    const say = `${index} ${JSON.stringify(deed)}`;
    // Time moves forwards only, never by more than the machine was awake; a crash or sleep may lose one heartbeat of
    // it.
    expect(after.elapsed - before.elapsed, say).toBeLessThanOrEqual(awake);
    expect(after.drill - before.drill, say).toBeLessThanOrEqual(awake);
    const lost = deed.kind === 'restart' || deed.kind === 'sleep' ? ASLEEP_MS : 0;
    expect(after.elapsed - before.elapsed, say).toBeGreaterThanOrEqual(-lost);
    expect(after.drill - before.drill, say).toBeGreaterThanOrEqual(-lost);
    // During a freeze neither the run's nor the drill's time moves.
    if (after.run.frozen && before.run.frozen && deed.kind === 'wait') {
      expect(after.elapsed, say).toBe(before.elapsed);
      expect(after.drill, say).toBe(before.drill);
      expect(after.drillRuns, say).toBe(false);
    }
    if (after.run.stage !== 'drill') {
      expect(after.elapsed, say).toBe(after.run.totalMs);
      expect((await room.storage.drill(drill))?.state, say).toBe('ended');
      return;
    }
    // The clock stands when nobody has been there for longer than the grace, unless an exam's three minutes are used
    // up.
    if (mode !== 'exam' && desk === null && deed.kind === 'wait' && deed.ms > GRACE_MS + COUNTDOWN_MS) {
      expect(after.drillRuns, say).toBe(false);
    }
    before = after;
  }
  // After all of it: once the freeze has ended and the trainee is there, both clocks run, a second in each second.
  const { runs } = room.classroom;
  value(await runs.freeze(made.id, TEACHER, false));
  desk = tab('last');
  value(await room.runner.join(drill, desk, 0, true));
  await command('drill:resume');
  await room.clock.advance(COUNTDOWN_MS + 100);
  before = await times(room, made.id, drill);
  await room.clock.advance(10_000);
  const after = await times(room, made.id, drill);
  if (after.run.stage !== 'drill' || (await room.storage.drill(drill))?.state === 'ended') return;
  expect(after.elapsed - before.elapsed).toBe(10_000);
  expect(after.drill - before.drill).toBe(10_000);
  // The bell rings when its time is up, not before.
  const left = after.run.totalMs - after.elapsed;
  await room.clock.advance(left - 1);
  expect((await room.storage.runs.run(made.id))?.stage).toBe('drill');
  await room.clock.advance(1);
  expect((await room.storage.runs.run(made.id))?.stage).toBe('debrief');
  expect((await room.storage.drill(drill))?.state).toBe('ended');
};

describe('[C4][C5] in any order of freezes, lost connections, sleep, restarts and extensions', () => {
  test.each(['lesson', 'exam', 'practice'] as const)('time never jumps: %s', async (mode) => {
    await fc.assert(
      fc.asyncProperty(deeds, (list) => play(mode, list)),
      { numRuns: Number(process.env.HOSTILE_RUNS ?? (sweepsAll ? 8 : 4)) },
    );
  });
});

test('[C4] minutes the teacher adds during the countdown or a freeze are added once', async () => {
  const room = await classRoom();
  const run = await newRun(room, { minutes: 2 });
  const { seat } = await sit(room, run, 'g1', 1);
  await seatTab(room, seat.id, 'g1');
  value(await room.classroom.runs.enterStage(run.id, TEACHER, 'drill'));
  await room.clock.advance(60_000);
  value(await room.classroom.runs.freeze(run.id, TEACHER, true));
  value(await room.classroom.runs.extend(run.id, TEACHER, 1));
  await room.clock.advance(10 * MINUTE);
  await room.restart(MINUTE);
  value(await room.classroom.runs.freeze(run.id, TEACHER, false));
  await room.clock.advance(2 * MINUTE - 1);
  expect((await room.storage.runs.run(run.id))?.stage).toBe('drill');
  await room.clock.advance(1);
  expect((await room.storage.runs.run(run.id))?.stage).toBe('debrief');
});
