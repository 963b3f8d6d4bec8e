/** Which question a round waited on. */
import type { Question } from '#engine/model/content.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { Round } from '#scoring/facts/rounds.ts';
import type { QuestionHistory } from '#scoring/log/conversation-history.ts';

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
