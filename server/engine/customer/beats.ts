/** Walking the story: entering, passing over and leaving beats (RULES T3, T6). */

import type { Beat, Burst, Ending } from '#engine/model/content.ts';
import type { Conversation } from '#engine/model/drill.ts';
import type { DrillMs } from '#engine/model/events.ts';
import { jumpText, skippedMinutes, spanMs } from '#engine/model/story-time.ts';
import type { PreparedCase } from '#engine/prepare/prepared-content.ts';
import {
  conversationIn,
  type DecisionContext,
  emit,
  moveMood,
  paceOf,
  preparedCaseOf,
  setStatus,
} from '#engine/state/decision-context.ts';
import { noTurnSummary, openTakenWindow, openWindow, type TurnSummary, takesWindow } from '#engine/state/windows.ts';
import { addInBeat, addOpening, addReaction, addReplacement, planBurst, reactionFor } from './bursts.ts';
import { addBystanders, emitBystanderLines } from './bystanders.ts';
import type { BurstDraft } from './draft.ts';
import { doDeed, reachEnding } from './endings.ts';
import { isAnswered, isNeededNow, openNeeds, waitsFor } from './open-needs.ts';
import { asksIn, leadIn, replacementFor } from './opening-replacements.ts';
import { isAssent, sayableOpening } from './openings.ts';

export type BeatExit = 'resolved' | 'failed' | 'silent' | 'taken' | 'missed';

/**
 * Most beats walked through without a word from the trainee. No story has so many in a row; more is a loop the checker
 * should have found.
 */
const LONGEST_WALK = 60;

/** Where a beat leads. Authors may leave out what can't happen; then the nearest written way is taken. */
export const targetOf = (beat: Beat, how: BeatExit): string | null => {
  const ways = beat.then;
  const order: Record<BeatExit, (string | null)[]> = {
    resolved: [ways.resolved, ways.taken],
    taken: [ways.taken, ways.resolved],
    missed: [ways.missed, ways.silent, ways.failed, ways.resolved],
    failed: [ways.failed, ways.missed, ways.silent, ways.resolved],
    silent: [ways.silent, ways.failed, ways.missed, ways.resolved],
  };
  return order[how].find((id) => id !== null) ?? null;
};

const holdsCustomer = (beat: Beat): boolean =>
  waitsFor(beat).length > 0 || beat.needs.some(isNeededNow) || beat.window !== null || beat.quiet !== null;

const isPassed = (conversation: Conversation, preparedCase: PreparedCase, beat: Beat): boolean => {
  if (beat.window || beat.quiet) return false;
  const waits = waitsFor(beat);
  if (waits.length === 0 && !beat.needs.some(isNeededNow)) return false;
  return (
    waits.every((question) => isAnswered(conversation, preparedCase, question)) &&
    openNeeds(conversation, preparedCase, beat).length === 0
  );
};

/** Whether what a beat asks was told in words before this turn. */
const isTold = (conversation: Conversation, preparedCase: PreparedCase, beat: Beat, summary: TurnSummary): boolean => {
  const waits = waitsFor(beat);
  const musts = waits.flatMap((id) => preparedCase.questions.get(id)?.question.points.filter(({ must }) => must) ?? []);
  return (
    musts.length > 0 && musts.every(({ id }) => conversation.points[id] === 'covered' && !summary.covered.includes(id))
  );
};

/**
 * Whether an eager trainee may take a beat's window before it opens. Not where silence, an order placed or a question
 * must come first.
 */
const mayPass = (beat: Beat): boolean =>
  beat.window !== null &&
  !beat.quiet &&
  beat.does.length === 0 &&
  beat.window.kind !== 'follow-up' &&
  beat.window.kind !== 'confirm-order' &&
  beat.window.kind !== 'return';

/** Says the beat's own line, or what is left to ask of it (RULES T17). */
const addOwnLine = (
  context: DecisionContext,
  key: string,
  beat: Beat,
  draft: BurstDraft,
  summary: TurnSummary,
): void => {
  const conversation = conversationIn(context, key);
  const preparedCase = preparedCaseOf(context, key);
  const before = leadIn(beat);
  const instead = before && replacementFor(conversation, preparedCase, beat);
  if (instead && addReplacement(context, key, draft, beat, instead, before)) return;
  addOpening(
    draft,
    beat,
    sayableOpening(conversation, preparedCase, beat, {
      told: summary.covered,
      hasJustMinded: draft.hasJustMinded === true,
    }),
  );
};

