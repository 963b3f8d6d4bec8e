/** Closing a turn: its judgement is written into ledger, facts, needs, windows and mood, and the customer reacts once. */

import { leaveBeat } from '#engine/customer/beats.ts';
import { addReaction, planBurst, reactionFor, reactionLevels } from '#engine/customer/bursts.ts';
import { type BurstDraft, emptyDraft } from '#engine/customer/draft.ts';
import { SLOTS } from '#engine/model/content.ts';
import type { Conversation, OpenTurn } from '#engine/model/drill.ts';
import type { DrillMs, ReactionKind } from '#engine/model/events.ts';
import { randomAt } from '#engine/model/random.ts';
import type { TurnJudgement } from '#engine/model/turn-judgement.ts';
import {
  type AcknowledgedTurn,
  addAcknowledgement,
  answerBeforeGoing,
  isFact,
  isPayment,
} from '#engine/reactions/acknowledgement.ts';
import type { ReactionChoice } from '#engine/reactions/choice.ts';
import { chooseReaction } from '#engine/reactions/choose-reaction.ts';
import { beginHold, endHold } from '#engine/reactions/hold-promise.ts';
import { toldTo } from '#engine/reactions/left-questions.ts';
import { hasCrossed } from '#engine/reactions/no-progress.ts';
import { awaitedBy, judgeInvitations } from '#engine/reactions/review-invitation.ts';
import { walkOut } from '#engine/reactions/silence.ts';
import { moveMoodByReaction, raiseMood } from '#engine/reactions/turn-mood.ts';
import { isPerhapsIllMannered } from '#engine/reactions/turn-tone.ts';
import {
  conversationIn,
  currentBeat,
  type DecisionContext,
  emit,
  isRolePlay,
  preparedCaseOf,
  seedOf,
} from '#engine/state/decision-context.ts';
import { takesLeaveIn } from '#engine/state/thanks.ts';
import { closeWindow, countReminders, type TurnSummary, takesWindow, windowSpecOf } from '#engine/state/windows.ts';
import { meetNeedsByWords, tellFacts } from '#engine/turns/facts-and-needs.ts';
import { judgeTurn } from '#engine/turns/judge-turn.ts';
import { requestJudgement } from '#engine/turns/request-judgement.ts';
import { departureFrom, waitsForWords } from './departure.ts';
import { noteQuestions } from './ledger.ts';
import { asksCustomer, isCivil, wantsAnswer } from './wants-answer.ts';

const summaryOf = (judgement: TurnJudgement, turn: OpenTurn): TurnSummary => ({
  acts: judgement.acts,
  covered: judgement.points.filter(({ state }) => state === 'covered').map(({ point }) => point),
  actions: turn.actions.map(({ action }) => action),
  isSubstantial:
    judgement.asked.length > 0 ||
    judgement.questions.some(({ answer }) => answer === 'not-recognised' || answer === 'clarifying'),
  takesLeave: takesLeaveIn(judgement),
  saysDepartureLine: false,
});

