/** Ratings of puzzles, moved by everybody's first answers, and what the puzzles came to for a person with an account. */

/** By Glicko-2. */
export type StoredRating = { rating: number; rd: number; vol: number };
/** `answers`: how many have moved it; whose they were is stored nowhere. */
export type StoredPuzzleRating = StoredRating & { answers: number };
/** `solved`: by the puzzle's id, the first answer alone. `streak`: as a device keeps it. */
export type StoredPuzzlePlayer = {
  rating: StoredRating;
  solved: Record<string, { credit: number; delta: number; seconds: number }>;
  streak: { date: string; days: number };
};

export type PuzzleRatingsStorage = {
  /** By the puzzle's id; one that nobody has answered isn't in it. */
  ratings(): Promise<Map<string, StoredPuzzleRating>>;
  /** In the place of what was there. */
  rate(puzzle: string, rating: StoredPuzzleRating): Promise<void>;
  player(person: string): Promise<StoredPuzzlePlayer | null>;
  putPlayer(person: string, player: StoredPuzzlePlayer): Promise<void>;
};
export type PuzzleRatingsTable = { puzzle: string; rating: number; rd: number; vol: number; answers: number };
/** `body`: JSON. */
export type PuzzlePlayersTable = { person: string; body: string };
