/** 问题解决: points of the questions, and facts that had to be asked for (RULES M8). */
import type { ConversationHistory } from '../history.ts';
import type { PointResult } from '../point-results.ts';
import type { Seen } from '../seen.ts';
import { type Opportunity, pointKey } from './opportunity.ts';

/** Must 2, bonus 1, wrong 0; wrong and then put right earns half (RULES M8, T4). */
function creditOf(result: PointResult, worth: number): number {
  if (result.state !== 'covered') return 0;
  return result.corrected ? worth / 2 : worth;
}

/** A bonus that nobody missed is lost all the same: what it was, and what became of its question. */
function lostWords(c: ConversationHistory, { question, point }: PointResult): string {
  const said = `问「${question.text}」，${point.must ? '' : '加分的'}「${point.says}」没说`;
  const state = c.questions.findLast((q) => q.question === question.id)?.state;
  if (state === undefined) return `${said}（客户没走到这一问）`;
  if (state === 'answered' || state === 'provisional')
    return point.must ? said : `问「${question.text}」，答到了，还可添：${point.says}`;
  return `${said}（这一问到最后没答成）`;
}

export function solvingOpportunities({ c, rubric, points, facts }: Seen): Opportunity[] {
  const name = facts.scenario.customer.name;
  // A bonus of a question never reached: where the words came that spoke of it ahead.
  const spokenOf = (question: string): number | undefined =>
    points.find((p) => p.question.id === question && p.notes.length > 0)?.notes[0]?.turn.judgement.firstAt;
  return points.map((result) => {
    const { question, point } = result;
    const worth = point.must ? rubric.offers.must : rubric.offers.bonus;
    return {
      key: pointKey(c.key, question.id, point.id),
      dimension: 'solving',
      at:
        result.notes[0]?.turn.judgement.firstAt ??
        c.questions.find((q) => q.question === question.id)?.openedAt ??
        spokenOf(question.id) ??
        0,
      worth,
      credit: creditOf(result, worth),
      unsure: result.state === 'unsure',
      text: `${name}${lostWords(c, result)}`,
    };
  });
}
