/**
 * How many customers wait for a reply at a moment: those with an open round (docs/trade.md §2); and the wait at whose end
 * a customer left. That wait and the leaving are one fault, told as 等走了 (RULES M15).
 */
import type { DrillMs } from '#engine/model/events.ts';
import type { EndingHistory } from '#scoring/log/conversation-history.ts';
import type { ConversationFacts } from './conversation-facts.ts';
import type { PointResult } from './point-results.ts';
import type { Round } from './rounds.ts';

/**
 * Customers with an open round at `at`, without `exceptConversation`. A round is open from its first bubble to
 * its reply.
 */
export const waitingAt = (allFacts: readonly ConversationFacts[], at: DrillMs, exceptConversation: string): number => {
  return allFacts.filter(
    ({ conversation, rounds }) =>
      conversation.key !== exceptConversation &&
      rounds.some(({ from, seconds }) => from <= at && at < from + seconds * 1000),
  ).length;
};

/** The customer being served and all others who wait. */
export const crowdAt = (allFacts: readonly ConversationFacts[], at: DrillMs, ofConversation: string): number =>
  1 + waitingAt(allFacts, at, ofConversation);

/** Whether somebody who had begun to wait later was answered while this customer waited (RULES M209). */
export const wasPassedOver = (
  allFacts: readonly ConversationFacts[],
  conversation: string,
  wait: { from: DrillMs; until: DrillMs },
): boolean =>
  allFacts.some(
    (other) =>
      other.conversation.key !== conversation &&
      other.rounds.some(({ from, to }) => from > wait.from && to !== null && to < wait.until),
  );

/** Events between the end of a wait and the ending it leads to. */
const LEAVING = 3;

/** The round that a silent ending broke off. */
export const lastWait = (
  { rounds }: Pick<ConversationFacts, 'rounds'>,
  { silent, index }: EndingHistory,
): Round | null =>
  (silent && rounds.find(({ to, toIndex }) => to === null && toIndex <= index && toIndex >= index - LEAVING)) || null;

/** The round that a silent ending lies in, where words were left for who had gone: its wait ended as they went (RULES M100). */
export const roundOfLeaving = (
  { rounds }: Pick<ConversationFacts, 'rounds'>,
  { silent, index }: EndingHistory,
): Round | null =>
  (silent && rounds.find(({ to, fromIndex, toIndex }) => to !== null && fromIndex <= index && index < toIndex)) || null;

/** Whether the customer gave up waiting between two places of the log: what comes after was left for who had gone. */
export const hasLeftBetween = (
  { conversation }: Pick<ConversationFacts, 'conversation'>,
  fromIndex: number,
  toIndex: number,
): boolean => conversation.endings.some(({ silent, index }) => silent && index >= fromIndex && index < toIndex);

/** With more customers than this a leaving is one loss among many, and what it left open is charged with it (RULES M261). */
const FEW_CUSTOMERS = 3;

/**
 * What who gave up waiting, one of many, had asked last and went without: the points that nobody told of the questions of their
 * last beat. The absence that left them open is the one by which they went.
 */
export const leftOverPoints = ({
  conversation,
  history,
  pointResults,
}: Pick<ConversationFacts, 'conversation' | 'history' | 'pointResults'>): readonly PointResult[] => {
  const ending = conversation.endings.at(-1);
  if (!ending?.silent || history.conversations.length <= FEW_CUSTOMERS) return [];
  const beat = conversation.beats.findLast(({ index }) => index < ending.index)?.beat;
  const open = conversation.questions.filter(
    (entry) => entry.openedIndex < ending.index && entry.beat === beat && entry.state === 'unanswered',
  );
  return pointResults.filter(
    ({ question, state }) => state === 'missed' && open.some((entry) => entry.question === question.id),
  );
};

/** Whether the trainee said a word in a visit. */
export const repliedIn = (
  { conversation, rounds }: Pick<ConversationFacts, 'conversation' | 'rounds'>,
  visit: number,
): boolean =>
  rounds.some((round) => round.visit === visit && round.to !== null) ||
  conversation.turns.some(({ judgement }) => judgement.messages.length > 0 && visit === 1);
