/** Closing a turn: its judgement is written into ledger, facts, needs, windows and mood, and the customer reacts once. */

import { leaveBeat, targetOf } from '#engine/customer/beats.ts';
import { addReaction, levelsOf, planBurst, slotOf } from '#engine/customer/bursts.ts';
import { type Draft, emptyDraft } from '#engine/customer/draft.ts';
import { waitsFor } from '#engine/customer/open-needs.ts';
import { type Beat, SLOTS } from '#engine/model/content.ts';
import type { Conversation, OpenTurn } from '#engine/model/drill.ts';
import type { DrillMs, ReactionKind, TurnJudgement } from '#engine/model/events.ts';
import type { JudgeAnswer } from '#engine/model/judge-request.ts';
import { randomAt } from '#engine/model/random.ts';
import type { Choice } from '#engine/reactions/choice.ts';
import { chooseReaction } from '#engine/reactions/choose-reaction.ts';
import { beginHold, endHold } from '#engine/reactions/hold-promise.ts';
import { addNod, type Heard } from '#engine/reactions/nod.ts';
import { walkOut } from '#engine/reactions/silence.ts';
import { moodOfReaction, noteMood } from '#engine/reactions/turn-mood.ts';
import { conversationIn, type DecisionContext, emit, preparedCaseOf, seedOf } from '#engine/state/decision-context.ts';
import { closeWindow, countActs, type Lead, specOf, takes } from '#engine/state/windows.ts';
import { judgeTurn } from '#engine/turns/judge-turn.ts';
import { requestJudgement } from '#engine/turns/request-judgement.ts';
import { meetByWords, tellFacts } from '#engine/turns/take-in.ts';
import { noteQuestions } from './ledger.ts';

const beatOf = (context: DecisionContext, key: string): Beat | null =>
  preparedCaseOf(context, key).beats.get(conversationIn(context, key).beat?.id ?? '') ?? null;

const leadOf = (judgement: TurnJudgement, turn: OpenTurn): Lead => ({
  acts: judgement.acts,
  covered: judgement.points.filter(({ state }) => state === 'covered').map(({ point }) => point),
  actions: turn.actions.map(({ action }) => action),
  content:
    judgement.asked.length > 0 ||
    judgement.questions.some(({ answer }) => answer === 'not-recognised' || answer === 'clarifying'),
  resolvedLine: false,
});

/** Closes every window this turn takes or spoils; says whether the present beat's own was among them. */
const settleWindows = (
  context: DecisionContext,
  key: string,
  at: DrillMs,
  judgement: TurnJudgement,
  lead: Lead,
): 'taken' | 'missed' | null => {
  let beatWindow: 'taken' | 'missed' | null = null;
  for (const window of conversationIn(context, key).windows) {
    if (window.kind === 'return') continue;
    if (!takes(window.kind, specOf(context, key, window), lead, preparedCaseOf(context, key).wordsRemind)) continue;
    // Only a window with a `from` of its own is spoiled by a turn that comes too early; others are taken even before
    // the customer's burst is out.
    const isTooEarly = judgement.lastAt < window.fromAt && (specOf(context, key, window)?.from ?? null) !== null;
    closeWindow(
      context,
      key,
      at,
      window,
      isTooEarly ? 'spoiled' : 'taken',
      judgement.messages.at(-1) ?? null,
      isTooEarly ? 'too-early' : null,
    );
    if (window.beat !== null && window.beat === conversationIn(context, key).beat?.id)
      beatWindow = isTooEarly ? 'missed' : 'taken';
  }
  return beatWindow;
};

const waitsForWords = (beat: Beat): boolean =>
  waitsFor(beat).length > 0 || beat.needs.some(({ untilEnd }) => !untilEnd);

type Road = { how: Parameters<typeof leaveBeat>[3]; to: string | null; resolvedLine: boolean };

/**
 * Whether the customer was insulted. They don't go on as if they had been won: the beat is left by its window's
 * `missed`, also where the turn took the window (RULES T43).
 */
