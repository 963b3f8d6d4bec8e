/** 嗯: words that change nothing are heard all the same (RULES T16). A nod is no reaction: it asks nothing and ends no wait. */

import { targetOf } from '#engine/customer/beats.ts';
import { addReaction, reactionLevels } from '#engine/customer/bursts.ts';
import type { BurstDraft } from '#engine/customer/draft.ts';
import { asksIn } from '#engine/customer/opening-replacements.ts';
import { isStillAnswered, turnsSinceEnd } from '#engine/model/after-the-end.ts';
import type { CustomerDeed, Reaction } from '#engine/model/content.ts';
import type { Conversation, OpenTurn } from '#engine/model/drill.ts';
import type { DrillMs } from '#engine/model/events.ts';
import type { PreparedCase } from '#engine/prepare/prepared-content.ts';
import { conversationIn, type DecisionContext, preparedCaseOf } from '#engine/state/decision-context.ts';
import { hasToldLast } from '#engine/state/told-last.ts';
import { turnText } from '#engine/state/turn-text.ts';
import { type AskedQuestion, lastQuestion } from '#engine/turns/last-question.ts';
import { customerAnswer, putOffWords } from './customer-answers.ts';
import { questionsLeft } from './left-questions.ts';
import { asksTheirMatter, asksTheirWish } from './put-off-slot.ts';

const NEUTRAL_REACTION: Reaction = { bursts: [[{ kind: 'text', text: '嗯' }]], mood: null, then: null, afterS: null };

/**
 * The turn to be nodded at; `asksCustomer`: it surely asks the customer something; `isCivil`: its question may want an answer
 * (看不懂字吗 wants none); `told`: its clauses that the customer has told something to; `isRude`: perhaps ill-mannered; `hasCrossed`: it was sent before anybody could have read the customer's
 * own question; `newlyCovered`: points that it tells and none before it (哦 这下明白了 to what they heard a minute ago would sound absent,
 * RULES J245); `at`: when it is judged.
 */
