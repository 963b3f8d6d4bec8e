/**
 * Merits are findings too: what was really done and helped, quoted. Credit nobody earned is a fault of the report as
 * grave as a false accusation, so each has its ground in the log, and where there is doubt there is none. At most two of
 * a kind in a conversation.
 */

import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { Draft } from '#scoring/facts/draft.ts';
import { isLost, isUnfinished, RUDE } from '#scoring/opportunities/unfinished.ts';
import { turnMerits } from './merits-of-turns.ts';
import { windowMerits } from './merits-of-windows.ts';

const MOST_OF_A_KIND = 2;
/** In a longer flood a right bit stands by chance. */
const LONGEST = 80;

export function meritFindings(seen: ConversationFacts): Draft[] {
  const count = new Map<string, number>();
  return [...windowMerits(seen), ...turnMerits(seen)].filter((d) => {
    if (d.quoteAt !== null && d.quoteAt.end - d.quoteAt.start > LONGEST) return false;
    const n = (count.get(d.code) ?? 0) + 1;
    count.set(d.code, n);
    return n <= MOST_OF_A_KIND;
  });
}

/** A customer nobody spoke to any more was not served, whatever was said before. */
const LEFT = ['customer-left', 'walked-out', 'ended-early'];
/** Helps whoever was lost in the end too. */
const STILL_TRUE = ['merit:corrected', 'merit:asked-first'];

/**
 * The findings of one customer without the praise that would flatter: none where the customer was left or met with rude
 * words more than once, of one who was lost only what helped all the same.
 */
export function earnedOnly(seen: ConversationFacts, drafts: readonly Draft[]): Draft[] {
  const left = drafts.some((d) => LEFT.includes(d.code) && !d.unsure);
  const rude = drafts.filter((d) => RUDE.includes(d.code) && !d.unsure).length >= (seen.rubric.rude?.times ?? Infinity);
  const lost = isLost(seen);
  return drafts.filter(
    (d) => !d.code.startsWith('merit:') || (!left && !rude && (!lost || STILL_TRUE.includes(d.code))),
  );
}

/** Drafts of a whole drill: one that is 未完成 (RULES M12) praises nothing. */
export const earnedInDrill = (seens: readonly ConversationFacts[], drafts: readonly Draft[]): Draft[] =>
  isUnfinished(seens) ? drafts.filter((d) => !d.code.startsWith('merit:')) : [...drafts];
