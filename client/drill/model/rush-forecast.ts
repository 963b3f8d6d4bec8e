/** How many customers a rush may bring: chance deals them, so a page names a range and not the mean (RULES C9). */
import type { RushMenu } from '#contract/bodies.ts';
import type { RushLevel, RushProfile } from './rush-choices.ts';

const SECONDS_PER_MINUTE = 60;
/** Nine rushes of ten bring as many as the range says: one of twenty brings fewer, one of twenty more. */
const OUTSIDE = 0.05;

/**
 * Fewest and most customers of nine rushes in ten, in the first `minutes` of a level. Those who come alone are Poisson
 * distributed, a batch always has its number; at least one comes.
 */
export const customersBetween = (
  { factors }: Pick<RushMenu, 'factors'>,
  { rate, batches }: Pick<RushProfile, 'rate' | 'batches'>,
  level: RushLevel,
  minutes: number,
): [number, number] => {
  const factor = factors[level - 1] ?? 1;
  const alone = rate.slice(0, minutes).reduce((sum, one) => sum + one, 0) * factor;
  const together = batches
    .filter(({ at }) => at < minutes * SECONDS_PER_MINUTE)
    .reduce((sum, { count }) => sum + Math.max(1, Math.round(count * factor)), 0);
  return [
    Math.max(1, together + poissonQuantile(alone, OUTSIDE)),
    Math.max(1, together + poissonQuantile(alone, 1 - OUTSIDE)),
  ];
};

/** The least number that is not passed with this probability. */
const poissonQuantile = (mean: number, probability: number): number => {
  let count = 0;
  let term = Math.exp(-mean);
  let sum = term;
  while (sum < probability) {
    count += 1;
    term *= mean / count;
    sum += term;
  }
  return count;
};
