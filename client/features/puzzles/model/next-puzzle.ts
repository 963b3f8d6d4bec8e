import type { PuzzleCard, PuzzleMenu } from '#contract/practice/puzzles.ts';
import type { Device } from './device.ts';

export type Choice = { type: string | null; level: string | null };

/** Those of a choice that may be done. */
export const chosenPuzzles = ({ puzzles }: Pick<PuzzleMenu, 'puzzles'>, { type, level }: Choice): PuzzleCard[] =>
  puzzles.filter(
    (puzzle) =>
      !puzzle.sealed && (type === null || puzzle.type === type) && (level === null || String(puzzle.level) === level),
  );

/** The next one of them: not answered yet before answered, then nearest to the rating. Null: there is none. */
export const nextPuzzle = (
  puzzles: readonly PuzzleCard[],
  { solved, rating }: Pick<Device, 'solved' | 'rating'>,
  except: readonly string[] = [],
): PuzzleCard | null => {
  const far = ({ id, rating: own }: PuzzleCard): number =>
    Math.abs(own - rating.rating) + (solved[id] === undefined ? 0 : 10_000);
  return puzzles.filter(({ id }) => !except.includes(id)).toSorted((a, b) => far(a) - far(b))[0] ?? null;
};
