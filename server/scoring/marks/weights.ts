/** Which dimension weighs what, once each deed has one price (RULES M15, M18). */
import type { Dimension, Rubric } from '#engine/model/rubric.ts';
import type { Opportunity } from '#scoring/opportunities/opportunity.ts';
import { unreachedOpportunities } from './charge-once.ts';

const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
const worths = (list: readonly Opportunity[]): number => sum(list.map((opportunity) => opportunity.worth));
const paidElsewhere = (
  all: readonly Opportunity[],
  how: NonNullable<Opportunity['elsewhere']>,
): readonly Opportunity[] => all.filter((opportunity) => opportunity.elsewhere === how);

/** Dimensions of how something is said: a loss paid for in another dimension takes its weight along (RULES M15). */
const DIMENSIONS_OF_WORDS: readonly Dimension[] = ['expression', 'manner'];

/** Weight of a dimension by what it still offers; 响应时效 keeps its weight, else missed chances would make slowness cheaper. */
export function baseOf(
  weight: number,
  id: Dimension,
  own: readonly Opportunity[],
  all: readonly Opportunity[],
): number {
  if (own.length === 0) return weight;
  const gone = paidElsewhere(all, 'ahead');
  return weight * (DIMENSIONS_OF_WORDS.includes(id) ? worths(own) / worths(all) : 1 - worths(gone) / worths(all));
}

/**
 * Weight that the dimensions of how something is said hand to 问题解决, where the losses are paid for. If it went to all
 * dimensions, it would raise the marks already earned. The weight that a dimension keeps for its deductions alone
 * (`weighs`) isn't handed over.
 */
function movedFrom(rubric: Rubric, opportunities: readonly Opportunity[], weighs: (id: Dimension) => number): number {
  return sum(
    DIMENSIONS_OF_WORDS.map((id) => {
      const all = opportunities.filter((opportunity) => opportunity.dimension === id);
      const gone = paidElsewhere(all, 'dearer');
      if (gone.length === 0) return 0;
      const kept = all.every((opportunity) => opportunity.elsewhere) ? weighs(id) : 0;
      return Math.max(0, (rubric.weights[id] * worths(gone)) / worths(all) - kept);
    }),
  );
}

/**
 * 问题解决 with what it takes over: weight from the words, and what lay ahead, which is lost whole. `weighs`: a dimension's
 * weight now.
 */
export function takenOver(
  rubric: Rubric,
  solving: { base: number; offered: readonly Opportunity[] },
  opportunities: readonly Opportunity[],
  weighs: (id: Dimension) => number,
): { base: number; lost: Opportunity[] } {
  const base = solving.base + movedFrom(rubric, opportunities, weighs);
  const ahead = unreachedOpportunities(rubric, opportunities);
  const perWeight = worths(solving.offered) / base;
  return {
    base: base + sum(ahead.map(({ weight }) => weight)),
    lost: ahead.map(({ of, weight }) => ({ ...of, dimension: 'solving', worth: weight * perWeight, credit: 0 })),
  };
}
