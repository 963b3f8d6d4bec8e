import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ContestRules } from '#contract/contests/rules.ts';
import type { ContestCode, ContestEntry, ContestFile, StoredContest } from '#storage/contests/contests.ts';
import type { Storage } from '#storage/storage.ts';
import { person, school } from '#tests/storage/people-contract.ts';

const rules: ContestRules = {
  ...{ scenarios: ['promotion/a'], minutes: 10, arrivals: 'spaced', seed: '省赛 "A"\n', kind: 'arena', counted: 2 },
  ...{ rounds: null, teamBest: 3, teamsBy: 'entry', opensAt: 1000, closesAt: 9000, freezeMinutes: 0 },
  ...{ lateEntry: true, replays: false, hash: 'ab12' },
};
export const aContestRow = (id: string, over: Partial<StoredContest> = {}): StoredContest => ({
  ...{ id, school: 's1', name: `城东杯，"${id}"`, rules, by: 'p1', at: 100, unveiled: null, openedAt: null },
  ...over,
});
const anEntry = (run: string, over: Partial<ContestEntry> = {}): ContestEntry => ({
  ...{ run, contest: 'k1', school: 's1', team: '一班', by: 'p1', at: 200, leftAt: null },
  ...over,
});
const aCode = (code: string, over: Partial<ContestCode> = {}): ContestCode => ({
  ...{ code, contest: 'k1', forWhom: '城西', at: 300, usedBy: null, usedAt: null },
  ...over,
});
const aFile = (fingerprint: string, over: Partial<ContestFile> = {}): ContestFile => ({
  ...{ contest: 'k1', fingerprint, source: 'k9', body: '{"亲":"\\"\\n"}', by: 'p1', at: 400 },
  ...over,
});

/** A row in every table of contests. */
export const fillContests = async ({ contests }: Pick<Storage, 'contests'>): Promise<void> => {
  await contests.create(aContestRow('k1', { unveiled: 2 }));
  await contests.addEntry(anEntry('r1'));
  await contests.addCode(aCode('C1', { usedBy: 's2', usedAt: 350 }));
  await contests.putName('t1', 'k1', '快嘴', 360);
  await contests.putFile(aFile('AA'));
  await contests.putKnownKey({ school: 's1', fingerprint: 'AA', name: '城西', by: 'p1', at: 410 });
  await contests.addSigningKey({ publicKey: 'PUBLIC', privateKey: 'PRIVATE' }, 420);
};

