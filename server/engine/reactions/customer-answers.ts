/**
 * What a customer answers to a question that the story has no word on (RULES T52): what they know anyway, or words for
 * its kind.
 */

import type { Burst, Reaction, Reactions, Slot } from '#engine/model/content.ts';
import type { Conversation, OpenTurn } from '#engine/model/drill.ts';
import { turnText } from '#engine/state/turn-text.ts';
import { lastQuestion, type QuestionForm } from '#engine/turns/last-question.ts';
import { knownAnswer } from './known-answers.ts';

/**
 * `ownReaction`: what they know themselves; `pickReaction`: the words of their temper for a question of this kind, which
 * only put it off where `putsOff`.
 */
export type CustomerAnswer = {
  ownReaction: Reaction | null;
  pickReaction: ((reacts: Reactions) => Reaction | undefined) | null;
  putsOff: boolean;
};

const reactionSaying = (burst: Burst): Reaction => ({ bursts: [burst], mood: null, then: null, afterS: null });

/** 嗯…, 那个: the customer has begun to say something and stopped. */
const HESITATES = /…$|^(?:那个|就是|还有)$/;
const hesitates = ({ lastBurst }: Conversation): boolean => HESITATES.test(lastBurst.at(-1) ?? '');

/** 您说 is answered only by a customer who has hesitated, with the words for a choice. A question for a number is put off. */
const slotOf = (conversation: Conversation, kind: QuestionForm): Slot | null => {
  if (kind === 'say') return hesitates(conversation) ? 'asked-which' : null;
  // 嗯 answers what was only supposed.
  if (kind === 'assumed') return null;
  return kind === 'amount' ? 'dont-know' : `asked-${kind}`;
};

/** Null where the turn asks nothing. */
export const customerAnswer = (conversation: Conversation, turn: OpenTurn): CustomerAnswer | null => {
  const question = lastQuestion(turnText(turn).text, conversation.lastBurst);
  if (!question) return null;
  const knownBurst = knownAnswer(conversation, question.clause);
  const slot = slotOf(conversation, question.kind);
  return {
    ownReaction: knownBurst && reactionSaying(knownBurst),
    pickReaction: slot && ((reacts) => reacts.slots[slot]),
    putsOff: slot === 'dont-know',
  };
};
