/** 平台操作 (and what else a beat needs): needs and duties, 1 each (RULES M8). */
import { dimensionOf, needResults } from '../needs.ts';
import type { Seen } from '../seen.ts';
import { needKey, type Opportunity } from './opportunity.ts';

export function needOpportunities({ c, facts, rubric }: Seen): Opportunity[] {
  const name = facts.scenario.customer.name;
  return needResults(c, facts).map(({ beat, number, need, met, from }) => {
    const worth = beat === null ? rubric.offers.duty : rubric.offers.need;
    const action = facts.action(need.do ?? '')?.title ?? need.do;
    const fact = facts.scenario.customer.knows.find((f) => f.id === need.ask)?.cues[0] ?? need.ask;
    return {
      key: needKey(c.key, beat, number),
      dimension: dimensionOf(need),
      at: from,
      worth,
      credit: met ? worth : 0,
      unsure: false,
      text: need.do ? `${name}没做「${action}」` : need.ask ? `${name}没问到「${fact}」` : `${name}少一句该说的`,
    };
  });
}
