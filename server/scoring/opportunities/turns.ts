/** 沟通表达 and 服务素养: 1 for every turn owed, given or not (RULES M8). */
import type { Dimension } from '#engine/model/rubric.ts';
import { say } from '#i18n/say.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { turnGrade } from '#scoring/facts/turn-grade.ts';
import { type Opportunity, owedKey, turnKey } from './opportunity.ts';

const DIMENSIONS: readonly Extract<Dimension, 'expression' | 'manner'>[] = ['expression', 'manner'];

export const turnOpportunities = (facts: ConversationFacts): Opportunity[] => {
  const { conversation, rubric, rounds, caseFacts } = facts;
  const worth = rubric.offers.turn;
  const name = caseFacts.scenario.customer.name;
  const givenTurns = conversation.turns.flatMap((turn) => {
    const grade = turnGrade(conversation, turn);
    if (!grade) return [];
    return DIMENSIONS.map(
      (dimension): Opportunity => ({
        key: turnKey(conversation.key, turn.judgement.turn),
        dimension,
        at: turn.judgement.firstAt,
        worth,
        credit: worth * rubric.roundCredit[grade[dimension]],
        unsure: grade.unsure,
        // No reader sees this text: the loss counts only where a finding names the words (charge-once.ts).
        text: say('opportunities:turn.given', { name, n: turn.judgement.turn }),
      }),
    );
  });
  // A turn owed and never given is offered and lost: silence isn't good manners.
  const missingTurns = rounds
    .filter(({ to, grade }) => to === null && grade === 'fail')
    .flatMap((round) =>
      DIMENSIONS.map(
        (dimension): Opportunity => ({
          key: owedKey(conversation.key, round.number),
          dimension,
          at: round.from,
          worth,
          credit: 0,
          unsure: false,
          text: say('opportunities:turn.never', { name }),
        }),
      ),
    );
  return [...givenTurns, ...missingTurns];
};
