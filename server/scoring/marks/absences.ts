/**
 * One absence is one charge, the greater (RULES M261): among many customers who gave up waiting cost their leaving in 响应时效 and
 * what they had asked last in 问题解决, for the same seconds in which nobody wrote.
 */
import type { Rubric } from '#engine/model/rubric.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { FindingDraft } from '#scoring/facts/finding-draft.ts';
import { leftOverPoints } from '#scoring/facts/waiting.ts';
import { sum } from '#scoring/log/arithmetic.ts';
import { conversationOf, type Opportunity, pointKey } from '#scoring/opportunities/opportunity.ts';
import { withoutDoubleCharges } from './charge-once.ts';
import { totalWorth } from './shares.ts';
import { leftUnprovoked } from './unreached.ts';
import { deductedShare } from './weights.ts';

const LEAVING = 'customer-left';

/** The opportunities, each loss charged in one place. `drafts`: the findings that stand. */
export const chargedOnce = (
  rubric: Rubric,
  allFacts: readonly ConversationFacts[],
  drafts: readonly FindingDraft[],
  offered: readonly Opportunity[],
): Opportunity[] => {
  const opportunities = withoutDoubleCharges(rubric, allFacts, drafts, offered);
  const rule = rubric.findings.find(({ code }) => code === LEAVING);
  const leavings = drafts.filter(({ code, unsure }) => code === LEAVING && !unsure);
  if (rule === undefined || leavings.length === 0) return opportunities;
  const among = (dimension: Opportunity['dimension']): Opportunity[] =>
    opportunities.filter((one) => one.dimension === dimension && one.chargedElsewhere === undefined);
  const [response, solving] = [among('response'), among('solving')];
  const customers = new Set(opportunities.map(({ key }) => conversationOf(key))).size;
  const leavingMarks = (rubric.weights.response * rule.deduct * deductedShare(rule, customers)) / 100;
  // Deductions take no more than 响应时效 has left: a leaving that it can't pay for pays for nothing else.
  let leftMarks = rubric.weights.response * (1 - lostWorth(response) / Math.max(1, totalWorth(response)));
  const isInLeaving = new Map<string, boolean>();
  for (const facts of allFacts.filter((one) => leftUnprovoked(one, drafts))) {
    const { key } = facts.conversation;
    if (!leavings.some(({ conversation }) => conversation === key)) continue;
    const keys = leftOverPoints(facts).map(({ question, point }) => pointKey(key, question.id, point.id));
    const missed = solving.filter((one) => keys.includes(one.key) && one.credit < one.worth);
    const share = lostWorth(missed) / Math.max(1, totalWorth(solving));
    const missedMarks = rubric.weights.solving * (rubric.severity ?? 1) * share;
    const isLeavingDearer = Math.min(leavingMarks, leftMarks) >= missedMarks;
    if (isLeavingDearer) leftMarks -= leavingMarks;
    for (const one of missed) isInLeaving.set(one.key, isLeavingDearer);
  }
  return opportunities.map((one) => {
    const isPaid = one.dimension === 'solving' ? isInLeaving.get(one.key) : undefined;
    if (isPaid === undefined) return one;
    return isPaid ? { ...one, chargedElsewhere: 'dearer' } : { ...one, isForLeaving: true };
  });
};

const lostWorth = (opportunities: readonly Opportunity[]): number =>
  sum(opportunities.map(({ worth, credit }) => worth - credit));
