/** A trainee who puts the customer off or says nothing that matters, turn after turn (RULES T7, T16): the talk leads on all the same. */
import { isAnswered, openNeeds, waitsFor } from '#engine/customer/open-needs.ts';
import { type Choice, choice, pressed, type Situation } from './choice.ts';
import { heldHow } from './hold-promise.ts';
import { askForOwed, inDoubt } from './owed.ts';

/** Put off again and nothing told or done since (RULES T7): pressed, then taken for no answer, then the customer goes. */
export const putOff = (s: Situation): Choice | null => {
  if (s.judgement.hold === null) return null;
  const how = heldHow(s.c);
  if (how === 'presses') return choice('hold', null, (r) => r.slots.hold);
  if (how === 'bears') return choice('vague', null, (r) => r.slots.vague, true);
  return how === 'leaves' ? { ...choice('hold', null, null, true), leaves: true } : null;
};

/** So many turns in one beat may change nothing before the customer asks on, and before they mind. */
const BORNE = 1;
const MINDED = 2;

/** 好的, 在的亲 again: somebody reads along and says nothing, so what is waited for is asked for by name (RULES T16). */
export const idle = (s: Situation): Choice | null => {
  const { c, cast, beat, turn, judgement } = s;
  const before = c.beat?.idle ?? 0;
  if (!beat || before < BORNE || judgement.hold !== null || !turn.messages.some((m) => m.kind === 'said')) return null;
  const question = waitsFor(beat).find((q) => !isAnswered(c, cast, q) && c.ledger[q]);
  const asked = question === undefined ? null : pressed(s, 'rephrase', question);
  if (asked || before < MINDED) return asked;
  if (question !== undefined) return choice('evaded', question, (r) => r.slots.evaded, true);
  return openNeeds(c, cast, beat, inDoubt(c, judgement)).length > 0 ? askForOwed(s, true) : null;
};
