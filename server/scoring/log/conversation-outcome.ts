/**
 * What became of a customer, decided once (RULES Q9): the counts of a rush, the row of the conversation and whatever calls
 * a customer lost read it here.
 */
import type { ConversationHistory, EndingHistory, Placed } from './conversation-history.ts';
import type { DrillHistory } from './history.ts';

/** How a story ends at this desk. Who went in silence had never had a word (`leftDesk`), or had and waited for the next. */
type EndedKind = 'served' | 'unordered' | 'lost' | 'escalated' | 'leftDesk' | 'leftMidway';

/** `open`: at the desk when the drill ended, with no end of their story and no note that lacks nothing. */
export type ConversationOutcome =
  | { kind: EndedKind; ending: EndingHistory }
  | { kind: 'leftQueue' | 'colleague' | 'unserved' | 'transferred' | 'handedOver' | 'open'; ending: null };

const EXITS = { 'gave-up': 'leftQueue', colleague: 'colleague', 'rush-over': 'unserved' } as const;

/** The ending a customer's story came to; null: it came to none. */
export const endingOf = ({ endings }: Pick<ConversationHistory, 'endings'>): EndingHistory | null =>
  endings.at(-1) ?? null;

/** Whether a customer was handed over at the end of the shift, and not in its course. */
export const isOfShiftEnd = (
  { closed }: Pick<ConversationHistory, 'closed'>,
  shiftOver: Placed<{ at: number }> | null,
): boolean => shiftOver !== null && closed?.by === 'transfer' && closed.index > shiftOver.index;

/**
 * A story that came to its end is told by its ending, also where the customer was transferred afterwards. `handedOver`: keys of
 * those of whom the next shift knows all.
 */
export const outcomeOf = (
  conversation: ConversationHistory,
  { rush }: Pick<DrillHistory, 'rush'>,
  handedOver: ReadonlySet<string>,
): ConversationOutcome => {
  const { key, arrivals, queueStays, closed } = conversation;
  const ending = endingOf(conversation);
  if (ending !== null) return { kind: kindOfEnding(conversation, ending), ending };
  const exit = queueStays.at(-1)?.left?.how;
  if (arrivals.length === 0) return { kind: exit === undefined ? 'open' : EXITS[exit], ending };
  if (closed?.by !== 'transfer') return { kind: 'open', ending };
  if (!isOfShiftEnd(conversation, rush?.shiftOver ?? null)) return { kind: 'transferred', ending };
  return { kind: handedOver.has(key) ? 'handedOver' : 'open', ending };
};

/** Whether a customer who went in silence had been spoken to before. */
export const wasAnsweredBefore = ({ traineeMessages }: ConversationHistory, ending: EndingHistory): boolean =>
  traineeMessages.some(({ index }) => index < ending.index);

const kindOfEnding = (conversation: ConversationHistory, ending: EndingHistory): EndedKind => {
  const { outcome, silent } = ending;
  if (outcome === 'escalated') return 'escalated';
  if (silent) return wasAnsweredBefore(conversation, ending) ? 'leftMidway' : 'leftDesk';
  if (outcome !== 'lost') return 'served';
  return onlyLooked(conversation) ? 'unordered' : 'lost';
};

/**
 * Whether somebody who came before ordering had every question answered: they ordered nothing, and nothing was refused (RULES M176).
 * An order of theirs is an earlier one where the desk was to ask them to order.
 */
export const onlyLooked = ({ arrivals, questions, windows }: ConversationHistory): boolean =>
  questions.length > 0 &&
  questions.every(({ state }) => state === 'answered') &&
  (arrivals.every(({ orders }) => orders.length === 0) || windows.some(({ kind }) => kind === 'order-prompt'));