/** What every backend must do with contests. `open` gives an empty storage. */
export const contestsContract = (backend: string, open: () => Promise<Storage>): void => {
  describe(`contests contract on ${backend}`, () => {
    let storage: Storage;
    beforeEach(async () => {
      storage = await open();
    });
    afterEach(() => storage.close());

    test('[J52] keeps a contest whole, and lists those a school made or entered, newest first', async () => {
      const { contests } = storage;
      await contests.create(aContestRow('k1'));
      await contests.create(aContestRow('k2', { school: 's2', at: 200 }));
      await contests.create(aContestRow('k3', { school: 's2', at: 300 }));
      expect(await contests.contest('k1')).toEqual(aContestRow('k1'));
      expect(await contests.contest('k0')).toBeNull();
      await contests.addEntry(anEntry('r1', { contest: 'k2' }));
      await contests.addEntry(anEntry('r2', { contest: 'k2' }));
      const ids = async (of: string) => (await contests.ofSchool(of)).map(({ id }) => id);
      expect(await ids('s1')).toEqual(['k2', 'k1']);
      expect(await ids('s2')).toEqual(['k3', 'k2']);
      expect(await contests.entryOf('r2')).toEqual(anEntry('r2', { contest: 'k2' }));
      expect((await contests.entries('k2')).map(({ run }) => run)).toEqual(['r1', 'r2']);
    });

    test('[J56] tells results further and never back, and never again once all is told', async () => {
      const { contests } = storage;
      await contests.create(aContestRow('k1'));
      expect(await contests.unveil('k1', 2, null)).toBe(true);
      expect(await contests.unveil('k1', 1, null)).toBe(false);
      expect(await contests.unveil('k1', 2, null)).toBe(true);
      expect(await contests.unveil('k1', 3, 777)).toBe(true);
      expect(await contests.unveil('k1', 9, null)).toBe(false);
      expect(await contests.contest('k1')).toMatchObject({ unveiled: 3, openedAt: 777 });
      expect(await contests.unveil('k0', 1, null)).toBe(false);
    });

    test('[J54] lets a run leave once, and a code be used by one school, as often as that school likes', async () => {
      const { contests } = storage;
      await contests.addEntry(anEntry('r1'));
      expect(await contests.leave('r1', 500)).toBe(true);
      expect(await contests.leave('r1', 600)).toBe(false);
      expect((await contests.entryOf('r1'))?.leftAt).toBe(500);
      await contests.addCode(aCode('C1'));
      await contests.addCode(aCode('C2'));
      expect(await contests.claimCode('C1', 's2', 700)).toBe(true);
      expect(await contests.claimCode('C1', 's3', 800)).toBe(false);
      expect(await contests.claimCode('C1', 's2', 900)).toBe(true);
      expect(await contests.claimCode('C9', 's2', 900)).toBe(false);
      expect(await contests.code('C1')).toEqual(aCode('C1', { usedBy: 's2', usedAt: 900 }));
      expect(await contests.removeCode('k1', 'C1')).toBe(false);
      expect(await contests.removeCode('k2', 'C2')).toBe(false);
      expect(await contests.removeCode('k1', 'C2')).toBe(true);
      expect((await contests.codes('k1')).map(({ code }) => code)).toEqual(['C1']);
    });

    test('[J57] gives a name to one seat of a contest, and takes it back', async () => {
      const { contests } = storage;
      expect(await contests.putName('t1', 'k1', '快嘴', 1)).toBe(true);
      expect(await contests.putName('t2', 'k1', '快嘴', 2)).toBe(false);
      expect(await contests.putName('t2', 'k2', '快嘴', 2)).toBe(true);
      expect(await contests.putName('t1', 'k1', '快嘴', 3)).toBe(true);
      expect(await contests.putName('t1', 'k1', '稳住', 4)).toBe(true);
      expect(await contests.putName('t3', 'k1', '快嘴', 5)).toBe(true);
      expect(await contests.putName('t3', 'k1', null, 6)).toBe(true);
      expect(await contests.names('k1')).toEqual(new Map([['t1', '稳住']]));
      expect(await contests.namesOf(['t1', 't3'])).toEqual([{ contest: 'k1', seat: 't1', name: '稳住', at: 4 }]);
    });

    test('[J58] keeps the first signing key, one file of a source, and the keys that a school knows', async () => {
      const { contests } = storage;
      expect(await contests.signingKey()).toBeNull();
      await contests.addSigningKey({ publicKey: 'A', privateKey: 'a' }, 1);
      await contests.addSigningKey({ publicKey: 'B', privateKey: 'b' }, 2);
      expect(await contests.signingKey()).toEqual({ publicKey: 'A', privateKey: 'a' });
      await contests.putFile(aFile('AA'));
      await contests.putFile(aFile('AA', { body: 'neu', at: 500 }));
      await contests.putFile(aFile('BB'));
      expect(await contests.files('k1')).toEqual([aFile('AA', { body: 'neu', at: 500 }), aFile('BB')]);
      expect(await contests.removeFile('k1', 'AA', 'k0')).toBe(false);
      expect(await contests.removeFile('k1', 'AA', 'k9')).toBe(true);
      const key = { school: 's1', fingerprint: 'AA', name: '城西', by: 'p1', at: 1 };
      await contests.putKnownKey(key);
      await contests.putKnownKey({ ...key, name: '城西职校', at: 2 });
      expect(await contests.knownKeys('s1')).toEqual([{ ...key, name: '城西职校', at: 2 }]);
      expect(await contests.knownKeys('s2')).toEqual([]);
    });

    test('[J57] loses a chosen name with its seat, and all of a school’s contests with the school', async () => {
      const { contests, people, personalData } = storage;
      const erased = (scope: Partial<Parameters<typeof personalData.erase>[0]>) =>
        personalData.erase(
          {
            ...{ schools: [], people: [], classes: [], runs: [], seats: [], anonymisedSeats: [], replayTasks: [] },
            ...{ drills: [], anonymisedDrills: [], privateExams: [], devices: [], ...scope },
          },
          { at: 1, school: 's1', actor: 'p1', subject: null, kind: 'practice-erased', details: {} } as never,
        );
      await people.createSchool(school('s1'), person('root', { role: 'admin' }));
      await fillContests(storage);
      await contests.putName('t2', 'k1', '稳住', 1);
      await contests.addEntry(anEntry('r2', { school: 's2' }));
      await erased({ anonymisedSeats: ['t1'] });
      expect(await contests.names('k1')).toEqual(new Map([['t2', '稳住']]));
      await erased({ runs: ['r1'] });
      expect((await contests.entries('k1')).map(({ run }) => run)).toEqual(['r2']);
      const { gone } = await erased({ schools: ['s1'] });
      expect(gone).toContainEqual({ what: 'contests', n: 1 });
      expect(await contests.contest('k1')).toBeNull();
      for (const left of [contests.entries('k1'), contests.codes('k1'), contests.files('k1'), contests.knownKeys('s1')])
        expect(await left).toEqual([]);
      // The server's key is no school's.
      expect(await contests.signingKey()).not.toBeNull();
    });
  });
};
