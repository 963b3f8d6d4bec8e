import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Storage } from '#storage/storage.ts';
import type { StoredTeams } from '#storage/teams.ts';
import type { StoredEntry, StoredTerm } from '#storage/terms.ts';
import { person } from '#tests/storage/people-contract.ts';

export const aTerm = (id: string, over: Partial<StoredTerm> = {}): StoredTerm => ({
  ...{ id, school: 's1', classId: 'k1', name: '双 11 实训周', firstDay: '2026-11-02', lastDay: '2026-11-13' },
  ...{ rules: null, version: 0, createdBy: 'p1', createdAt: 5_000_000_000_000 },
  ...over,
});
export const anEntry = (id: string, over: Partial<StoredEntry> = {}): StoredEntry => ({
  ...{ id, term: 'm1', person: 'p9', item: 'learning', value: 8.5, outOf: 10, reason: '', by: 'p1' },
  at: 5_000_000_000_000,
  ...over,
});

export const someTeams = (over: Partial<StoredTeams> = {}): StoredTeams => ({
  ...{ version: 1, awards: [2000, 1500] },
  teams: [
    { name: '坡上鲜果铺', members: [{ person: 'p9', leader: true, shift: 'early' }] },
    { name: '谷炊', members: [{ person: 'p8', leader: false, shift: null }] },
  ],
  ...over,
});

/** What every backend must do with terms. `open` gives an empty storage. */
export const termsContract = (backend: string, open: () => Promise<Storage>): void => {
  describe(`terms contract on ${backend}`, () => {
    let storage: Storage;
    beforeEach(async () => {
      storage = await open();
    });
    afterEach(() => storage.close());

    test('a class has its terms, the one that begins last first, and their days change [J1]', async () => {
      const { terms } = storage;
      await terms.create(aTerm('m1'));
      await terms.create(aTerm('m2', { firstDay: '2026-12-01', lastDay: '2026-12-12' }));
      await terms.create(aTerm('m3', { classId: 'k2' }));
      expect((await terms.ofClass('k1')).map(({ id }) => id)).toEqual(['m2', 'm1']);
      await terms.change('m1', { name: '秋季', firstDay: '2026-09-01', lastDay: '2027-01-10' });
      expect(await terms.term('m1')).toEqual(
        aTerm('m1', { name: '秋季', firstDay: '2026-09-01', lastDay: '2027-01-10' }),
      );
      expect(await terms.term('m9')).toBeNull();
    });

    test('the rules of a sheet are saved by the version that was read, and once [J2]', async () => {
      const { terms } = storage;
      await terms.create(aTerm('m1'));
      const rules = { columns: [], levels: [], indicators: [] };
      expect(await terms.putRules('m1', 1, rules)).toBe(true);
      expect(await terms.putRules('m1', 1, null)).toBe(false);
      expect(await terms.term('m1')).toEqual(aTerm('m1', { rules, version: 1 }));
      expect(await terms.putRules('m1', 2, null)).toBe(true);
      expect(await terms.term('m1')).toEqual(aTerm('m1', { version: 2 }));
    });

    test('every entry of a cell stays, in the order in which they were made [J4]', async () => {
      const { terms } = storage;
      const entries = [
        anEntry('n1'),
        anEntry('n2', { value: null, reason: '填错了人' }),
        anEntry('n3', { person: 'p8', value: 0 }),
      ];
      for (const entry of entries) await terms.addEntry(entry);
      await terms.addEntry(anEntry('n4', { term: 'm2' }));
      expect(await terms.entries('m1')).toEqual(entries);
      expect((await terms.entriesOf('p9')).map(({ id }) => id)).toEqual(['n1', 'n2', 'n4']);
    });

    test('whoever is erased is in no team any more, and a class’s teams go with it [L1] [P3]', async () => {
      const { people, personalData, teams } = storage;
      await people.createSchool({ id: 's1', name: '一中', createdAt: 1 }, person('p1'));
      await people.createClass({ id: 'k1', school: 's1', name: '一班', createdAt: 1, archivedAt: null });
      const trainees = ['p8', 'p9'].map((id) => ({ person: person(id, { role: 'trainee', login: null }), no: id }));
      await people.addMembers('k1', trainees);
      await storage.terms.create(aTerm('m1'));
      await teams.putTeams('m1', someTeams());
      const erase = async (target: Parameters<typeof personalData.erasureScope>[0]) => {
        const scope = await personalData.erasureScope(target);
        if (scope === null) throw new Error('nothing there');
        const note = { at: 1000, school: 's1', actor: 'p1', subject: 's1' };
        await personalData.erase(scope, { ...note, kind: 'data-erased', details: {} });
      };
      await erase({ kind: 'person', id: 'p9' });
      expect(await teams.placesOf('p9')).toEqual([]);
      expect((await teams.teams('m1'))?.teams.map(({ members }) => members.length)).toEqual([0, 1]);
      await erase({ kind: 'class', id: 'k1' });
      expect([await teams.teams('m1'), await teams.placesOf('p8')]).toEqual([null, []]);
    });

    test('teams are put in place of those there were, by the version that was read, and once [L1]', async () => {
      const { teams } = storage;
      expect(await teams.teams('m1')).toBeNull();
      expect(await teams.putTeams('m1', someTeams({ version: 2 }))).toBe(false);
      expect(await teams.putTeams('m1', someTeams())).toBe(true);
      expect(await teams.teams('m1')).toEqual(someTeams());
      expect(await teams.putTeams('m1', someTeams({ awards: [] }))).toBe(false);
      const [first, second] = someTeams().teams;
      if (first === undefined || second === undefined) throw new Error('no teams');
      const swapped = someTeams({
        version: 2,
        teams: [
          { ...second, members: first.members },
          { name: '汀禾', shop: 'tinghe', members: second.members },
        ],
      });
      expect(await teams.putTeams('m1', swapped)).toBe(true);
      expect(await teams.teams('m1')).toEqual(swapped);
      expect(await teams.putTeams('m2', someTeams())).toBe(true);
      expect(await teams.placesOf('p9')).toEqual([
        { term: 'm1', team: '谷炊', leader: true, shift: 'early' },
        { term: 'm2', team: '坡上鲜果铺', leader: true, shift: 'early' },
      ]);
    });
  });
};
