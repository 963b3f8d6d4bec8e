/**
 * Reactions to a trainee who puts the customer off or says nothing that matters, turn after turn (RULES T7, T16).
 * Without them the conversation would never go on.
 */
import { isAnswered, openNeeds, waitsFor } from '#engine/customer/open-needs.ts';
import { holdResponse } from '#engine/state/still-on-it.ts';
import { askOn, type ReactionChoice, reactionChoice, type Situation } from './choice.ts';
import { askForOwedOperation, doubtedClaims } from './owed-operations.ts';
import { evadedReaction, sureOfToldEarlier } from './partial-answers.ts';

/**
 * The reaction to being put off again with nothing told or done since (RULES T7): the customer presses, then takes it
 * for no answer, then goes.
 */
export const afterRepeatedHold = (situation: Situation): ReactionChoice | null => {
  if (situation.judgement.hold === null) return null;
  const response = holdResponse(situation.conversation);
  if (response === 'presses') return reactionChoice('hold', null, ({ slots }) => slots.hold);
  if (response === 'bears') return reactionChoice('vague', null, ({ slots }) => slots.vague, true);
  return response === 'leaves' ? { ...reactionChoice('hold', null, null, true), customerLeaves: true } : null;
};

/** Turns of one beat that may change nothing before the customer asks on (BORNE), and before they mind (MINDED). */
const IDLE_TURNS_BORNE = 1;
const IDLE_TURNS_MINDED = 2;

/**
 * After another 好的 or 在的亲 the customer asks by name for what they wait for: the trainee reads along and says nothing
 * (RULES T16). Who takes leave of somebody who still waits is asked at once (RULES M60): a nod to 拜拜 would agree that
 * all is done, and what the customer waits for would be told to nobody but by their reproach.
 */
export const afterIdleTurns = (situation: Situation): ReactionChoice | null => {
  const { conversation, preparedCase, beat, turn, judgement } = situation;
  const idleTurns = conversation.beat?.idle ?? 0;
  const takesLeave = judgement.acts.includes('goodbye');
  if (
    !beat ||
    (idleTurns < IDLE_TURNS_BORNE && !takesLeave) ||
    judgement.hold !== null ||
    !turn.messages.some(({ kind }) => kind === 'said')
  )
    return null;
  const isMinded = idleTurns >= IDLE_TURNS_MINDED;
  const question = waitsFor(beat).find((id) => !isAnswered(conversation, preparedCase, id) && conversation.ledger[id]);
  const asked =
    question === undefined ? null : (askOn(situation, 'rephrase', question) ?? sureOfToldEarlier(situation, question));
  if (asked || !(isMinded || takesLeave)) return asked;
  if (question !== undefined) return { ...evadedReaction(situation, question), isBad: isMinded };
  return openNeeds(conversation, preparedCase, beat, doubtedClaims(conversation, judgement)).length > 0
    ? askForOwedOperation(situation, isMinded)
    : null;
};