export type AcknowledgedTurn = {
  turn: OpenTurn;
  asksCustomer: boolean;
  isCivil: boolean;
  isRude: boolean;
  hasCrossed: boolean;
  told: readonly string[];
  newlyCovered: readonly string[];
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
  const answer = isCivil ? customerAnswer(conversation, preparedCaseOf(context, key), turn) : null;
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

/** Whether a turn asks anything but what the customer would like, in whatever words: 您说, 您想问什么, 怎么啦. */
const asksSomething = ({ lastBurst }: Conversation, turn: OpenTurn): boolean => {
  const asked = lastQuestion(turnText(turn).text, lastBurst);
  return asked !== null && asked.kind !== 'say' && !asksTheirWish(asked.clause) && !asksTheirMatter(asked.clause);
};

/** Whether a turn asks last for what the customer alone can give or send. */
const asksForOwn = ({ lastBurst }: Conversation, turn: OpenTurn): boolean =>
  ['give', 'picture'].includes(lastQuestion(turnText(turn).text, lastBurst)?.kind ?? '');

/** Whether a turn closes with a question by its mark or particle, 对吗 too, which asks no more than a nod. */
const closesMarked = (turn: OpenTurn): boolean => /(?:[?？]|吗[呀啊呢哈]*)[\s~～]*$/.test(turnText(turn).text);

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
  // A customer who is done has one more word for the answer to their last question (RULES J139), and answers questions put to
  // them (RULES J199), what only they can give in the very turn that ends their story, too (RULES J186).
  const since = turnsSinceEnd(conversation, turns);
  const isAsked = isStillAnswered(since) && (asksCustomer || (isCivil && closesMarked(turn)));
  const isOwing = (since === 0 || isStillAnswered(since)) && asksForOwn(conversation, turn);
  const isDone = ending !== null && !isAsked && !isOwing && !(since === 1 && lastBurst.some(asksIn));
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
  if (!wantsSign(context, key, acknowledged)) return;
  if (draft.parts.length > 0 && draft.parts.every(isFact)) answerLeft(context, key, draft, acknowledged, false);
  if (draft.parts.length > 0) return;
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

/** 那算了, 这回不用了: after it 我想想 would take it back, as it would 去下单了. */
const DECLINES = /算了|不用了|[不别][要买拍退换]了|用不上/;
const ORDERS = /(?:去|这就|马上|现在)(?:下单|付|拍(?!照))|下单(?:了|去)|拍[了下]|拍去/;
const SENDS = /拍|照|图|传/;
const saysIn = ({ parts }: BurstDraft, words: RegExp): boolean =>
  parts.some(({ burst }) => burst.some((bubble) => bubble.kind === 'text' && words.test(bubble.text)));

/** Whether what is said already settles a question: who declines weighs nothing more, who goes to take a picture sends it. */
const isSettledBy = (draft: BurstDraft, { kind }: AskedQuestion): boolean =>
  kind === 'picture' ? saysIn(draft, SENDS) : saysIn(draft, DECLINES);

/** Whether the customer goes to order: 我想想 after 去下单了 would stay. 去拍 to who has sent the card for a picture takes one. */
const goesToOrder = (draft: BurstDraft, { actions }: OpenTurn): boolean =>
  saysIn(draft, ORDERS) && !actions.some(({ action }) => action === 'request-photo');

/** A customer gives no more answers to one turn, however much it asks (RULES T71). */
const MOST_ANSWERS = 2;

/** Whether a part of a burst tells what the customer was asked. */
export const isFact = ({ why }: BurstDraft['parts'][number]): boolean => why.kind === 'fact';

/** The words for one question: what the customer knows, or how they put it off; `isGoing`: in words of going, where they only put it off. */
const wordsFor = (
  context: DecisionContext,
  key: string,
  draft: BurstDraft,
  acknowledged: AcknowledgedTurn,
  question: AskedQuestion,
  isGoing: boolean,
): Reaction[] => {
  const conversation = conversationIn(context, key);
  const answer = customerAnswer(conversation, preparedCaseOf(context, key), acknowledged.turn, question);
  if (!answer) return [];
  if (answer.ownReaction) return [answer.ownReaction];
  if ((isGoing && answer.isBeyondKnowing) || isSettledBy(draft, question)) return [];
  if (isGoing && answer.putsOff) return reactionLevels(context, key, ({ slots }) => slots['asked-later']);
  if (!answer.pickReaction || goesToOrder(draft, acknowledged.turn)) return [];
  return reactionLevels(context, key, answer.pickReaction);
};

/** Answers what a turn asks beside what the customer has told to it. */
const answerLeft = (
  context: DecisionContext,
  key: string,
  draft: BurstDraft,
  acknowledged: AcknowledgedTurn,
  isGoing: boolean,
): void => {
  const room = MOST_ANSWERS - draft.parts.filter(isFact).length;
  const left = questionsLeft(conversationIn(context, key), acknowledged);
  for (const question of left.slice(0, Math.max(0, room))) {
    const [first, ...more] = wordsFor(context, key, draft, acknowledged, question, isGoing);
    const why = { kind: 'nod', turn: acknowledged.turn.number } as const;
    if (first) addReaction(context, key, draft, first, 'nod:asked', why, more);
  }
};

/**
 * Lets a customer whose story is answered say what they can to what the same turn asks (您看哪样), before they go without a word to it
 * (RULES J124). Not to what they have told something to, nor where nobody can know it. What they could only put off they leave for later
 * in words of going (RULES J147): 说不好 to 您穿多大鞋 would stay and not go. Who has just declined doesn't weigh a choice any more.
 */
export const answerBeforeGoing = (
  context: DecisionContext,
  key: string,
  draft: BurstDraft,
  acknowledged: AcknowledgedTurn,
  mayBegin = false,
): void => {
  if (draft.parts.length > 0 || mayBegin) answerLeft(context, key, draft, acknowledged, true);
};
