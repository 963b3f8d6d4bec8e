/** Ended drills in short, and practice that gets its person. Times are epoch milliseconds. */
import type { PortfolioEntry } from '#contract/portfolio.ts';

export type PortfolioStorage = {
  /** `entry` null: the drill counts nowhere. In place of an earlier one. */
  putEntry(drill: string, at: number, entry: PortfolioEntry | null): void;
  /** Undefined: none was made yet. */
  entry(drill: string): PortfolioEntry | null | undefined;
  /** The roster's trainee whose seat the device took last and holds; null when there is none. */
  seatedPerson(guest: string): string | null;
  /** Ended practice of the device that has no person, newest first. */
  unclaimed(guest: string): string[];
  /** Gives practice of the device that has no person to this one; what isn't such stays as it is. How many it got. */
  claim(guest: string, person: string, drills: readonly string[]): number;
};
