/**
 * What a customer answers to a question that the story has no word on (RULES T52): what they know anyway, or words for
 * its kind.
 */

import type { Burst, Reaction, Reacts, Slot } from '#engine/model/content.ts';
import type { Conversation, OpenTurn } from '#engine/model/drill.ts';
import { turnText } from '#engine/state/turn-text.ts';
import { type Asked, askedLast } from './asked-last.ts';
import { ownAnswer } from './own-answers.ts';

/** `own`: what they know themselves; `pick`: the words of their temper for a question of this kind. */
export type TheirAnswer = { own: Reaction | null; pick: ((reacts: Reacts) => Reaction | undefined) | null };

const saying = (burst: Burst): Reaction => ({ bursts: [burst], mood: null, then: null, afterS: null });

/** 嗯…, 那个: the customer has begun to say something and stopped. */
const HESITATES = /…$|^(?:那个|就是|还有)$/;
const hesitates = ({ lastBurst }: Conversation): boolean => HESITATES.test(lastBurst.at(-1) ?? '');

/** 您说 is answered only by a customer who has hesitated, with the words for a choice. A question for a number is put off. */
const slotOf = (conversation: Conversation, kind: Asked): Slot | null => {
  if (kind === 'say') return hesitates(conversation) ? 'asked-which' : null;
  return kind === 'amount' ? 'dont-know' : `asked-${kind}`;
};

/** Null where the turn asks nothing. */
export const theirAnswer = (conversation: Conversation, turn: OpenTurn): TheirAnswer | null => {
  const last = askedLast(turnText(turn).text);
  if (!last) return null;
  const own = ownAnswer(conversation, last.clause);
  const slot = slotOf(conversation, last.kind);
  return { own: own && saying(own), pick: slot && ((reacts) => reacts.slots[slot]) };
};
