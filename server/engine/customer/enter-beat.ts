/** Entering a beat: what the customer says, does and begins to wait for (RULES T3, T17). */

import type { Beat } from '#engine/model/content.ts';
import type { DrillMs } from '#engine/model/events.ts';
import { jumpText, skippedMinutes, spanMs } from '#engine/model/story-time.ts';
import {
  conversationIn,
  type DecisionContext,
  emit,
  moveMood,
  paceOf,
  preparedCaseOf,
  setStatus,
} from '#engine/state/decision-context.ts';
import { asIfSaid } from '#engine/state/heard-figures.ts';
import { openWindow, type TurnSummary } from '#engine/state/windows.ts';
import { addOpening, addReplacement } from './bursts.ts';
import { addBystanders } from './bystanders.ts';
import type { BurstDraft } from './draft.ts';
import { doDeed } from './endings.ts';
import { leadIn, replacementFor, sureOfTold } from './opening-replacements.ts';
import { restates, sayableOpening } from './openings.ts';
import { mindsSum, namesSum, toldInstead } from './paid-otherwise.ts';
import { addRecap } from './recap.ts';

/** Says the beat's own line, or what is left to ask of it (RULES T17). */
const addOwnLine = (
  context: DecisionContext,
  key: string,
  beat: Beat,
  draft: BurstDraft,
  summary: TurnSummary,
  toldFacts: readonly string[],
): void => {
  const conversation = conversationIn(context, key);
  const preparedCase = preparedCaseOf(context, key);
  const before = leadIn(beat)?.filter((bubble) => !restates(preparedCase, toldFacts, bubble));
  const asSaid = asIfSaid(conversation, beat.says ?? []);
  const instead = before && replacementFor(asSaid, preparedCase, beat, toldFacts);
  if (instead && addReplacement(context, key, draft, beat, instead, before)) return;
  const sure = instead && sureOfTold(asSaid, preparedCase, beat);
  if (sure && addReplacement(context, key, draft, beat, sure, before)) return;
  addOpening(
    draft,
    beat,
    sayableOpening(conversation, preparedCase, beat, {
      told: summary.covered,
      hasJustActed: summary.actions.length > 0 && summary.covered.length > 0,
      hasJustMinded: draft.hasJustMinded === true,
      toldFacts,
    }),
  );
  addRecap(conversation, preparedCase, draft, beat);
};

/** Says so where the customer has just paid another sum than they were told; what names it as expected is left out (RULES J179). */
const mindOtherSum = (context: DecisionContext, key: string, draft: BurstDraft, { id, does, place }: Beat): void => {
  const conversation = conversationIn(context, key);
  const deed = conversation.deeds.slice(-does.length).findLast(({ deed }) => deed === 'place-order');
  if (deed?.deed !== 'place-order') return;
  const told = toldInstead(deed, conversation);
  if (told === null) return;
  for (const part of draft.parts)
    if (part.why.kind === 'opening' && part.why.beat === id && !part.opens)
      part.burst = part.burst.filter((bubble) => !namesSum(bubble, deed.amount));
  draft.parts.push({ burst: mindsSum(deed.amount, told), why: { kind: 'opening', beat: id }, place });
};

/** Enters a beat: its deeds, the facts it gives away and its own line. */
export const enterBeat = (
  context: DecisionContext,
  key: string,
  at: DrillMs,
  beat: Beat,
  draft: BurstDraft,
  summary: TurnSummary,
): void => {
  const occurrence = (conversationIn(context, key).entered[beat.id] ?? 0) + 1;
  emit(context, { kind: 'beat-entered', at, conversation: key, beat: beat.id, occurrence });
  if (beat.mood !== null) moveMood(context, key, at, beat.mood, `beat:${beat.id}`);
  for (const deed of beat.does) doDeed(context, key, at, deed);
  const { told } = conversationIn(context, key);
  for (const fact of beat.tells) {
    if (!told.includes(fact))
      emit(context, { kind: 'fact-told', at, conversation: key, fact, how: 'volunteered', turn: null });
  }
  if (beat.says) {
    const toldFacts = beat.tells.filter((fact) => told.includes(fact));
    addOwnLine(context, key, beat, draft, summary, toldFacts);
  } else
    for (const question of beat.asks)
      emit(context, {
        kind: 'question-opened',
        at,
        conversation: key,
        question: question.id,
        beat: beat.id,
        bubbleId: '',
      });
  if (beat.does.length > 0) mindOtherSum(context, key, draft, beat);
  addBystanders(context, key, draft, beat, occurrence);
};

/** Begins what the beat waits for once its burst is out: a window, or a time of quiet. */
export const beginWait = (context: DecisionContext, key: string, at: DrillMs, burstEnd: DrillMs, beat: Beat): void => {
  if (beat.window) openWindow(context, key, at, burstEnd, beat.id, beat.window);
  if (beat.quiet) {
    const pace = paceOf(context);
    const untilAt = burstEnd + spanMs(beat.quiet.for, pace);
    emit(context, { kind: 'quiet-begun', at, conversation: key, untilAt, away: beat.says === null });
    const minutes = skippedMinutes(beat.quiet.for, pace);
    const text = jumpText(beat.quiet.for);
    if (!beat.window && (minutes > 0 || text))
      emit(context, { kind: 'story-jumped', at, conversation: key, text, minutes: Math.max(0, minutes) });
    if (beat.says === null) setStatus(context, key, at, 'away');
  }
};
