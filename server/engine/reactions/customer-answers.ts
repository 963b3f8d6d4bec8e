/**
 * What a customer answers to a question that the story has no word on (RULES T52): what they know anyway, or words for
 * its kind.
 */

import { asksIn } from '#engine/customer/opening-replacements.ts';
import type { Burst, Reaction, Reactions, Slot } from '#engine/model/content.ts';
import type { Conversation, OpenTurn } from '#engine/model/drill.ts';
import { turnText } from '#engine/state/turn-text.ts';
import { lastQuestion, type QuestionForm } from '#engine/turns/last-question.ts';
import { knownAnswer } from './known-answers.ts';
import { isOwnData, putOffSlot, reactionIn } from './put-off-slot.ts';

/**
 * `ownReaction`: what they know themselves; `pickReaction`: the words of their temper for a question of this kind, which
 * only put it off where `putsOff`; `isBeyondKnowing`: nobody can know it.
 */
export type CustomerAnswer = {
  ownReaction: Reaction | null;
  pickReaction: ((reacts: Reactions) => Reaction | undefined) | null;
  putsOff: boolean;
  isBeyondKnowing: boolean;
};

const reactionSaying = (burst: Burst): Reaction => ({ bursts: [burst], mood: null, then: null, afterS: null });

/** 嗯…, 那个: the customer has begun to say something and stopped. */
const HESITATES = /…$|^(?:那个|就是|还有)$/;
const hesitates = ({ lastBurst }: Conversation): boolean => HESITATES.test(lastBurst.at(-1) ?? '');

/** 我看看 belies what is to come (他会不会喜欢), 记不清了 one's own name. */
const hasNoWords = (kind: QuestionForm, clause: string): boolean =>
  (kind === 'whether' && putOffSlot(clause) === 'dont-know') || (kind === 'what' && isOwnData(clause));

/** 您说 is answered only by a customer who has hesitated, with the words for a choice. A question for a number is put off. */
const slotOf = (conversation: Conversation, kind: QuestionForm, clause: string): Slot | null => {
  if (kind === 'say') return hesitates(conversation) ? 'asked-which' : null;
  // 嗯 answers what was only supposed. 没了 to 还有别的吗 would take back what they have just asked themselves.
  if (kind === 'assumed' || (kind === 'more' && conversation.lastBurst.some(asksIn))) return null;
  if (kind === 'amount' || kind === 'give' || hasNoWords(kind, clause)) return putOffSlot(clause);
  return `asked-${kind}`;
};

const LAST_CLAUSE = /[^，。；！？,;!?…~～\s]+[？?]?(?=[，。；！？,;!?…~～\s]*$)/;

/** The words that put off what a turn asks, where it has none of its own (RULES J126). */
export const putOffWords = (
  conversation: Conversation,
  turn: OpenTurn,
): ((reacts: Reactions) => Reaction | undefined) => {
  const { text } = turnText(turn);
  const clause = lastQuestion(text, conversation.lastBurst)?.clause ?? LAST_CLAUSE.exec(text)?.[0] ?? text;
  return reactionIn(putOffSlot(clause));
};

/** Null where the turn asks nothing. */
export const customerAnswer = (conversation: Conversation, turn: OpenTurn): CustomerAnswer | null => {
  const question = lastQuestion(turnText(turn).text, conversation.lastBurst);
  if (!question) return null;
  const knownBurst = knownAnswer(conversation, question.clause);
  const slot = slotOf(conversation, question.kind, question.clause);
  return {
    ownReaction: knownBurst && reactionSaying(knownBurst),
    pickReaction: slot && reactionIn(slot),
    putsOff: slot === 'dont-know' || slot === 'asked-own' || slot === 'asked-supposed',
    isBeyondKnowing: slot === 'dont-know',
  };
};
