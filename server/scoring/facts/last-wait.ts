/** The wait at whose end a customer left. The wait and the leaving are one fault, told as 等走了 (RULES M15). */
import type { EndingHistory } from '#scoring/log/conversation-history.ts';
import type { ConversationFacts } from './conversation-facts.ts';
import type { Round } from './rounds.ts';

/** Events between the end of a wait and the ending it leads to. */
const LEAVING = 3;

/** The round that a silent ending broke off. */
export const lastWait = (
  { rounds }: Pick<ConversationFacts, 'rounds'>,
  { silent, index }: EndingHistory,
): Round | null =>
  (silent && rounds.find(({ to, toIndex }) => to === null && toIndex <= index && toIndex >= index - LEAVING)) || null;

/** Whether the trainee said a word in a visit. */
export const repliedIn = (
  { conversation, rounds }: Pick<ConversationFacts, 'conversation' | 'rounds'>,
  visit: number,
): boolean =>
  rounds.some((round) => round.visit === visit && round.to !== null) ||
  conversation.turns.some(({ judgement }) => judgement.messages.length > 0 && visit === 1);
