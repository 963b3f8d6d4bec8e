import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Marking } from '#contract/practice/inspections.ts';
import type { Storage } from '#storage/storage.ts';

const aMarking = (crossed: boolean): Marking => {
  const met = { level: 'full' as const, faults: [] };
  return {
    dimensions: { response: met, expression: met, solving: met, operation: met, manner: met, sales: met },
    redLine: { crossed, code: null, line: null },
    complaint: null,
  };
};

/** What every backend must do with markings of a class. `open` gives an empty storage. */
export const inspectionsContract = (backend: string, open: () => Promise<Storage>): void => {
  describe(`inspections contract on ${backend}`, () => {
    let storage: Storage;
    beforeEach(async () => {
      storage = await open();
    });
    afterEach(() => storage.close());

    test('numbers stay with their drills; only what nobody marked is taken out', async () => {
      const { inspections } = storage;
      const numbers = async () => (await inspections.items('r1')).map(({ drill, no }) => [drill, no]);
      await inspections.pick('r1', ['a', 'b', 'c'], 1);
      await inspections.pick('r2', ['z'], 1);
      await inspections.save({ run: 'r1', drill: 'b', inspector: { seat: 's1' }, marking: aMarking(false), at: 2 });
      await inspections.pick('r1', ['c', 'd'], 3);
      expect(await numbers()).toEqual([
        ['b', 2],
        ['c', 3],
        ['d', 4],
      ]);
      await inspections.pick('r1', [], 4);
      expect(await numbers()).toEqual([['b', 2]]);
      expect((await inspections.items('r2')).map(({ drill }) => drill)).toEqual(['z']);
    });

    test('a marking changes until it is handed in, once, and each inspector has their own', async () => {
      const { inspections } = storage;
      const of = (crossed: boolean, at: number) => ({ run: 'r1', drill: 'a', marking: aMarking(crossed), at });
      expect(await inspections.save({ ...of(false, 1), inspector: { seat: 's1' } })).toBe(true);
      expect(await inspections.save({ ...of(true, 2), inspector: { seat: 's1' } })).toBe(true);
      expect(await inspections.save({ ...of(false, 3), inspector: { person: 'p1' } })).toBe(true);
      expect(await inspections.handIn('a', 's2', 4)).toBe(false);
      expect(await inspections.handIn('a', 's1', 4)).toBe(true);
      expect(await inspections.handIn('a', 's1', 5)).toBe(false);
      expect(await inspections.save({ ...of(false, 6), inspector: { seat: 's1' } })).toBe(false);
      const own = { ...of(true, 2), inspector: { seat: 's1' }, handedInAt: 4 };
      const theirs = { ...of(false, 3), inspector: { person: 'p1' }, handedInAt: null };
      expect(await inspections.markings('r1')).toEqual([own, theirs]);
      expect(await inspections.markingsOf(['s1', 's9'], null)).toEqual([own]);
      expect(await inspections.markingsOf([], 'p1')).toEqual([theirs]);
      expect(await inspections.markingsOf([], null)).toEqual([]);
    });
  });
};
