/** How late a reply was, against the threshold for as many customers as were there (RULES M1). */
import type { DrillMs } from '#engine/model/events.ts';
import { say } from '#i18n/say.ts';
import { atOnce, tierFor } from '#scoring/facts/concurrency.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';

/** The threshold that the seconds passed, as a sentence; empty where they passed none. */
export const thresholdPassed = (
  { rubric, history }: ConversationFacts,
  from: DrillMs,
  to: DrillMs,
  seconds: number,
): string => {
  const customers = atOnce(history, from, to);
  const { passS } = tierFor(rubric, customers);
  if (Math.round(seconds) <= passS) return '';
  return customers > 1
    ? say('findings:threshold-of-several', { customers, line: passS })
    : say('findings:threshold', { line: passS });
};
