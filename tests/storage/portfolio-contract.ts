import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DrillPlace, Storage } from '#storage/storage.ts';
import { entry } from '#tests/scoring/support/portfolio-entries.ts';
import { append, row } from './contract.ts';
import { person, school } from './people-contract.ts';
import { run, seat } from './runs-contract.ts';

/** What every backend must do with portfolios. `open` gives an empty storage. */
export const portfolioContract = (backend: string, open: () => Promise<Storage>): void => {
  describe(`portfolio contract on ${backend}`, () => {
    let storage: Storage;
    beforeEach(async () => {
      storage = await open();
    });
    afterEach(() => storage.close());

    const end = async (
      id: string,
      openedAt: number,
      over: { guest?: string; place?: DrillPlace } = {},
    ): Promise<void> => {
      await storage.createDrill(row(id, { openedAt, ...over }));
      await storage.appendAll([append(id, 0, { state: 'ended', running: false, endedAt: openedAt + 1 })]);
    };

    test('keeps the latest entry of a drill, and tells a drill without an entry from one that counts nowhere', async () => {
      const { portfolio } = storage;
      expect(await portfolio.entry('d1')).toBeUndefined();
      await portfolio.putEntry('d1', 100, entry('d1'));
      await portfolio.putEntry('d1', 200, entry('d1', { score: 81 }));
      await portfolio.putEntry('d2', 200, null);
      expect(await portfolio.entry('d1')).toEqual(entry('d1', { score: 81 }));
      expect(await portfolio.entry('d2')).toBeNull();
    });

    test('gives a device’s practice to a person once, and gives nothing else', async () => {
      const { portfolio } = storage;
      const place: DrillPlace = { school: 's1', run: 'r1', seat: 'seat1', person: null, redo: null };
      await end('mine', 1000);
      await end('newer', 2000);
      await end('other', 1000, { guest: 'g2' });
      await end('class', 3000, { place });
      await storage.createDrill(row('running', { openedAt: 4000 }));
      await storage.appendAll([append('running', 0)]);
      expect(await portfolio.unclaimed('g1')).toEqual(['newer', 'mine']);
      expect(await portfolio.claim('g1', 'p1', ['mine', 'other', 'class', 'nowhere'])).toBe(1);
      expect(await portfolio.unclaimed('g1')).toEqual(['newer']);
      expect(await portfolio.claim('g1', 'p2', ['mine'])).toBe(0);
      expect(await storage.ownerOf('drill', 'mine')).toEqual({ school: null, guest: 'g1', person: 'p1' });
      expect(await storage.ownerOf('drill', 'other')).toMatchObject({ person: null });
      expect(await storage.ownerOf('drill', 'class')).toMatchObject({ person: null });
      expect((await storage.drillsOf(null, 'p1')).map(({ id }) => id)).toEqual(['mine']);
      expect((await storage.drill('mine'))?.place).toBeNull();
    });

    test('[N7] a retry belongs to the person of its drill, whatever device opened it', async () => {
      const place: DrillPlace = { school: 's1', run: 'r1', seat: 'seat1', person: 'p1', redo: null };
      await end('class', 1000, { place });
      await end('alone', 1000);
      for (const drill of ['class', 'alone']) {
        await storage.createDrill(
          row(`of-${drill}`, { guest: 'g5', retry: { drill, conversation: 'c1', turn: 1, since: null } }),
        );
        await storage.appendAll([append(`of-${drill}`, 0)]);
      }
      const of = (id: string) => storage.ownerOf('drill', id);
      expect(await of('of-class')).toEqual({ school: null, guest: 'g1', person: 'p1' });
      expect(await of('of-alone')).toEqual({ school: null, guest: 'g1', person: null });
      await storage.handOver('seat1', 'g2');
      await storage.portfolio.claim('g1', 'p2', ['alone']);
      expect(await of('of-class')).toEqual({ school: null, guest: 'g2', person: 'p1' });
      expect(await of('of-alone')).toEqual({ school: null, guest: 'g1', person: 'p2' });
      // A retry opened on g5 isn't g5's own practice, so the person at g5 can't claim it.
      expect(await storage.portfolio.claim('g5', 'p9', ['of-class', 'of-alone'])).toBe(0);
    });

    test('a class’s list doesn’t count members’ practice', async () => {
      const { people, portfolio } = storage;
      await people.createSchool(school('s1'), person('root', { role: 'admin' }));
      await people.createClass({ id: 'k1', school: 's1', name: '一班', createdAt: 1000, archivedAt: null });
      await people.addMembers('k1', [{ person: person('p1', { role: 'trainee' }), no: '1' }]);
      await end('class', 1000, { place: { school: 's1', run: 'r1', seat: 'seat1', person: 'p1', redo: null } });
      await end('alone', 2000);
      await portfolio.claim('g1', 'p1', ['alone']);
      expect((await people.members('k1')).map(({ drills }) => drills)).toEqual([1]);
    });

    test('knows the person of the device’s latest seat', async () => {
      const sits = async (id: string, code: string, person: string | null, joinedAt: number): Promise<void> => {
        await storage.runs.createRun(run(id, { code }), [seat(`of-${id}`, { run: id, guest: 'g1', person, joinedAt })]);
      };
      await sits('r1', '111111', 'old', 100);
      await sits('r2', '222222', 'new', 200);
      await sits('r3', '333333', null, 300);
      expect(await storage.portfolio.seatedPerson('g1')).toBe('new');
      expect(await storage.portfolio.seatedPerson('g2')).toBeNull();
    });
  });
};
