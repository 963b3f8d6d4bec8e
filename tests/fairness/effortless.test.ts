/** Trainees who don't do the work, or undo it, on every case: means and passes stay where the table puts them. */
import { describe, expect, it } from 'vitest';
import { allFiguresFlipped, EFFORTLESS, everySignFlipped } from '#scripts/fairness/effortless.ts';
import { oneOfTwoRate, rateOf } from '#scripts/fairness/rates.ts';
import { lazyIn } from '#tests/learning/support/every-report.ts';
import { CASES, library } from '#tests/learning/support/play.ts';
import { sweepsAll } from '#tests/support/sweep.ts';

const WORST = 5;
const worst = (rate: ReturnType<typeof rateOf>): string =>
  rate.scores
    .toSorted((a, b) => b.score - a.score)
    .slice(0, WORST)
    .map(({ id, score }) => `${id} ${score}`)
    .join(', ');

/**
 * The cases each trainee plays for the reports of `every-report.ts` too, a quarter of all; in a sweep, and by `npm run
 * fairness`, all of them. As many may be passed as of all, by the share of cases.
 */
const casesOf = (trainee: (typeof EFFORTLESS)[number]): string[] => CASES.filter((id) => lazyIn(id).includes(trainee));

describe('[M12] [M13] a trainee who does not serve the customer', () => {
  it.each(EFFORTLESS)('$who: has a mean of at most $mean and passes at most $passes', (trainee) => {
    const cases = casesOf(trainee);
    const rate = rateOf(library, trainee, cases);
    expect(rate.scores.length).toBeGreaterThan(sweepsAll ? 30 : 8);
    expect(rate.mean, worst(rate)).toBeLessThanOrEqual(trainee.mean);
    expect(rate.passes, worst(rate)).toBeLessThanOrEqual(Math.ceil((trainee.passes * cases.length) / CASES.length));
  });

  it('or serves only one of two customers has at most the mean and the passes of the table', () => {
    const rate = oneOfTwoRate(library, (pair) => sweepsAll || pair % 2 === 0);
    expect(rate.scores.length).toBeGreaterThan(10);
    expect(rate.mean, worst(rate)).toBeLessThanOrEqual(rate.most.mean);
    expect(rate.passes, worst(rate)).toBeLessThanOrEqual(rate.most.passes);
  });
});

it('a reply that tells all wrong has every figure changed and every word of yes, no or who pays turned round', () => {
  expect(allFiguresFlipped('459加99是558，扣40')).not.toMatch(/459|\b99|558|40/);
  expect(everySignFlipped('运费我们出，您不用管')).toBe('运费您自己出，您要管');
});
