import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Storage } from '#storage/storage.ts';
import type { StoredPlayer } from '#storage/together/role-plays.ts';
import { row } from '#tests/storage/contract.ts';

export const aPlayer = (over: Partial<StoredPlayer> = {}): StoredPlayer => ({
  ...{ guest: 'g2', person: 'p2', name: '小马，"演"', at: 6000 },
  ...over,
});

/** What every backend must do with drills whose customer a person plays. `open` gives an empty storage. */
export const rolePlaysContract = (backend: string, open: () => Promise<Storage>): void => {
  describe(`role plays contract on ${backend}`, () => {
    let storage: Storage;
    beforeEach(async () => {
      storage = await open();
    });
    afterEach(() => storage.close());
    const PLACE = { conversation: 'c1', point: 'ship', turn: 2 };

    test('[J32] keeps one code a drill, one drill a code, and gives the card away once', async () => {
      const { rolePlays } = storage;
      const made = { drill: 'd1', code: 'abcd2345', school: 's1', at: 5000 };
      expect(await rolePlays.add(made)).toBe(true);
      expect(await rolePlays.add({ ...made, drill: 'd2' })).toBe(false);
      expect(await rolePlays.byCode('abcd2345')).toEqual({ ...made, player: null, felt: null, unsaid: [] });
      expect(await rolePlays.byCode('nothing')).toBeNull();
      expect(await rolePlays.take('d1', aPlayer())).toBe(true);
      expect(await rolePlays.take('d1', aPlayer({ guest: 'g3' }))).toBe(false);
      expect(await rolePlays.take('d9', aPlayer())).toBe(false);
      expect((await rolePlays.ofDrill('d1'))?.player).toEqual(aPlayer());
    });

    test('[J34] keeps what the player said after it, and forgets name and words with the person, all with the drill', async () => {
      const { rolePlays, personalData } = storage;
      await storage.createDrill(row('d1'));
      await rolePlays.add({ drill: 'd1', code: 'abcd2345', school: null, at: 5000 });
      await rolePlays.take('d1', aPlayer());
      await rolePlays.moveTo('d1', 'g9');
      expect((await rolePlays.ofDrill('d1'))?.player).toMatchObject({ guest: 'g9', person: 'p2' });
      await rolePlays.setFelt('d1', '听得懂，"就是慢"');
      await rolePlays.setUnsaid('d1', [PLACE]);
      expect(await rolePlays.ofPerson('p2')).toMatchObject([
        { drill: 'd1', felt: '听得懂，"就是慢"', unsaid: [PLACE] },
      ]);
      const erased = (scope: object) =>
        personalData.erase(
          {
            ...{ schools: [], people: [], classes: [], runs: [], seats: [], anonymisedSeats: [], replayTasks: [] },
            ...{ drills: [], anonymisedDrills: [], privateExams: [], devices: [], ...scope },
          },
          { at: 1, school: 's1', actor: 'p1', subject: null, kind: 'practice-erased', details: {} } as never,
        );
      await erased({ people: ['p2'] });
      expect(await rolePlays.ofDrill('d1')).toMatchObject({
        ...{ player: { guest: null, person: null, name: null }, felt: null, unsaid: [PLACE] },
      });
      expect((await erased({ drills: ['d1'] })).gone).toContainEqual({ what: 'role-plays', n: 1 });
      expect(await rolePlays.ofDrill('d1')).toBeNull();
    });
  });
};
