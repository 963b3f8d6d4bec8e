import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StoredHandedIn } from '#storage/handed-in.ts';
import type { Storage } from '#storage/storage.ts';
import { append, row } from '#tests/storage/contract.ts';

const aDrill = (drill: string, over: Partial<StoredHandedIn> = {}): StoredHandedIn => ({
  ...{ drill, school: 's1', classId: 'k1', run: 'r1', seat: 'seat1', to: 'homework', titles: ['一双鞋'] },
  ...{ at: 5_000_000_000_000, mark: null },
  ...over,
});

/** What every backend must do with practice that is handed in. `open` gives an empty storage. */
export const handedInContract = (backend: string, open: () => Promise<Storage>): void => {
  describe(`handed in contract on ${backend}`, () => {
    let storage: Storage;
    beforeEach(async () => {
      storage = await open();
    });
    afterEach(() => storage.close());

    test('[G1] a drill is handed in once, is its school’s to read, and is nobody’s once it is taken back', async () => {
      const { handedIn } = storage;
      await storage.createDrill(row('d1'));
      await storage.appendAll([append('d1', 0)]);
      const own = { school: null, guest: 'g1', person: null };
      expect(await storage.ownerOf('drill', 'd1')).toEqual(own);
      expect(await handedIn.add(aDrill('d1'))).toBe(true);
      expect(await handedIn.add(aDrill('d1', { seat: 'seat2' }))).toBe(false);
      expect(await handedIn.find('d1')).toEqual(aDrill('d1'));
      expect(await storage.ownerOf('drill', 'd1')).toEqual({ ...own, handedInTo: 's1' });
      expect(await handedIn.takeBack('d1')).toBe(true);
      expect(await handedIn.takeBack('d1')).toBe(false);
      expect(await storage.ownerOf('drill', 'd1')).toEqual(own);
      expect(await handedIn.find('d1')).toBeNull();
    });

    test('[G4] a mark stands in the place of the one before, and what is marked isn’t taken back', async () => {
      const { handedIn } = storage;
      expect(await handedIn.mark('d1', { at: 6, by: 'p1', score: 80, note: '' })).toBe(false);
      await handedIn.add(aDrill('d1'));
      await handedIn.add(aDrill('d2', { to: 'class', seat: 'seat2' }));
      await handedIn.add(aDrill('d3', { classId: null, run: 'r2' }));
      expect(await handedIn.mark('d1', { at: 6, by: 'p1', score: 80.5, note: '' })).toBe(true);
      expect(await handedIn.mark('d1', { at: 7, by: 'p2', score: null, note: '再看看' })).toBe(true);
      expect(await handedIn.takeBack('d1')).toBe(false);
      const marked = aDrill('d1', { mark: { at: 7, by: 'p2', score: null, note: '再看看' } });
      expect(await handedIn.ofRun('r1')).toEqual([marked]);
      expect((await handedIn.ofClass('k1')).map(({ drill }) => drill)).toEqual(['d2', 'd1']);
      expect((await handedIn.ofSeats(['seat1', 'seat2'])).map(({ drill }) => drill)).toEqual(['d3', 'd2', 'd1']);
      expect(await handedIn.ofSeats([])).toEqual([]);
    });
  });
};
