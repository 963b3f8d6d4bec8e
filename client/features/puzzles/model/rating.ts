/** The person's rating, by Glicko-2: an answer is a game against the puzzle. */
import rate from 'glicko2-lite';

/** `rd`: how sure the rating is; two thirds of the time the true one is within it. */
export type Rating = { rating: number; rd: number; vol: number };

export const NEWCOMER: Rating = { rating: 1500, rd: 350, vol: 0.06 };
/** `credit`: 1 solved, a half in doubt, 0 not. */
export const ratingAfter = (
  { rating, rd, vol }: Rating,
  puzzle: Pick<Rating, 'rating' | 'rd'>,
  credit: number,
): Rating => rate(rating, rd, vol, [[puzzle.rating, puzzle.rd, credit]]);
