/** Puzzles answered on a device without an account, taken into their person's account (RULES Z22). */
import { DAY_MS } from '#contract/wire/spans.ts';
import type { StoredPuzzlePlayer, StoredRating } from '#storage/together/puzzle-ratings.ts';
import type { Credit } from './answer.ts';
import { playerAfter } from './ratings.ts';

/** In the order in which they were answered. */
export type DevicePuzzles = {
  solved: readonly { id: string; credit: Credit; seconds: number }[];
  streak: StoredPuzzlePlayer['streak'];
};

/**
 * Each answer to a puzzle that the account has none of is a game against the puzzle as it stands; what the account has
 * stays. The device's own rating isn't asked: it has these games in it already, and would count them twice. Puzzles
 * without a rating are left out. Taken twice, nothing changes.
 */
export const withDevice = (
  player: StoredPuzzlePlayer,
  device: DevicePuzzles,
  ratings: ReadonlyMap<string, Pick<StoredRating, 'rating' | 'rd'>>,
  day: { date: string; today: readonly string[] },
): StoredPuzzlePlayer => {
  const streak = joinedStreak(player.streak, device.streak, day.date);
  return device.solved.reduce(
    (now, { id, credit, seconds }) => {
      const puzzle = ratings.get(id);
      if (puzzle === undefined) return now;
      return playerAfter(now, { id, rating: puzzle.rating, rd: puzzle.rd }, { credit, seconds }, day);
    },
    { ...player, streak },
  );
};

/** Days on end that meet or overlap are one; of others the later stands. A day that is still to come counts for nothing. */
export const joinedStreak = (
  own: StoredPuzzlePlayer['streak'],
  other: StoredPuzzlePlayer['streak'],
  today: string,
): StoredPuzzlePlayer['streak'] => {
  const [earlier, later] = [own, other].toSorted((a, b) => dayNo(a) - dayNo(b));
  if (earlier === undefined || later === undefined || other.days < 1 || !(dayNo(other) <= Date.parse(today) / DAY_MS))
    return own;
  if (own.days < 1) return other;
  const first = Math.min(dayNo(earlier) - earlier.days, dayNo(later) - later.days);
  return dayNo(later) - later.days <= dayNo(earlier) ? { date: later.date, days: dayNo(later) - first } : later;
};

const dayNo = ({ date }: StoredPuzzlePlayer['streak']): number => Date.parse(date) / DAY_MS || 0;
