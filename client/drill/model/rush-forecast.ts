/** How many customers a rush may bring: chance moves them, so a page names a range and not the mean (RULES C9). */
import type { RushMenu } from '#contract/bodies.ts';
import type { RushLevel, RushProfile } from './rush-choices.ts';

const SECONDS_PER_MINUTE = 60;
/** Those who come alone are spread evenly, and nine rushes in ten have as many as the rates say, give or take so many. */
const AROUND = 1.5;

/**
 * Fewest and most customers of nine rushes in ten, in the first `minutes` of a level. A batch always has its number; at
 * least one comes.
 */
export const customersBetween = (
  { factors }: Pick<RushMenu, 'factors'>,
  { rate, batches, customers }: Pick<RushProfile, 'rate' | 'batches' | 'customers'>,
  level: RushLevel,
  minutes: number,
): [number, number] => {
  const factor = factors[level - 1] ?? 1;
  const aloneUntil = (minute: number): number => rate.slice(0, minute).reduce((sum, one) => sum + one, 0) * factor;
  const togetherUntil = (minute: number): number =>
    batches
      .filter(({ at }) => at < minute * SECONDS_PER_MINUTE)
      .reduce((sum, { count }) => sum + Math.max(1, Math.round(count * factor)), 0);
  // Who fills a promotion's pauses comes beside the rates, about evenly (RULES J194).
  const filling = Math.max(0, (customers[level - 1] ?? 0) - aloneUntil(rate.length) - togetherUntil(rate.length));
  const together = togetherUntil(minutes);
  const alone = aloneUntil(minutes) + (filling * minutes) / rate.length;
  return [Math.max(1, together + Math.floor(alone - AROUND)), Math.max(1, together + Math.ceil(alone + AROUND))];
};
