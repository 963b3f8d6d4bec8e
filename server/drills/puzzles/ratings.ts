/** Glicko-2 for puzzles and people: a first answer is a game of one against the other (RULES Z20, Z21). */
import rate from 'glicko2-lite';
import { DAY_MS } from '#contract/wire/spans.ts';
import type { StoredPuzzlePlayer, StoredPuzzleRating, StoredRating } from '#storage/together/puzzle-ratings.ts';
import type { Credit } from './answer.ts';

/** A puzzle begins with what the planned trainees made of it, which is known to about so much. */
const FIRST_RD = 80;
const VOL = 0.06;

export const NEW_PLAYER: StoredPuzzlePlayer = {
  rating: { rating: 1500, rd: 350, vol: VOL },
  solved: {},
  streak: { date: '', days: 0 },
};

export const firstRating = (shipped: number): StoredPuzzleRating => ({
  rating: shipped,
  rd: FIRST_RD,
  vol: VOL,
  answers: 0,
});

/** The puzzle wins what its player loses. */
export const puzzleAfter = (
  puzzle: StoredPuzzleRating,
  player: Pick<StoredRating, 'rating' | 'rd'>,
  credit: Credit,
): StoredPuzzleRating => {
  const next = rate(puzzle.rating, puzzle.rd, puzzle.vol, [[player.rating, player.rd, 1 - credit]]);
  return { ...next, answers: puzzle.answers + 1 };
};

/** `puzzle`: before the answer. A puzzle answered before moves nothing but the streak. */
export const playerAfter = (
  player: StoredPuzzlePlayer,
  puzzle: { id: string } & Pick<StoredRating, 'rating' | 'rd'>,
  { credit, seconds }: { credit: Credit; seconds: number },
  day: { date: string; today: readonly string[] },
): StoredPuzzlePlayer => {
  if (player.solved[puzzle.id] !== undefined)
    return { ...player, streak: streakAfter(player.streak, player.solved, day) };
  const { rating, rd, vol } = player.rating;
  const next = rate(rating, rd, vol, [[puzzle.rating, puzzle.rd, credit]]);
  const delta = Math.round(next.rating) - Math.round(rating);
  const solved = { ...player.solved, [puzzle.id]: { credit, delta, seconds: Math.round(seconds) } };
  return { rating: next, solved, streak: streakAfter(player.streak, solved, day) };
};

/** With the last of a day's three the day counts (RULES Z4). */
const streakAfter = (
  streak: StoredPuzzlePlayer['streak'],
  solved: StoredPuzzlePlayer['solved'],
  { date, today }: { date: string; today: readonly string[] },
): StoredPuzzlePlayer['streak'] => {
  if (today.length === 0 || date <= streak.date || !today.every((id) => solved[id] !== undefined)) return streak;
  const isNextDay = Date.parse(date) - Date.parse(streak.date) === DAY_MS;
  return { date, days: isNextDay ? streak.days + 1 : 1 };
};
