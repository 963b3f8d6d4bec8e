import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StoredMentorship, StoredShare } from '#storage/mentors/mentors.ts';
import type { StoredPlannedDrill } from '#storage/mentors/planned-drills.ts';
import type { Storage } from '#storage/storage.ts';
import { person } from '#tests/storage/people-contract.ts';
import { aTerm } from './terms-contract.ts';

const AT = 5_000_000_000_000;
const aMentorship = (id: string, over: Partial<StoredMentorship> = {}): StoredMentorship => ({
  ...{ id, school: 's1', login: 'guo', code: null, by: 'p1', at: AT, expiresAt: AT + 10 },
  ...{ person: null, acceptedAt: null, endedAt: null, endedBy: null },
  ...over,
});
const aShare = (id: string, over: Partial<StoredShare> = {}): StoredShare => ({
  ...{ id, school: 's1', kind: 'run', thing: 'r1', step: 'shared', by: 'p1', at: AT },
  ...over,
});
const aPlanned = (id: string, over: Partial<StoredPlannedDrill> = {}): StoredPlannedDrill => ({
  ...{ id, term: 'm1', event: 'd1111-2026', step: 'rush', day: '2026-10-21', by: 'p1', at: AT, removedAt: null },
  ...over,
});

/** A row of every table. */
export const fillMentors = async ({ mentors, plannedDrills }: Pick<Storage, 'mentors' | 'plannedDrills'>) => {
  await mentors.invite(aMentorship('k1', { person: 'p2', acceptedAt: AT }));
  await mentors.invite(aMentorship('k2', { login: null, code: 'ABCDEFGH2345', endedAt: AT, endedBy: 'p1' }));
  await mentors.addShare(aShare('h1'));
  await plannedDrills.add(aPlanned('y1'));
  await plannedDrills.add(aPlanned('y2', { removedAt: AT }));
};

/** What every backend must do with mentors of other schools, shares and the calendar. `open` gives an empty storage. */
export const mentorsContract = (backend: string, open: () => Promise<Storage>): void => {
  describe(`mentors contract on ${backend}`, () => {
    let storage: Storage;
    beforeEach(async () => {
      storage = await open();
    });
    afterEach(() => storage.close());

    test('an invitation is accepted once, and ends once [J62] [J63]', async () => {
      const { mentors } = storage;
      expect(await mentors.invite(aMentorship('k1'))).toBe(true);
      expect(await mentors.invite(aMentorship('k2', { login: null, code: 'AAAA' }))).toBe(true);
      expect(await mentors.invite(aMentorship('k3', { login: null, code: 'AAAA' }))).toBe(false);
      expect(await mentors.byCode('AAAA')).toEqual(aMentorship('k2', { login: null, code: 'AAAA' }));
      expect((await mentors.ofPerson('p2', 'guo')).map(({ id }) => id)).toEqual(['k1']);
      expect(await mentors.isMentorOf('p2', 's1')).toBe(false);
      expect(await mentors.accept('k1', 'p2', AT + 1)).toBe(true);
      expect(await mentors.accept('k1', 'p3', AT + 2)).toBe(false);
      expect([await mentors.isMentorOf('p2', 's1'), await mentors.isMentorOf('p2', 's2')]).toEqual([true, false]);
      // Accepted, it waits for nobody else of that name.
      expect(await mentors.ofPerson('p3', 'guo')).toEqual([]);
      expect(await mentors.end('k1', 'p2', AT + 3)).toBe(true);
      expect(await mentors.end('k1', 'p1', AT + 4)).toBe(false);
      expect(await mentors.isMentorOf('p2', 's1')).toBe(false);
      expect(await mentors.accept('k1', 'p2', AT + 5)).toBe(false);
      expect((await mentors.ofSchool('s1')).map(({ id }) => id)).toEqual(['k2', 'k1']);
      const ended = { person: 'p2', acceptedAt: AT + 1, endedAt: AT + 3, endedBy: 'p2' };
      expect(await mentors.mentorship('k1')).toEqual(aMentorship('k1', ended));
    });

    test('of a share the last step counts, and every step stays [J65]', async () => {
      const { mentors } = storage;
      const steps = [aShare('h1'), aShare('h2', { step: 'taken-back' }), aShare('h3')];
      for (const step of steps.slice(0, 2)) await mentors.addShare(step);
      await mentors.addShare(aShare('h9', { kind: 'term' }));
      expect(await mentors.isShared('s1', 'run', 'r1')).toBe(false);
      expect(await mentors.sharedBy('s1')).toEqual([{ kind: 'term', thing: 'r1', at: AT }]);
      await mentors.addShare(aShare('h3'));
      expect(await mentors.shares('run', 'r1')).toEqual(steps);
      expect([await mentors.isShared('s1', 'run', 'r1'), await mentors.isShared('s2', 'run', 'r1')]).toEqual([
        true,
        false,
      ]);
    });

    test('a planned drill is moved, taken away and put back, in its own term alone [J69]', async () => {
      const { plannedDrills } = storage;
      await plannedDrills.add(aPlanned('y1'));
      await plannedDrills.add(aPlanned('y2', { day: '2026-10-14' }));
      expect(await plannedDrills.change('m2', 'y1', { day: '2026-10-01', removedAt: null })).toBe(false);
      expect(await plannedDrills.change('m1', 'y1', { day: '2026-10-28', removedAt: AT })).toBe(true);
      expect(await plannedDrills.ofTerm('m1')).toEqual([
        aPlanned('y2', { day: '2026-10-14' }),
        aPlanned('y1', { day: '2026-10-28', removedAt: AT }),
      ]);
    });

    test('of a mentor erased no invitation is left, of a school nothing [P3]', async () => {
      const { people, personalData, mentors, plannedDrills } = storage;
      await people.createSchool({ id: 's1', name: '一中', createdAt: 1 }, person('p1', { role: 'admin' }));
      await people.createSchool({ id: 's2', name: '二中', createdAt: 2 }, person('p2', { school: 's2', login: 'guo' }));
      await people.createClass({ id: 'k1', school: 's1', name: '一班', createdAt: 1, archivedAt: null });
      await storage.terms.create(aTerm('m1'));
      await mentors.invite(aMentorship('k1', { login: null, person: 'p2', acceptedAt: AT }));
      await mentors.invite(aMentorship('k2'));
      await mentors.invite(aMentorship('k3', { login: 'he' }));
      await mentors.addShare(aShare('h1', { kind: 'term', thing: 'm1' }));
      await plannedDrills.add(aPlanned('y1'));
      const erase = async (target: Parameters<typeof personalData.erasureScope>[0]) => {
        const scope = await personalData.erasureScope(target);
        if (scope === null) throw new Error('nothing there');
        const note = { at: 1000, school: 's1', actor: 'p1', subject: 's1' };
        return await personalData.erase(scope, { ...note, kind: 'data-erased', details: {} });
      };
      const { gone } = await erase({ kind: 'person', id: 'p2' });
      expect(gone.find(({ what }) => what === 'mentorships')).toEqual({ what: 'mentorships', n: 2 });
      expect((await mentors.ofSchool('s1')).map(({ id }) => id)).toEqual(['k3']);
      await erase({ kind: 'class', id: 'k1' });
      expect([await mentors.sharedBy('s1'), await plannedDrills.ofTerm('m1')]).toEqual([[], []]);
      await mentors.addShare(aShare('h2'));
      await erase({ kind: 'school', id: 's1' });
      expect([await mentors.sharedBy('s1'), await mentors.ofSchool('s1')]).toEqual([[], []]);
    });
  });
};