const enterBeat = (
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
  for (const fact of beat.tells) {
    if (!conversationIn(context, key).told.includes(fact))
      emit(context, { kind: 'fact-told', at, conversation: key, fact, how: 'volunteered', turn: null });
  }
  if (beat.says) addOwnLine(context, key, beat, draft, summary);
  else
    for (const question of beat.asks)
      emit(context, {
        kind: 'question-opened',
        at,
        conversation: key,
        question: question.id,
        beat: beat.id,
        bubbleId: '',
      });
  addBystanders(context, key, draft, beat, occurrence);
};

const beginWait = (context: DecisionContext, key: string, at: DrillMs, burstEnd: DrillMs, beat: Beat): void => {
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

/** Whether an ending leaves the customer content. Its line (好 谢了) is left out where they have just minded a word. */
const isContent = ({ outcome }: Ending): boolean => outcome !== 'lost' && outcome !== 'escalated';

/**
 * An ending's line without its 好 where nobody has answered the customer's own last question: 好 would agree to nothing.
 * A line that is nothing but 好 is said all the same.
 */
const withoutAssent = (conversation: Conversation, summary: TurnSummary, says: Burst): Burst => {
  if (summary !== noTurnSummary || !conversation.lastBurst.some(asksIn)) return says;
  const left = says.filter((bubble) => !isAssent(bubble));
  return left.length > 0 ? left : says;
};

/** Leaves the present beat, if any, and walks on to `target`, planning everything the customer says on the way. */
export const walkStory = (
  context: DecisionContext,
  key: string,
  at: DrillMs,
  target: string | null,
  draft: BurstDraft,
  summary: TurnSummary,
): void => {
  const preparedCase = preparedCaseOf(context, key);
  let next = target;
  let passed = 0;
  let wasTold = false;
  const passedLine = (): void => {
    if (passed === 0 || summary.saysResolvedLine) return;
    // 这个你说过了 is true of what was told in an earlier turn; to anything else only the persona's plain lines fit.
    const plain = preparedCase.persona.reacts.slots.passed;
    const line =
      wasTold || !plain ? reactionFor(context, key, ({ slots }) => slots.passed) : { reaction: plain, from: 'persona' };
    if (line)
      addReaction(context, key, draft, line.reaction, `${line.from}:passed`, { kind: 'passed', beat: next ?? '' });
  };
  for (let i = 0; i < LONGEST_WALK && next !== null; i++) {
    const ending = preparedCase.endings.get(next);
    if (ending) {
      passedLine();
      if (ending.says && !(draft.hasJustMinded && isContent(ending)))
        addInBeat(context, key, draft, withoutAssent(conversationIn(context, key), summary, ending.says), {
          kind: 'ending',
          ending: ending.id,
        });
      const burstEnd = planBurst(context, key, at, draft);
      reachEnding(context, key, at, burstEnd, ending, summary, false);
      return;
    }
    const beat = preparedCase.beats.get(next);
    if (!beat) throw new Error(`${preparedCase.scenario.id}: no beat or ending ${next}`);
    const conversation = conversationIn(context, key);
    if (isPassed(conversation, preparedCase, beat)) {
      wasTold = isTold(conversation, preparedCase, beat, summary) && (passed === 0 || wasTold);
      passed += 1;
      next = targetOf(beat, 'resolved');
      emit(context, { kind: 'beat-left', at, conversation: key, beat: beat.id, how: 'passed', to: next ?? '' });
      continue;
    }
    if (
      beat.window &&
      mayPass(beat) &&
      summary !== noTurnSummary &&
      takesWindow(beat.window.kind, beat.window, summary, preparedCaseOf(context, key).wordsRemind)
    ) {
      openTakenWindow(context, key, at, beat.id, beat.window.kind, summary.actions.at(-1) ?? null);
      next = targetOf(beat, 'taken');
      emit(context, { kind: 'beat-left', at, conversation: key, beat: beat.id, how: 'taken', to: next ?? '' });
      continue;
    }
    passedLine();
    passed = 0;
    enterBeat(context, key, at, beat, draft, summary);
    if (holdsCustomer(beat)) {
      const burstEnd = planBurst(context, key, at, draft);
      beginWait(context, key, at, burstEnd, beat);
      return;
    }
    next = targetOf(beat, 'resolved');
    emit(context, { kind: 'beat-left', at, conversation: key, beat: beat.id, how: 'resolved', to: next ?? '' });
  }
  planBurst(context, key, at, draft);
};

/** Records that the present beat is left, then walks on. */
export const leaveBeat = (
  context: DecisionContext,
  key: string,
  at: DrillMs,
  how: BeatExit | 'leads' | 'believed',
  target: string | null,
  draft: BurstDraft,
  summary: TurnSummary,
): void => {
  const beat = conversationIn(context, key).beat?.id;
  emitBystanderLines(context, key, at);
  if (beat !== undefined) emit(context, { kind: 'beat-left', at, conversation: key, beat, how, to: target ?? '' });
  walkStory(context, key, at, target, draft, summary);
};
