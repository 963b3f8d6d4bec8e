/** What a late round was late for: the threshold it passed (RULES M1) and the question it waited on. */
import type { Question } from '#engine/model/content.ts';
import type { DrillMs } from '#engine/model/events.ts';
import { say } from '#i18n/say.ts';
import { atOnce, tierFor } from '#scoring/facts/concurrency.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { Round } from '#scoring/facts/rounds.ts';
import type { QuestionHistory } from '#scoring/log/conversation-history.ts';

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

/** Longest burst in ms: a question asked later was no reason to answer sooner. */
const BURST_MS = 30_000;

/** The question a round began with: the last of its first burst. */
export const openedIn = (
  { conversation }: ConversationFacts,
  { from, fromIndex, toIndex }: Round,
): QuestionHistory | undefined => {
  return conversation.questions.findLast(
    ({ openedIndex, openedAt }) => openedIndex >= fromIndex && openedIndex < toIndex && openedAt <= from + BURST_MS,
  );
};

/** The question of an earlier time that the round took up again: 那T恤呢 你没说. */
export const recalledIn = ({ conversation, caseFacts }: ConversationFacts, { toIndex }: Round): Question | null => {
  const beat = conversation.beats.findLast(({ index }) => index < toIndex);
  const id = beat ? (caseFacts.beat(beat.beat)?.recalls ?? null) : null;
  return id === null ? null : caseFacts.question(id);
};
