/** 嗯: words that change nothing are heard all the same (RULES T16). A nod is no reaction: it asks nothing and ends no wait. */

import { targetOf } from '#engine/customer/beats.ts';
import { addReaction, reactionLevels } from '#engine/customer/bursts.ts';
import type { BurstDraft } from '#engine/customer/draft.ts';
import { asksIn } from '#engine/customer/opening-replacements.ts';
import type { CustomerDeed, Reaction } from '#engine/model/content.ts';
import type { Conversation, OpenTurn } from '#engine/model/drill.ts';
import type { DrillMs } from '#engine/model/events.ts';
import type { PreparedCase } from '#engine/prepare/prepared-content.ts';
import { conversationIn, type DecisionContext, preparedCaseOf } from '#engine/state/decision-context.ts';
import { hasToldLast } from '#engine/state/told-last.ts';
import { turnText } from '#engine/state/turn-text.ts';
import { lastQuestion } from '#engine/turns/last-question.ts';
import { customerAnswer, putOffWords } from './customer-answers.ts';

const NEUTRAL_REACTION: Reaction = { bursts: [[{ kind: 'text', text: '嗯' }]], mood: null, then: null, afterS: null };

/**
 * The turn to be nodded at; `asksCustomer`: it surely asks the customer something; `isCivil`: its question may want an answer
 * (看不懂字吗 wants none); `isRude`: perhaps ill-mannered; `hasCrossed`: it was sent before anybody could have read the customer's
 * own question; `at`: when it is judged.
 */
export type AcknowledgedTurn = {
  turn: OpenTurn;
  asksCustomer: boolean;
  isCivil: boolean;
  isRude: boolean;
  hasCrossed: boolean;
  at: DrillMs;
};

/** Whether the customer pays by this deed. */
export const isPayment = (deed: CustomerDeed): boolean =>
  deed.deed === 'pay' || (deed.deed === 'place-order' && deed.pays);

/** Whether the pause that the customer is in has run out by now and they pay in the beat it leads to. */
const paysNow = (conversation: Conversation, preparedCase: PreparedCase, at: DrillMs): boolean => {
  const beat = preparedCase.beats.get(conversation.beat?.id ?? '');
  if (!beat) return false;
  const isMissed = conversation.windows.some((window) => window.beat === beat.id && window.untilAt <= at);
  const isQuietOver = conversation.quietUntil !== null && conversation.quietUntil <= at;
  if (!isMissed && !isQuietOver) return false;
  const next = preparedCase.beats.get(targetOf(beat, isMissed ? 'missed' : 'silent') ?? '');
  return next?.does.some(isPayment) ?? false;
};

/** Answers to what the turn asks the customer, the fittest first (RULES T52). */
const answersToTurn = (
  context: DecisionContext,
  key: string,
  { turn, asksCustomer, isCivil, at }: AcknowledgedTurn,
): Reaction[] => {
  const conversation = conversationIn(context, key);
  const answer = isCivil ? customerAnswer(conversation, turn) : null;
  // 付了没 is answered by the order that they place or pay in this very moment: 还没呢 would belie it.
  if (answer?.ownReaction && paysNow(conversation, preparedCaseOf(context, key), at)) return [];
  return [
    ...(answer?.ownReaction ? [answer.ownReaction] : []),
    ...(answer?.pickReaction ? reactionLevels(context, key, answer.pickReaction) : []),
    // 嗯嗯 is no answer to 您要退还是换: a question that the story has no word on is put off.
    ...(asksCustomer ? reactionLevels(context, key, putOffWords(conversation, turn)) : []),
  ];
};

/** Counts the one sign of a customer who had left and answered all the same. */
const SIGN_AFTER_LEAVING = 'nod:left';

/** Whether the customer has left and has since told what they were asked: they are heard to be there (RULES T95). */
const hasAnsweredAfterLeaving = (conversation: Conversation, { scenario }: PreparedCase): boolean =>
  conversation.ending !== null &&
  conversation.status === 'away' &&
  conversation.used[SIGN_AFTER_LEAVING] === undefined &&
  hasToldLast(conversation, scenario);

/** Whether a turn asks anything but what the customer would like. */
const asksSomething = ({ lastBurst }: Conversation, turn: OpenTurn): boolean =>
  !['say', undefined].includes(lastQuestion(turnText(turn).text, lastBurst)?.kind);

