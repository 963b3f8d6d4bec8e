import { describe, expect, test } from 'vitest';
import type { Acked } from '#contract/commands.ts';
import type { Reply } from '#contract/errors.ts';
import { LEASE_MS } from '#nodes/drill-leases.ts';
import type { Storage } from '#storage/storage.ts';
import { opened, say, start } from '#tests/drills/support/desk-room.ts';
import { type Cluster, cluster } from '#tests/nodes/support/cluster.ts';
import { code, kinds, room } from '#tests/nodes/support/node-room.ts';

const commands = async ({ storage }: Cluster, drillId: string): Promise<string[]> =>
  (await storage.read(drillId, 0)).flatMap(({ events }) =>
    events.flatMap((event) => (event.kind === 'trainee-said' ? [event.id] : [])),
  );

/** A drill that runs on node a with its desk there; c at the same storage looks on where a test wants it. */
const running = async () => {
  const all = await cluster();
  const [a, b] = [await all.node('a'), await all.node('b')];
  const drillId = await opened(room(all, a));
  const desk = all.tab(a, 'desk');
  await a.runner.join(drillId, desk, 0, true);
  await start(room(all, a), drillId, desk);
  await all.clock.settle();
  return { all, a, b, drillId, desk };
};

describe('a drill of several nodes', () => {
  test('is served through any of them: what is sent, what is heard and what is refused [D1]', async () => {
    const { all, a, b, drillId } = await running();
    const other = all.tab(b, 'other');
    const joined = await b.runner.join(drillId, other, 0, true);
    expect(joined).toMatchObject({ ok: true, value: { mine: true, running: true } });
    expect(b.local.has(drillId)).toBe(false);
    expect(other.seen().map(({ kind }) => kind)).toContain('customer-said');

    const acked = await say(room(all, b), drillId, other, 'm1', '39码');
    expect(acked.ok).toBe(true);
    // Told before it is acknowledged, as by the node itself.
    expect(other.seen().at(-1)).toMatchObject({ kind: 'trainee-said', id: 'm1' });
    await all.clock.advance(5000);
    expect(other.seen().at(-1)).toMatchObject({ kind: 'customer-said', id: 're-m1' });
    for (const [index, message] of other.heard.entries()) expect(message.after).toBe(other.heard[index - 1]?.upTo ?? 0);
    expect(code(await say(room(all, b), drillId, other, 'm2', ''))).toBe('empty-message');
    expect(b.counted.forwarded).toBeGreaterThan(2);
    expect(await all.storage.leases.of(drillId)).toMatchObject({ node: a.name });
  });

  test('is forgotten at every node once it is deleted at one, and its pages there are sent away [D8]', async () => {
    const { all, a, b, drillId, desk } = await running();
    expect(a.local.has(drillId)).toBe(true);
    b.runner.forget([drillId]);
    await all.clock.settle();
    expect(a.local.has(drillId)).toBe(false);
    expect(desk.lost).toEqual([drillId]);
  });

  test('is lost by the tab that had its desk, at whichever node that is', async () => {
    const { all, b, drillId, desk } = await running();
    const other = all.tab(b, 'other');
    await b.runner.join(drillId, other, 0, true);
    expect(desk.lost).toEqual([drillId]);
    await all.node('c').then((c) => c.runner.join(drillId, all.tab(c, 'third'), 0, true));
    await all.clock.settle();
    expect(other.lost).toEqual([drillId]);
  });

  test('stands still when a tab at another node is lost, and is watched from there', async () => {
    const { all, a, b, drillId, desk } = await running();
    const [other, teacher] = [all.tab(b, 'other'), all.tab(b, 'teacher')];
    expect(await b.runner.watch(drillId, teacher, 0)).toMatchObject({ ok: true, value: { mine: false } });
    await b.runner.join(drillId, other, 0, true);
    a.runner.leave(desk.id, all.clock.now());
    b.runner.leave(other.id, all.clock.now());
    await all.clock.advance(11_000);
    expect((await kinds(all, drillId)).at(-1)).toBe('clock-stopped');
    expect(teacher.seen().at(-1)).toMatchObject({ kind: 'clock-stopped', why: 'connection' });
    b.runner.unwatch(drillId, teacher.id);
    await all.clock.advance(100);
    expect(a.local.has(drillId)).toBe(false);
    expect(await all.storage.leases.of(drillId)).toBeNull();
    // Nobody has it any more: it goes where its trainee is.
    await b.runner.join(drillId, all.tab(b, 'again'), 0, true);
    expect(b.local.has(drillId)).toBe(true);
  });

  test('is frozen, ended and given a customer by a teacher at another node', async () => {
    const { all, b, drillId } = await running();
    await b.runner.setFrozen(drillId, true);
    expect((await kinds(all, drillId)).at(-1)).toBe('clock-stopped');
    await b.runner.setFrozen(drillId, false);
    expect((await kinds(all, drillId)).at(-1)).toBe('clock-started');
    expect((await b.runner.inject(drillId, 'product-advice/other')).ok).toBe(true);
    expect((await b.runner.end(drillId, 'teacher')).ok).toBe(true);
    expect((await kinds(all, drillId)).at(-1)).toBe('drill-ended');
    expect(code(await b.runner.end(drillId, 'teacher'))).toBe('drill-ended');
    expect(b.local.has(drillId)).toBe(false);
  });

  test('goes to another device at every node [D1]', async () => {
    const all = await cluster();
    const [a, b] = [await all.node('a'), await all.node('b')];
    const place = { school: 's1', run: 'r1', seat: 't1', person: null, redo: null };
    const reply = await a.runner.open({
      ...{ guest: 'g1', scenarios: ['product-advice/toy'], seed: 1, mode: 'lesson', place, setting: null },
    });
    const drillId = reply.ok ? reply.value.id : '';
    const desk = all.tab(a, 'desk');
    await a.runner.join(drillId, desk, 0, true);
    await b.runner.handOver('t1', 'g2');
    expect(desk.lost).toEqual([drillId]);
    expect((await a.runner.ownerOf(drillId))?.guest).toBe('g2');
  });

  test('costs no message while its pages are at its own node', async () => {
    const { all, drillId } = await running();
    expect(all.redis.said).toEqual([]);
    expect(await all.storage.leases.of(drillId)).not.toBeNull();
  });
});

