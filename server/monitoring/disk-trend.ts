/** How fast the space on the data folder's disk shrinks, from what was measured in the last quarter of an hour. */

import { HOUR_MS } from '#contract/wire/spans.ts';

const WINDOW_MS = 15 * 60_000;
/** A trend of less than five minutes would take one large file for the way things go. */
const MIN_MS = 5 * 60_000;
/** Slower than a megabyte an hour is noise: pages that SQLite and the system write now and then. */
const MIN_MB_PER_HOUR = 1;

/** `minutesLeft`: until nothing is left, if it goes on so. */
export type Trend = { mbPerHour: number; minutesLeft: number };
export type DiskTrend = {
  /** `at`: epoch milliseconds that never run backwards; `freeMb`: megabytes left, null where that isn't known. */
  note(at: number, freeMb: number | null): void;
  /** Null while the space doesn't shrink, or too little is known. */
  trend(): Trend | null;
};

export const createDiskTrend = (): DiskTrend => {
  let samples: { at: number; freeMb: number }[] = [];
  return {
    note: (at, freeMb) => {
      if (freeMb === null) return;
      samples = [...samples.filter((one) => at - one.at <= WINDOW_MS), { at, freeMb }];
    },
    trend: () => {
      const [first] = samples;
      const last = samples.at(-1);
      if (first === undefined || last === undefined || last.at - first.at < MIN_MS) return null;
      const mbPerHour = -slopeOf(samples) * HOUR_MS;
      if (mbPerHour < MIN_MB_PER_HOUR) return null;
      return { mbPerHour, minutesLeft: (last.freeMb / mbPerHour) * 60 };
    },
  };
};

/** Megabytes a millisecond, by least squares. */
const slopeOf = (samples: readonly { at: number; freeMb: number }[]): number => {
  const mean = (of: (one: { at: number; freeMb: number }) => number): number =>
    samples.reduce((sum, one) => sum + of(one), 0) / samples.length;
  const [at, free] = [mean((one) => one.at), mean((one) => one.freeMb)];
  const spread = samples.reduce((sum, one) => sum + (one.at - at) ** 2, 0);
  return samples.reduce((sum, one) => sum + (one.at - at) * (one.freeMb - free), 0) / spread;
};