/** Whether words of this turn want at least a sign that they were read, from a customer who is here and wasn't told to wait. */
const wantsSign = (
  context: DecisionContext,
  key: string,
  { turn, isCivil, asksCustomer, hasCrossed }: AcknowledgedTurn,
): boolean => {
  const conversation = conversationIn(context, key);
  // 嗯 to 有什么想问的您说 would leave out what they have just asked: they wait for it to be read (RULES J151).
  if (hasCrossed && conversation.lastBurst.some(asksIn) && !asksSomething(conversation, turn)) return false;
  if (isCivil && hasAnsweredAfterLeaving(conversation, preparedCaseOf(context, key))) return true;
  const { status, ending, hold, turns, lastBurst } = conversation;
  // A customer who is done has one more word, for the answer to their last question or to a question put to them (RULES J139).
  const isDone = ending !== null && !(turns === ending.turns + 1 && (asksCustomer || lastBurst.some(asksIn)));
  const isHere = status !== 'away' && status !== 'closed' && !isDone;
  return isHere && hold === null && turn.messages.some(({ kind }) => kind === 'said');
};

/**
 * Adds a nod where the customer has nothing else to say; `settled`: an earlier question of theirs has just been
 * answered. No nod while they were told to wait, are away or done, except for the answer to their last question, and
 * once where they have left and have told what they were asked since.
 */
export const addAcknowledgement = (
  context: DecisionContext,
  key: string,
  draft: BurstDraft,
  acknowledged: AcknowledgedTurn,
  isSettled: boolean,
): void => {
  const { turn } = acknowledged;
  if (draft.parts.length > 0 || !wantsSign(context, key, acknowledged)) return;
  const { passed } = preparedCaseOf(context, key).persona.reacts.slots;
  if (conversationIn(context, key).status === 'away') draft.used.push(SIGN_AFTER_LEAVING);
  const answersToQuestion = answersToTurn(context, key, acknowledged);
  const why = { kind: 'nod', turn: turn.number } as const;
  // 好嘞 to ill manners would sound content (RULES J157).
  const isCool = acknowledged.isRude && answersToQuestion.length === 0;
  if (isCool && addReaction(context, key, draft, NEUTRAL_REACTION, 'nod:cool', why)) return;
  const levels = [
    ...answersToQuestion,
    ...(isSettled ? reactionLevels(context, key, ({ slots }) => slots.resolved) : []),
    ...reactionLevels(context, key, ({ slots }) => slots.nod),
    ...(passed ? [passed] : []),
    NEUTRAL_REACTION,
  ];
  const [first, ...more] = levels;
  const settledName = isSettled ? 'nod:settled' : 'nod';
  const name = answersToQuestion.length > 0 ? 'nod:asked' : settledName;
  if (first) addReaction(context, key, draft, first, name, why, more);
};

/** 那算了, 这回不用了: after it 我想想 would take it back. */
const DECLINES = /算了|不用了|[不别][要买拍退换]了|用不上/;
const declines = ({ parts }: BurstDraft): boolean =>
  parts.some(({ burst }) => burst.some((bubble) => bubble.kind === 'text' && DECLINES.test(bubble.text)));

/**
 * Lets a customer whose story is answered say what they can to the question the same turn closes with (您看哪样), before they go without
 * a word to it (RULES J124). Not where they have told what was asked for, nor where nobody can know it. What they could only put off
 * they leave for later in words of going (RULES J147): 说不好 to 您穿多大鞋 would stay and not go. Who has just declined doesn't weigh a
 * choice any more.
 */
export const answerBeforeGoing = (
  context: DecisionContext,
  key: string,
  draft: BurstDraft,
  acknowledged: AcknowledgedTurn,
  mayBegin = false,
): void => {
  const hasTold = draft.parts.some(({ why }) => why.kind === 'fact');
  if (hasTold || (draft.parts.length === 0 && !mayBegin) || !acknowledged.asksCustomer) return;
  const answer = customerAnswer(conversationIn(context, key), acknowledged.turn);
  if (answer === null || (answer.ownReaction === null && (answer.isBeyondKnowing || declines(draft)))) return;
  const [first, ...more] =
    answer.ownReaction === null && answer.putsOff
      ? reactionLevels(context, key, ({ slots }) => slots['asked-later'])
      : answersToTurn(context, key, { ...acknowledged, asksCustomer: false });
  if (first)
    addReaction(context, key, draft, first, 'nod:asked', { kind: 'nod', turn: acknowledged.turn.number }, more);
};
