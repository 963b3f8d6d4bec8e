import { describe, expect, test, vi } from 'vitest';
import { GRACE_MS } from '#drills/runner/attendance.ts';
import type { DrillObserver } from '#drills/runner/ports.ts';
import { deskRequest } from '#drills/runner/requests.ts';
import { type Room, say, type Tab, tab } from '#tests/drills/support/desk-room.ts';
import {
  ANGRY,
  clockOf,
  lessonRoom,
  logOf,
  NOTICE,
  OTHER,
  ofKind,
  place,
  SHOES,
  seated,
} from '#tests/drills/support/lesson-room.ts';

const CLASS = 40;

const classroom = async (): Promise<{ room: Room; drills: string[] }> => {
  const room = await lessonRoom();
  const drills: string[] = [];
  for (let n = 0; n < CLASS; n++) drills.push(await seated(room, { seat: `seat${n}`, guest: `g${n}` }));
  for (const [n, drillId] of drills.entries()) await room.runner.join(drillId, tab(`t${n}`), 0, true);
  await room.clock.settle();
  return { room, drills };
};

describe('a run’s drill', () => {
  test('starts by itself when its trainee sits down, and the start button does no harm', async () => {
    const room = await lessonRoom();
    const desk = tab('t1');
    const drillId = await seated(room);
    await room.runner.join(drillId, desk, 0, true);
    await room.clock.settle();
    expect(desk.seen().at(-1)).toEqual({ kind: 'clock-started', at: 0, stoppedMs: 0 });
    const press = deskRequest('drill:start', { drillId, commandId: 's' });
    expect(await room.runner.submit(drillId, 't1', 's', press)).toMatchObject({ ok: true });
    expect(await clockOf(room, drillId)).toHaveLength(1);
    await room.clock.advance(5000);
    expect(desk.seen().find(({ kind }) => kind === 'customer-arrived')).toMatchObject({ at: 5000 });
  });

  test('isn’t started by a page that only looks on, and a guest’s own practice never starts by itself', async () => {
    const room = await lessonRoom();
    const drillId = await seated(room);
    await room.runner.join(drillId, tab('t1'), 0, false);
    const own = await room.runner.open({
      guest: 'g1',
      scenarios: [SHOES],
      seed: 1,
      mode: 'practice',
      place: null,
      setting: null,
    });
    if (own.ok) await room.runner.join(own.value.id, tab('t2'), 0, true);
    await room.clock.advance(60_000);
    expect(await clockOf(room, drillId)).toEqual([]);
    expect(own.ok && (await clockOf(room, own.value.id))).toEqual([]);
  });

  test('is opened with its run’s pace, arrivals and incidents, and incidents are no customers yet', async () => {
    const room = await lessonRoom();
    const setting = { pace: 30, arrivals: 'ladder' as const, minutes: 12, incidents: [ANGRY] };
    const asked = { guest: 'g1', scenarios: [SHOES, OTHER], seed: 7, mode: 'lesson' as const, place: place('s') };
    const reply = await room.runner.open({ ...asked, setting });
    if (!reply.ok) throw new Error(reply.error.code);
    expect((await logOf(room, reply.value.id))[0]).toMatchObject({
      seed: 7,
      pace: 30,
      customers: [
        { scenario: SHOES, arrivesAt: 5000 },
        { scenario: OTHER, arrivesAt: 245_000 },
      ],
    });
    const record = await room.runner.record(reply.value.id);
    expect(record?.content.scenarios.map(({ id }) => id)).toEqual([SHOES, OTHER, ANGRY]);
    expect(record?.row).toMatchObject({ id: reply.value.id, scenarios: [SHOES, OTHER] });
    expect(JSON.stringify(record?.events)).not.toContain(NOTICE);
  });

  test('[C4] stops only for its own lost connection: of forty, twenty are lost for 20 s and come back', async () => {
    const { room, drills } = await classroom();
    await room.clock.advance(30_000);
    for (let n = 0; n < CLASS; n += 2) room.runner.leave(`t${n}`, room.clock.now());
    await room.clock.advance(20_000);
    for (let n = 0; n < CLASS; n += 2) await room.runner.join(drills[n] ?? '', tab(`u${n}`), 0, true);
    await room.clock.advance(30_000);
    for (const [n, drillId] of drills.entries()) {
      const lost = [
        ['start', 'not-started', 0],
        ['stop', 'connection', 30_000 + GRACE_MS],
        ['start', 'connection', 30_000 + GRACE_MS],
      ];
      expect(await clockOf(room, drillId)).toEqual(n % 2 === 0 ? lost : lost.slice(0, 1));
    }
    // With the same seed and nobody speaking, the logs are the same but for the clock.
    const story = async (drillId: string) =>
      (await logOf(room, drillId)).filter((e) => 'conversation' in e && e.at < 30_000 + 40_000);
    expect(await story(drills[0] ?? '')).toEqual(await story(drills[1] ?? ''));
  });

  test('[C5] is ended by the bell, and what was not yet due is void', async () => {
    const { room, drills } = await classroom();
    await room.clock.advance(20_000);
    const replies = await Promise.all(drills.map((drillId) => room.runner.end(drillId, 'time')));
    expect(replies.every(({ ok }) => ok)).toBe(true);
    for (const drillId of drills) {
      expect((await logOf(room, drillId)).at(-1)).toEqual({ kind: 'drill-ended', at: 20_000, why: 'time' });
      expect((await ofKind(room, drillId, 'question-changed')).map(({ to }) => to)).toEqual(['void']);
      expect(await room.storage.drill(drillId)).toMatchObject({ state: 'ended' });
    }
    expect(await room.runner.end(drills[0] ?? '', 'time')).toMatchObject({ error: { code: 'drill-ended' } });
    expect(await room.runner.end('nowhere', 'time')).toMatchObject({ error: { code: 'unknown-drill' } });
  });

  test('[C5] is ended by the bell though it is frozen, or nobody ever came to it', async () => {
    const room = await lessonRoom();
    const [here, absent] = [await seated(room), await seated(room, { seat: 'seat2', guest: 'g2' })];
    await room.runner.join(here, tab('t1'), 0, true);
    await room.clock.advance(9000);
    await room.runner.setFrozen(here, true);
    await room.clock.advance(60_000);
    await room.runner.end(here, 'time');
    await room.runner.end(absent, 'time');
    expect((await logOf(room, here)).at(-1)).toEqual({ kind: 'drill-ended', at: 9000, why: 'time' });
    expect((await logOf(room, absent)).at(-1)).toEqual({ kind: 'drill-ended', at: 0, why: 'time' });
    expect((await room.runner.report(here)).ok).toBe(true);
    expect((await room.runner.report(absent)).ok).toBe(true);
  });
});

