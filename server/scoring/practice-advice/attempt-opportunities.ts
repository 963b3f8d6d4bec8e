/** What one attempt offered and earned, as opportunities of the scorecard (RULES M8, N7). */
import type { AttemptQuestion, TurnPlace } from '#contract/retries.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { dimensionOf } from '#scoring/facts/needs.ts';
import { turnGrade } from '#scoring/facts/turn-grade.ts';
import type { TurnHistory } from '#scoring/log/conversation-history.ts';
import { needKey, type Opportunity, pointKey, turnKey, windowKey } from '#scoring/opportunities/opportunity.ts';
import { windowDimension } from '#scoring/opportunities/window-dimension.ts';

/** An attempt in its conversation; `afterIndex`: the place of the log after which it begins. */
export type AttemptPart = { facts: ConversationFacts; place: TurnPlace; turn: TurnHistory | null; afterIndex: number };

/** Must 2, bonus 1, wrong 0 (RULES M8). */
export const pointOpportunities = (
  { facts, place }: AttemptPart,
  questions: readonly AttemptQuestion[],
): Opportunity[] =>
  questions.flatMap(({ question, points }) =>
    points.map(({ id, must, state, text }): Opportunity => {
      const worth = must ? facts.rubric.offers.must : facts.rubric.offers.bonus;
      return {
        key: pointKey(place.conversation, question, id),
        dimension: 'solving',
        at: 0,
        worth,
        credit: state === 'covered' ? worth : 0,
        unsure: state === 'unsure',
        text,
      };
    }),
  );

export const turnOpportunities = ({ facts, turn, place }: AttemptPart): Opportunity[] => {
  const grade = turn === null ? null : turnGrade(facts.conversation, turn);
  if (grade === null) return [];
  const worth = facts.rubric.offers.turn;
  return (['expression', 'manner'] as const).map((dimension) => ({
    // One turn, two dimensions: the key tells them apart where two attempts are laid side by side.
    key: `${turnKey(place.conversation, place.turn)}:${dimension}`,
    dimension,
    at: 0,
    worth,
    credit: worth * facts.rubric.roundCredit[grade[dimension]],
    unsure: grade.unsure,
    text: '',
  }));
};

/** Needs met and windows taken, 1 each. Those missed are known only from another attempt that met or took them. */
export const deedOpportunities = ({ facts, afterIndex }: AttemptPart): Opportunity[] => {
  const { conversation, caseFacts, rubric } = facts;
  const chance = (key: string, dimension: Opportunity['dimension'], worth: number): Opportunity => ({
    ...{ key, dimension, at: 0, worth, credit: worth, unsure: false, text: '' },
  });
  const needOpportunities = conversation.needsMet
    .filter(({ index }) => index > afterIndex)
    .flatMap(({ beat, need: number }) => {
      const need = (beat === null ? caseFacts.scenario.duties : caseFacts.beat(beat)?.needs)?.[number];
      const worth = beat === null ? rubric.offers.duty : rubric.offers.need;
      return need === undefined ? [] : [chance(needKey(conversation.key, beat, number), dimensionOf(need), worth)];
    });
  const windowOpportunities = conversation.windows
    .filter((window) => window.closed?.how === 'taken' && window.closed.index > afterIndex)
    .map((window) =>
      chance(windowKey(conversation.key, window.window), windowDimension(facts, window.kind), rubric.offers.window),
    );
  return [...needOpportunities, ...windowOpportunities];
};
