/** What happens in silence: nudges, leaving, windows and quiet beats running out, coming back. */

import { follow, leaveBeat, targetOf } from '#engine/customer/beats.ts';
import { addReaction, levelsOf, planBurst, slotOf } from '#engine/customer/bursts.ts';
import { emptyDraft } from '#engine/customer/draft.ts';
import { reachEnding } from '#engine/customer/endings.ts';
import { waitsFor } from '#engine/customer/open-needs.ts';
import type { Reacts } from '#engine/model/content.ts';
import type { DrillMs } from '#engine/model/events.ts';
import {
  castOf,
  conversationIn,
  type DecisionContext,
  emit,
  moveMood,
  setStatus,
} from '#engine/state/decision-context.ts';
import { closeWindow, noLead, shutsAt } from '#engine/state/windows.ts';

const NUDGE_MOOD = -7;

const leave = (step: DecisionContext, key: string, at: DrillMs, draft: ReturnType<typeof emptyDraft>): void => {
  const cast = castOf(step, key);
  const beat = cast.beats.get(conversationIn(step, key).beat?.id ?? '');
  const target = beat ? targetOf(beat, 'silent') : null;
  const ending = target === null ? undefined : cast.endings.get(target);
  if (beat) emit(step, { kind: 'beat-left', at, conversation: key, beat: beat.id, how: 'silent', to: target ?? '' });
  if (ending) {
    // The ladder's last line is said in place of the ending's own.
    const burstEnd = planBurst(step, key, at, draft);
    reachEnding(step, key, at, burstEnd, ending, noLead, true);
  } else follow(step, key, at, target, draft, noLead);
};

const NEXT_STEP = { 0: 1, 1: 2, 2: 3 } as const;
/** The next step of the ladder: 在吗 · a second nudge · leaving. */
export const nudge = (step: DecisionContext, key: string, at: DrillMs): void => {
  const { ladder } = conversationIn(step, key);
  if (ladder && ladder.step !== 3) climb(step, key, at, NEXT_STEP[ladder.step]);
};

/** The customer leaves as after silence: they were put off again and again and have nothing to wait for. */
export const walkOut = (step: DecisionContext, key: string, at: DrillMs): void => climb(step, key, at, 3);

const climb = (step: DecisionContext, key: string, at: DrillMs, to: 1 | 2 | 3): void => {
  const conversation = conversationIn(step, key);
  const index = to - 1;
  emit(step, { kind: 'nudged', at, conversation: key, step: to });
  moveMood(step, key, at, NUDGE_MOOD, `silence:${to}`);
  const cast = castOf(step, key);
  const pick = (reacts: Reacts) => reacts.silence?.[index];
  const found = slotOf(step, key, pick);
  const draft = emptyDraft();
  const why = { kind: 'silence', step: to } as const;
  if (found)
    addReaction(step, key, draft, found.reaction, `${found.from}:silence${to}`, why, levelsOf(step, key, pick));
  const target = found?.reaction.then ?? null;
  const beat = cast.beats.get(conversation.beat?.id ?? '');
  if (target !== null) leaveBeat(step, key, at, 'silent', target, draft, noLead);
  else if (to === 3) leave(step, key, at, draft);
  else if (beat && conversationIn(step, key).mood === 0)
    leaveBeat(step, key, at, 'failed', targetOf(beat, 'failed'), draft, noLead);
  else planBurst(step, key, at, draft);
};

/** The earliest window that has run out is missed; if it was all its beat waited for, the story goes on. */
export const missWindow = (step: DecisionContext, key: string, at: DrillMs): void => {
  const conversation = conversationIn(step, key);
  const cast = castOf(step, key);
  const window = conversation.windows
    .filter(({ kind }) => kind !== 'return')
    .reduce<(typeof conversation.windows)[number] | null>(
      (a, b) => (a && shutsAt(conversation, a) <= shutsAt(conversation, b) ? a : b),
      null,
    );
  if (!window) return;
  closeWindow(step, key, at, window, 'missed', null, null);
  const beat = cast.beats.get(conversation.beat?.id ?? '');
  if (window.beat === null || !beat || beat.id !== window.beat) {
    if (window.kind === 'goodbye') setStatus(step, key, at, 'away');
    return;
  }
  if (waitsFor(beat).length > 0 || beat.needs.some(({ untilEnd }) => !untilEnd)) return;
  leaveBeat(step, key, at, 'missed', targetOf(beat, 'missed'), emptyDraft(), noLead);
};

/** A quiet beat is over; a window still open in it goes with it. */
export const endQuiet = (step: DecisionContext, key: string, at: DrillMs): void => {
  const conversation = conversationIn(step, key);
  const beat = castOf(step, key).beats.get(conversation.beat?.id ?? '');
  if (!beat) return;
  const window = conversation.windows.find((w) => w.beat === beat.id);
  if (window) closeWindow(step, key, at, window, 'missed', null, null);
  const how = beat.window ? 'missed' : 'resolved';
  leaveBeat(step, key, at, how, targetOf(beat, how), emptyDraft(), noLead);
};

/** The customer comes in, or comes back: a visit of its own with its own first response (RULES V1). */
export const arrive = (step: DecisionContext, key: string, at: DrillMs): void => {
  const conversation = conversationIn(step, key);
  const cast = castOf(step, key);
  const { customer, orders, beats } = cast.scenario;
  const back = conversation.returnDue;
  // The story has jumped: a goodbye window that was still open is neither taken nor missed.
  for (const window of conversation.windows) closeWindow(step, key, at, window, 'void', null, 'story-jumped');
  emit(step, {
    kind: 'customer-arrived',
    at,
    conversation: key,
    returning: back !== null,
    visit: conversation.visit + 1,
    queuedMs: 0,
    mood: back ? conversation.mood : (customer.mood ?? cast.persona.mood),
    orders: back ? conversation.orders : orders,
  });
  if (back?.text) emit(step, { kind: 'story-jumped', at, conversation: key, text: back.text, minutes: 0 });
  setStatus(step, key, at, 'waiting');
  follow(step, key, at, back?.beat ?? beats[0]?.id ?? null, emptyDraft(), noLead);
};
