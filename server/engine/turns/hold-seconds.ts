/** How long a 稍等 says to wait: by the span it names, or by the hour (RULES J198). */
import type { Conversation } from '#engine/model/drill.ts';
import type { DrillMs } from '#engine/model/events.ts';
import type { JudgeAnswer } from '#engine/model/judge-request.ts';
import { MINUTE_MS } from '#engine/model/spans.ts';
import type { DecisionContext } from '#engine/state/decision-context.ts';

/**
 * Drill time since the full minute in which the judge takes the story to be. A rush begins at a full minute, and its
 * customers' own clocks begin at the one they came in.
 */
const sinceFullMinute = (
  { drill }: DecisionContext,
  { arrivesAt, storySkippedMin }: Conversation,
  at: DrillMs,
): DrillMs => {
  const begunMs = drill.rush === null ? 0 : arrivesAt % MINUTE_MS;
  return begunMs + ((at - arrivesAt + storySkippedMin * MINUTE_MS) % MINUTE_MS);
};

/** Seconds from `saidAt`, when it was last spoken, to the end of the wait; null: no time was named. */
export const holdSeconds = (
  context: DecisionContext,
  conversation: Conversation,
  { judgement: { hold }, holdBy }: JudgeAnswer,
  saidAt: DrillMs,
): number | null => {
  if (holdBy === undefined) return hold?.seconds ?? null;
  const left = holdBy - sinceFullMinute(context, conversation, saidAt) / 1000;
  return left > 0 ? left : (hold?.seconds ?? null);
};