describe('an observer of drills', () => {
  const watching = (room: Room) => {
    const observer = { happened: vi.fn<DrillObserver['happened']>(), attended: vi.fn<DrillObserver['attended']>() };
    return { observer, stop: room.runner.observe(observer) };
  };

  test('is told of every commit with the drill’s state, and of trainees who come and go', async () => {
    const room = await lessonRoom();
    const { observer, stop } = watching(room);
    const drillId = await seated(room);
    await room.runner.join(drillId, tab('t1'), 0, true);
    await room.runner.join(drillId, tab('t2'), 0, true);
    await room.clock.advance(8000);
    room.runner.leave('t1', room.clock.now());
    room.runner.leave('t2', room.clock.now());
    await room.clock.advance(GRACE_MS);
    const heard = observer.happened.mock.calls;
    expect(heard.flatMap(([, events]) => events)).toEqual(await logOf(room, drillId));
    expect(heard.at(0)?.[2]).toMatchObject({ map: { drillAt: 0, running: false } });
    expect(heard.at(1)?.[2]).toMatchObject({ map: { drillAt: 0, running: true } });
    expect(heard.at(-1)?.[2]).toMatchObject({ map: { drillAt: 18_000, running: false } });
    expect(heard.at(-1)?.[0]).toMatchObject({ id: drillId, state: 'running', place: { seat: 'seat1' } });
    expect(observer.attended.mock.calls.map(([row, there]) => [row.id, there])).toEqual([
      [drillId, true],
      [drillId, false],
    ]);
    stop();
    await room.runner.end(drillId, 'time');
    expect(heard.flatMap(([, events]) => events)).not.toContainEqual(expect.objectContaining({ kind: 'drill-ended' }));
  });

  test('that throws breaks no drill', async () => {
    const room = await lessonRoom();
    const { observer } = watching(room);
    const second = watching(room).observer;
    observer.happened.mockImplementation(() => {
      throw new Error('bug');
    });
    const desk = tab('t1');
    const drillId = await seated(room);
    await room.runner.join(drillId, desk, 0, true);
    await room.clock.advance(8000);
    expect(await say(room, drillId, desk, 'm1', '在的亲')).toMatchObject({ ok: true });
    expect(second.happened.mock.calls.length).toBe(observer.happened.mock.calls.length);
  });
});

describe('a seat given to another device', () => {
  const moved = async (): Promise<{ room: Room; old: Tab; drillId: string }> => {
    const room = await lessonRoom();
    const old = tab('old');
    const drillId = await seated(room);
    await room.runner.join(drillId, old, 0, true);
    await room.clock.advance(8000);
    await room.runner.handOver('seat1', 'g2');
    return { room, old, drillId };
  };

  test('takes its drills away from the old device and tells it', async () => {
    const { room, old, drillId } = await moved();
    expect(old.lost).toEqual([drillId]);
    expect(await room.runner.ownerOf(drillId)).toMatchObject({ guest: 'g2' });
    expect(await room.storage.drill(drillId)).toMatchObject({ guest: 'g2' });
    expect(await say(room, drillId, old, 'm1', '在')).toMatchObject({ error: { code: 'desk-elsewhere' } });
    const heard = old.heard.length;
    const next = tab('new');
    expect(await room.runner.join(drillId, next, 0, true)).toMatchObject({ value: { mine: true, running: true } });
    expect(await say(room, drillId, next, 'm2', '在的亲')).toMatchObject({ ok: true });
    expect(old.heard).toHaveLength(heard);
  });

  test('[C4] counts as a lost connection until the new device is there', async () => {
    const { room, drillId } = await moved();
    await room.clock.advance(60_000);
    expect((await clockOf(room, drillId)).at(-1)).toEqual(['stop', 'connection', 18_000]);
  });

  test('leaves other seats’ drills alone', async () => {
    const room = await lessonRoom();
    const desk = tab('t1');
    const drillId = await seated(room);
    await room.runner.join(drillId, desk, 0, true);
    await room.runner.handOver('seat9', 'g2');
    await room.runner.handOver('seat1', 'g1');
    expect(desk.lost).toEqual([]);
    expect(await room.runner.ownerOf(drillId)).toMatchObject({ guest: 'g1' });
  });
});
