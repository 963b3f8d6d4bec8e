import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { aheadOpportunities } from './ahead.ts';
import { needOpportunities } from './operation.ts';
import type { Opportunity } from './opportunity.ts';
import { responseOpportunities } from './response.ts';
import { solvingOpportunities } from './solving.ts';
import { turnOpportunities } from './turns.ts';
import { windowOpportunities } from './windows.ts';

/** Every opportunity that a conversation offered, in all six dimensions (RULES M8). */
export const opportunitiesOf = (facts: ConversationFacts): Opportunity[] => {
  return [
    ...responseOpportunities(facts),
    ...turnOpportunities(facts),
    ...solvingOpportunities(facts),
    ...aheadOpportunities(facts),
    ...needOpportunities(facts),
    ...windowOpportunities(facts),
  ];
};

const nameOf = ({ key, dimension }: Opportunity): string => `${dimension} ${key}`;

/** `dueOpportunities` and the rest of each story path, due or not; one row's text covers both (RULES M12, M18). */
export const opportunitiesOfWholePath = (
  allFacts: readonly ConversationFacts[],
  dueOpportunities: readonly Opportunity[],
): Opportunity[] => {
  const aheadByName = new Map(
    allFacts
      .flatMap((facts) => aheadOpportunities(facts, true))
      .map((opportunity) => [nameOf(opportunity), opportunity]),
  );
  const dueNames = new Set(dueOpportunities.map(nameOf));
  return [
    ...dueOpportunities.map((opportunity) => ({
      ...opportunity,
      text: aheadByName.get(nameOf(opportunity))?.text ?? opportunity.text,
    })),
    ...[...aheadByName.values()].filter((opportunity) => !dueNames.has(nameOf(opportunity))),
  ];
};
