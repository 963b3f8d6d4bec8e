import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Storage } from '#storage/storage.ts';
import { gate } from '#tests/storage/support/gate.ts';
import { append, row } from './contract.ts';

/** What every backend must do with leases, nodes and locks. `open` gives an empty storage. */
export const leasesContract = (backend: string, open: () => Promise<Storage>): void => {
  describe(`leases, nodes and locks on ${backend}`, () => {
    let storage: Storage;
    beforeEach(async () => {
      storage = await open();
      for (const id of ['d1', 'd2']) await storage.createDrill(row(id));
    });
    afterEach(() => storage.close());

    test('a drill is one node’s until its lease runs out or is given back', async () => {
      const { leases } = storage;
      expect(await leases.of('d1')).toBeNull();
      expect(await leases.take('d1', 'a', 5000, 1000)).toEqual({ ok: true });
      expect(await leases.take('d1', 'b', 9000, 4999)).toEqual({ ok: false, node: 'a' });
      expect(await leases.take('d1', 'a', 6000, 2000)).toEqual({ ok: true });
      expect(await leases.of('d1')).toEqual({ drill: 'd1', node: 'a', until: 6000 });
      expect(await leases.take('d1', 'b', 9000, 6000)).toEqual({ ok: true });
      await leases.release('d1', 'a');
      expect((await leases.of('d1'))?.node).toBe('b');
      await leases.release('d1', 'b');
      expect(await leases.of('d1')).toBeNull();
      expect(await leases.take('nowhere', 'a', 5000, 1000)).toEqual({ ok: false, node: null });
    });

    test('of many that take a drill at once, one has it', async () => {
      const nodes = ['a', 'b', 'c', 'd', 'e', 'f'];
      const taken = await Promise.all(nodes.map((node) => storage.leases.take('d1', node, 5000, 1000)));
      expect(taken.filter(({ ok }) => ok)).toHaveLength(1);
      const holder = (await storage.leases.of('d1'))?.node;
      expect(taken[nodes.indexOf(holder ?? '')]).toEqual({ ok: true });
    });

    test('a node renews all it has at once, and hears which these are', async () => {
      const { leases } = storage;
      await leases.take('d2', 'a', 5000, 1000);
      await leases.take('d1', 'a', 5000, 1000);
      expect(await leases.renew('a', 8000)).toEqual(['d1', 'd2']);
      expect(await leases.expired(7999)).toEqual([]);
      await leases.take('d2', 'b', 9000, 8000);
      expect(await leases.renew('a', 9500)).toEqual(['d1']);
      expect(await leases.renew('nobody', 9500)).toEqual([]);
    });

    test('leases that ran out are found until somebody takes them over', async () => {
      const { leases } = storage;
      await leases.take('d1', 'a', 5000, 1000);
      await leases.take('d2', 'b', 4000, 1000);
      expect((await leases.expired(5000)).map(({ drill, node }) => [drill, node])).toEqual([
        ['d2', 'b'],
        ['d1', 'a'],
      ]);
      expect((await leases.expired(4999)).map(({ drill }) => drill)).toEqual(['d2']);
      await leases.take('d2', 'a', 9000, 5000);
      expect((await leases.expired(5000)).map(({ drill }) => drill)).toEqual(['d1']);
    });

    test('an append of a node that hasn’t the drill any more is refused, and nothing of it stored [S6]', async () => {
      const { leases } = storage;
      const from = (node: string | null, expectedSeq: number) =>
        storage.appendAll([append('d1', expectedSeq, node === null ? {} : { lease: node })]);
      const refused = [{ ok: false, error: 'not-leased' }];
      const stored = [{ ok: true, value: undefined }];
      expect(await from('a', 0)).toEqual(stored);
      await leases.take('d1', 'a', 5000, 1000);
      expect(await from('a', 1)).toEqual(stored);
      expect(await from('b', 2)).toEqual(refused);
      expect(await from(null, 2)).toEqual(stored);
      await leases.take('d1', 'b', 9000, 5000);
      expect(await from('a', 3)).toEqual(refused);
      // It is told, too, where the log has gone on meanwhile: the drill is to be looked for elsewhere.
      expect(await from('a', 2)).toEqual(refused);
      expect(await from('b', 2)).toEqual([{ ok: false, error: 'seq-conflict' }]);
      expect(await storage.lengthOf('d1')).toBe(3);
      const both = await storage.appendAll([append('d1', 3, { lease: 'a' }), append('d2', 0, { lease: 'a' })]);
      expect(both).toEqual([...refused, ...stored]);
    });

    test('nodes are known with their addresses until they leave or aren’t heard of', async () => {
      const { nodes } = storage;
      await nodes.beat('b', 'http://10.0.0.2:3000', 5000);
      await nodes.beat('a', 'http://10.0.0.1:3000', 5000);
      await nodes.beat('b', 'http://10.0.0.3:3000', 7000);
      expect(await nodes.alive(4999)).toEqual([
        { node: 'a', url: 'http://10.0.0.1:3000', until: 5000 },
        { node: 'b', url: 'http://10.0.0.3:3000', until: 7000 },
      ]);
      expect((await nodes.alive(5000)).map(({ node }) => node)).toEqual(['b']);
      await nodes.leave('b');
      expect(await nodes.alive(5000)).toEqual([]);
    });

    test('a node is ended with its leases by who finds it dead, unless it was heard of since', async () => {
      const { leases, nodes } = storage;
      await nodes.beat('a', '', 5000);
      await leases.take('d1', 'a', 5000, 1000);
      await leases.take('d2', 'b', 5000, 1000);
      await nodes.beat('a', '', 5500);
      expect(await nodes.end('a', 5000, 3000)).toBe(false);
      expect(await nodes.end('nobody', 5000, 3000)).toBe(false);
      expect(await leases.expired(3000)).toEqual([]);
      expect((await nodes.alive(3000)).map(({ node }) => node)).toEqual(['a']);
      const ended = await Promise.all([nodes.end('a', 5500, 3000), nodes.end('a', 5500, 3000)]);
      expect(ended.toSorted()).toEqual([false, true]);
      expect(await nodes.alive(3000)).toEqual([]);
      expect(await leases.expired(3000)).toEqual([{ drill: 'd1', node: 'a', until: 3000 }]);
      // It lived all the same: what nobody has taken meanwhile is its again.
      expect(await leases.renew('a', 8000)).toEqual(['d1']);
      expect(await leases.expired(3000)).toEqual([]);
    });

    test('running drills are found without those that a living node has', async () => {
      await storage.appendAll([append('d1', 0), append('d2', 0)]);
      await storage.leases.take('d1', 'a', 5000, 1000);
      const open = async (now: number) => (await storage.openDrills(now)).map(({ id }) => id);
      expect(await open(4999)).toEqual(['d2']);
      expect(await open(5000)).toEqual(['d1', 'd2']);
    });

    test('a lock has one holder at a time, in order of coming; another name doesn’t wait', async () => {
      const { locks } = storage;
      const done: string[] = [];
      const work = gate();
      const first = locks.hold('run r1', () => work.opened);
      const second = locks.hold('run r1', async () => void done.push('second'));
      const third = locks.hold('run r1', async () => done.push('third'));
      expect(await locks.hold('run r2', async () => done.push('another'))).toBe(1);
      work.open();
      await Promise.all([first, second]);
      expect(await third).toBe(3);
      expect(done).toEqual(['another', 'second', 'third']);
    });

    test('who shares a lock keeps out who wants it alone, and is kept out by who has it alone', async () => {
      const { locks } = storage;
      for (const [first, second] of [
        [locks.share, locks.hold],
        [locks.hold, locks.share],
      ] as const) {
        const done: string[] = [];
        const [begun, work] = [gate(), gate()];
        const before = first('server', async () => {
          begun.open();
          await work.opened;
          done.push('first');
        });
        await begun.opened;
        const after = second('server', async () => void done.push('second'));
        // Time enough for the second to begin, if it could.
        await locks.hold('another', async () => {});
        work.open();
        await Promise.all([before, after]);
        expect(done).toEqual(['first', 'second']);
      }
    });

    test('a lock ends with its work, also where that throws', async () => {
      const { locks } = storage;
      const fault = new Error('it failed');
      await expect(locks.hold('run r1', () => Promise.reject(fault))).rejects.toBe(fault);
      expect(await locks.hold('run r1', async () => 'held')).toBe('held');
    });
  });
};
