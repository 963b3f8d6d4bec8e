/** 平台操作, and the other dimensions of needs: 1 for each need and duty (RULES M8). */

import type { Need } from '#engine/model/content.ts';
import { say } from '#i18n/say.ts';
import type { Act } from '#language/terms/verdicts.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { dimensionOf, needResults } from '#scoring/facts/needs.ts';
import { isDoubtfulClick } from '#scoring/facts/other-click.ts';
import { titleOfDeed } from '#scoring/facts/trade-texts.ts';
import { isOwed } from './asking.ts';
import { clickInDoubt } from './in-doubt.ts';
import { needKey, type Opportunity, questionKey, windowKey } from './opportunity.ts';

export const needOpportunities = (facts: ConversationFacts): Opportunity[] => {
  const { conversation, caseFacts, rubric } = facts;
  const owed = needResults(conversation, caseFacts).filter(
    ({ need, isMet, until }) => isMet || isOwed(facts, need, until),
  );
  return owed.map((result): Opportunity => {
    const { beat, needIndex, need, isMet, from } = result;
    const isDoubtful = !isMet && isDoubtfulClick(facts, need);
    const worth = beat === null ? rubric.offers.duty : rubric.offers.need;
    return {
      key: needKey(conversation.key, beat, needIndex),
      dimension: dimensionOf(need),
      at: from,
      worth,
      credit: isMet ? worth : 0,
      unsure: isDoubtful,
      ...(isDoubtful && { inDoubt: clickInDoubt(facts, need) }),
      text: lostNeed(facts, need),
      nearKeys: nearOf(facts, beat),
    };
  });
};

/** What to say, for an act the case asks for: 道歉. */
const actAdvice = (act: Act): string => say(`opportunities:act.${act}`);

/** A need by its own name: the operation, the fact as one would ask for it, the words that were due. */
export const nameOfNeed = ({ caseFacts }: Pick<ConversationFacts, 'caseFacts'>, need: Need): string => {
  if (need.do !== null) return titleOfDeed(caseFacts, need.do);
  if (need.ask === null) return need.act === null ? say('opportunities:need.words') : actAdvice(need.act);
  const fact = caseFacts.scenario.customer.knows.find(({ id }) => id === need.ask);
  // As one would ask it, where the case says so: a cue alone is half a word.
  return fact?.model?.replace(/[？?。]$/, '') ?? fact?.cues[0] ?? need.ask;
};

/** The row's text where a need isn't met. */
export const lostNeed = ({ caseFacts }: Pick<ConversationFacts, 'caseFacts'>, need: Need): string => {
  const { name } = caseFacts.scenario.customer;
  const needName = nameOfNeed({ caseFacts }, need);
  if (need.do !== null) return say('opportunities:need.lost.deed', { name, deed: needName });
  if (need.ask !== null) return say('opportunities:need.lost.fact', { name, fact: needName });
  return need.act === null
    ? say('opportunities:need.lost.words', { name })
    : say('opportunities:need.lost.act', { name, act: needName });
};

/**
 * Keys of what else may have gone wrong beside the need: its beat's questions and windows, or all of them where the
 * trainee said nothing.
 */
const nearOf = ({ conversation, caseFacts }: ConversationFacts, beat: string | null): string[] => {
  const wasSilent = beat === null && conversation.traineeMessages.length === 0;
  const questionIds = wasSilent
    ? conversation.questions.map(({ question }) => question)
    : (caseFacts.beat(beat)?.asks ?? []).map(({ id }) => id);
  return [
    ...questionIds.map((question) => questionKey(conversation.key, question)),
    ...conversation.windows
      .filter((window) => wasSilent || (beat !== null && window.beat === beat))
      .map(({ window }) => windowKey(conversation.key, window)),
  ];
};
