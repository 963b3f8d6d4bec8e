import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StoredSheetAppeal, StoredSheetVersion } from '#storage/published-sheets.ts';
import type { Storage } from '#storage/storage.ts';
import { person } from '#tests/storage/people-contract.ts';
import { anEntry, aTerm } from './terms-contract.ts';

type NewVersion = Omit<StoredSheetVersion, 'people'>;
const aVersion = (version: number, over: Partial<NewVersion> = {}): NewVersion => ({
  ...{ term: 'm1', version, at: 5_000_000_000_000, by: 'p1', missing: 2, showsRank: true, body: '{"a":1}' },
  ...{ withdrawn: null, ...over },
});
const aRow = (of: string) => ({ person: of, no: '07', name: '甲', body: '{"b":1.5}' });
const anAppeal = (id: string, over: Partial<StoredSheetAppeal> = {}): Omit<StoredSheetAppeal, 'closing'> => ({
  ...{ id, term: 'm1', version: 1, person: 'p9', item: 'learning', value: 8.5, text: '我在场', at: 5_000_000_000_000 },
  ...over,
});

/** A sheet of two trainees, published twice and withdrawn, with an appeal that is open and one that was answered. */
export const fillPublishedSheets = async ({ publishedSheets }: Pick<Storage, 'publishedSheets'>): Promise<void> => {
  await publishedSheets.publish(aVersion(1), [aRow('p9'), aRow('p8')]);
  await publishedSheets.publish(aVersion(2), [aRow('p9')]);
  await publishedSheets.withdraw('m1', 2, { at: 9, by: 'p1', why: '漏了"一格"' });
  await publishedSheets.addAppeal(anAppeal('q1'));
  await publishedSheets.addAppeal(anAppeal('q2', { item: 'mentor', value: null }));
  await publishedSheets.answer('q1', { how: 'changed', to: 9.5, reason: '查了', by: 'p1', at: 7 }, null);
};

