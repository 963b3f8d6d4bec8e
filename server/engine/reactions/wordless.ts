/** What a customer says to operations that come without a word (RULES J228). */
import type { Reaction } from '#engine/model/content.ts';
import type { OpenTurn } from '#engine/model/drill.ts';
import { type ReactionChoice, reactionChoice, type Situation } from './choice.ts';

const SEEN: Reaction = {
  bursts: [[{ kind: 'text', text: '看到了' }], [{ kind: 'text', text: '嗯 看到了' }]],
  mood: null,
  then: null,
  afterS: null,
};

/** Operations that change what the customer's own order page shows, or what they read in the group. */
const SHOWN: readonly string[] = [
  ...['change-sku', 'change-address', 'change-price', 'cancel-order', 'invoice', 'intercept'],
  ...['resend', 'refund-full', 'refund-partial', 'price-protect', 'pin-notice'],
];

/** Whether a turn has operations alone, none of which sends a card. */
const isWordless = ({ messages, actions }: OpenTurn): boolean => messages.length === 0 && actions.length > 0;

/**
 * 嗯 有信了喊我 to a 拦截 alone would answer words that nobody has said: where operations alone complete what was asked for, the
 * customer says that they see it, and no more than a plain word to what no customer sees. Null to any other turn.
 */
export const seenReaction = ({ turn, preparedCase }: Situation): ReactionChoice | null => {
  if (!isWordless(turn)) return null;
  if (turn.actions.some(({ action }) => SHOWN.includes(action)))
    return { ...reactionChoice('resolved', null, null, false, SEEN), lineName: 'seen' };
  const plain = preparedCase.persona.reacts.slots.passed ?? null;
  return plain && reactionChoice('resolved', null, null, false, plain);
};
