/**
 * How the customer asks for an operation that is owed (RULES T8): as one they want, or as one told as done of which
 * they see nothing.
 */

import { asksAfterState, groundedAsk, isPromised } from '#engine/customer/asks-after.ts';
import { openNeeds } from '#engine/customer/open-needs.ts';
import { acceptedOperations, isOnlyLookUp } from '#engine/model/accepted-operations.ts';
import type { Conversation } from '#engine/model/drill.ts';
import type { TurnJudgement } from '#engine/model/turn-judgement.ts';
import { CLAIMED_LINE, isUsed, undoneLine } from '#engine/state/line-names.ts';
import { noReaction, type ReactionChoice, reactionChoice, type Situation } from './choice.ts';

/** 查到了, 查了, 看到您这单: the trainee says that they have looked. */
const HAS_LOOKED = /(?<![没别不])(?:查|看|翻|核)(?:[到完过]|了(?!吗|没|么))(?!.{0,3}(?:再|就)(?:跟|给|告诉|回))/;

/** Whether one of these operations is among those that would do. */
const isAmong = (operations: readonly string[], accepted: readonly string[]): boolean =>
  accepted.some((way) => operations.includes(way));

/** Operations told as done that the customer asks about: those told in this turn, or all so far when the trainee says goodbye. */
export const doubtedClaims = (conversation: Conversation, { acts, claims }: TurnJudgement): readonly string[] =>
  acts.includes('goodbye') ? conversation.claimed : (claims ?? []).flatMap(({ actions }) => actions);

/**
 * Whether this very turn is the first to promise one of these operations, and doesn't take leave: 那你跟场控说一声呀 to who has
 * just said 主播那头我去说 sounds as if nobody had listened (RULES J150).
 */
const isJustPromised = ({ before, conversation, judgement }: Situation, ways: readonly string[]): boolean =>
  !judgement.acts.includes('goodbye') &&
  ways.some((way) => conversation.promised.includes(way)) &&
  !ways.some((way) => before.promised.includes(way));

/**
 * Asks for an operation that is owed. 那你建啊 to somebody who has just said 建好了 sounds as if nobody had listened: a
 * trainee who has just told it as done, or did it otherwise than needed, is asked to look again.
 */
export const askForOwedOperation = (situation: Situation, isBad: boolean): ReactionChoice => {
  const { conversation, preparedCase, beat, turn, judgement } = situation;
  if (beat === null) return reactionChoice('undone', null, ({ slots }) => slots.undone, isBad);
  const doubted = doubtedClaims(conversation, judgement);
  const needs = openNeeds(conversation, preparedCase, beat, doubted);
  const accepted = needs.flatMap((index) => (beat.needs[index] ? acceptedOperations(beat.needs[index]) : []));
  const hasAsked = needs.some((i) => isUsed(conversation, undoneLine(beat, i)));
  const isAwaited = hasAsked || isPromised(conversation, accepted);
  // The slot's lines stand in the order of pressing: once something was said they are said as they stand.
  const plain = reactionChoice(
    'undone',
    null,
    ({ slots }) => (isAwaited ? slots.undone : groundedAsk(slots.undone, false)),
    isBad,
  );
  const mayDoubt = preparedCase.persona.reacts.slots.claimed !== undefined;
  const unseen = doubted.filter((action) => preparedCase.unseenActions.has(action));
  const actionsDone = turn.actions.map(({ action }) => action);
  // A trainee who has just told it as done isn't dodging, however often the customer has asked.
  const dodges = isBad && (isAmong(actionsDone, accepted) || (conversation.used[CLAIMED_LINE] ?? 0) > 0);
  const doubts: ReactionChoice = {
    ...reactionChoice('undone', null, ({ slots }) => slots.claimed, dodges),
    lineName: CLAIMED_LINE,
  };
  if (mayDoubt && isAmong([...unseen, ...actionsDone], accepted)) return doubts;
  const isUnsaid = (i: number): boolean =>
    beat.needs[i]?.undone !== null && beat.needs[i]?.undone !== undefined && !conversation.used[undoneLine(beat, i)];
  // 你查一下呗 to 查到您这单已取消 sounds as if nobody had listened: what else they wait for is asked for first (RULES J246).
  const hasLooked = HAS_LOOKED.test(judgement.text);
  const isLookedUp = (i: number): boolean => hasLooked && beat.needs[i] !== undefined && isOnlyLookUp(beat.needs[i]);
  if (!isBad && needs.length > 0 && needs.every(isLookedUp)) return noReaction;
  const index = needs.find((i) => isUnsaid(i) && !isLookedUp(i));
  if (index !== undefined) {
    const own = beat.needs[index]?.undone;
    const ways = beat.needs[index] ? acceptedOperations(beat.needs[index]) : [];
    // Where an author has written no other line, that one is said: nobody would learn what the customer waits for.
    const ownReaction = groundedAsk(own, isPromised(conversation, ways)) ?? own ?? null;
    // They nod and wait; what asks how far it is may be said at once.
    if (!isBad && isJustPromised(situation, ways) && !ownReaction?.bursts?.some(asksAfterState)) return noReaction;
    return { ...reactionChoice('undone', null, null, isBad, ownReaction), lineName: undoneLine(beat, index) };
  }
  return mayDoubt && isAmong(doubted, accepted) ? doubts : plain;
};
