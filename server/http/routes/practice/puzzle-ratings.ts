/** What an answer moves: the puzzle's rating, told of nobody, and that of who is signed in (RULES Z20, Z21). */
import type { Principal } from '#common/access.ts';
import type { PuzzlePlayer } from '#contract/practice/puzzles.ts';
import type { Credit } from '#drills/puzzles/answer.ts';
import { type DevicePuzzles, withDevice } from '#drills/puzzles/merge.ts';
import { firstRating, NEW_PLAYER, playerAfter, puzzleAfter } from '#drills/puzzles/ratings.ts';
import type { Storage } from '#storage/storage.ts';
import type { StoredPuzzleRating } from '#storage/together/puzzle-ratings.ts';

type Answer = { credit: Credit; seconds: number; player: { rating: number; rd: number } | undefined };
type Puzzle = { id: string; rating: number };
type Day = { date: string; today: readonly string[] };

export type PuzzleRatings = {
  all(): Promise<ReadonlyMap<string, StoredPuzzleRating>>;
  own(principal: Principal): Promise<PuzzlePlayer | null>;
  /** Returns what stands of whoever is signed in afterwards. */
  note(principal: Principal, puzzle: Puzzle, answer: Answer, day: Day): Promise<PuzzlePlayer | null>;
  /** Takes into the person's account what a device had of its own; no puzzle's rating moves again (RULES Z22). */
  takeDevice(person: string, device: DevicePuzzles, puzzles: readonly Puzzle[], day: Day): Promise<PuzzlePlayer>;
};

/** Devices whose answers are remembered for as long as the server runs: one moves a puzzle once. */
const MAX_ANSWERS = 50_000;

export const createPuzzleRatings = ({
  puzzleRatings,
  locks,
}: Pick<Storage, 'puzzleRatings' | 'locks'>): PuzzleRatings => {
  const answered = new Set<string>();

  /** Moves the puzzle's rating against this player; returns it as it was before. */
  const move = (puzzle: Puzzle, player: { rating: number; rd: number }, credit: Credit) =>
    locks.hold(`puzzle ${puzzle.id}`, async () => {
      const before = (await puzzleRatings.ratings()).get(puzzle.id) ?? firstRating(puzzle.rating);
      await puzzleRatings.rate(puzzle.id, puzzleAfter(before, player, credit));
      return before;
    });
  const own = async ({ person }: Principal): Promise<PuzzlePlayer | null> =>
    person === null ? null : ((await puzzleRatings.player(person.id)) ?? NEW_PLAYER);

  return {
    all: () => puzzleRatings.ratings(),
    own,
    takeDevice: (person, device, puzzles, day) =>
      locks.hold(`puzzle player ${person}`, async () => {
        const moved = await puzzleRatings.ratings();
        const known = new Map(puzzles.map(({ id, rating }) => [id, moved.get(id) ?? firstRating(rating)]));
        const stored = (await puzzleRatings.player(person)) ?? NEW_PLAYER;
        const next = withDevice(stored, device, known, day);
        await puzzleRatings.putPlayer(person, next);
        return next;
      }),
    note: async (principal, puzzle, { credit, seconds, player }, day) => {
      const { person, guest } = principal;
      if (person === null) {
        const key = `${guest} ${puzzle.id}`;
        if (guest === null || player === undefined || answered.has(key)) return null;
        if (answered.size >= MAX_ANSWERS) answered.clear();
        answered.add(key);
        await move(puzzle, player, credit);
        return null;
      }
      return await locks.hold(`puzzle player ${person.id}`, async () => {
        const stored = (await own(principal)) ?? NEW_PLAYER;
        const isFirst = stored.solved[puzzle.id] === undefined;
        const before = isFirst ? await move(puzzle, stored.rating, credit) : firstRating(puzzle.rating);
        const next = playerAfter(
          stored,
          { id: puzzle.id, rating: before.rating, rd: before.rd },
          { credit, seconds },
          day,
        );
        await puzzleRatings.putPlayer(person.id, next);
        return next;
      });
    },
  };
};