const isHurt = ({ kind, detail }: Choice): boolean =>
  kind === 'hostile' || (kind === 'red-line' && detail === 'insult');

/** Where a choice leads from this beat, or null when the customer stays where they are. */
const roadFrom = (
  context: DecisionContext,
  key: string,
  beat: Beat,
  choice: Choice,
  said: { line: boolean; leads: string | null },
  beatWindow: 'taken' | 'missed' | null,
): Road | null => {
  const conversation = conversationIn(context, key);
  const preparedCase = preparedCaseOf(context, key);
  if (said.leads)
    return {
      how: choice.kind === 'believed' ? 'believed' : 'failed',
      to: said.leads,
      resolvedLine: false,
    };
  if (choice.kind === 'resolved') return { how: 'resolved', to: targetOf(beat, 'resolved'), resolvedLine: said.line };
  if (choice.kind === 'leads')
    return {
      how: 'leads',
      to: preparedCase.points.get(choice.detail ?? '')?.point.leads ?? null,
      resolvedLine: said.line,
    };
  const isWaiting = waitsForWords(beat);
  const tolerates = beat.tolerates ?? preparedCase.persona.tolerates;
  if (
    conversation.mood === 0 ||
    (isWaiting && choice.bad && conversation.beat !== null && conversation.beat.bad >= tolerates)
  )
    return { how: 'failed', to: targetOf(beat, 'failed'), resolvedLine: false };
  if (beatWindow && !isWaiting) {
    const how = isHurt(choice) ? 'missed' : beatWindow;
    return { how, to: targetOf(beat, how), resolvedLine: false };
  }
  return null;
};

/**
 * The name under which the used alternatives of a reaction are counted. A slot's lines are counted together for all
 * questions: otherwise 没听懂 would be said word for word to one question and to the next.
 */
const turnOfLines = (from: string, { kind, detail, own, line }: Choice): string => {
  const isSlot = own === null && (SLOTS as readonly string[]).includes(kind);
  return line ?? `${from}:${kind}:${isSlot ? '' : (detail ?? '')}`;
};

/** Says the reaction and goes where it leads. */
const carryOut = (
  context: DecisionContext,
  key: string,
  at: DrillMs,
  choice: Choice,
  draft: Draft,
  lead: Lead,
  beatWindow: 'taken' | 'missed' | null,
  heard: Heard,
): void => {
  const beat = beatOf(context, key);
  const { turns } = conversationIn(context, key);
  const hasAnswered =
    beat !== null &&
    !waitsForWords(beat) &&
    lead.covered.some((id) => preparedCaseOf(context, key).points.get(id)?.question);
  if (choice.leaves) {
    walkOut(context, key, at);
    return;
  }
  const more = choice.pick ? levelsOf(context, key, choice.pick) : [];
  const found = choice.own ? { reaction: choice.own, from: 'own' } : choice.pick && slotOf(context, key, choice.pick);
  const why = { kind: 'reaction', reaction: choice.kind, turn: turns } as const;
  const isSaid =
    found !== null && addReaction(context, key, draft, found.reaction, turnOfLines(found.from, choice), why, more);
  draft.sour = isSaid && choice.bad;
  // Only the bubbles wait (`afterS`): an event stamped later than its turn would hold up every other customer.
  draft.waitMs = (found?.reaction.afterS ?? 0) * 1000;
  const road =
    beat && roadFrom(context, key, beat, choice, { line: isSaid, leads: found?.reaction.then ?? null }, beatWindow);
  if (!beat || !road) {
    addNod(context, key, draft, heard, hasAnswered);
    if (draft.parts.length > 0) planBurst(context, key, at, draft);
    return;
  }
  // The line of failure is left out where the point's own reply, a reaction that leads on, or the ending's own line
  // says it already.
  const last = road.to === null ? undefined : preparedCaseOf(context, key).endings.get(road.to);
  if (road.how === 'failed' && choice.own === null && !found?.reaction.then && !last?.says) {
    const failed = beat.reacts.slots.failed ?? preparedCaseOf(context, key).scenario.reacts.slots.failed;
    if (failed) addReaction(context, key, draft, failed, `${beat.id}:failed`, why);
  }
  // The trainee's answer to the customer's last question (对，就是503) gets a nod before the customer goes.
  if (last && !last.says) addNod(context, key, draft, heard, hasAnswered);
  leaveBeat(context, key, at, road.how, road.to, draft, { ...lead, resolvedLine: road.resolvedLine });
};

