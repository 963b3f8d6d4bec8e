/** Where the customer goes on to when a turn has closed (RULES T6, T43). */

import { type BeatExit, targetOf } from '#engine/customer/beats.ts';
import { waitsFor } from '#engine/customer/open-needs.ts';
import type { Beat } from '#engine/model/content.ts';
import type { ReactionChoice } from '#engine/reactions/choice.ts';
import { conversationIn, type DecisionContext, preparedCaseOf } from '#engine/state/decision-context.ts';

/** Whether a beat waits for an answer or an operation before it goes on. */
export const waitsForWords = (beat: Beat): boolean =>
  waitsFor(beat).length > 0 || beat.needs.some(({ untilEnd }) => !untilEnd);

/**
 * How the beat is left and for which beat or ending; `saysDepartureLine`: a line that says how the beat went has been
 * said.
 */
type Departure = { how: BeatExit | 'leads' | 'believed'; to: string | null; saysDepartureLine: boolean };

/**
 * Whether the customer was insulted. They don't go on as if they had been won: the beat is left by its window's
 * `missed`, also where the turn took the window (RULES T43).
 */
const isInsulted = ({ kind, detail }: ReactionChoice): boolean =>
  kind === 'hostile' || (kind === 'red-line' && detail === 'insult');

/** Where a choice leads from this beat, or null when the customer stays where they are. */
export const departureFrom = (
  context: DecisionContext,
  key: string,
  beat: Beat,
  choice: ReactionChoice,
  said: { line: boolean; leads: string | null },
  beatWindow: 'taken' | 'missed' | null,
): Departure | null => {
  const conversation = conversationIn(context, key);
  const preparedCase = preparedCaseOf(context, key);
  if (said.leads)
    return {
      how: choice.kind === 'believed' ? 'believed' : 'failed',
      to: said.leads,
      saysDepartureLine: false,
    };
  if (choice.kind === 'resolved')
    return { how: 'resolved', to: targetOf(beat, 'resolved'), saysDepartureLine: said.line };
  if (choice.kind === 'leads')
    return {
      how: 'leads',
      to: preparedCase.points.get(choice.detail ?? '')?.point.leads ?? null,
      saysDepartureLine: said.line,
    };
  const isWaiting = waitsForWords(beat);
  const tolerates = beat.tolerates ?? preparedCase.persona.tolerates;
  if (
    conversation.mood === 0 ||
    (isWaiting &&
      choice.isBad &&
      conversation.beat !== null &&
      conversation.beat.bad >= tolerates + (choice.isToldAgain ? 1 : 0))
  )
    return { how: 'failed', to: targetOf(beat, 'failed'), saysDepartureLine: false };
  if (beatWindow && !isWaiting) {
    const how = isInsulted(choice) ? 'missed' : beatWindow;
    return { how, to: targetOf(beat, how), saysDepartureLine: false };
  }
  return null;
};
