import { describe, expect, test } from 'vitest';
import { drillEventsSchema } from '#contract/wire-events.ts';
import { GRACE_MS } from '#drills/runner/attendance.ts';
import { say, type Tab, tab } from '#tests/drills/support/desk-room.ts';
import { clockOf, lessonRoom, seated } from '#tests/drills/support/lesson-room.ts';
import { SAID } from '#tests/engine/support/shoes.ts';

/** A trainee answers twice; the teacher looks on from the third second, or doesn't. */
const played = async (watched: boolean): Promise<{ desk: Tab; teacher: Tab }> => {
  const room = await lessonRoom();
  const [desk, teacher] = [tab('t1'), tab('teacher')];
  const drillId = await seated(room);
  await room.runner.join(drillId, desk, 0, true);
  await room.clock.advance(6000);
  if (watched) await room.runner.watch(drillId, teacher, 0);
  await say(room, drillId, desk, 'm1', SAID.vague);
  await room.clock.advance(15_000);
  await say(room, drillId, desk, 'm2', SAID.size);
  await room.clock.advance(15_000);
  for (const heard of [desk, teacher]) {
    for (const message of heard.heard) message.drillId = 'd';
    for (const message of heard.typed) message.drillId = 'd';
  }
  return { desk, teacher };
};

describe('watching a seat', () => {
  test('[N6] changes nothing in the trainee’s stream', async () => {
    const [with_, without] = [await played(true), await played(false)];
    expect(with_.desk.heard).toEqual(without.desk.heard);
    expect(with_.desk.typed).toEqual(without.desk.typed);
    expect(with_.desk.lost).toEqual([]);
  });

  test('[N1] shows every event without a gap, and the ledger in every mode', async () => {
    const { desk, teacher } = await played(true);
    const isLedger = ({ kind }: { kind: string }) => kind === 'question-changed';
    expect(desk.seen().filter(isLedger)).toEqual([]);
    expect(teacher.seen().filter(isLedger)).toMatchObject([
      { question: 'q-size', state: 'open' },
      { question: 'q-size', state: 'vague' },
      { question: 'q-size', state: 'answered' },
      { question: 'q-ship', state: 'open' },
    ]);
    expect(teacher.seen().filter((event) => !isLedger(event))).toEqual(desk.seen());
    expect(teacher.typed.length).toBeGreaterThan(0);
    let last = 0;
    for (const message of teacher.heard) {
      drillEventsSchema.parse({ ...message });
      expect(message.after).toBe(last);
      last = message.upTo;
    }
  });

  test('[N6] gives no desk, starts nothing and keeps no clock running', async () => {
    const room = await lessonRoom();
    const teacher = tab('teacher');
    const drillId = await seated(room);
    expect(await room.runner.watch(drillId, teacher, 0)).toMatchObject({ value: { mine: false, running: false } });
    expect(await say(room, drillId, teacher, 'm1', '在')).toMatchObject({ error: { code: 'desk-elsewhere' } });
    await room.clock.advance(30_000);
    expect(await clockOf(room, drillId)).toEqual([]);
    await room.runner.join(drillId, tab('t1'), 0, true);
    await room.clock.advance(6000);
    room.runner.leave('t1', room.clock.now());
    await room.clock.advance(GRACE_MS);
    expect(teacher.seen().at(-1)).toMatchObject({ kind: 'clock-stopped', why: 'connection' });
  });

  test('works for several drills at once, and ends for one or for all', async () => {
    const room = await lessonRoom();
    const teacher = tab('teacher');
    const [first, second] = [await seated(room), await seated(room, { seat: 'seat2', guest: 'g2' })];
    for (const drillId of [first, second]) {
      await room.runner.join(drillId, tab(`t-${drillId}`), 0, true);
      await room.runner.watch(drillId, teacher, 0);
    }
    await room.clock.settle();
    const heardOf = (id: string) => teacher.heard.filter(({ drillId }) => drillId === id).length;
    room.runner.unwatch(first, 'teacher');
    const before = [heardOf(first), heardOf(second)];
    await room.clock.advance(6000);
    expect(heardOf(first)).toBe(before[0]);
    expect(heardOf(second)).toBeGreaterThan(before[1] ?? 0);
    room.runner.leave('teacher', room.clock.now());
    const after = teacher.heard.length;
    await room.clock.advance(60_000);
    expect(teacher.heard).toHaveLength(after);
    expect(await room.runner.watch('nowhere', teacher, 0)).toMatchObject({ error: { code: 'unknown-drill' } });
  });

  test('[N1] shows a watcher who comes back what was missed', async () => {
    const room = await lessonRoom();
    const [desk, teacher, again] = [tab('t1'), tab('teacher'), tab('again')];
    const drillId = await seated(room);
    await room.runner.join(drillId, desk, 0, true);
    await room.runner.watch(drillId, teacher, 0);
    await room.clock.advance(6000);
    const upTo = teacher.heard.at(-1)?.upTo ?? 0;
    room.runner.leave('teacher', room.clock.now());
    await say(room, drillId, desk, 'm1', SAID.size);
    await room.clock.advance(15_000);
    await room.runner.watch(drillId, again, upTo);
    await room.clock.settle();
    expect(again.heard).toHaveLength(1);
    expect(again.heard[0]).toMatchObject({ after: upTo });
    expect(again.seen()).toContainEqual(expect.objectContaining({ kind: 'question-changed', state: 'answered' }));
  });
});
