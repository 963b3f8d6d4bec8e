import { describe, expect, test } from 'vitest';
import { FORK_MS } from '#engine/clocks/next-due.ts';
import { type Room, say, start, tab } from '#tests/drills/support/desk-room.ts';
import {
  ANGRY,
  clockOf,
  lessonRoom,
  logOf,
  OTHER,
  ofKind,
  place,
  SHOES,
  seated,
} from '#tests/drills/support/lesson-room.ts';
import { SAID } from '#tests/engine/support/shoes.ts';

const to = { guest: 'g2', place: place('seat2', 'redo1') };

/** c1's first turn was vague at 30 s; the drill goes on. */
const source = async (): Promise<{ room: Room; drill: string }> => {
  const room = await lessonRoom();
  const desk = tab('t1');
  const drill = await seated(room, { scenarios: [SHOES, OTHER], incidents: [ANGRY] });
  await room.runner.join(drill, desk, 0, true);
  await room.clock.advance(30_000);
  await say(room, drill, desk, 'm1', SAID.vague);
  await room.clock.advance(1000);
  await say(room, drill, desk, 'm2', SAID.here, 'c2');
  await room.clock.advance(20_000);
  return { room, drill };
};

const redo = async (
  room: Room,
  drill: string,
  conversation = 'c1',
  turn = 1,
  since: number | null = null,
): Promise<string> => {
  const reply = await room.runner.fork({ drill, conversation, turn, since }, to);
  if (!reply.ok) throw new Error(reply.error.code);
  return reply.value.id;
};

