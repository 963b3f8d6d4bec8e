import { describe, expect, test } from 'vitest';
import { type WireEvent, wireEventSchema } from '#contract/wire-events.ts';
import { say, type Tab, tab } from '#tests/drills/support/desk-room.ts';
import {
  ANGRY,
  lessonRoom,
  logOf,
  NOTICE,
  OTHER,
  ofKind,
  QUIET,
  SHOES,
  seated,
} from '#tests/drills/support/lesson-room.ts';
import { SAID } from '#tests/engine/support/shoes.ts';

const planned = { incidents: [ANGRY, QUIET] };
const kindsOf = (desk: Tab): string[] => desk.seen().map(({ kind }) => kind);
const isNew = ({ kind }: WireEvent): boolean => kind === 'customer-added' || kind === 'shop-notice';

describe('an incident', () => {
  test('is told to the desk and comes three seconds later', async () => {
    const room = await lessonRoom();
    const desk = tab('t1');
    const drillId = await seated(room, planned);
    await room.runner.join(drillId, desk, 0, true);
    await room.clock.advance(20_000);
    expect(await room.runner.inject(drillId, ANGRY)).toMatchObject({ ok: true });
    expect(desk.seen().filter(isNew)).toEqual([
      { kind: 'customer-added', at: 20_000 },
      { kind: 'shop-notice', at: 20_000, text: NOTICE },
    ]);
    for (const event of desk.seen()) wireEventSchema.parse(event);
    await room.clock.advance(2999);
    expect(kindsOf(desk).filter((kind) => kind === 'customer-arrived')).toHaveLength(1);
    await room.clock.advance(1);
    expect(desk.seen().findLast(({ kind }) => kind === 'customer-arrived')).toMatchObject({
      at: 23_000,
      conversation: 'c2',
    });
    expect(await say(room, drillId, desk, 'm1', SAID.size, 'c2')).toMatchObject({ ok: true });
    await room.runner.end(drillId, 'time');
    const report = await room.runner.report(drillId);
    expect(report.ok && report.value.conversations.map(({ conversation }) => conversation)).toEqual(['c1', 'c2']);
  });

  test('without words for the shop adds its customer alone', async () => {
    const room = await lessonRoom();
    const desk = tab('t1');
    const drillId = await seated(room, planned);
    await room.runner.join(drillId, desk, 0, true);
    await room.clock.advance(6000);
    await room.runner.inject(drillId, QUIET);
    expect(desk.seen().filter(isNew)).toEqual([{ kind: 'customer-added', at: 6000 }]);
  });

  test('[C4] during a freeze is announced at once and comes after it', async () => {
    const room = await lessonRoom();
    const desk = tab('t1');
    const drillId = await seated(room, planned);
    await room.runner.join(drillId, desk, 0, true);
    await room.clock.advance(6000);
    await room.runner.setFrozen(drillId, true);
    expect(await room.runner.inject(drillId, ANGRY)).toMatchObject({ ok: true });
    expect(desk.seen().at(-1)).toMatchObject({ kind: 'shop-notice' });
    await room.clock.advance(60_000);
    expect(await ofKind(room, drillId, 'customer-arrived')).toHaveLength(1);
    await room.runner.setFrozen(drillId, false);
    await room.clock.advance(3000);
    expect((await ofKind(room, drillId, 'customer-arrived')).at(-1)).toMatchObject({ conversation: 'c2', at: 9000 });
  });

  test('keeps a drill open that was about to end', async () => {
    const room = await lessonRoom();
    const drillId = await seated(room, planned);
    await room.runner.join(drillId, tab('t1'), 0, true);
    // Nobody answers: the customer goes after some minutes, and ten seconds later the drill would be over.
    while ((await ofKind(room, drillId, 'ending-reached')).length === 0) await room.clock.advance(1000);
    await room.clock.advance(8000);
    expect(await room.runner.inject(drillId, ANGRY)).toMatchObject({ ok: true });
    await room.clock.advance(60_000);
    expect(await ofKind(room, drillId, 'drill-ended')).toEqual([]);
    await room.clock.advance(600_000);
    expect(await ofKind(room, drillId, 'drill-ended')).toMatchObject([{ why: 'finished' }]);
  });

  test('[C7] changes nothing for the customers who are there already', async () => {
    const story = async (injected: boolean) => {
      const room = await lessonRoom();
      const desk = tab('t1');
      const drillId = await seated(room, planned);
      await room.runner.join(drillId, desk, 0, true);
      await room.clock.advance(8000);
      if (injected) await room.runner.inject(drillId, ANGRY);
      await say(room, drillId, desk, 'm1', SAID.vague);
      await room.clock.advance(60_000);
      return (await logOf(room, drillId)).filter((event) => 'conversation' in event && event.conversation === 'c1');
    };
    expect(await story(true)).toEqual(await story(false));
  });

  test('[N1] is told to a desk that joins later, and after a restart too', async () => {
    const room = await lessonRoom();
    const drillId = await seated(room, planned);
    await room.runner.join(drillId, tab('t1'), 0, true);
    await room.clock.advance(6000);
    await room.runner.inject(drillId, ANGRY);
    await room.restart();
    const late = tab('t2');
    await room.runner.join(drillId, late, 0, true);
    expect(late.seen().filter(isNew)).toHaveLength(2);
    await room.clock.advance(20_000);
    expect((await ofKind(room, drillId, 'customer-arrived')).at(-1)).toMatchObject({ conversation: 'c2' });
  });

  test('is refused in a drill that isn’t running, where it isn’t planned, and where there are too many customers', async () => {
    const room = await lessonRoom();
    const code = async (drillId: string, scenario: string): Promise<string> => {
      const reply = await room.runner.inject(drillId, scenario);
      return reply.ok ? 'ok' : reply.error.code;
    };
    const drillId = await seated(room, planned);
    expect(await code(drillId, ANGRY)).toBe('drill-not-started');
    await room.runner.join(drillId, tab('t1'), 0, true);
    await room.clock.advance(6000);
    expect(await code(drillId, OTHER)).toBe('incident-not-planned');
    expect(await code(drillId, 'constructor')).toBe('incident-not-planned');
    expect(await code(drillId, ANGRY)).toBe('ok');
    expect(await code(drillId, ANGRY)).toBe('incident-came-already');
    expect(await code(drillId, SHOES)).toBe('incident-came-already');
    await room.runner.end(drillId, 'time');
    expect(await code(drillId, QUIET)).toBe('drill-ended');
    expect(await code('nowhere', ANGRY)).toBe('unknown-drill');
    const full = await seated(room, { scenarios: Array(12).fill(SHOES), incidents: [ANGRY] });
    await room.runner.join(full, tab('t2'), 0, true);
    await room.clock.settle();
    expect(await code(full, ANGRY)).toBe('too-many-customers');
  });
});
