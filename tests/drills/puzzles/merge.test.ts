import { expect, test } from 'vitest';
import { joinedStreak } from '#drills/puzzles/merge.ts';

const on = (date: string, days: number) => ({ date, days });

test('[Z22] days on end are joined where they meet or overlap, in either order; else the later stands', () => {
  const join = (a: ReturnType<typeof on>, b: ReturnType<typeof on>) => {
    const both = [joinedStreak(a, b, '2026-11-27'), joinedStreak(b, a, '2026-11-27')];
    expect(both[0]).toEqual(both[1]);
    return both[0];
  };
  expect(join(on('2026-11-20', 3), on('2026-11-22', 2))).toEqual(on('2026-11-22', 5));
  expect(join(on('2026-11-20', 3), on('2026-11-22', 4))).toEqual(on('2026-11-22', 5));
  expect(join(on('2026-11-20', 2), on('2026-11-22', 9))).toEqual(on('2026-11-22', 9));
  expect(join(on('2026-11-20', 3), on('2026-11-23', 2))).toEqual(on('2026-11-23', 2));
  expect(join(on('2026-11-20', 3), on('2026-11-20', 3))).toEqual(on('2026-11-20', 3));
  expect(join(on('', 0), on('2026-11-20', 3))).toEqual(on('2026-11-20', 3));
  expect(joinedStreak(on('2026-11-20', 3), on('2026-11-28', 40), '2026-11-27')).toEqual(on('2026-11-20', 3));
  // Over the end of a month, a day that isn't one is left out.
  expect(join(on('2026-10-31', 2), on('2026-11-01', 1))).toEqual(on('2026-11-01', 3));
  expect(joinedStreak(on('2026-11-20', 3), on('2026-99-99', 4), '2026-11-27')).toEqual(on('2026-11-20', 3));
});
