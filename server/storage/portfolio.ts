/** Ended drills in short, and practice that a person may claim. Times are epoch milliseconds. */
import type { PortfolioEntry } from '#contract/portfolio.ts';

export type PortfolioStorage = {
  /** Stores an entry in place of an earlier one. `entry` null: the drill counts nowhere. */
  putEntry(drill: string, at: number, entry: PortfolioEntry | null): Promise<void>;
  /** Undefined: none was made yet. */
  entry(drill: string): Promise<PortfolioEntry | null | undefined>;
  /** The roster's trainee whose seat the device took last and holds; null when there is none. */
  seatedPerson(guest: string): Promise<string | null>;
  /** Ended practice of the device that has no person, newest first. */
  unclaimed(guest: string): Promise<string[]>;
  /** Gives this person those of the drills that are the device's practice without a person. Returns how many they were. */
  claim(guest: string, person: string, drills: readonly string[]): Promise<number>;
};
