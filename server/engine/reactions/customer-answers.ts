/**
 * What a customer answers to a question that the story has no word on (RULES T52): what they know anyway, or words for
 * its kind.
 */

import { asksIn } from '#engine/customer/opening-replacements.ts';
import type { Burst, Reaction, Reactions, Slot } from '#engine/model/content.ts';
import type { Conversation, OpenTurn } from '#engine/model/drill.ts';
import type { PreparedCase } from '#engine/prepare/prepared-content.ts';
import { turnText } from '#engine/state/turn-text.ts';
import { type AskedQuestion, lastQuestion, type QuestionForm } from '#engine/turns/last-question.ts';
import { knownAnswer } from './known-answers.ts';
import { cardAskedFor, pictureSlot } from './picture-answer.ts';
import {
  asksHowItIs,
  asksPeople,
  asksTheirWish,
  choiceSlot,
  daySlot,
  isOwnData,
  putOffSlot,
  reactionIn,
} from './put-off-slot.ts';

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

const saysAny = ({ spoken }: Conversation, reaction: Reaction | undefined): boolean =>
  reaction?.bursts?.some((burst) =>
    burst.some((bubble) => bubble.kind === 'text' && spoken[bubble.text] !== undefined),
  ) ?? false;

/** 得翻一下 to an address that was asked for before would never come to anything: when it comes is said the second time (RULES J186). */
const ownDataSlot = (conversation: Conversation, { persona }: PreparedCase, slot: Slot): Slot =>
  slot === 'asked-own' && saysAny(conversation, persona.reacts.slots['asked-own']) ? 'asked-later' : slot;

/** Whether a question of theirs stands without a word on it. */
const hasOpenQuestion = ({ ledger }: Conversation): boolean =>
  Object.values(ledger).some(({ state }) => state === 'open' || state === 'clarifying');

/** 您说 is answered only by a customer who has hesitated, with the words for a choice. A question for a number is put off. */
const slotOf = (
  conversation: Conversation,
  preparedCase: PreparedCase,
  kind: QuestionForm,
  clause: string,
): Slot | null => {
  if (kind === 'say') return hesitates(conversation) ? 'asked-which' : null;
  // 嗯 answers what was only supposed. 没了 to 还有别的吗 or 您想问什么 would take back what they have just asked themselves.
  if (kind === 'assumed' || (kind === 'more' && conversation.lastBurst.some(asksIn))) return null;
  if (asksTheirWish(clause)) return hasOpenQuestion(conversation) ? null : 'asked-more';
  if (kind === 'when') return daySlot(clause);
  if (kind === 'picture') return pictureSlot(conversation, preparedCase, clause);
  if (kind === 'which') return choiceSlot(clause);
  if (kind === 'amount' && asksPeople(clause)) return 'asked-either';
  if (kind === 'what' && asksHowItIs(clause)) return 'asked-supposed';
  if (kind === 'give' || (kind === 'what' && isOwnData(clause)))
    return ownDataSlot(conversation, preparedCase, putOffSlot(clause));
  if (kind === 'amount' || hasNoWords(kind, clause)) return putOffSlot(clause);
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
  return asksTheirWish(clause) && hasOpenQuestion(conversation) ? () => undefined : reactionIn(putOffSlot(clause));
};

/** Null where the turn asks nothing. `question`: what of it is answered, its last where nothing else is named. */
export const customerAnswer = (
  conversation: Conversation,
  preparedCase: PreparedCase,
  turn: OpenTurn,
  question: AskedQuestion | null = lastQuestion(turnText(turn).text, conversation.lastBurst),
): CustomerAnswer | null => {
  if (!question) return null;
  const { kind, clause } = question;
  const ownBurst =
    kind === 'picture' ? cardAskedFor(conversation, preparedCase, turn) : knownAnswer(conversation, clause);
  const isShownHow = kind === 'picture' && turn.actions.some(({ action }) => action === 'request-photo');
  const slot = isShownHow ? null : slotOf(conversation, preparedCase, kind, clause);
  return {
    ownReaction: ownBurst && reactionSaying(ownBurst),
    pickReaction: slot && reactionIn(slot),
    putsOff: slot === 'dont-know' || slot === 'asked-own' || (slot === 'asked-supposed' && !asksHowItIs(clause)),
    isBeyondKnowing: slot === 'dont-know',
  };
};
