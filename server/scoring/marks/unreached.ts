/**
 * What lay ahead of a customer who left, and what it weighs (RULES M48). Nobody asked it, so it is taken to have gone as
 * what was asked did: the more of that was earned, the less of it is lost. A trainee who was rude to the customer or
 * crossed a red line has driven them away, and loses all of it.
 */
import type { Rubric } from '#engine/model/rubric.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { FindingDraft } from '#scoring/facts/finding-draft.ts';
import { sum } from '#scoring/log/arithmetic.ts';
import { conversationOf, type Opportunity } from '#scoring/opportunities/opportunity.ts';
import { RUDE } from '#scoring/opportunities/unfinished.ts';

/** Dimensions in which a question or an operation is earned. */
const EARNED_IN: readonly Opportunity['dimension'][] = ['solving', 'operation'];

/** The opportunities, those that lay ahead of who left worth what is lost of them. `drafts`: the findings that stand. */
export const sparingUnreached = (
  rubric: Rubric,
  allFacts: readonly ConversationFacts[],
  drafts: readonly FindingDraft[],
  opportunities: readonly Opportunity[],
): Opportunity[] => {
  const spared = rubric.road?.spared ?? 0;
  const shares = new Map(
    allFacts
      .filter((facts) => leftUnprovoked(facts, drafts))
      .map(({ conversation: { key } }) => [key, 1 - spared * earnedShare(key, opportunities)]),
  );
  return opportunities.map((opportunity) =>
    opportunity.isAhead
      ? { ...opportunity, worth: opportunity.worth * (shares.get(conversationOf(opportunity.key)) ?? 1) }
      : opportunity,
  );
};

/**
 * The customers whose story counts as cut short by the trainee (未完成, RULES M12): not those who left unprovoked after
 * at least the rubric's share of what they asked was earned. Doubts count against the trainee here: a ruling for them can
 * only lift the cap, and the range of a drill cut short reaches up to there.
 */
export const owingCustomers = (
  rubric: Rubric,
  allFacts: readonly ConversationFacts[],
  drafts: readonly FindingDraft[],
  opportunities: readonly Opportunity[],
): readonly ConversationFacts[] => {
  const { spared, reached = 1 } = rubric.road ?? {};
  if (spared === undefined) return allFacts;
  const settled = opportunities.map((one) => (one.unsure ? { ...one, unsure: false, credit: 0 } : one));
  const surely = drafts.map((draft) => ({ ...draft, unsure: false }));
  return allFacts.filter(
    (facts) => !leftUnprovoked(facts, surely) || earnedShare(facts.conversation.key, settled) < reached,
  );
};

/** Whether the customer left before the story's end without a rude word or a red line beyond doubt. */
export const leftUnprovoked = (
  { conversation, storyPath }: ConversationFacts,
  drafts: readonly FindingDraft[],
): boolean => {
  const provoked = drafts
    .filter((draft) => !draft.unsure && draft.conversation === conversation.key)
    .flatMap((draft) => [draft.code, ...draft.absorbedFaults.map(({ code }) => code)])
    .some((code) => RUDE.includes(code) || code.startsWith('red-line:'));
  return storyPath.endedBy === 'customer-left' && !provoked;
};

/** The share of what one customer asked and needed that was earned, 0–1; 0 where nothing was. Doubts are left out. */
const earnedShare = (conversation: string, opportunities: readonly Opportunity[]): number => {
  const reached = opportunities.filter(
    ({ key, dimension, isAhead, unsure }) =>
      !isAhead && !unsure && EARNED_IN.includes(dimension) && conversationOf(key) === conversation,
  );
  const offered = sum(reached.map(({ worth }) => worth));
  return offered === 0 ? 0 : sum(reached.map(({ credit }) => credit)) / offered;
};
