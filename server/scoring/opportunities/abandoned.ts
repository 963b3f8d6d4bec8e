/**
 * What a trainee walked away from: ending the drill with a customer's story unfinished loses the questions it still
 * held. The bell, a teacher or the clock voids instead (RULES C5); a redo of one turn owes only that turn (N7).
 */
import type { Question } from '#engine/content.ts';
import type { CaseFacts } from '../case-facts.ts';
import type { ConversationHistory, DrillHistory } from '../history.ts';
import type { Seen } from '../seen.ts';
import { type Opportunity, pointKey } from './opportunity.ts';

/** Longer than any road through a case. */
const LONGEST_ROAD = 60;

/** Questions left open or still to come on the road a good trainee would have gone. */
export function abandonedQuestions(history: DrillHistory, c: ConversationHistory, facts: CaseFacts): Question[] {
  if (history.ended?.why !== 'trainee' || history.forked || c.endings.length > 0 || c.beats.length === 0) return [];
  const known = new Set(c.questions.filter((q) => q.state !== 'void').map((q) => q.question));
  const said = new Set(c.turns.flatMap((t) => t.judgement.points.map((p) => p.question)));
  const ahead: Question[] = [];
  let next: string | null = c.beats.at(-1)?.beat ?? null;
  for (let i = 0; i < LONGEST_ROAD && next !== null; i++) {
    const beat = facts.beat(next);
    ahead.push(...(beat?.asks ?? []).filter((q) => !ahead.includes(q)));
    next = beat ? (beat.then.resolved ?? beat.then.taken) : null;
  }
  return ahead.filter((q) => !known.has(q.id) && !said.has(q.id));
}

export function abandonedOpportunities({ history, c, facts, rubric }: Seen): Opportunity[] {
  return abandonedQuestions(history, c, facts).flatMap((question) =>
    question.points
      .filter((p) => p.must)
      .map((point) => ({
        key: pointKey(c.key, question.id, point.id),
        dimension: 'solving',
        at: history.ended?.at ?? history.lastAt,
        worth: rubric.offers.must,
        credit: 0,
        unsure: false,
        text: `${facts.scenario.customer.name}「${question.text}」没答就结束了`,
      })),
  );
}
