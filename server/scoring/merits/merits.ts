/**
 * Merits are findings too: deeds that really helped, quoted. Praise that nobody earned is as grave a fault of the
 * report as a false accusation, so each merit has its ground in the log, and a doubtful one is left out. At most two of
 * a kind in a conversation.
 */

import { codeList, LEFT_ALONE_CODES } from '#scoring/facts/codes.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { FindingDraft } from '#scoring/facts/finding-draft.ts';
import { isLost, isUnfinished, RUDE } from '#scoring/opportunities/unfinished.ts';
import { invitedMerit } from './invited.ts';
import { turnMerits } from './merits-of-turns.ts';
import { windowMerits } from './merits-of-windows.ts';

const MAX_OF_A_KIND = 2;
/** In a quote longer than this, in characters, something right stands by chance. */
const MAX_QUOTE_CHARS = 80;

export const meritFindings = (facts: ConversationFacts): FindingDraft[] => {
  const countByCode = new Map<string, number>();
  return [...windowMerits(facts), ...turnMerits(facts), ...invitedMerit(facts)].filter((draft) => {
    if (draft.quoteAt !== null && draft.quoteAt.end - draft.quoteAt.start > MAX_QUOTE_CHARS) return false;
    const countOfKind = (countByCode.get(draft.code) ?? 0) + 1;
    countByCode.set(draft.code, countOfKind);
    return countOfKind <= MAX_OF_A_KIND;
  });
};

/** Merits that helped even a customer who was lost in the end. */
const MERITS_OF_LOST_CUSTOMER = codeList('merit:corrected', 'merit:asked-first');

/**
 * The findings of one customer without undeserved merits: none where the customer was left or met with rude words as
 * often as the rubric says, and of a customer who was lost only those that helped all the same.
 */
export const earnedOnly = (facts: ConversationFacts, drafts: readonly FindingDraft[]): FindingDraft[] => {
  const wasLeft = drafts.some(({ code, unsure }) => LEFT_ALONE_CODES.includes(code) && !unsure);
  const wasRude =
    drafts.filter(({ code, unsure }) => RUDE.includes(code) && !unsure).length >=
    (facts.rubric.rude?.times ?? Infinity);
  const isCustomerLost = isLost(facts);
  return drafts.filter(
    ({ code }) =>
      !code.startsWith('merit:') ||
      (!wasLeft && !wasRude && (!isCustomerLost || MERITS_OF_LOST_CUSTOMER.includes(code))),
  );
};

/** The drafts of a whole drill: one that is 未完成 (RULES M12) has no merits. */
export const earnedInDrill = (
  allFacts: readonly ConversationFacts[],
  drafts: readonly FindingDraft[],
): FindingDraft[] => (isUnfinished(allFacts) ? drafts.filter(({ code }) => !code.startsWith('merit:')) : [...drafts]);
