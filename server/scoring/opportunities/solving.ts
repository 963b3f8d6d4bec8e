/** 问题解决: points of the questions, and facts that had to be asked for (RULES M8). */
import type { PointResult } from '../point-results.ts';
import type { Seen } from '../seen.ts';
import { type Opportunity, pointKey } from './opportunity.ts';

/** Must 2, bonus 1, wrong 0; wrong and then put right earns half (RULES M8, T4). */
function creditOf(result: PointResult, worth: number): number {
  if (result.state !== 'covered') return 0;
  return result.corrected ? worth / 2 : worth;
}

export function solvingOpportunities({ c, rubric, points, facts }: Seen): Opportunity[] {
  const name = facts.scenario.customer.name;
  return points.map((result) => {
    const { question, point } = result;
    const worth = point.must ? rubric.offers.must : rubric.offers.bonus;
    return {
      key: pointKey(c.key, question.id, point.id),
      dimension: 'solving',
      at: result.notes[0]?.turn.judgement.firstAt ?? c.questions.find((q) => q.question === question.id)?.openedAt ?? 0,
      worth,
      credit: creditOf(result, worth),
      unsure: result.state === 'unsure',
      text: `${name}「${question.text}」没说到：${point.says}`,
    };
  });
}
