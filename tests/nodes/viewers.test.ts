import { describe, expect, test } from 'vitest';
import { LEASE_MS } from '#nodes/drill-leases.ts';
import { opened, say, start } from '#tests/drills/support/desk-room.ts';
import { cluster } from '#tests/nodes/support/cluster.ts';
import { code, kinds, room } from '#tests/nodes/support/node-room.ts';

/** A drill that runs on node a, with its desk at node b. */
const deskElsewhere = async () => {
  const all = await cluster();
  const [a, b] = [await all.node('a'), await all.node('b')];
  const drillId = await opened(room(all, a));
  await a.runner.join(drillId, all.tab(a, 'first'), 0, true);
  const desk = all.tab(b, 'desk');
  await b.runner.join(drillId, desk, 0, true);
  await start(room(all, b), drillId, desk);
  await all.clock.settle();
  return { all, a, b, drillId, desk };
};

describe('a page whose drill is at another node', () => {
  test('connects again when that node took its own for gone, though it lives [N26]', async () => {
    const { all, a, b, drillId, desk } = await deskElsewhere();
    b.sleep();
    await all.clock.advance(LEASE_MS + 1500);
    expect(a.nodes.status().others).toBe(0);
    b.wake();
    await all.clock.settle();
    expect(desk.closed).toBe(1);
    const back = all.tab(b, 'back');
    expect(await b.runner.join(drillId, back, 0, true)).toMatchObject({ ok: true, value: { mine: true } });
    await all.clock.advance(6000);
    // One reconnection is enough: that the nodes hear of each other again sends nobody away.
    expect(a.nodes.status().others).toBe(1);
    expect(back.closed).toBe(0);
    expect(code(await say(room(all, b), drillId, back, 'm1', '39码'))).toBe('ok');
    await all.clock.advance(5000);
    expect(back.seen().at(-1)).toMatchObject({ kind: 'customer-said', id: 're-m1' });
  });

  test('connects again when that node has its connection back, and sends its words again [N26]', async () => {
    const { all, a, b, drillId, desk } = await deskElsewhere();
    const nearB = all.tab(a, 'near');
    const ofB = await opened(room(all, b));
    await b.runner.join(ofB, all.tab(b, 'own'), 0, false);
    await a.runner.join(ofB, nearB, 0, true);
    await start(room(all, a), ofB, nearB);
    all.redis.goAway('a');
    await all.clock.advance(500);
    expect(nearB.closed).toBe(1);
    expect(desk.closed).toBe(0);
    all.redis.comeBack('a');
    expect(code(await say(room(all, b), drillId, desk, 'm1', '39码'))).toBe('drill-moving');
    await all.clock.settle();
    expect(desk.closed).toBe(1);
    // Nobody could say that the other page has left: its drill must not run on without it.
    await all.clock.advance(11_000);
    expect((await kinds(all, ofB)).at(-1)).toBe('clock-stopped');
  });
});
