/** How late a reply was, against the line of as many customers as were there (RULES M1). */
import type { DrillMs } from '#engine/model/events.ts';
import { atOnce, tierFor } from '#scoring/facts/concurrency.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';

/** Which line it crossed; empty where it crossed none. */
export function beyond({ rubric, history }: ConversationFacts, from: DrillMs, to: DrillMs, seconds: number): string {
  const customers = atOnce(history, from, to);
  const { passS } = tierFor(rubric, customers);
  return Math.round(seconds) <= passS ? '' : `${customers > 1 ? `同时接 ${customers} 位，` : ''}线是 ${passS} 秒。`;
}