describe('a turn done again', () => {
  test('[N7] is a new drill, the old log up to just before that turn, this customer only', async () => {
    const { room, drill } = await source();
    const again = await redo(room, drill);
    expect(await room.storage.drill(again)).toMatchObject({
      guest: 'g2',
      state: 'opened',
      mode: 'lesson',
      scenarios: [SHOES],
      contentHash: (await room.storage.drill(drill))?.contentHash,
      place: { redo: 'redo1' },
    });
    expect(await room.storage.read(again, 0)).toHaveLength(1);
    const log = await logOf(room, again);
    expect(log[0]).toMatchObject({
      forkedFrom: drill,
      redo: { conversation: 'c1', turn: 1, fromAt: 30_000 },
      customers: [{ conversation: 'c1', scenario: SHOES }],
    });
    expect(log.at(-1)).toEqual({ kind: 'clock-stopped', at: 30_000, why: 'not-started' });
    expect(JSON.stringify(log)).not.toContain('"c2"');
    expect(await ofKind(room, again, 'trainee-said')).toEqual([]);
    expect(await ofKind(room, again, 'customer-said')).toHaveLength(1);
  });

  test('[N7] starts on 开始 with the timers as they stood, and ends with the reaction', async () => {
    const { room, drill } = await source();
    const again = await redo(room, drill);
    const desk = tab('t2');
    expect(await room.runner.join(again, desk, 0, true)).toMatchObject({ value: { now: 30_000, running: false } });
    await room.clock.advance(600_000);
    expect(await clockOf(room, again)).toHaveLength(2);
    expect(await start(room, again, desk)).toMatchObject({ ok: true, value: { now: 30_000 } });
    await room.clock.advance(5000);
    expect(await say(room, again, desk, 'n1', SAID.size)).toMatchObject({ ok: true, value: { now: 35_000 } });
    await room.clock.advance(30_000);
    expect(await ofKind(room, again, 'turn-closed')).toMatchObject([{ turn: 1, reaction: 'resolved' }]);
    const last = (await ofKind(room, again, 'customer-said')).at(-1)?.at;
    expect(await ofKind(room, again, 'drill-ended')).toEqual([{ kind: 'drill-ended', at: last, why: 'finished' }]);
    expect((await room.runner.report(again)).ok).toBe(true);
    // The drill it came from hears nothing of it.
    expect((await ofKind(room, drill, 'trainee-said')).map(({ id }) => id)).toEqual(['m1', 'm2']);
  });

  test('[N7] patience runs on from where it stood: the nudge comes when it would have come', async () => {
    const { room, drill } = await source();
    const desk = tab('t2');
    const again = await redo(room, drill);
    await room.runner.join(again, desk, 0, true);
    await start(room, again, desk);
    await room.clock.advance(20_000);
    // The nudge comes forty seconds after the customer's line at 5 s.
    expect((await ofKind(room, again, 'nudged')).map(({ at }) => at)).toEqual([45_000]);
  });

  test('[N7] ends without a reaction where the turn gets none', async () => {
    const { room, drill } = await source();
    const desk = tab('t2');
    const again = await redo(room, drill);
    await room.runner.join(again, desk, 0, true);
    await start(room, again, desk);
    await say(room, again, desk, 'n1', SAID.here);
    await room.clock.advance(30_000);
    expect(await ofKind(room, again, 'turn-closed')).toMatchObject([{ reaction: 'none' }]);
    expect(await ofKind(room, again, 'drill-ended')).toMatchObject([
      { at: (await ofKind(room, again, 'turn-closed'))[0]?.at, why: 'finished' },
    ]);
  });

  test('[N7] of a silence starts at its first moment, and the nudge comes when it would have come', async () => {
    const { room, drill } = await source();
    const since = (await ofKind(room, drill, 'customer-said'))[0]?.at ?? 0;
    const again = await redo(room, drill, 'c1', 1, since);
    const desk = tab('t2');
    expect(await room.runner.join(again, desk, 0, true)).toMatchObject({ value: { now: since, running: false } });
    await room.clock.advance(600_000);
    expect(await ofKind(room, again, 'customer-said')).toHaveLength(1);
    await start(room, again, desk);
    await room.clock.advance(40_000);
    expect((await ofKind(room, again, 'nudged')).map(({ at }) => at)).toEqual([45_000]);
    await say(room, again, desk, 'n1', SAID.size);
    await room.clock.advance(30_000);
    expect(await ofKind(room, again, 'turn-closed')).toMatchObject([{ turn: 1, reaction: 'resolved' }]);
    expect(await ofKind(room, again, 'drill-ended')).toMatchObject([{ why: 'finished' }]);
    // The drill it came from hears nothing of it.
    expect((await ofKind(room, drill, 'trainee-said')).map(({ id }) => id)).toEqual(['m1', 'm2']);
  });

  test('[N7] ends ninety seconds after 开始 when nothing is said', async () => {
    const { room, drill } = await source();
    const desk = tab('t2');
    const again = await redo(room, drill, 'c2');
    await room.runner.join(again, desk, 0, true);
    await start(room, again, desk);
    await room.clock.advance(FORK_MS - 1);
    expect(await ofKind(room, again, 'drill-ended')).toEqual([]);
    await room.clock.advance(1);
    expect(await ofKind(room, again, 'drill-ended')).toMatchObject([{ at: 31_000 + FORK_MS, why: 'finished' }]);
  });

  test('[N7] may be opened on an incident’s turn, in an ended drill, and on the turn of another one', async () => {
    const { room, drill } = await source();
    await room.runner.inject(drill, ANGRY);
    await room.clock.advance(5000);
    await say(room, drill, tab('t1'), 'm3', SAID.vague, 'c3');
    await room.clock.advance(15_000);
    await room.runner.end(drill, 'time');
    const again = await redo(room, drill, 'c3');
    const desk = tab('t2');
    await room.runner.join(again, desk, 0, true);
    await start(room, again, desk);
    await say(room, again, desk, 'n1', SAID.size, 'c3');
    await room.clock.advance(30_000);
    expect(await ofKind(room, again, 'drill-ended')).toMatchObject([{ why: 'finished' }]);
    expect((await room.runner.report(again)).ok).toBe(true);
    const third = await redo(room, again, 'c3');
    expect((await logOf(room, third))[0]).toMatchObject({ forkedFrom: again });
    expect(await room.runner.inject(again, ANGRY)).toMatchObject({ ok: false });
  });

  test('[C4] isn’t started by 开始 during a freeze, and is afterwards', async () => {
    const { room, drill } = await source();
    const desk = tab('t2');
    const again = await redo(room, drill);
    await room.runner.setFrozen(again, true);
    await room.runner.join(again, desk, 0, true);
    await start(room, again, desk);
    await room.runner.setFrozen(again, false);
    await room.clock.advance(10_000);
    expect(await clockOf(room, again)).toHaveLength(2);
    const press = start(room, again, desk);
    expect(await press).toMatchObject({ ok: true });
    expect((await clockOf(room, again)).at(-1)).toEqual(['start', 'not-started', 30_000]);
    expect(await room.runner.inject(again, ANGRY)).toMatchObject({ error: { code: 'incident-not-planned' } });
  });

  test('[N7] is refused for a turn, conversation or drill that doesn’t exist', async () => {
    const { room, drill } = await source();
    for (const from of [
      { drill, conversation: 'c1', turn: 2 },
      { drill, conversation: 'c9', turn: 1 },
      { drill, conversation: 'constructor', turn: 1 },
      { drill: 'nowhere', conversation: 'c1', turn: 1 },
    ])
      expect(await room.runner.fork({ since: null, ...from }, to)).toMatchObject({ error: { code: 'unknown-turn' } });
  });
});
