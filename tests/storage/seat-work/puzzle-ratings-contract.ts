import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Storage } from '#storage/storage.ts';

/** What every backend must do with ratings of puzzles. `open` gives an empty storage. */
export const puzzleRatingsContract = (backend: string, open: () => Promise<Storage>): void => {
  describe(`puzzle ratings contract on ${backend}`, () => {
    let storage: Storage;
    beforeEach(async () => {
      storage = await open();
    });
    afterEach(() => storage.close());

    test('a puzzle and a person each have one, the last that was put [Z20] [Z21]', async () => {
      const { puzzleRatings } = storage;
      expect((await puzzleRatings.ratings()).size).toBe(0);
      const rating = { rating: 1512.375, rd: 78.5, vol: 0.06, answers: 1 };
      await puzzleRatings.rate('a', { ...rating, rating: 1500 });
      await puzzleRatings.rate('a', rating);
      expect([...(await puzzleRatings.ratings())]).toEqual([['a', rating]]);
      expect(await puzzleRatings.player('p1')).toBeNull();
      const player = {
        rating: { rating: 1600.5, rd: 200, vol: 0.06 },
        ...{ solved: { a: { credit: 0.5, delta: -3, seconds: 20 } }, streak: { date: '2026-11-27', days: 2 } },
      };
      await puzzleRatings.putPlayer('p1', { ...player, solved: {} });
      await puzzleRatings.putPlayer('p1', player);
      expect(await puzzleRatings.player('p1')).toEqual(player);
      expect(await puzzleRatings.player('p2')).toBeNull();
    });
  });
};