describe('a node that dies', () => {
  test('is replaced within five seconds: clocks stand where it was last alive, nothing acknowledged is lost or done twice [N25] [D2]', async () => {
    const { all, a, b, drillId, desk } = await running();
    await all.clock.advance(3200);
    const acked = await say(room(all, a), drillId, desk, 'm1', '39码');
    expect(acked.ok).toBe(true);
    a.kill();
    const killedAt = all.clock.now();
    const again = all.tab(b, 'again');
    // As a page does: it asks each second until it is let in.
    expect(code(await b.runner.join(drillId, again, 0, true))).toBe('drill-moving');
    let joined = await b.runner.join(drillId, again, 0, true);
    while (!joined.ok) {
      await all.clock.advance(1000);
      joined = await b.runner.join(drillId, again, 0, true);
    }
    expect(all.clock.now() - killedAt).toBeLessThan(5000);
    expect(joined).toMatchObject({ value: { running: false, mine: true } });
    await all.clock.advance(100);
    const stopped = again.seen().at(-1);
    expect(stopped).toMatchObject({ kind: 'clock-stopped', why: 'server' });
    expect(stopped?.at ?? 0).toBeGreaterThanOrEqual(3000);
    expect(stopped?.at ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(4700);
    // What was sent again is answered as it was the first time (RULES N2).
    expect(await say(room(all, b), drillId, again, 'm1', '39码')).toEqual(acked);
    await all.clock.advance(6000);
    expect(again.seen().at(-1)?.kind).not.toBe('clock-stopped');
    expect((await say(room(all, b), drillId, again, 'm2', '有货')).ok).toBe(true);
    expect(await commands(all, drillId)).toEqual(['m1', 'm2']);
    expect(b.counted.takeovers).toBe(1);
  });

  test('is known to be dead by its silence and its closed connections, before its leases run out [D2]', async () => {
    const { all, a, b, drillId } = await running();
    // Just after a beat: none dies later before its next one.
    await all.clock.advance(1000);
    a.kill();
    await all.clock.advance(2600);
    expect(2600).toBeLessThan(LEASE_MS);
    expect((await kinds(all, drillId)).at(-1)).toBe('clock-stopped');
    expect(b.nodes.status()).toMatchObject({ others: 0 });
    expect(b.counted.takeovers).toBe(1);
  });

  test('is not taken for dead while it beats without Redis, nor while it is silent and listens [D2]', async () => {
    const { all, a, b, drillId } = await running();
    all.redis.forget('a');
    await all.clock.advance(6000);
    expect(await all.storage.leases.of(drillId)).toMatchObject({ node: 'a' });
    expect(b.nodes.status()).toMatchObject({ others: 1 });
    a.sleep();
    all.redis.remember('a');
    await all.clock.advance(2600);
    expect(b.counted.takeovers).toBe(0);
    await all.clock.advance(2000);
    expect(b.counted.takeovers).toBe(1);
  });

  test('leaves its clock standing also where a page comes before anybody has looked for the dead', async () => {
    const { all, a, b, drillId } = await running();
    await all.clock.advance(3200);
    a.kill();
    all.clock.sleep(LEASE_MS);
    const again = all.tab(b, 'again');
    expect(await b.runner.join(drillId, again, 0, true)).toMatchObject({ value: { running: false, mine: true } });
    expect(again.seen().at(-1)).toMatchObject({ kind: 'clock-stopped', why: 'server' });
    expect(again.seen().at(-1)?.at).toBeLessThanOrEqual(3200);
    await all.clock.advance(6000);
    expect((await kinds(all, drillId)).at(-1)).toBe('clock-started');
  });

  test('has each of its drills taken by one of those who want it', async () => {
    const { all, a, b, drillId } = await running();
    const c = await all.node('c');
    await all.clock.advance(2000);
    a.kill();
    await all.clock.advance(LEASE_MS + 1500);
    expect([b.counted.takeovers, c.counted.takeovers].toSorted()).toEqual([0, 1]);
    const stops = (await kinds(all, drillId)).filter((kind) => kind === 'clock-stopped');
    expect(stops).toHaveLength(1);
    expect(['b', 'c']).toContain((await all.storage.leases.of(drillId))?.node ?? (b.counted.takeovers ? 'b' : 'c'));
  });

  test('leaves no drill that stood still behind, and has those who looked at one come again', async () => {
    const { all, a, b, drillId } = await running();
    const still = await opened(room(all, a));
    await a.runner.join(still, all.tab(a, 'reader'), 0, true);
    const teacher = all.tab(b, 'teacher');
    await b.runner.watch(drillId, teacher, 0);
    await all.clock.advance(1100);
    a.kill();
    await all.clock.advance(LEASE_MS + 2000);
    expect(teacher.closed).toBeGreaterThan(0);
    expect(await all.storage.leases.of(still)).toBeNull();
    expect(b.local.has(still)).toBe(false);
    expect(await b.runner.watch(drillId, all.tab(b, 'teacher-again'), 0)).toMatchObject({ ok: true });
  });

  test('in the middle of an append leaves the whole of it or nothing, and the command is answered once', async () => {
    for (const isStored of [true, false]) {
      let dies = (): void => {};
      const dying = (storage: Storage, name: string): Storage => {
        if (name !== 'a') return storage;
        const own: Storage = Object.create(storage);
        own.appendAll = async (batch) => {
          const isIt = batch.some(({ commandId }) => commandId === 'm1');
          if (!isIt) return storage.appendAll(batch);
          if (isStored) await storage.appendAll(batch);
          dies();
          return new Promise(() => {});
        };
        return own;
      };
      const all = await cluster({ storageOf: dying });
      const [a, b] = [await all.node('a'), await all.node('b')];
      dies = a.kill;
      const drillId = await opened(room(all, a));
      const desk = all.tab(a, 'desk');
      await a.runner.join(drillId, desk, 0, true);
      await start(room(all, a), drillId, desk);
      let isAnswered = false;
      void say(room(all, a), drillId, desk, 'm1', '39码').then(() => {
        isAnswered = true;
      });
      await all.clock.advance(LEASE_MS + 1500);
      expect(isAnswered).toBe(false);
      const again = all.tab(b, 'again');
      await b.runner.join(drillId, again, 0, true);
      await all.clock.advance(6000);
      const reply: Reply<Acked> = await say(room(all, b), drillId, again, 'm1', '39码');
      expect(reply.ok).toBe(true);
      expect(await commands(all, drillId)).toEqual(['m1']);
    }
  });
});

describe('a node that sleeps past its leases', () => {
  test('stores nothing of a drill that another node has gone on with, and its pages connect again [D3]', async () => {
    const { all, a, b, drillId, desk } = await running();
    await say(room(all, a), drillId, desk, 'm0', '在的');
    a.sleep();
    await all.clock.advance(LEASE_MS + 1500);
    const again = all.tab(b, 'again');
    await b.runner.join(drillId, again, 0, true);
    await all.clock.advance(6000);
    expect((await say(room(all, b), drillId, again, 'm1', '39码')).ok).toBe(true);
    const before = await kinds(all, drillId);
    const heard = desk.heard.length;
    a.wake();
    // Before it has noticed anything.
    expect(code(await say(room(all, a), drillId, desk, 'm2', '我还在'))).toBe('drill-moving');
    expect(desk.closed).toBe(1);
    await all.clock.advance(3000);
    expect(a.local.has(drillId)).toBe(false);
    expect(desk.heard).toHaveLength(heard);
    expect((await kinds(all, drillId)).slice(0, before.length)).toEqual(before);
    expect(await commands(all, drillId)).toEqual(['m0', 'm1']);
    // The page comes back to its own node, sends its words again, and the other node has them.
    const back = all.tab(a, 'back');
    expect(await a.runner.join(drillId, back, 0, true)).toMatchObject({ ok: true });
    expect((await say(room(all, a), drillId, back, 'm2', '我还在')).ok).toBe(true);
    expect(await commands(all, drillId)).toEqual(['m0', 'm1', 'm2']);
  });

  test('drops what it lost at its first beat, though nobody asks for it', async () => {
    const { all, a, b, drillId } = await running();
    a.sleep();
    await all.clock.advance(LEASE_MS + 1500);
    expect(b.counted.takeovers).toBe(1);
    await b.runner.join(drillId, all.tab(b, 'again'), 0, true);
    a.wake();
    await all.clock.advance(200);
    expect(a.local.has(drillId)).toBe(false);
  });

  test('goes on with what nobody has taken, its clock standing for the time between (RULES C4)', async () => {
    const all = await cluster();
    const a = await all.node('a');
    const drillId = await opened(room(all, a));
    const desk = all.tab(a, 'desk');
    await a.runner.join(drillId, desk, 0, true);
    await start(room(all, a), drillId, desk);
    await all.clock.advance(2000);
    a.sleep();
    await all.clock.advance(10_000);
    a.wake();
    await all.clock.advance(6500);
    expect(a.local.has(drillId)).toBe(true);
    expect((await kinds(all, drillId)).filter((kind) => kind.startsWith('clock-'))).toEqual([
      ...['clock-started', 'clock-stopped', 'clock-started'],
    ]);
  });
});

describe('a node that stops', () => {
  test('stops its clocks, gives its drills back and has their pages come again at once [D4]', async () => {
    const { all, a, b, drillId } = await running();
    const other = all.tab(b, 'other');
    await b.runner.join(drillId, other, 0, true);
    await a.stop();
    await all.clock.settle();
    expect((await kinds(all, drillId)).at(-1)).toBe('clock-stopped');
    expect(await all.storage.leases.of(drillId)).toBeNull();
    expect(other.closed).toBeGreaterThan(0);
    expect(await b.runner.join(drillId, all.tab(b, 'again'), 0, true)).toMatchObject({
      ok: true,
      value: { mine: true },
    });
    expect(b.local.has(drillId)).toBe(true);
    expect((await all.storage.nodes.alive(all.clock.now())).map(({ node }) => node)).toEqual(['b']);
  });

  test('that starts takes up no drill that another node has', async () => {
    const { all, a, drillId } = await running();
    const c = await all.node('c');
    expect(c.local.inMemory()).toEqual([]);
    await all.clock.advance(3000);
    expect((await kinds(all, drillId)).at(-1)).not.toBe('clock-stopped');
    expect(await all.storage.leases.of(drillId)).toMatchObject({ node: a.name });
  });
});

describe('Redis', () => {
  test('may be away: drills go on where their pages are, others are refused and come when it is back [D5]', async () => {
    const { all, a, b, drillId, desk } = await running();
    const teacher = all.tab(b, 'teacher');
    await b.runner.watch(drillId, teacher, 0);
    all.redis.goAway();
    await all.clock.settle();
    expect(teacher.closed).toBe(1);
    expect((await say(room(all, a), drillId, desk, 'm1', '39码')).ok).toBe(true);
    expect(code(await b.runner.watch(drillId, all.tab(b, 'again'), 0))).toBe('drill-moving');
    expect(b.nodes.status()).toMatchObject({ name: 'b', others: 1, hearsOthers: false });
    await all.storage.handOver('nowhere', 'nobody');
    await all.clock.advance(5000);
    expect(await all.storage.leases.of(drillId)).toMatchObject({ node: 'a' });
    all.redis.comeBack();
    const back = all.tab(b, 'back');
    expect(await b.runner.watch(drillId, back, 0)).toMatchObject({ ok: true });
    await all.clock.advance(5000);
    expect(back.seen().some((event) => event.kind === 'customer-said' && event.id === 're-m1')).toBe(true);
  });

  test('may be lost by one node alone: its pages count as gone once something can’t be told to them', async () => {
    const { all, b, drillId } = await running();
    const far = all.tab(b, 'far');
    await b.runner.join(drillId, far, 0, true);
    await say(room(all, b), drillId, far, 'm1', '39码');
    all.redis.forget('b');
    await all.clock.advance(16_000);
    expect((await kinds(all, drillId)).at(-1)).toBe('clock-stopped');
  });
});