/** Reactions that leave a 稍等 standing: the customer waits for what was promised. */
const HELD: readonly ReactionKind[] = ['none', 'hold', 'cold', 'rigid', 'asked-again'];

/** Whether a question in this turn wants an answer: 看不懂字吗 is rude and wants none. */
const isCivil = ({ tone }: TurnJudgement): boolean => tone !== 'impatient' && tone !== 'hostile';

/** Whether a turn surely asks the customer something and wants it told. */
const asksThem = (judgement: TurnJudgement, answer: JudgeAnswer): boolean =>
  answer.judgement.asksOutright === true && isCivil(judgement);

/** The points that this turn covers and that weren't covered before it. */
const freshPoints = (before: Conversation, judgement: TurnJudgement): string[] =>
  judgement.points
    .filter(({ state, point }) => state === 'covered' && before.points[point] !== 'covered')
    .map(({ point }) => point);

/**
 * Closes the open turn at `at`. With `silent` the drill is over: the turn is judged, but nobody reacts. Without its
 * judgement the turn stays open, and `step.needs` asks for it.
 */
export const closeTurn = (context: DecisionContext, key: string, at: DrillMs, silent = false): void => {
  const before = conversationIn(context, key);
  const turn = before.turn;
  if (!turn) return;
  const judged = context.judged.find((judged) => judged.conversation === key && judged.turn === turn.number);
  if (!judged) {
    context.needs ??= requestJudgement(context, key, turn);
    return;
  }
  const judgement = judgeTurn(context, key, turn, at, judged.answer);
  emit(context, { kind: 'turn-judged', at, conversation: key, judgement });
  const draft = emptyDraft();
  const drawn = tellFacts(context, key, at, turn, judgement, draft);
  meetByWords(context, key, at, judgement);
  noteQuestions(context, key, at, judgement);
  const fresh = freshPoints(before, judgement);
  const lead = leadOf(judgement, turn);
  const choice = silent
    ? null
    : chooseReaction({
        conversation: conversationIn(context, key),
        before,
        preparedCase: preparedCaseOf(context, key),
        beat: beatOf(context, key),
        turn,
        judgement,
        drawn,
        fresh,
        asks: asksThem(judgement, judged.answer),
        chance: (purpose) => randomAt(seedOf(context), key, before.beat?.id ?? '', turn.number, purpose),
      });
  noteMood(context, key, at, before, judgement, fresh, turn);
  if (choice) moodOfReaction(context, key, at, choice, beatOf(context, key));
  if (before.hold) endHold(context, key, at, before.hold, judgement);
  const beatWindow = settleWindows(context, key, at, judgement, lead);
  // Once the ending is reached or a beat's window is open, the customer waits for no answer, however many questions are open.
  const isOwed = judgement.owed && before.ending === null && before.windows.every(({ beat }) => beat === null);
  countActs(context, key, at, lead, isOwed);
  emit(context, {
    kind: 'turn-closed',
    at,
    conversation: key,
    turn: turn.number,
    reaction: choice?.kind ?? 'none',
    detail: choice?.detail ?? null,
    bad: choice?.bad ?? false,
  });
  if (!choice) return;
  if (judgement.hold && HELD.includes(choice.kind)) beginHold(context, key, at, judgement);
  const heard = { turn, asks: asksThem(judgement, judged.answer), civil: isCivil(judgement) };
  carryOut(context, key, at, choice, draft, lead, beatWindow, heard);
};
