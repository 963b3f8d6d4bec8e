/** Walking the story: entering, passing over and leaving beats (RULES T3, T6). */

import type { Beat, Bubble, Burst, Ending } from '#engine/model/content.ts';
import type { Conversation } from '#engine/model/drill.ts';
import type { DrillMs } from '#engine/model/events.ts';
import type { PreparedCase } from '#engine/prepare/prepared-content.ts';
import { conversationIn, type DecisionContext, emit, preparedCaseOf } from '#engine/state/decision-context.ts';
import { noTurnSummary, openTakenWindow, type TurnSummary, takesWindow } from '#engine/state/windows.ts';
import { addInBeat, addReaction, planBurst, reactionFor } from './bursts.ts';
import { emitBystanderLines } from './bystanders.ts';
import type { BurstDraft } from './draft.ts';
import { reachEnding } from './endings.ts';
import { beginWait, enterBeat } from './enter-beat.ts';
import { goesOffline, speakAsGoing } from './going-offline.ts';
import { isAnswered, isNeededNow, openNeeds, waitsFor } from './open-needs.ts';
import { asksIn } from './opening-replacements.ts';
import { isAssent } from './openings.ts';

export type BeatExit = 'resolved' | 'failed' | 'silent' | 'taken' | 'missed';

/**
 * Most beats walked through without a word from the trainee. No story has so many in a row; more is a loop the checker
 * should have found.
 */
const LONGEST_WALK = 60;

/** Where a beat leads. Authors may leave out what can't happen; then the nearest written way is taken. */
export const targetOf = (beat: Beat, how: BeatExit): string | null => {
  const targets = beat.then;
  const order: Record<BeatExit, (string | null)[]> = {
    resolved: [targets.resolved, targets.taken],
    taken: [targets.taken, targets.resolved],
    missed: [targets.missed, targets.silent, targets.failed, targets.resolved],
    failed: [targets.failed, targets.missed, targets.silent, targets.resolved],
    silent: [targets.silent, targets.failed, targets.missed, targets.resolved],
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

/** Whether an ending leaves the customer content. Its line (好 谢了) is left out where they have just minded a word. */
const isContent = ({ outcome }: Ending): boolean => outcome !== 'lost' && outcome !== 'escalated';

/** 行 到点见, 好 那我等你: begins by agreeing, whatever else it says. */
const BEGINS_AGREEING = /^(?:行|好|中|成|要得|得嘞|没问题)(?:$|[\s，,的嘞呀啦吧])/;
const agrees = (bubble: Bubble): boolean =>
  isAssent(bubble) || (bubble.kind === 'text' && BEGINS_AGREEING.test(bubble.text));

/**
 * An ending's line without the bubbles that agree where nobody has answered the customer's own last question: 行 到点见 would
 * agree to nothing.
 */
const withoutAssent = (conversation: Conversation, summary: TurnSummary, says: Burst): Burst => {
  if (summary !== noTurnSummary || !conversation.lastBurst.some(asksIn)) return says;
  return says.filter((bubble) => !agrees(bubble));
};

/** The beats passed over since the customer last spoke; `wereTold`: all of them were told in an earlier turn. */
type Passed = { count: number; wereTold: boolean };
const NONE_PASSED: Passed = { count: 0, wereTold: false };

/**
 * Says that beats were passed over, unless none was or a `resolved` line has said it; after a `failed` line 这个懂啦 would
 * contradict it. `next`: the beat or ending after them.
 */
const addPassedLine = (
  context: DecisionContext,
  key: string,
  next: string,
  { count, wereTold }: Passed,
  draft: BurstDraft,
  summary: TurnSummary,
): void => {
  if (count === 0 || summary.saysDepartureLine) return;
  // 这个你说过了 is true of what was told in an earlier turn; to anything else only the persona's plain lines fit.
  const plain = preparedCaseOf(context, key).persona.reacts.slots.passed;
  const line =
    wereTold || !plain ? reactionFor(context, key, ({ slots }) => slots.passed) : { reaction: plain, from: 'persona' };
  if (line) addReaction(context, key, draft, line.reaction, `${line.from}:passed`, { kind: 'passed', beat: next });
};

/** Says the ending's own line and records the ending. */
const endStory = (
  context: DecisionContext,
  key: string,
  at: DrillMs,
  ending: Ending,
  draft: BurstDraft,
  summary: TurnSummary,
): void => {
  if (ending.says && !(draft.hasJustMinded && isContent(ending)))
    addInBeat(context, key, draft, withoutAssent(conversationIn(context, key), summary, ending.says), {
      kind: 'ending',
      ending: ending.id,
    });
  if (goesOffline(ending)) speakAsGoing(context, key, draft);
  const burstEnd = planBurst(context, key, at, draft);
  reachEnding(context, key, at, burstEnd, ending, summary, false);
};

/** Whether the turn takes the beat's window before the beat was entered. */
const takesAhead = (context: DecisionContext, key: string, beat: Beat, summary: TurnSummary): boolean =>
  beat.window !== null &&
  mayPass(beat) &&
  summary !== noTurnSummary &&
  takesWindow(beat.window.kind, beat.window, summary, preparedCaseOf(context, key).wordsRemind);

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
  let passed = NONE_PASSED;
  const leave = (beat: Beat, how: 'passed' | 'taken' | 'resolved'): void => {
    next = targetOf(beat, how === 'passed' ? 'resolved' : how);
    emit(context, { kind: 'beat-left', at, conversation: key, beat: beat.id, how, to: next ?? '' });
  };
  for (let i = 0; i < LONGEST_WALK && next !== null; i++) {
    const ending = preparedCase.endings.get(next);
    if (ending) {
      addPassedLine(context, key, next, passed, draft, summary);
      endStory(context, key, at, ending, draft, summary);
      return;
    }
    const beat = preparedCase.beats.get(next);
    if (!beat) throw new Error(`${preparedCase.scenario.id}: no beat or ending ${next}`);
    const conversation = conversationIn(context, key);
    if (isPassed(conversation, preparedCase, beat)) {
      const wasTold = isTold(conversation, preparedCase, beat, summary);
      passed = { count: passed.count + 1, wereTold: wasTold && (passed.count === 0 || passed.wereTold) };
      leave(beat, 'passed');
    } else if (beat.window && takesAhead(context, key, beat, summary)) {
      openTakenWindow(context, key, at, beat.id, beat.window.kind, summary.actions.at(-1) ?? null);
      leave(beat, 'taken');
    } else {
      addPassedLine(context, key, next, passed, draft, summary);
      passed = NONE_PASSED;
      enterBeat(context, key, at, beat, draft, summary);
      if (holdsCustomer(beat)) {
        beginWait(context, key, at, planBurst(context, key, at, draft), beat);
        return;
      }
      leave(beat, 'resolved');
    }
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
