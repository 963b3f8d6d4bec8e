/** The person's rating, by Glicko-2: an answer is a game against the puzzle. */
import rate from 'glicko2-lite';

/** `rd`: how sure the rating is; two thirds of the time the true one is within it. */
export type Rating = { rating: number; rd: number; vol: number };

export const NEWCOMER: Rating = { rating: 1500, rd: 350, vol: 0.06 };
/** A puzzle's rating is known from a handful of planned trainees, and stays. */
const PUZZLE_RD = 80;

/** `credit`: 1 solved, a half in doubt, 0 not. */
export const ratingAfter = ({ rating, rd, vol }: Rating, puzzleRating: number, credit: number): Rating =>
  rate(rating, rd, vol, [[puzzleRating, PUZZLE_RD, credit]]);
