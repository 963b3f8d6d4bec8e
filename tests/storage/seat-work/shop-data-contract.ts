import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StoredBooklet, StoredServiceTable } from '#storage/service-data.ts';
import type { Storage } from '#storage/storage.ts';
import { person, school } from '#tests/storage/people-contract.ts';
import { aTerm } from '#tests/storage/seat-work/terms-contract.ts';

export const aServiceTable = (id: string, over: Partial<StoredServiceTable> = {}): StoredServiceTable => ({
  ...{ id, school: 's1', name: `双11，"${id}"`, rows: 2, firstAt: 1000, lastAt: 2000, by: 'p1', at: 3000 },
  body: '[{"who":1,"type":"物流\\n催件"}]',
  ...over,
});
export const aBooklet = (over: Partial<StoredBooklet> = {}): StoredBooklet => ({
  ...{ term: 'm1', version: 1, title: '十一月案例册', by: 'p1', at: 3000 },
  items: [
    { run: 'r1', code: 'evaded', drill: 'd1', goodDrill: 'd2', sentence: '先答，"再"问\n。' },
    { run: 'r1', code: 'late-first', drill: 'd3', goodDrill: null, sentence: '' },
  ],
  ...over,
});

/** What every backend must do with a school's own service tables and a term's booklet. `open` gives an empty storage. */
export const shopDataContract = (backend: string, open: () => Promise<Storage>): void => {
  describe(`service tables and booklets contract on ${backend}`, () => {
    let storage: Storage;
    beforeEach(async () => {
      storage = await open();
    });
    afterEach(() => storage.close());
    const ids = async (of: string) => (await storage.serviceTables.list(of)).map(({ id }) => id);
    const erased = (scope: Partial<Parameters<Storage['personalData']['erase']>[0]>) =>
      storage.personalData.erase(
        {
          ...{ schools: [], people: [], classes: [], runs: [], seats: [], anonymisedSeats: [], replayTasks: [] },
          ...{ drills: [], anonymisedDrills: [], privateExams: [], devices: [], ...scope },
        },
        { at: 1, school: 's1', actor: 'p1', subject: null, kind: 'practice-erased', details: {} } as never,
      );

    test('[J25] keeps tables of a school newest first, renames and removes them, for that school alone', async () => {
      const { serviceTables } = storage;
      const { body: _, ...head } = aServiceTable('a');
      expect(await serviceTables.add(aServiceTable('a'), 3)).toBe(true);
      expect(await serviceTables.add(aServiceTable('b', { at: 4000, by: 'p2' }), 3)).toBe(true);
      expect(await serviceTables.add(aServiceTable('c', { school: 's2' }), 3)).toBe(true);
      expect(await ids('s1')).toEqual(['b', 'a']);
      expect((await serviceTables.list('s1'))[1]).toEqual(head);
      expect(await serviceTables.table('s1', 'a')).toEqual(aServiceTable('a'));
      expect(await serviceTables.table('s2', 'a')).toBeNull();
      expect(await serviceTables.rename('s2', 'a', '抢走')).toBe(false);
      expect(await serviceTables.rename('s1', 'a', '新名字')).toBe(true);
      expect((await serviceTables.table('s1', 'a'))?.name).toBe('新名字');
      expect(await serviceTables.remove('s2', 'a')).toBe(false);
      expect(await serviceTables.remove('s1', 'a')).toBe(true);
      expect(await serviceTables.remove('s1', 'a')).toBe(false);
      expect(await ids('s1')).toEqual(['b']);
      expect((await serviceTables.ofPerson('p2')).map(({ id }) => id)).toEqual(['b']);
    });

    test('[J25] stores no more tables than a school may have', async () => {
      const { serviceTables } = storage;
      expect(await serviceTables.add(aServiceTable('a'), 2)).toBe(true);
      expect(await serviceTables.add(aServiceTable('b'), 2)).toBe(true);
      expect(await serviceTables.add(aServiceTable('c'), 2)).toBe(false);
      expect(await serviceTables.add(aServiceTable('d', { school: 's2' }), 2)).toBe(true);
      expect(await ids('s1')).toHaveLength(2);
    });

    test('[J27] keeps a term’s booklet whole, and of two changes at once refuses the second', async () => {
      const { booklets } = storage;
      expect(await booklets.booklet('m1')).toBeNull();
      expect(await booklets.put(aBooklet())).toBe(true);
      expect(await booklets.booklet('m1')).toEqual(aBooklet());
      expect(await booklets.put(aBooklet({ title: '别的' }))).toBe(false);
      const [item] = aBooklet().items;
      const next = aBooklet({ version: 2, title: '改过', items: item === undefined ? [] : [item] });
      expect(await booklets.put(next)).toBe(true);
      expect(await booklets.put(aBooklet({ version: 2 }))).toBe(false);
      expect(await booklets.booklet('m1')).toEqual(next);
      expect(await booklets.ofPerson('p1')).toEqual([next]);
      expect(await booklets.ofPerson('p2')).toEqual([]);
    });

    test('[J27] a booklet loses what rests on a drill whose words are deleted, and goes with its class', async () => {
      const { booklets, people, terms } = storage;
      await people.createSchool(school('s1'), person('root', { role: 'admin' }));
      await terms.create(aTerm('m1'));
      await booklets.put(aBooklet());
      await erased({ anonymisedDrills: ['d2'] });
      expect((await booklets.booklet('m1'))?.items.map(({ drill }) => drill)).toEqual(['d3']);
      await erased({ drills: ['d3'] });
      expect((await booklets.booklet('m1'))?.items).toEqual([]);
      await erased({ classes: [aTerm('m1').classId] });
      expect(await booklets.booklet('m1')).toBeNull();
      await storage.serviceTables.add(aServiceTable('a'), 2);
      const { gone } = await erased({ schools: ['s1'] });
      expect(gone).toContainEqual({ what: 'service-tables', n: 1 });
      expect(await ids('s1')).toEqual([]);
    });
  });
};
