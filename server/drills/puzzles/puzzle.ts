/**
 * Puzzles (接手题): the moment before a hard turn of a shipped case, as `npm run scenarios:puzzles` found it and
 * `scenarios/puzzles.json` keeps it. Finding one means playing a case with all its planned trainees, which takes
 * seconds.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** What the model trainee said or did before, at its drill time. */
export const deedSchema = z.union([
  z.strictObject({ at: z.number().int(), say: z.string() }),
  z.strictObject({
    at: z.number().int(),
    do: z.string(),
    with: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
]);
export type PuzzleDeed = z.infer<typeof deedSchema>;

const puzzleSchema = z.strictObject({
  id: z.string(),
  case: z.string(),
  /** Of the case's usual variant; the number of the turn to be answered. */
  turn: z.number().int().positive(),
  /** Drill time at which the customer's last words were out: the answer is timed from then. */
  since: z.number().int(),
  /** How hard the planned trainees found it: the rating it begins with. */
  rating: z.number().int(),
  /** Planned trainees but the model who came to this question, and how many of them lost something there. */
  tried: z.number().int(),
  failed: z.number().int(),
  before: z.array(deedSchema),
});
export type Puzzle = z.infer<typeof puzzleSchema>;

export const PUZZLES_FILE = join(import.meta.dirname, '../../../scenarios/puzzles.json');

/** All puzzles by id, in the file's order. Throws where the file isn't one. */
export const readPuzzles = (file = PUZZLES_FILE): ReadonlyMap<string, Puzzle> => {
  const puzzles = z.array(puzzleSchema).parse(JSON.parse(readFileSync(file, 'utf8')));
  return new Map(puzzles.map((puzzle) => [puzzle.id, puzzle]));
};

/** Easy, middling and hard, by the rating. */
export const levelOfRating = (rating: number): 1 | 2 | 3 => {
  if (rating < MIDDLING_FROM) return 1;
  return rating < HARD_FROM ? 2 : 3;
};
const MIDDLING_FROM = 1425;
const HARD_FROM = 1600;
