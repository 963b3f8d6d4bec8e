import { describe, expect, test } from 'vitest';
import { GRACE_MS } from '#drills/runner/attendance.ts';
import { ASLEEP_MS, BEAT_MS } from '#drills/runner/heartbeat.ts';
import { deskRequest } from '#drills/runner/requests.ts';
import { COUNTDOWN_MS } from '#drills/runner/stopped-clock.ts';
import { deskRoom, type Room, say, started, tab } from '#tests/drills/support/desk-room.ts';
import { ANSWER_MS } from '#tests/drills/support/toy-engine.ts';

const clockOf = async (room: Room, drillId: string) =>
  (await room.storage.read(drillId, 0)).flatMap(({ events }) => events.filter(({ kind }) => kind.startsWith('clock-')));

const pause = (room: Room, drillId: string) =>
  room.runner.submit(drillId, 't1', 'pause', deskRequest('drill:pause', { drillId, commandId: 'pause' }));
const resume = (room: Room, drillId: string) =>
  room.runner.submit(drillId, 't1', 'resume', deskRequest('drill:resume', { drillId, commandId: 'resume' }));

describe('the clock and the wall', () => {
  test('[C1] drill time stands still while stopped', async () => {
    const room = await deskRoom();
    const desk = tab('t1');
    const drillId = await started(room, desk);
    await room.clock.advance(2000);
    await say(room, drillId, desk, 'm1', '39码');
    await room.clock.advance(1000);
    await pause(room, drillId);
    await room.clock.advance(3_600_000);
    expect(desk.seen().at(-1)).toEqual({ kind: 'clock-stopped', at: 3000, why: 'pause' });
    expect(await say(room, drillId, desk, 'm2', '在')).toMatchObject({ error: { code: 'drill-paused' } });
    await resume(room, drillId);
    expect(desk.seen().at(-1)).toEqual({ kind: 'clock-started', at: 3000, stoppedMs: 3_600_000 });
    await room.clock.advance(ANSWER_MS - 1000 - 1);
    expect(desk.seen().at(-1)).toMatchObject({ kind: 'clock-started' });
    await room.clock.advance(1);
    expect(desk.seen().at(-1)).toMatchObject({ kind: 'customer-said', at: 2000 + ANSWER_MS });
  });

  test('[C1] a command’s time is never before the last event', async () => {
    const room = await deskRoom();
    const desk = tab('t1');
    const drillId = await started(room, desk);
    await room.clock.advance(5000);
    await say(room, drillId, desk, 'm1', '一');
    room.clock.sleep(-3000);
    expect(await say(room, drillId, desk, 'm2', '二')).toMatchObject({ ok: true, value: { now: 5000 } });
  });

  test('[C4] a lost connection stops the clock at its tenth second, and coming back starts it again', async () => {
    const room = await deskRoom();
    const desk = tab('t1');
    const drillId = await started(room, desk);
    await room.clock.advance(1000);
    await say(room, drillId, desk, 'm1', '39码');
    room.runner.leave('t1', room.clock.now());
    await room.clock.advance(GRACE_MS + 50_000);
    expect((await clockOf(room, drillId)).at(-1)).toEqual({
      kind: 'clock-stopped',
      at: 1000 + GRACE_MS,
      why: 'connection',
    });
    const back = tab('t2');
    expect(await room.runner.join(drillId, back, 0, true)).toMatchObject({
      ok: true,
      value: { running: false, now: 1000 + GRACE_MS },
    });
    await room.clock.settle();
    expect(back.seen().filter(({ kind }) => kind === 'customer-said')).toHaveLength(2);
    expect(back.seen().at(-1)).toEqual({ kind: 'clock-started', at: 1000 + GRACE_MS, stoppedMs: 50_000 });
    await room.clock.advance(2000);
    expect(await say(room, drillId, back, 'm2', '回来了')).toMatchObject({ value: { now: 3000 + GRACE_MS } });
  });

  test('[C4] a connection that went dead counts as lost from when it was last heard of', async () => {
    const room = await deskRoom();
    const drillId = await started(room, tab('t1'));
    await room.clock.advance(20_000);
    room.runner.leave('t1', room.clock.now() - 9000);
    await room.clock.advance(5000);
    expect((await clockOf(room, drillId)).at(-1)).toEqual({ kind: 'clock-stopped', at: 21_000, why: 'connection' });
  });

  test('[C4] a trainee who is back within ten seconds stops no clock', async () => {
    const room = await deskRoom();
    const drillId = await started(room, tab('t1'));
    room.runner.leave('t1', room.clock.now());
    await room.clock.advance(GRACE_MS - 1);
    await room.runner.join(drillId, tab('t2'), 0, true);
    await room.clock.advance(60_000);
    expect(await clockOf(room, drillId)).toHaveLength(1);
  });

  test('[C4] closing an older tab stops nothing', async () => {
    const room = await deskRoom();
    const drillId = await started(room, tab('t1'));
    await room.runner.join(drillId, tab('t2'), 0, true);
    room.runner.leave('t1', room.clock.now());
    await room.clock.advance(60_000);
    expect(await clockOf(room, drillId)).toHaveLength(1);
  });

  test('[C4] after kill -9 the drill stands at the last heartbeat and counts down when its trainee is back', async () => {
    const room = await deskRoom();
    const desk = tab('t1');
    const drillId = await started(room, desk);
    await room.clock.advance(10 * BEAT_MS);
    await say(room, drillId, desk, 'm1', '39码');
    await room.clock.advance(BEAT_MS + 500);
    await room.restart();
    await room.clock.advance(100_000);
    expect((await clockOf(room, drillId)).at(-1)).toEqual({ kind: 'clock-stopped', at: 11 * BEAT_MS, why: 'server' });
    expect(await room.storage.openDrills()).toEqual([]);
    const back = tab('t2');
    expect(await room.runner.join(drillId, back, 0, true)).toMatchObject({
      ok: true,
      value: { running: false, resumesInMs: COUNTDOWN_MS, mine: true },
    });
    expect(back.seen()).toContainEqual(expect.objectContaining({ kind: 'trainee-said', id: 'm1' }));
    await room.clock.advance(COUNTDOWN_MS - 1);
    expect(back.seen().at(-1)).toMatchObject({ kind: 'clock-stopped' });
    await room.clock.advance(1);
    expect(back.seen().at(-1)).toMatchObject({
      kind: 'clock-started',
      at: 11 * BEAT_MS,
      stoppedMs: 100_000 + 500 + COUNTDOWN_MS,
    });
    await room.clock.advance(ANSWER_MS - BEAT_MS);
    expect(back.seen().at(-1)).toMatchObject({ kind: 'customer-said', at: 10 * BEAT_MS + ANSWER_MS });
  });

  test('[C4] an event stored after the last heartbeat stays, and the clock stops at its time', async () => {
    const room = await deskRoom();
    const desk = tab('t1');
    const drillId = await started(room, desk);
    await room.clock.advance(BEAT_MS + 700);
    await say(room, drillId, desk, 'm1', '39码');
    await room.restart();
    await room.clock.advance(1000);
    expect((await clockOf(room, drillId)).at(-1)).toMatchObject({ kind: 'clock-stopped', at: BEAT_MS + 700 });
  });

  test('[C4] a closed laptop stops every clock where it was last alive', async () => {
    const room = await deskRoom();
    const desk = tab('t1');
    const drillId = await started(room, desk);
    await room.clock.advance(2 * BEAT_MS);
    await say(room, drillId, desk, 'm1', '39码');
    room.clock.sleep(3_600_000);
    await room.clock.advance(0);
    expect(desk.seen().at(-1)).toEqual({ kind: 'clock-stopped', at: 2 * BEAT_MS, why: 'server' });
    await room.clock.advance(COUNTDOWN_MS);
    expect(desk.seen().at(-1)).toMatchObject({ kind: 'clock-started', at: 2 * BEAT_MS });
    await room.clock.advance(ANSWER_MS);
    expect(desk.seen().at(-1)).toMatchObject({ kind: 'customer-said', at: 2 * BEAT_MS + ANSWER_MS });
  });

  test('[C4] a busy moment is not sleep', async () => {
    const room = await deskRoom();
    const drillId = await started(room, tab('t1'));
    room.clock.sleep(ASLEEP_MS - BEAT_MS);
    await room.clock.advance(0);
    expect(await clockOf(room, drillId)).toHaveLength(1);
  });

  test('[C4] a trainee who leaves during the countdown gets the whole of it again on coming back', async () => {
    const room = await deskRoom();
    const drillId = await started(room, tab('t1'));
    await room.clock.advance(2 * BEAT_MS);
    await room.restart();
    await room.clock.settle();
    // While somebody watches, the drill stays in memory though its trainee has left.
    await room.runner.watch(drillId, tab('w1'), 0);
    await room.runner.join(drillId, tab('t2'), 0, true);
    await room.clock.advance(COUNTDOWN_MS - 1000);
    room.runner.leave('t2', room.clock.now());
    await room.clock.advance(500);
    const back = tab('t3');
    expect(await room.runner.join(drillId, back, 0, true)).toMatchObject({ value: { resumesInMs: COUNTDOWN_MS } });
    await room.clock.advance(COUNTDOWN_MS - 1);
    expect(back.seen().at(-1)).toMatchObject({ kind: 'clock-stopped', why: 'server' });
    await room.clock.advance(1);
    expect(back.seen().at(-1)).toMatchObject({ kind: 'clock-started' });
  });

  test('closing the server stops the clocks at once, and a later start counts down', async () => {
    const room = await deskRoom();
    const drillId = await started(room, tab('t1'));
    await room.clock.advance(4000);
    await room.runner.close();
    expect((await clockOf(room, drillId)).at(-1)).toEqual({ kind: 'clock-stopped', at: 4000, why: 'server' });
    await room.restart();
    await room.clock.advance(60_000);
    expect(await room.runner.join(drillId, tab('t2'), 0, true)).toMatchObject({ value: { resumesInMs: COUNTDOWN_MS } });
  });

  test('only the trainee ends their own pause, and a lost connection doesn’t', async () => {
    const room = await deskRoom();
    const drillId = await started(room, tab('t1'));
    await pause(room, drillId);
    room.runner.leave('t1', room.clock.now());
    await room.clock.advance(60_000);
    const back = tab('t2');
    await room.runner.join(drillId, back, 0, true);
    await room.clock.advance(60_000);
    expect(back.seen().at(-1)).toMatchObject({ kind: 'clock-stopped', why: 'pause' });
  });
});
