import { describe, expect, test } from 'vitest';
import { LEASE_MS } from '#nodes/drill-leases.ts';
import { ANSWER_TIMEOUT_MS } from '#nodes/node-calls.ts';
import type { Storage } from '#storage/storage.ts';
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

describe('a page whose nodes all stood still for longer than a lease', () => {
  test.each([
    ['the drill’s wakes first', ['a', 'b']],
    ['its own wakes first', ['b', 'a']],
  ] as const)('is served on once they wake: %s', async (_, order) => {
    const { all, a, b, drillId, desk } = await deskElsewhere();
    await say(room(all, b), drillId, desk, 'm1', '39码');
    a.sleep();
    b.sleep();
    await all.clock.advance(3 * LEASE_MS);
    for (const name of order) {
      (name === 'a' ? a : b).wake();
      await all.clock.advance(1500);
    }
    await all.clock.advance(10_000);
    // Either its place is still there, or it was told to connect again: it is never left without a word.
    const page = desk.closed > 0 ? all.tab(b, 'back') : desk;
    if (desk.closed > 0) expect(await b.runner.join(drillId, page, 0, true)).toMatchObject({ ok: true });
    await all.clock.advance(6000);
    expect(code(await say(room(all, b), drillId, page, 'm2', '在的，您说'))).toBe('ok');
    await all.clock.settle();
    expect(page.seen().some((event) => event.kind === 'trainee-said' && event.id === 'm2')).toBe(true);
    const log = await kinds(all, drillId);
    expect(log.filter((kind) => kind === 'trainee-said')).toHaveLength(2);
    expect([a, b].filter((node) => node.local.has(drillId))).toHaveLength(1);
  });
});

describe('a page that joins', () => {
  test('has no place left at a node whose answer came too late, once it is gone [N27]', async () => {
    const { all, a, b, drillId, desk } = await deskElsewhere();
    b.runner.leave(desk.id, all.clock.now());
    await all.clock.settle();
    const late = all.tab(b, 'late');
    a.sleep();
    const joined = b.runner.join(drillId, late, 0, true);
    await all.clock.advance(ANSWER_TIMEOUT_MS + 100);
    expect(code(await joined)).toBe('drill-moving');
    b.runner.leave(late.id, all.clock.now());
    a.wake();
    await all.clock.advance(16_000);
    expect((await kinds(all, drillId)).at(-1)).toBe('clock-stopped');
  });

  test('isn’t sent away when the node that didn’t answer is found dead: it asks again by itself [N27]', async () => {
    const { all, a, b, drillId, desk } = await deskElsewhere();
    b.runner.leave(desk.id, all.clock.now());
    const late = all.tab(b, 'late');
    a.kill();
    const joined = b.runner.join(drillId, late, 0, true);
    await all.clock.advance(ANSWER_TIMEOUT_MS + 100);
    expect(code(await joined)).toBe('drill-moving');
    await all.clock.advance(LEASE_MS + 5000);
    expect(late.closed).toBe(0);
    expect(await b.runner.join(drillId, late, 0, true)).toMatchObject({ ok: true, value: { mine: true } });
  });

  test('hears all in its order when it joins again after an answer that came too late [N27]', async () => {
    const { all, a, b, drillId, desk } = await deskElsewhere();
    await say(room(all, b), drillId, desk, 'm1', '39码');
    const late = all.tab(b, 'late');
    a.sleep();
    const joined = b.runner.join(drillId, late, 0, true);
    await all.clock.advance(ANSWER_TIMEOUT_MS + 100);
    expect(code(await joined)).toBe('drill-moving');
    a.wake();
    await all.clock.settle();
    const near = all.tab(a, 'near');
    await a.runner.join(drillId, near, 0, true);
    // What is said at the drill comes only once the page's second question is on its way.
    b.sleep();
    await say(room(all, a), drillId, near, 'm2', '在的');
    const again = b.runner.join(drillId, late, 0, false);
    await all.clock.settle();
    b.wake();
    expect(code(await again)).toBe('ok');
    await all.clock.advance(5000);
    let had = 0;
    for (const { after, upTo } of late.heard) {
      expect(after).toBeLessThanOrEqual(had);
      had = Math.max(had, upTo);
    }
    expect(late.seen().some((event) => event.kind === 'trainee-said' && event.id === 'm2')).toBe(true);
  });

  /** A drill that was found at node a and is free at the second look: a has just given it back. */
  const givenBackMeanwhile = async () => {
    let looks = 0;
    const storageOf = (storage: Storage, name: string): Storage => {
      const take: Storage['leases']['take'] = async (...lease) => {
        if (name === 'a') return { ok: false, node: 'b' };
        looks += 1;
        if (looks === 1) return { ok: false, node: 'a' };
        return storage.leases.take(...lease);
      };
      return new Proxy(storage, {
        get: (target, key) => (key === 'leases' ? { ...target.leases, take } : Reflect.get(target, key, target)),
      });
    };
    const all = await cluster({ storageOf });
    await all.node('a');
    const b = await all.node('b');
    const drillId = await opened(room(all, b));
    return { all, b, drillId };
  };

  test('is at its own node’s desk where the drill came there meanwhile [N27]', async () => {
    const { all, b, drillId } = await givenBackMeanwhile();
    const desk = all.tab(b, 'desk');
    expect(await b.runner.join(drillId, desk, 0, true)).toMatchObject({ ok: true, value: { mine: true } });
    await start(room(all, b), drillId, desk);
    await all.clock.settle();
    expect(code(await say(room(all, b), drillId, desk, 'm1', '39码'))).toBe('ok');
    expect(b.counted.forwarded).toBe(1);
  });

  test('and is gone before the drill is found gets no place at it [N27]', async () => {
    const { all, b, drillId } = await givenBackMeanwhile();
    const desk = all.tab(b, 'desk');
    const joined = b.runner.join(drillId, desk, 0, true);
    // The answer of the other node is on its way.
    while (b.counted.forwarded === 0) await Promise.resolve();
    b.runner.leave(desk.id, all.clock.now());
    expect(code(await joined)).toBe('drill-moving');
    await all.clock.settle();
    expect(b.local.has(drillId)).toBe(false);
  });
});
