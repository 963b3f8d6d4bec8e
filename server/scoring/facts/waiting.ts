/** How many customers wait for a reply at a moment: those with an open round (docs/trade.md §2). */
import type { DrillMs } from '#engine/model/events.ts';
import type { ConversationFacts } from './conversation-facts.ts';

/** Customers with an open round at `at`, whoever `besides` names left out. A round is open from its first line to its reply. */
export function waitingAt(seens: readonly ConversationFacts[], at: DrillMs, besides: string): number {
  return seens.filter(
    ({ c, rounds }) => c.key !== besides && rounds.some((r) => r.from <= at && at < r.from + r.seconds * 1000),
  ).length;
}

/** The customer in hand and all who wait besides. */
export const crowdAt = (seens: readonly ConversationFacts[], at: DrillMs, own: string): number =>
  1 + waitingAt(seens, at, own);
