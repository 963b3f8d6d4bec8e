import { describe, expect, test } from 'vitest';
import { GRACE_MS } from '#drills/runner/attendance.ts';
import { EXAM_LOST_MS } from '#drills/runner/exam-disconnect-budget.ts';
import { BEAT_MS } from '#drills/runner/heartbeat.ts';
import { type Room, tab } from '#tests/drills/support/desk-room.ts';
import { clockOf, lessonRoom, ofKind, seated } from '#tests/drills/support/lesson-room.ts';

const sitting = async (): Promise<{ room: Room; drillId: string }> => {
  const room = await lessonRoom();
  const drillId = await seated(room, { mode: 'exam' });
  await room.runner.join(drillId, tab('t1'), 0, true);
  await room.clock.advance(6000);
  return { room, drillId };
};

describe('a lost connection', () => {
  test('[C4] in an exam holds the clock for three minutes, after which it runs on without the trainee', async () => {
    const { room, drillId } = await sitting();
    room.runner.leave('t1', room.clock.now());
    await room.clock.advance(GRACE_MS + EXAM_LOST_MS - 1);
    expect((await clockOf(room, drillId)).at(-1)).toEqual(['stop', 'connection', 16_000]);
    await room.clock.advance(1);
    expect((await clockOf(room, drillId)).at(-1)).toEqual(['start', 'connection', 16_000]);
    await room.clock.advance(60_000);
    expect(await ofKind(room, drillId, 'nudged')).not.toEqual([]);
    expect(await room.runner.join(drillId, tab('t2'), 0, true)).toMatchObject({
      value: { running: true, now: 76_000 },
    });
  });

  test('[C4] in an exam holds the clock for three minutes in all, earlier losses included', async () => {
    const { room, drillId } = await sitting();
    room.runner.leave('t1', room.clock.now());
    await room.clock.advance(GRACE_MS + 100_000);
    await room.runner.join(drillId, tab('t2'), 0, true);
    await room.clock.advance(1000);
    room.runner.leave('t2', room.clock.now());
    await room.clock.advance(GRACE_MS + EXAM_LOST_MS - 100_000);
    expect((await ofKind(room, drillId, 'clock-started')).slice(1)).toMatchObject([
      { stoppedMs: 100_000 },
      { stoppedMs: 80_000 },
    ]);
    await room.runner.join(drillId, tab('t3'), 0, true);
    room.runner.leave('t3', room.clock.now());
    await room.clock.advance(GRACE_MS + 20_000);
    expect((await clockOf(room, drillId)).at(-1)?.[0]).toBe('start');
  });

  test('[C4] the three minutes survive a restart, and the server’s own absence isn’t among them', async () => {
    const { room, drillId } = await sitting();
    room.runner.leave('t1', room.clock.now());
    await room.clock.advance(GRACE_MS + 60 * BEAT_MS);
    await room.restart();
    await room.clock.advance(600_000);
    expect((await clockOf(room, drillId)).at(-1)).toEqual(['stop', 'server', 16_000]);
    await room.runner.join(drillId, tab('t2'), 0, true);
    await room.clock.advance(6000);
    room.runner.leave('t2', room.clock.now());
    await room.clock.advance(GRACE_MS + EXAM_LOST_MS - 60 * BEAT_MS - 3000);
    expect((await clockOf(room, drillId)).at(-1)).toEqual(['stop', 'connection', 27_000]);
    await room.clock.advance(6000);
    expect((await clockOf(room, drillId)).at(-1)).toEqual(['start', 'connection', 27_000]);
  });

  test('[C4] a freeze in between isn’t counted', async () => {
    const { room, drillId } = await sitting();
    room.runner.leave('t1', room.clock.now());
    await room.clock.advance(GRACE_MS + 60_000);
    await room.runner.setFrozen(drillId, true);
    await room.clock.advance(3_600_000);
    expect((await clockOf(room, drillId)).at(-1)).toEqual(['stop', 'freeze', 16_000]);
    await room.runner.setFrozen(drillId, false);
    await room.clock.advance(EXAM_LOST_MS - 60_000 - 1);
    expect((await clockOf(room, drillId)).at(-1)).toEqual(['stop', 'connection', 16_000]);
    await room.clock.advance(1);
    expect((await clockOf(room, drillId)).at(-1)).toEqual(['start', 'connection', 16_000]);
  });

  test('[C4] in a lesson holds the clock for as long as it takes', async () => {
    const room = await lessonRoom();
    const drillId = await seated(room);
    await room.runner.join(drillId, tab('t1'), 0, true);
    await room.clock.advance(6000);
    room.runner.leave('t1', room.clock.now());
    await room.clock.advance(3_600_000);
    expect((await clockOf(room, drillId)).at(-1)).toEqual(['stop', 'connection', 16_000]);
  });
});
