/**
 * Reactions to a trainee who puts the customer off or says nothing that matters, turn after turn (RULES T7, T16).
 * Without them the conversation would never go on.
 */
import { isAnswered, openNeeds, waitsFor } from '#engine/customer/open-needs.ts';
import { type Choice, choice, pressed, type Situation } from './choice.ts';
import { heldHow } from './hold-promise.ts';
import { askForOwed, inDoubt } from './owed.ts';

/**
 * The reaction to being put off again with nothing told or done since (RULES T7): the customer presses, then takes it
 * for no answer, then goes.
 */
export const putOff = (situation: Situation): Choice | null => {
  if (situation.judgement.hold === null) return null;
  const how = heldHow(situation.conversation);
  if (how === 'presses') return choice('hold', null, ({ slots }) => slots.hold);
  if (how === 'bears') return choice('vague', null, ({ slots }) => slots.vague, true);
  return how === 'leaves' ? { ...choice('hold', null, null, true), leaves: true } : null;
};

/** Turns of one beat that may change nothing before the customer asks on (BORNE), and before they mind (MINDED). */
const BORNE = 1;
const MINDED = 2;

/**
 * After another 好的 or 在的亲 the customer asks by name for what they wait for: the trainee reads along and says nothing
 * (RULES T16).
 */
export const idle = (situation: Situation): Choice | null => {
  const { conversation, preparedCase, beat, turn, judgement } = situation;
  const before = conversation.beat?.idle ?? 0;
  if (!beat || before < BORNE || judgement.hold !== null || !turn.messages.some(({ kind }) => kind === 'said'))
    return null;
  const question = waitsFor(beat).find((id) => !isAnswered(conversation, preparedCase, id) && conversation.ledger[id]);
  const asked = question === undefined ? null : pressed(situation, 'rephrase', question);
  if (asked || before < MINDED) return asked;
  if (question !== undefined) return choice('evaded', question, ({ slots }) => slots.evaded, true);
  return openNeeds(conversation, preparedCase, beat, inDoubt(conversation, judgement)).length > 0
    ? askForOwed(situation, true)
    : null;
};
