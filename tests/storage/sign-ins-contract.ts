import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StoredSignIn } from '#storage/sign-ins.ts';
import type { Storage } from '#storage/storage.ts';

export const aSignIn = (id: string, over: Partial<StoredSignIn> = {}): StoredSignIn => ({
  ...{ id, school: 's1', person: 'p1', kind: 'signed-in', by: null, browser: 'chrome', system: 'windows' },
  ...{ address: '10.1.1.0/24', at: 1000, lastAt: 1000, count: 1 },
  ...over,
});

/** What every backend must do with the record of sign-ins. `open` gives an empty storage. */
export const signInsContract = (backend: string, open: () => Promise<Storage>): void => {
  describe(`record of sign-ins contract on ${backend}`, () => {
    let storage: Storage;
    beforeEach(async () => {
      storage = await open();
    });
    afterEach(() => storage.close());
    const asked = { school: 's1', includesMachine: false, person: null, from: 0, to: 9_000_000, limit: 10 };
    const ids = async (over: Partial<Parameters<Storage['signIns']['list']>[0]> = {}): Promise<string[]> =>
      (await storage.signIns.list({ ...asked, ...over })).map(({ id }) => id);

    test('lists a school’s rows newest first, by person and time, and those of no school to the machine alone', async () => {
      const { signIns } = storage;
      await signIns.add(aSignIn('a'));
      await signIns.add(aSignIn('b', { person: 'p2', by: 'p1', kind: 'session-ended', at: 2000, lastAt: 2000 }));
      await signIns.add(aSignIn('c', { school: 's2', at: 3000, lastAt: 3000 }));
      await signIns.add(aSignIn('d', { school: null, person: null, browser: null, at: 4000, lastAt: 4000 }));
      expect(await signIns.list({ ...asked, person: 'p1' })).toEqual([aSignIn('a')]);
      expect(await ids()).toEqual(['b', 'a']);
      expect(await ids({ includesMachine: true })).toEqual(['d', 'b', 'a']);
      expect(await ids({ from: 1001 })).toEqual(['b']);
      expect(await ids({ to: 2000 })).toEqual(['a']);
      expect(await ids({ limit: 1 })).toEqual(['b']);
    });

    test('counts what is alike on the row there is, and forgets what is old', async () => {
      const { signIns } = storage;
      const refused = { kind: 'wrong-password', person: null, school: null } as const;
      expect(await signIns.countRepeat(aSignIn('x', refused), 0)).toBe(false);
      await signIns.add(aSignIn('a', refused));
      expect(await signIns.countRepeat(aSignIn('x', { ...refused, at: 1500, lastAt: 1500 }), 500)).toBe(true);
      expect(await signIns.list({ ...asked, includesMachine: true })).toEqual([
        aSignIn('a', { ...refused, lastAt: 1500, count: 2 }),
      ]);
      for (const other of [
        { address: '10.1.2.0/24' },
        { system: null },
        { kind: 'waiting' },
        { person: 'p1' },
      ] as const)
        expect(await signIns.countRepeat(aSignIn('x', { ...refused, ...other }), 500)).toBe(false);
      expect(await signIns.countRepeat(aSignIn('x', refused), 1000)).toBe(false);
      await signIns.add(aSignIn('b', { at: 1600, lastAt: 1600 }));
      await signIns.deleteBefore(1501);
      expect(await ids({ includesMachine: true })).toEqual(['b']);
    });
  });
};
