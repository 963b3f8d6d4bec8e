/** What happens in silence: nudges, leaving, windows and quiet beats running out. */

import { isPromised } from '#engine/customer/asks-after.ts';
import { leaveBeat, targetOf, walkStory } from '#engine/customer/beats.ts';
import { nudgesOf } from '#engine/customer/begun-lines.ts';
import { addReaction, planBurst, reactionFor, reactionLevels } from '#engine/customer/bursts.ts';
import { emptyDraft } from '#engine/customer/draft.ts';
import { reachEnding } from '#engine/customer/endings.ts';
import { isAnswered, openNeeds, waitsFor } from '#engine/customer/open-needs.ts';
import { askForOwed, type Replacement } from '#engine/customer/opening-replacements.ts';
import { acceptedOperations, isOnlyLookUp } from '#engine/model/accepted-operations.ts';
import type { Beat, Reactions } from '#engine/model/content.ts';
import type { Conversation, OpenWindow } from '#engine/model/drill.ts';
import type { DrillMs } from '#engine/model/events.ts';
import type { PreparedCase } from '#engine/prepare/prepared-content.ts';
import {
  conversationIn,
  currentBeat,
  type DecisionContext,
  emit,
  moveMood,
  preparedCaseOf,
  setStatus,
} from '#engine/state/decision-context.ts';
import { isUsed, undoneLine } from '#engine/state/line-names.ts';
import { closeWindow, noTurnSummary, windowClosesAt } from '#engine/state/windows.ts';

const NUDGE_MOOD = -7;

const leaveInSilence = (
  context: DecisionContext,
  key: string,
  at: DrillMs,
  draft: ReturnType<typeof emptyDraft>,
): void => {
  const preparedCase = preparedCaseOf(context, key);
  const beat = currentBeat(context, key);
  const target = beat ? targetOf(beat, 'silent') : null;
  const ending = target === null ? undefined : preparedCase.endings.get(target);
  if (beat) emit(context, { kind: 'beat-left', at, conversation: key, beat: beat.id, how: 'silent', to: target ?? '' });
  if (ending) {
    // The ladder's last line is said in place of the ending's own.
    const burstEnd = planBurst(context, key, at, draft);
    reachEnding(context, key, at, burstEnd, ending, noTurnSummary, true);
  } else walkStory(context, key, at, target, draft, noTurnSummary);
};

/** Whether all that the beat asks and waits for is answered. */
const isAllTold = (conversation: Conversation, preparedCase: PreparedCase, beat: Beat): boolean =>
  waitsFor(beat).every((question) => isAnswered(conversation, preparedCase, question));

/**
 * What a customer asks for who has nodded and only waits for an operation (RULES M66): 在不 to a trainee who has said 会去说的
 * doesn't tell what they wait for.
 */
const owedAfterNod = (context: DecisionContext, key: string): Replacement | null => {
  const conversation = conversationIn(context, key);
  const preparedCase = preparedCaseOf(context, key);
  const beat = currentBeat(context, key);
  if (!beat || !conversation.nodded) return null;
  return isAllTold(conversation, preparedCase, beat) ? askForOwed(conversation, preparedCase, beat) : null;
};

/**
 * What a customer says in silence at a step. 有人吗 两个拿哪个 of a case asks once more what this beat's answers have told: where only an
 * operation is owed, the persona's plain nudge is said instead (RULES J232).
 */
const nudgeFor = (context: DecisionContext, key: string, step: 1 | 2 | 3): ReturnType<typeof reactionFor> => {
  const found = reactionFor(context, key, (reacts) => reacts.silence?.[step - 1]);
  const beat = currentBeat(context, key);
  if (step === 3 || found?.from !== 'case' || !beat || waitsFor(beat).length === 0) return found;
  const preparedCase = preparedCaseOf(context, key);
  const plain = preparedCase.persona.reacts.silence?.[step - 1];
  const isTold = isAllTold(conversationIn(context, key), preparedCase, beat);
  return isTold && plain ? { reaction: plain, from: 'persona' } : found;
};

/**
 * Whether the customer has nodded to all they asked and only a look-up is owed, which neither of them has spoken of: they
 * see nothing of it and are content with the answer (RULES J238).
 */
const isContentUnseen = (conversation: Conversation, preparedCase: PreparedCase, beat: Beat): boolean => {
  const owed = openNeeds(conversation, preparedCase, beat);
  return (
    conversation.nodded &&
    waitsFor(beat).length > 0 &&
    owed.length > 0 &&
    isAllTold(conversation, preparedCase, beat) &&
    owed.every((index) => {
      const need = beat.needs[index];
      if (!need || !isOnlyLookUp(need) || isUsed(conversation, undoneLine(beat, index))) return false;
      return !isPromised(conversation, acceptedOperations(need));
    })
  );
};

