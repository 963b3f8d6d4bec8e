import { describe, expect, test } from 'vitest';
import { GRACE_MS } from '#drills/runner/attendance.ts';
import { BEAT_MS } from '#drills/runner/heartbeat.ts';
import { deskRequest } from '#drills/runner/requests.ts';
import { COUNTDOWN_MS } from '#drills/runner/stopped-clock.ts';
import { say, start, tab } from '#tests/drills/support/desk-room.ts';
import { clockOf, lessonRoom, logOf, place, SHOES, seated } from '#tests/drills/support/lesson-room.ts';

describe('a teacher’s freeze', () => {
  test('[C4] stops the clock, refuses words, and lets it go on where it stood', async () => {
    const room = await lessonRoom();
    const desk = tab('t1');
    const drillId = await seated(room);
    await room.runner.join(drillId, desk, 0, true);
    await room.clock.advance(8000);
    await room.runner.setFrozen(drillId, true);
    expect(desk.seen().at(-1)).toEqual({ kind: 'clock-stopped', at: 8000, why: 'freeze' });
    await room.clock.advance(300_000);
    expect(await say(room, drillId, desk, 'm1', '在的亲')).toMatchObject({ error: { code: 'drill-paused' } });
    await room.runner.setFrozen(drillId, false);
    expect(desk.seen().at(-1)).toEqual({ kind: 'clock-started', at: 8000, stoppedMs: 300_000 });
    await room.clock.advance(1000);
    expect(await say(room, drillId, desk, 'm1', '在的亲')).toMatchObject({ ok: true, value: { now: 9000 } });
  });

  test('[C4] is not the trainee’s to end', async () => {
    const room = await lessonRoom();
    const drillId = await seated(room);
    await room.runner.join(drillId, tab('t1'), 0, true);
    await room.clock.advance(6000);
    await room.runner.setFrozen(drillId, true);
    for (const name of ['drill:resume', 'drill:start'] as const) {
      const command = deskRequest(name, { drillId, commandId: name });
      expect(await room.runner.submit(drillId, 't1', name, command)).toMatchObject({ ok: true });
    }
    expect((await clockOf(room, drillId)).at(-1)).toEqual(['stop', 'freeze', 6000]);
  });

  test('[C4] makes a drill that is opened or joined during it start when it ends', async () => {
    const room = await lessonRoom();
    const drillId = await seated(room);
    await room.runner.setFrozen(drillId, true);
    const desk = tab('t1');
    expect(await room.runner.join(drillId, desk, 0, true)).toMatchObject({ value: { running: false, mine: true } });
    await start(room, drillId, desk);
    await room.clock.advance(60_000);
    expect(await clockOf(room, drillId)).toEqual([]);
    await room.runner.setFrozen(drillId, false);
    expect(await clockOf(room, drillId)).toEqual([['start', 'not-started', 0]]);
    await room.clock.advance(5000);
    expect(desk.seen().find(({ kind }) => kind === 'customer-arrived')).toMatchObject({ at: 5000 });
  });

  test('[C4] that ends before the trainee has come leaves the drill waiting for them', async () => {
    const room = await lessonRoom();
    const drillId = await seated(room);
    await room.runner.setFrozen(drillId, true);
    await room.runner.setFrozen(drillId, false);
    expect(await clockOf(room, drillId)).toEqual([]);
    await room.runner.join(drillId, tab('t1'), 0, true);
    await room.clock.settle();
    expect(await clockOf(room, drillId)).toEqual([['start', 'not-started', 0]]);
  });

  test('[C4] outlasts a lost connection: a trainee who is back sees the freeze', async () => {
    const room = await lessonRoom();
    const drillId = await seated(room);
    await room.runner.join(drillId, tab('t1'), 0, true);
    await room.clock.advance(7000);
    room.runner.leave('t1', room.clock.now());
    await room.clock.advance(GRACE_MS + 5000);
    await room.runner.setFrozen(drillId, true);
    expect((await clockOf(room, drillId)).at(-1)).toEqual(['stop', 'connection', 17_000]);
    await room.clock.advance(60_000);
    const back = tab('t2');
    await room.runner.join(drillId, back, 0, true);
    await room.clock.settle();
    expect(back.seen().at(-1)).toEqual({ kind: 'clock-stopped', at: 17_000, why: 'freeze' });
    await room.clock.advance(60_000);
    await room.runner.setFrozen(drillId, false);
    // It is one stop to the trainee, however often its reason changed.
    expect(back.seen().at(-1)).toEqual({ kind: 'clock-started', at: 17_000, stoppedMs: 125_000 });
  });

  test('[C4] that ends after the trainee was lost leaves the clock waiting for them', async () => {
    const room = await lessonRoom();
    const drillId = await seated(room);
    await room.runner.join(drillId, tab('t1'), 0, true);
    await room.clock.advance(7000);
    await room.runner.setFrozen(drillId, true);
    room.runner.leave('t1', room.clock.now());
    await room.clock.advance(60_000);
    expect((await clockOf(room, drillId)).at(-1)).toEqual(['stop', 'freeze', 7000]);
    await room.runner.setFrozen(drillId, false);
    expect((await clockOf(room, drillId)).at(-1)).toEqual(['stop', 'connection', 7000]);
    await room.clock.advance(60_000);
    await room.runner.join(drillId, tab('t2'), 0, true);
    await room.clock.settle();
    expect((await clockOf(room, drillId)).at(-1)).toEqual(['start', 'connection', 7000]);
  });

  test('[C4] is the stop that counts where it begins within the ten seconds of grace after a loss', async () => {
    const room = await lessonRoom();
    const drillId = await seated(room);
    await room.runner.join(drillId, tab('t1'), 0, true);
    await room.clock.advance(7000);
    room.runner.leave('t1', room.clock.now());
    await room.clock.advance(GRACE_MS - 1000);
    await room.runner.setFrozen(drillId, true);
    await room.clock.advance(60_000);
    expect((await clockOf(room, drillId)).at(-1)).toEqual(['stop', 'freeze', 16_000]);
  });

  test('[C4] that ends at once leaves the clock running', async () => {
    const room = await lessonRoom();
    const drillId = await seated(room);
    await room.runner.join(drillId, tab('t1'), 0, true);
    await room.clock.advance(7000);
    await Promise.all([room.runner.setFrozen(drillId, true), room.runner.setFrozen(drillId, false)]);
    await room.clock.advance(1000);
    const last = (await clockOf(room, drillId)).at(-1);
    expect(last?.[0]).toBe('start');
  });

  test('[C4] holds after a restart once it is set again; the trainee sees it and goes on at its end', async () => {
    const room = await lessonRoom();
    const drillId = await seated(room);
    await room.runner.join(drillId, tab('t1'), 0, true);
    await room.clock.advance(4 * BEAT_MS);
    await room.runner.setFrozen(drillId, true);
    await room.restart();
    await room.runner.setFrozen(drillId, true);
    const back = tab('t2');
    await room.runner.join(drillId, back, 0, true);
    await room.clock.advance(60_000);
    expect(back.seen().at(-1)).toEqual({ kind: 'clock-stopped', at: 6000, why: 'freeze' });
    await room.runner.setFrozen(drillId, false);
    expect(back.seen().at(-1)).toMatchObject({ kind: 'clock-started', at: 6000 });
  });

  test('[C4] that ended with its run during a restart lets the trainee go on at once', async () => {
    const room = await lessonRoom();
    const drillId = await seated(room);
    await room.runner.join(drillId, tab('t1'), 0, true);
    await room.clock.advance(4 * BEAT_MS);
    await room.runner.setFrozen(drillId, true);
    await room.restart();
    await room.runner.join(drillId, tab('t2'), 0, true);
    await room.clock.settle();
    expect((await clockOf(room, drillId)).at(-1)).toEqual(['start', 'freeze', 6000]);
  });

  test('[C4] set after a restart, before anybody is back, puts the countdown off to its end', async () => {
    const room = await lessonRoom();
    const drillId = await seated(room);
    await room.runner.join(drillId, tab('t1'), 0, true);
    await room.clock.advance(4 * BEAT_MS + 700);
    await room.restart();
    await room.runner.setFrozen(drillId, true);
    const back = tab('t2');
    const joined = await room.runner.join(drillId, back, 0, true);
    expect(joined).toMatchObject({ value: { running: false } });
    expect(joined.ok && joined.value.resumesInMs).toBeUndefined();
    await room.clock.advance(COUNTDOWN_MS * 2);
    expect(back.seen().at(-1)).toEqual({ kind: 'clock-stopped', at: 6000, why: 'freeze' });
    await room.runner.setFrozen(drillId, false);
    expect(back.seen().at(-1)).toMatchObject({ kind: 'clock-started', at: 6000 });
  });

  test('[C4] during the countdown after a restart stops it, and the drill goes on at its end', async () => {
    const room = await lessonRoom();
    const drillId = await seated(room);
    await room.runner.join(drillId, tab('t1'), 0, true);
    await room.clock.advance(4 * BEAT_MS);
    await room.restart();
    await room.clock.settle();
    expect(await room.runner.join(drillId, tab('t2'), 0, true)).toMatchObject({ value: { resumesInMs: COUNTDOWN_MS } });
    await room.clock.advance(2000);
    await room.runner.setFrozen(drillId, true);
    const again = await room.runner.join(drillId, tab('t3'), 0, true);
    expect(again.ok && again.value.resumesInMs).toBeUndefined();
    await room.clock.advance(60_000);
    expect((await clockOf(room, drillId)).slice(-2)).toEqual([
      ['stop', 'server', 6000],
      ['stop', 'freeze', 6000],
    ]);
  });

  test('[C4] keeps the clock stopped when the trainee ends a pause during it', async () => {
    const room = await lessonRoom();
    const drillId = await seated(room, { mode: 'practice' });
    await room.runner.join(drillId, tab('t1'), 0, true);
    await room.clock.advance(6000);
    const send = (name: 'drill:pause' | 'drill:resume') =>
      room.runner.submit(drillId, 't1', name, deskRequest(name, { drillId, commandId: name }));
    await send('drill:pause');
    await room.runner.setFrozen(drillId, true);
    await send('drill:resume');
    expect((await clockOf(room, drillId)).at(-1)).toEqual(['stop', 'freeze', 6000]);
    await room.runner.setFrozen(drillId, false);
    expect((await clockOf(room, drillId)).at(-1)).toEqual(['start', 'freeze', 6000]);
  });

  test('[C4] leaves a longer pause to the trainee when it ends', async () => {
    const room = await lessonRoom();
    const drillId = await seated(room, { mode: 'practice' });
    await room.runner.join(drillId, tab('t1'), 0, true);
    const pause = deskRequest('drill:pause', { drillId, commandId: 'p' });
    await room.clock.advance(6000);
    await room.runner.submit(drillId, 't1', 'p', pause);
    await room.runner.setFrozen(drillId, true);
    await room.runner.setFrozen(drillId, false);
    expect((await clockOf(room, drillId)).at(-1)).toEqual(['stop', 'pause', 6000]);
  });

  test('[C4] still holds a drill that was dropped from memory when its trainee comes', async () => {
    const room = await lessonRoom();
    const reply = await room.runner.open({
      guest: 'g1',
      scenarios: [SHOES],
      seed: 1,
      mode: 'lesson',
      place: place('seat1'),
      setting: null,
    });
    if (!reply.ok) throw new Error(reply.error.code);
    await room.runner.setFrozen(reply.value.id, true);
    await room.clock.advance(60_000);
    await room.runner.join(reply.value.id, tab('t1'), 0, true);
    await room.clock.advance(10_000);
    expect(await logOf(room, reply.value.id)).toHaveLength(2);
  });

  test('does nothing to an ended or unknown drill', async () => {
    const room = await lessonRoom();
    const drillId = await seated(room);
    await room.runner.end(drillId, 'teacher');
    await room.runner.setFrozen(drillId, true);
    await room.runner.setFrozen('nowhere', true);
    expect(await clockOf(room, drillId)).toEqual([]);
  });
});
