import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StoredEvaluation } from '#storage/learning-path.ts';
import type { Storage } from '#storage/storage.ts';

export const anEvaluation = (id: string, over: Partial<StoredEvaluation> = {}): StoredEvaluation => ({
  ...{ id, school: 's1', person: 'p9', mark: 80, note: '能独立接待', by: 'p1', at: 5_000_000_000_000, withdrawn: null },
  ...over,
});

/** What every backend must do with the learning path. `open` gives an empty storage. */
export const learningPathContract = (backend: string, open: () => Promise<Storage>): void => {
  describe(`learning path contract on ${backend}`, () => {
    let storage: Storage;
    beforeEach(async () => {
      storage = await open();
    });
    afterEach(() => storage.close());

    test('every saving of a school’s conditions is a version, and one is stored only once [U5]', async () => {
      const { learningPath } = storage;
      expect(await learningPath.settings('s1')).toBeNull();
      const body = { stages: {}, conditions: { response: { name: '平响', needs: 30, share: null } } };
      const first = { school: 's1', version: 1, body, by: 'p1', at: 1 };
      expect(await learningPath.putSettings(first)).toBe(true);
      expect(await learningPath.putSettings({ ...first, by: 'p2' })).toBe(false);
      expect(await learningPath.settings('s1')).toEqual(first);
      const second = { school: 's1', version: 2, body: null, by: 'p2', at: 2 };
      expect(await learningPath.putSettings(second)).toBe(true);
      expect(await learningPath.settings('s1')).toEqual(second);
      expect(await learningPath.settings('s2')).toBeNull();
    });

    test('an evaluation is withdrawn once, by its person’s id, and stays on record [U4]', async () => {
      const { learningPath } = storage;
      await learningPath.addEvaluation(anEvaluation('a'));
      await learningPath.addEvaluation(anEvaluation('b', { person: 'p8' }));
      const withdrawn = { at: 9, by: 'p2', why: '写错了人' };
      expect(await learningPath.withdrawEvaluation('a', 'p8', withdrawn)).toBe(false);
      expect(await learningPath.withdrawEvaluation('a', 'p9', withdrawn)).toBe(true);
      expect(await learningPath.withdrawEvaluation('a', 'p9', { ...withdrawn, at: 10 })).toBe(false);
      expect(await learningPath.evaluations('p9')).toEqual([anEvaluation('a', { withdrawn })]);
    });
  });
};
