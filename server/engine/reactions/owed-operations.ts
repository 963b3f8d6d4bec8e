/**
 * How the customer asks for an operation that is owed (RULES T8): as one they want, or as one told as done of which
 * they see nothing.
 */
import { openNeeds } from '#engine/customer/open-needs.ts';
import { acceptedOperations } from '#engine/model/accepted-operations.ts';
import type { Conversation } from '#engine/model/drill.ts';
import type { TurnJudgement } from '#engine/model/turn-judgement.ts';
import { CLAIMED_LINE, undoneLine } from '#engine/state/line-names.ts';
import { type ReactionChoice, reactionChoice, type Situation } from './choice.ts';

/** Whether one of these operations is among those that would do. */
const isAmong = (operations: readonly string[], accepted: readonly string[]): boolean =>
  accepted.some((way) => operations.includes(way));

/** Operations told as done that the customer asks about: those told in this turn, or all so far when the trainee says goodbye. */
export const doubtedClaims = (conversation: Conversation, { acts, claims }: TurnJudgement): readonly string[] =>
  acts.includes('goodbye') ? conversation.claimed : (claims ?? []).flatMap(({ actions }) => actions);

/**
 * Asks for an operation that is owed. 那你建啊 to somebody who has just said 建好了 sounds as if nobody had listened: a
 * trainee who has just told it as done, or did it otherwise than needed, is asked to look again.
 */
export const askForOwedOperation = (
  { conversation, preparedCase, beat, turn, judgement }: Situation,
  isBad: boolean,
): ReactionChoice => {
  const plain = reactionChoice('undone', null, ({ slots }) => slots.undone, isBad);
  if (beat === null) return plain;
  const doubted = doubtedClaims(conversation, judgement);
  const needs = openNeeds(conversation, preparedCase, beat, doubted);
  const accepted = needs.flatMap((index) => (beat.needs[index] ? acceptedOperations(beat.needs[index]) : []));
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
  const index = needs.find((i) => beat.needs[i]?.undone && !conversation.used[undoneLine(beat, i)]);
  if (index !== undefined) {
    const ownReaction = beat.needs[index]?.undone ?? null;
    return { ...reactionChoice('undone', null, null, isBad, ownReaction), lineName: undoneLine(beat, index) };
  }
  return mayDoubt && isAmong(doubted, accepted) ? doubts : plain;
};
