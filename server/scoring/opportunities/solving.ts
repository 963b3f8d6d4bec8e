/** 问题解决: points of the questions, and facts that had to be asked for (RULES M8). */

import { say } from '#i18n/say.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { PointResult } from '#scoring/facts/point-results.ts';
import type { ConversationHistory } from '#scoring/log/conversation-history.ts';
import { doubtedNote, pointInDoubt } from './in-doubt.ts';
import { type Opportunity, pointKey } from './opportunity.ts';

/** Must 2, bonus 1, wrong 0; wrong and then put right earns half (RULES M8, T4). */
const creditOf = (result: PointResult, worth: number): number => {
  if (result.state !== 'covered') return 0;
  return result.wasCorrected ? worth / 2 : worth;
};

/** The row's text for a point that was lost, by what became of its question. */
const lostWords = (conversation: ConversationHistory, name: string, { question, point }: PointResult): string => {
  const values = { name, question: question.text, says: point.says };
  const state = conversation.questions.findLast((entry) => entry.question === question.id)?.state;
  if (state === undefined) return say('opportunities:point.notReached', values);
  if (state === 'answered' || state === 'provisional') return say('opportunities:point.answered', values);
  return say('opportunities:point.open', values);
};

/** A bonus point that nobody told is no loss: the ledger names it, and it is offered only once it was told (RULES M17). */
export const solvingOpportunities = ({
  conversation,
  rubric,
  pointResults,
  caseFacts,
}: ConversationFacts): Opportunity[] => {
  const name = caseFacts.scenario.customer.name;
  const offeredPoints = pointResults.filter(({ point, state }) => point.must || state !== 'missed');
  return offeredPoints.map((result): Opportunity => {
    const { question, point } = result;
    const worth = point.must ? rubric.offers.must : rubric.offers.bonus;
    return {
      key: pointKey(conversation.key, question.id, point.id),
      dimension: 'solving',
      at:
        (result.state === 'unsure' ? doubtedNote(result) : result.notes[0])?.turn.judgement.firstAt ??
        conversation.questions.find((entry) => entry.question === question.id)?.openedAt ??
        0,
      worth,
      credit: creditOf(result, worth),
      unsure: result.state === 'unsure',
      ...(result.state === 'unsure' && { inDoubt: pointInDoubt(conversation, result) }),
      isBonus: !point.must,
      ...(result.wasCorrected && { isPutRight: true }),
      text: lostWords(conversation, name, result),
    };
  });
};
