/** Somebody sets the machine's clock, or the machine sleeps, while drills run. */
import { describe, expect, test } from 'vitest';
import { createSteadyClock, JUMP_MS } from '#common/clock.ts';
import { inProcessJudge } from '#drills/judging/judge.ts';
import { ASLEEP_MS, BEAT_MS } from '#drills/runner/heartbeat.ts';
import { COUNTDOWN_MS } from '#drills/runner/stopped-clock.ts';
import { deskRoom, type Room, say, started, tab } from '#tests/drills/support/desk-room.ts';
import { toyCatalog } from '#tests/drills/support/toy-content.ts';
import { ANSWER_MS, toyEngine } from '#tests/drills/support/toy-engine.ts';
import { virtualClock } from '#tests/drills/support/virtual-clock.ts';

const HOUR_MS = 3_600_000;

/** A room whose machine has a wall clock that can be set; `jumps` are the jumps that were told, in milliseconds. */
const machineRoom = async () => {
  const machine = { shift: 0, jumps: [] as number[] };
  const room = await deskRoom(toyEngine, toyCatalog, inProcessJudge, ({ now, setTimer }) =>
    createSteadyClock({ wall: () => now() + machine.shift, monotone: now, setTimer }, (ms) => machine.jumps.push(ms)),
  );
  const desk = tab('t1');
  const drillId = await started(room, desk);
  await room.clock.advance(2 * BEAT_MS);
  await say(room, drillId, desk, 'm1', '39码');
  return { machine, room, desk, drillId };
};
const storedAt = async ({ storage }: Room, drillId: string): Promise<number[]> =>
  (await storage.read(drillId, 0)).map(({ at }) => at);
const isSorted = (times: readonly number[]): boolean => times.every((at, i) => i === 0 || at >= (times[i - 1] ?? at));

describe('the machine’s clock', () => {
  test('[C8] set back an hour moves nothing in a drill, and is told once', async () => {
    const { machine, room, desk, drillId } = await machineRoom();
    machine.shift = -HOUR_MS;
    await room.clock.advance(ANSWER_MS);
    expect(desk.seen().at(-1)).toMatchObject({ kind: 'customer-said', at: 2 * BEAT_MS + ANSWER_MS });
    expect(await say(room, drillId, desk, 'm2', '在')).toMatchObject({ value: { now: 2 * BEAT_MS + ANSWER_MS } });
    await room.clock.advance(ANSWER_MS);
    expect(desk.seen().at(-1)).toMatchObject({ kind: 'customer-said', at: 2 * (BEAT_MS + ANSWER_MS) });
    expect(isSorted(await storedAt(room, drillId))).toBe(true);
    expect(machine.jumps).toEqual([-HOUR_MS]);
  });

  test('[C8] set back and right again moves nothing either', async () => {
    const { machine, room, desk, drillId } = await machineRoom();
    machine.shift = -HOUR_MS;
    await room.clock.advance(BEAT_MS);
    machine.shift = 0;
    await room.clock.advance(ANSWER_MS - BEAT_MS);
    expect(desk.seen().at(-1)).toMatchObject({ kind: 'customer-said', at: 2 * BEAT_MS + ANSWER_MS });
    expect(isSorted(await storedAt(room, drillId))).toBe(true);
    expect(machine.jumps).toEqual([-HOUR_MS, HOUR_MS]);
  });

  test('[C8] set ahead an hour, or not counting the machine’s sleep, stops the drill where it was alive', async () => {
    const { machine, room, desk, drillId } = await machineRoom();
    machine.shift = HOUR_MS;
    await room.clock.advance(BEAT_MS);
    expect(desk.seen().at(-1)).toEqual({ kind: 'clock-stopped', at: 2 * BEAT_MS, why: 'server' });
    await room.clock.advance(COUNTDOWN_MS);
    expect(desk.seen().at(-1)).toMatchObject({ kind: 'clock-started', at: 2 * BEAT_MS });
    await room.clock.advance(ANSWER_MS);
    expect(desk.seen().at(-1)).toMatchObject({ kind: 'customer-said', at: 2 * BEAT_MS + ANSWER_MS });
    expect(isSorted(await storedAt(room, drillId))).toBe(true);
    expect(machine.jumps).toEqual([HOUR_MS]);
  });
});

describe('a steady clock', () => {
  const made = () => {
    const time = virtualClock();
    const machine = { shift: 0, jumps: [] as number[] };
    const clock = createSteadyClock(
      {
        wall: () => time.now() + machine.shift,
        monotone: () => time.now() - 1_700_000_000_000,
        setTimer: time.setTimer,
      },
      (ms) => machine.jumps.push(ms),
    );
    return { time, machine, clock };
  };

  test('[C8] tells wall time, and small corrections of it are no jump', () => {
    const { time, machine, clock } = made();
    expect(clock.now()).toBe(time.now());
    machine.shift = 40;
    expect(clock.now()).toBe(time.now() + 40);
    for (const shift of [-JUMP_MS / 2, -JUMP_MS, -2 * JUMP_MS]) {
      machine.shift = shift;
      expect(clock.now()).toBe(time.now() + 40);
    }
    expect(machine.jumps).toEqual([]);
  });

  test('[C8] lets no jump ahead by that a heartbeat would not take for sleep', () => {
    expect(JUMP_MS).toBe(ASLEEP_MS);
  });
});