/** What every backend must do with published sheets. `open` gives an empty storage. */
export const publishedSheetsContract = (backend: string, open: () => Promise<Storage>): void => {
  describe(`published sheets contract on ${backend}`, () => {
    let storage: Storage;
    beforeEach(async () => {
      storage = await open();
    });
    afterEach(() => storage.close());

    test('a version is the next one or isn’t stored, and keeps its rows in their order [J9]', async () => {
      const { publishedSheets } = storage;
      expect(await publishedSheets.versions('m1')).toEqual([]);
      expect(await publishedSheets.publish(aVersion(2), [aRow('p9')])).toBe(false);
      expect(await publishedSheets.publish(aVersion(1), [aRow('p9'), aRow('p8')])).toBe(true);
      expect(await publishedSheets.publish(aVersion(1), [aRow('p7')])).toBe(false);
      expect(await publishedSheets.publish(aVersion(2, { showsRank: false }), [])).toBe(true);
      expect(await publishedSheets.publish(aVersion(1, { term: 'm2' }), [aRow('p9')])).toBe(true);
      expect(await publishedSheets.versions('m1')).toEqual([
        { ...aVersion(2, { showsRank: false }), people: 0 },
        { ...aVersion(1), people: 2 },
      ]);
      expect(await publishedSheets.rows('m1', 1)).toEqual([aRow('p9'), aRow('p8')]);
      expect(await publishedSheets.rowsOf('p9')).toEqual([
        { ...aRow('p9'), term: 'm1', version: 1 },
        { ...aRow('p9'), term: 'm2', version: 1 },
      ]);
    });

    test('the newest version alone is withdrawn, once, and stays [J12]', async () => {
      const { publishedSheets } = storage;
      await publishedSheets.publish(aVersion(1), []);
      await publishedSheets.publish(aVersion(2), []);
      const withdrawn = { at: 9, by: 'p2', why: '漏了一个人' };
      expect(await publishedSheets.withdraw('m1', 1, withdrawn)).toBe(false);
      expect(await publishedSheets.withdraw('m1', 2, withdrawn)).toBe(true);
      expect(await publishedSheets.withdraw('m1', 2, { ...withdrawn, at: 10 })).toBe(false);
      expect(await publishedSheets.withdraw('m2', 1, withdrawn)).toBe(false);
      expect((await publishedSheets.versions('m1'))[0]).toEqual({ ...aVersion(2, { withdrawn }), people: 0 });
    });

    test('a cell of a version is appealed once, and answered once, with the entry that corrects it [J13] [J14]', async () => {
      const { publishedSheets, terms } = storage;
      expect(await publishedSheets.addAppeal(anAppeal('q1'))).toBe(true);
      expect(await publishedSheets.addAppeal(anAppeal('q2'))).toBe(false);
      expect(await publishedSheets.addAppeal(anAppeal('q3', { item: 'mentor', value: null }))).toBe(true);
      expect(await publishedSheets.addAppeal(anAppeal('q4', { version: 2 }))).toBe(true);
      expect(await publishedSheets.addAppeal(anAppeal('q5', { term: 'm2', person: 'p8' }))).toBe(true);
      const entry = anEntry('n1', { value: 9, reason: '查了记录' });
      const closing = { how: 'changed', to: 9, reason: '查了记录', by: 'p1', at: 7 } as const;
      expect(await publishedSheets.answer('q1', closing, entry)).toBe(true);
      expect(await publishedSheets.answer('q1', { ...closing, how: 'kept', to: null }, anEntry('n2'))).toBe(false);
      expect(await publishedSheets.answer('q9', closing, anEntry('n3'))).toBe(false);
      expect(await terms.entries('m1')).toEqual([entry]);
      const kept = { how: 'kept', to: null, reason: '没有依据', by: 'p2', at: 8 } as const;
      expect(await publishedSheets.answer('q3', kept, null)).toBe(true);
      expect(await publishedSheets.appeals('m1')).toEqual([
        { ...anAppeal('q1'), closing },
        { ...anAppeal('q3', { item: 'mentor', value: null }), closing: kept },
        { ...anAppeal('q4', { version: 2 }), closing: null },
      ]);
      expect((await publishedSheets.appealsOf('p8')).map(({ id }) => id)).toEqual(['q5']);
    });

    test('whoever is erased is in no published sheet any more, and a class’s sheets go with it [P3]', async () => {
      const { people, personalData, publishedSheets } = storage;
      await people.createSchool({ id: 's1', name: '一中', createdAt: 1 }, person('p1'));
      await people.createClass({ id: 'k1', school: 's1', name: '一班', createdAt: 1, archivedAt: null });
      const trainees = ['p8', 'p9'].map((id) => ({ person: person(id, { role: 'trainee', login: null }), no: id }));
      await people.addMembers('k1', trainees);
      await storage.terms.create(aTerm('m1'));
      await publishedSheets.publish(aVersion(1), [aRow('p8'), aRow('p9')]);
      await publishedSheets.publish(aVersion(2), [aRow('p8'), aRow('p9')]);
      await publishedSheets.addAppeal(anAppeal('q1'));
      await publishedSheets.addAppeal(anAppeal('q2', { person: 'p8' }));
      const erase = async (target: Parameters<typeof personalData.erasureScope>[0]) => {
        const scope = await personalData.erasureScope(target);
        if (scope === null) throw new Error('nothing there');
        const note = { at: 1000, school: 's1', actor: 'p1', subject: 's1' };
        const { gone } = await personalData.erase(scope, { ...note, kind: 'data-erased', details: {} });
        return Object.fromEntries(gone.map(({ what, n }) => [what, n]));
      };
      expect(await erase({ kind: 'person', id: 'p9' })).toMatchObject({ 'sheet-rows': 2, appeals: 1 });
      expect(await publishedSheets.rowsOf('p9')).toEqual([]);
      expect((await publishedSheets.rows('m1', 2)).map((row) => row.person)).toEqual(['p8']);
      expect((await publishedSheets.versions('m1'))[0]?.people).toBe(1);
      expect(await erase({ kind: 'class', id: 'k1' })).toMatchObject({ 'sheet-rows': 2, appeals: 1 });
      expect([await publishedSheets.versions('m1'), await publishedSheets.appeals('m1')]).toEqual([[], []]);
    });
  });
};