/** The customer goes on as after the answer: 你查一下呗 four minutes after 行 would ask for what they have been told. */
const goOnContent = (context: DecisionContext, key: string, at: DrillMs, beat: Beat): void => {
  const draft = emptyDraft();
  const { turns } = conversationIn(context, key);
  const found = reactionFor(context, key, ({ slots }) => slots.resolved);
  const cause = { kind: 'reaction', reaction: 'resolved', turn: turns } as const;
  if (found) addReaction(context, key, draft, found.reaction, `${found.from}:resolved:`, cause);
  leaveBeat(context, key, at, 'resolved', targetOf(beat, 'resolved'), draft, noTurnSummary);
};

const NEXT_STEP = { 0: 1, 1: 2, 2: 3 } as const;
/** The next step of the ladder: 在吗 · a second nudge · leaving. Who only lacks a look-up they don't see goes on instead. */
export const nudge = (context: DecisionContext, key: string, at: DrillMs): void => {
  const conversation = conversationIn(context, key);
  const beat = currentBeat(context, key);
  const { ladder } = conversation;
  if (beat && isContentUnseen(conversation, preparedCaseOf(context, key), beat)) goOnContent(context, key, at, beat);
  else if (ladder && ladder.step !== 3) climbLadder(context, key, at, NEXT_STEP[ladder.step]);
};

/** The customer leaves as after silence: they were put off again and again and have nothing to wait for. */
export const walkOut = (context: DecisionContext, key: string, at: DrillMs): void => climbLadder(context, key, at, 3);

const climbLadder = (context: DecisionContext, key: string, at: DrillMs, step: 1 | 2 | 3): void => {
  const index = step - 1;
  emit(context, { kind: 'nudged', at, conversation: key, step });
  moveMood(context, key, at, NUDGE_MOOD, `silence:${step}`);
  const pickReaction = (reacts: Reactions) => reacts.silence?.[index];
  const draft = emptyDraft();
  const cause = { kind: 'silence', step } as const;
  const owed = step === 3 ? null : owedAfterNod(context, key);
  const found = owed ? null : nudgeFor(context, key, step);
  if (owed) addReaction(context, key, draft, owed.reaction, owed.lineName, cause);
  const isOfRush = context.drill.rush !== null && found?.from === 'case';
  const widened = isOfRush ? nudgesOf(preparedCaseOf(context, key), index) : null;
  if (found)
    addReaction(
      context,
      key,
      draft,
      widened ?? found.reaction,
      `${found.from}:silence${step}`,
      cause,
      reactionLevels(context, key, pickReaction),
    );
  const target = found?.reaction.then ?? null;
  const beat = currentBeat(context, key);
  if (target !== null) leaveBeat(context, key, at, 'silent', target, draft, noTurnSummary);
  else if (step === 3) leaveInSilence(context, key, at, draft);
  else if (beat && conversationIn(context, key).mood === 0)
    leaveBeat(context, key, at, 'failed', targetOf(beat, 'failed'), draft, noTurnSummary);
  else planBurst(context, key, at, draft);
};

/** The earliest window that has run out is missed; if it was all its beat waited for, the story goes on. */
export const missWindow = (context: DecisionContext, key: string, at: DrillMs): void => {
  const conversation = conversationIn(context, key);
  const closesAt = (window: OpenWindow): DrillMs => windowClosesAt(conversation, preparedCaseOf(context, key), window);
  const window = conversation.windows
    .filter(({ kind }) => kind !== 'return')
    .reduce<OpenWindow | null>((a, b) => (a && closesAt(a) <= closesAt(b) ? a : b), null);
  if (!window) return;
  closeWindow(context, key, at, window, 'missed', null, null);
  const beat = currentBeat(context, key);
  if (window.beat === null || !beat || beat.id !== window.beat) {
    if (window.kind === 'goodbye') setStatus(context, key, at, 'away');
    return;
  }
  if (waitsFor(beat).length > 0 || beat.needs.some(({ untilEnd }) => !untilEnd)) return;
  leaveBeat(context, key, at, 'missed', targetOf(beat, 'missed'), emptyDraft(), noTurnSummary);
};

/** A quiet beat is over; a window still open in it goes with it. */
export const endQuiet = (context: DecisionContext, key: string, at: DrillMs): void => {
  const conversation = conversationIn(context, key);
  const beat = currentBeat(context, key);
  if (!beat) return;
  const window = conversation.windows.find((window) => window.beat === beat.id);
  if (window) closeWindow(context, key, at, window, 'missed', null, null);
  const how = beat.window ? 'missed' : 'resolved';
  leaveBeat(context, key, at, how, targetOf(beat, how), emptyDraft(), noTurnSummary);
};
