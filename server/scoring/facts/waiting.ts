/** How many customers wait for a reply at a moment: those with an open round (docs/trade.md §2). */
import type { DrillMs } from '#engine/model/events.ts';
import type { ConversationFacts } from './conversation-facts.ts';

/**
 * Customers with an open round at `at`, without `exceptConversation`. A round is open from its first bubble to
 * its reply.
 */
export function waitingAt(allFacts: readonly ConversationFacts[], at: DrillMs, exceptConversation: string): number {
  return allFacts.filter(
    ({ conversation, rounds }) =>
      conversation.key !== exceptConversation &&
      rounds.some(({ from, seconds }) => from <= at && at < from + seconds * 1000),
  ).length;
}

/** The customer being served and all others who wait. */
export const crowdAt = (allFacts: readonly ConversationFacts[], at: DrillMs, ofConversation: string): number =>
  1 + waitingAt(allFacts, at, ofConversation);