/** Closes every window this turn takes or spoils; says whether the present beat's own was among them. */
const settleWindows = (
  context: DecisionContext,
  key: string,
  at: DrillMs,
  judgement: TurnJudgement,
  summary: TurnSummary,
): 'taken' | 'missed' | null => {
  let beatWindow: 'taken' | 'missed' | null = null;
  for (const window of conversationIn(context, key).windows) {
    if (window.kind === 'return') continue;
    if (
      !takesWindow(window.kind, windowSpecOf(context, key, window), summary, preparedCaseOf(context, key).wordsRemind)
    )
      continue;
    // Only a window with a `from` of its own is spoiled by a turn that comes too early; others are taken even before
    // the customer's burst is out.
    const isTooEarly = judgement.lastAt < window.fromAt && (windowSpecOf(context, key, window)?.from ?? null) !== null;
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

/**
 * The name under which the used alternatives of a reaction are counted. A slot's lines are counted together for all
 * questions: otherwise 没听懂 would be said word for word to one question and to the next.
 */
const lineNameOf = (from: string, { kind, detail, ownReaction, lineName }: ReactionChoice): string => {
  const isSlot = ownReaction === null && (SLOTS as readonly string[]).includes(kind);
  return lineName ?? `${from}:${kind}:${isSlot ? '' : (detail ?? '')}`;
};

/** Says the reaction and goes where it leads. */
const reactAndGo = (
  context: DecisionContext,
  key: string,
  at: DrillMs,
  choice: ReactionChoice,
  draft: BurstDraft,
  summary: TurnSummary,
  beatWindow: 'taken' | 'missed' | null,
  nodCause: AcknowledgedTurn,
): void => {
  const beat = currentBeat(context, key);
  const { turns } = conversationIn(context, key);
  const hasAnswered =
    beat !== null &&
    !waitsForWords(beat) &&
    nodCause.newlyCovered.some((id) => preparedCaseOf(context, key).points.get(id)?.question);
  if (choice.customerLeaves) {
    walkOut(context, key, at);
    return;
  }
  const fallbacks = choice.pickReaction ? reactionLevels(context, key, choice.pickReaction) : [];
  const found = choice.ownReaction
    ? { reaction: choice.ownReaction, from: 'own' }
    : choice.pickReaction && reactionFor(context, key, choice.pickReaction);
  const why = { kind: 'reaction', reaction: choice.kind, turn: turns } as const;
  const isSaid =
    found !== null && addReaction(context, key, draft, found.reaction, lineNameOf(found.from, choice), why, fallbacks);
  draft.hasJustMinded = isSaid && choice.isBad;
  // Only the bubbles wait (`afterS`): an event stamped later than its turn would hold up every other customer.
  draft.waitMs = (found?.reaction.afterS ?? 0) * 1000;
  const departure =
    beat &&
    departureFrom(context, key, beat, choice, { line: isSaid, leads: found?.reaction.then ?? null }, beatWindow);
  if (!beat || !departure) {
    addAcknowledgement(context, key, draft, nodCause, hasAnswered);
    if (draft.parts.length > 0) planBurst(context, key, at, draft);
    return;
  }
  // The line of failure is left out where the point's own reply, a reaction that leads on, or the ending's own line
  // says it already.
  const nextEnding = departure.to === null ? undefined : preparedCaseOf(context, key).endings.get(departure.to);
  // 没写啥子 我搞不来 would belie the order that they pay in this very moment (RULES J229).
  if (nextEnding?.does.some(({ deed }) => deed === 'pay')) draft.parts = draft.parts.filter((part) => !isFact(part));
  let { saysDepartureLine } = departure;
  if (departure.how === 'failed' && choice.ownReaction === null && !found?.reaction.then && !nextEnding?.says) {
    const failed = beat.reacts.slots.failed ?? preparedCaseOf(context, key).scenario.reacts.slots.failed;
    if (failed) saysDepartureLine = addReaction(context, key, draft, failed, `${beat.id}:failed`, why);
  }
  // 要改42说一声吗 is answered before the line of the ending (RULES J181).
  if (nextEnding?.says && departure.how === 'taken') answerBeforeGoing(context, key, draft, nodCause, true);
  // The trainee's answer to the customer's last question (对，就是503) gets a nod before the customer goes.
  if (nextEnding && !nextEnding.says) {
    if (departure.how === 'resolved' && nextEnding.does.length === 0) answerBeforeGoing(context, key, draft, nodCause);
    // 我得看看 to 您穿多大 would belie the order they place in this very moment (RULES J148).
    const cause = nextEnding.does.some(isPayment) ? { ...nodCause, asksCustomer: false, isCivil: false } : nodCause;
    addAcknowledgement(context, key, draft, cause, hasAnswered);
  }
  leaveBeat(context, key, at, departure.how, departure.to, draft, {
    ...summary,
    saysDepartureLine,
  });
};

/** Reactions that leave a 稍等 standing: the customer waits for what was promised. */
const KEEPS_HOLD: readonly ReactionKind[] = ['none', 'hold', 'cold', 'rigid', 'asked-again', 'invited-early'];

/** The points that this turn covers and that weren't covered before it. */
const newlyCoveredPoints = (before: Conversation, judgement: TurnJudgement): string[] =>
  judgement.points
    .filter(({ state, point }) => state === 'covered' && before.points[point] !== 'covered')
    .map(({ point }) => point);

/**
 * Closes the open turn at `at`. With `silent` the drill is over: the turn is judged, but nobody reacts. Without its
 * judgement the turn stays open, and `context.needs` asks for it.
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
  meetNeedsByWords(context, key, at, judgement);
  noteQuestions(context, key, at, judgement);
  const newlyCovered = newlyCoveredPoints(before, judgement);
  const summary = summaryOf(judgement, turn);
  const awaited = awaitedBy(
    conversationIn(context, key),
    preparedCaseOf(context, key),
    currentBeat(context, key),
    turn,
  );
  const isPlayed = isRolePlay(context);
  const choice =
    silent || isPlayed
      ? null
      : chooseReaction({
          conversation: conversationIn(context, key),
          before,
          preparedCase: preparedCaseOf(context, key),
          beat: currentBeat(context, key),
          turn,
          judgement,
          drawnFacts: drawn.facts,
          tellsSideFact: drawn.sideFacts.length > 0,
          newlyCovered,
          asksCustomer: asksCustomer(judgement, judged.answer),
          chance: (purpose) => randomAt(seedOf(context), key, before.beat?.id ?? '', turn.number, purpose),
        });
  // How the customer feels is for whoever plays them to say.
  if (!isPlayed) raiseMood(context, key, at, before, judgement, newlyCovered, turn);
  if (choice) moveMoodByReaction(context, key, at, choice, currentBeat(context, key));
  if (before.hold) endHold(context, key, at, before.hold, judgement);
  const beatWindow = settleWindows(context, key, at, judgement, summary);
  // Once the ending is reached or a beat's window is open, the customer waits for no answer, however many questions are open.
  const isOwed = judgement.owed && before.ending === null && before.windows.every(({ beat }) => beat === null);
  countReminders(context, key, at, summary, isOwed);
  emit(context, {
    kind: 'turn-closed',
    at,
    conversation: key,
    turn: turn.number,
    reaction: choice?.kind ?? 'none',
    detail: choice?.detail ?? null,
    bad: choice?.isBad ?? false,
  });
  if (!choice) {
    judgeInvitations(context, key, at, turn, awaited);
    return;
  }
  if (judgement.hold && KEEPS_HOLD.includes(choice.kind)) beginHold(context, key, at, judgement);
  const nodCause = {
    turn,
    asksCustomer: wantsAnswer(judgement, judged.answer, before.lastBurst),
    isCivil: isCivil(judgement),
    isRude: isPerhapsIllMannered(judgement),
    hasCrossed: hasCrossed(before, judgement),
    told: toldTo(judgement, turn, drawn),
    newlyCovered,
    at,
  };
  reactAndGo(context, key, at, choice, draft, summary, beatWindow, nodCause);
  judgeInvitations(context, key, at, turn, awaited);
};
