/** Glicko-2 for puzzles and for whoever is signed in. */
import { expect, test } from 'vitest';
import { firstRating, NEW_PLAYER, playerAfter, puzzleAfter } from '#drills/puzzles/ratings.ts';

test('[Z20] a puzzle falls when it is solved, rises when it is missed, and stays by a half of its equal', () => {
  const puzzle = firstRating(1500);
  const player = { rating: 1500, rd: 60 };
  expect(puzzleAfter(puzzle, player, 1).rating).toBeLessThan(1500);
  expect(puzzleAfter(puzzle, player, 0).rating).toBeGreaterThan(1500);
  expect(Math.round(puzzleAfter(puzzle, player, 0.5).rating)).toBe(1500);
  // A newcomer, of whom nothing is known, moves it less than somebody whose rating is sure.
  const moved = (rd: number): number => 1500 - puzzleAfter(puzzle, { rating: 1500, rd }, 1).rating;
  expect(moved(350)).toBeLessThan(moved(60));
  const often = Array.from({ length: 400 }).reduce<typeof puzzle>((one) => puzzleAfter(one, player, 0.5), puzzle);
  expect(often.answers).toBe(400);
  // However often it was answered, it goes on moving.
  expect(often.rd).toBeGreaterThan(40);
});

test('[Z21] a first answer moves the person’s rating once, and the day’s three make the streak', () => {
  const day = (date: string) => ({ date, today: ['a', 'b'] });
  const answer = (player: typeof NEW_PLAYER, id: string, credit: 0 | 1, date: string) =>
    playerAfter(player, { id, rating: 1500, rd: 80 }, { credit, seconds: 12.4 }, day(date));
  const one = answer(NEW_PLAYER, 'a', 1, '2026-11-26');
  expect(one.rating.rating).toBeGreaterThan(1600);
  expect(one.solved.a).toEqual({ credit: 1, delta: Math.round(one.rating.rating) - 1500, seconds: 12 });
  expect(one.streak.days).toBe(0);
  const both = answer(one, 'b', 0, '2026-11-26');
  expect(both.streak).toEqual({ date: '2026-11-26', days: 1 });
  const again = answer(both, 'a', 0, '2026-11-27');
  expect(again.rating).toEqual(both.rating);
  expect(again.solved).toEqual(both.solved);
  expect(again.streak).toEqual({ date: '2026-11-27', days: 2 });
  expect(answer(again, 'a', 0, '2026-11-26').streak).toEqual(again.streak);
  expect(answer(again, 'a', 0, '2026-11-29').streak.days).toBe(1);
});
