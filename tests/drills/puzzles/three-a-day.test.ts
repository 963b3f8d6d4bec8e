import { describe, expect, it } from 'vitest';
import { levelOfRating, readPuzzles } from '#drills/puzzles/puzzle.ts';
import { dateInShanghai, threeOfDay } from '#drills/puzzles/three-a-day.ts';

const puzzles = [...readPuzzles().values()].map((puzzle) => ({ ...puzzle, type: puzzle.case.split('/')[0] ?? '' }));
const dates = Array.from({ length: 200 }, (_, day) => dateInShanghai(Date.UTC(2026, 10, 20) + day * 86_400_000));

describe('three a day', () => {
  it('are the same for everybody on a date, whatever the order they are read in [Z2]', () => {
    for (const date of dates.slice(0, 20))
      expect(threeOfDay(puzzles.toReversed(), date)).toEqual(threeOfDay(puzzles, date));
  });

  it('are of three levels and three types, easiest first [Z2]', () => {
    for (const date of dates) {
      const three = threeOfDay(puzzles, date).map((id) => puzzles.find((puzzle) => puzzle.id === id));
      expect(three.map((puzzle) => levelOfRating(puzzle?.rating ?? 0))).toEqual([1, 2, 3]);
      expect(new Set(three.map((puzzle) => puzzle?.type)).size).toBe(3);
    }
  });

  it('use up most of a level before one comes again [Z2]', () => {
    const easy = puzzles.filter(({ rating }) => levelOfRating(rating) === 1);
    const shown = dates.slice(0, easy.length).map((date) => threeOfDay(puzzles, date)[0]);
    expect(new Set(shown).size).toBeGreaterThan(easy.length / 2);
  });

  it('change at midnight in Shanghai [Z2]', () => {
    expect(dateInShanghai(Date.UTC(2026, 10, 25, 15, 59))).toBe('2026-11-25');
    expect(dateInShanghai(Date.UTC(2026, 10, 25, 16))).toBe('2026-11-26');
  });

  it('are as many as there are levels: none of none [Z2]', () => {
    expect(threeOfDay([], '2026-11-25')).toEqual([]);
  });
});
