/**
 * What became of each window, judged over the whole conversation (RULES V4). The engine knows only whether it was taken
 * while it was open; what was done a turn before or a moment after counts too. Its rule M26 is held by
 * tests/scoring/findings/held-once.test.ts.
 */

import type { Rubric } from '#engine/model/rubric.ts';
import { readText } from '#language/reading/clauses.ts';
import { normalise } from '#language/reading/normalise.ts';
import { saysLeave } from '#language/windows/closings.ts';
import type { CaseFacts } from '#scoring/log/case-facts.ts';
import type { ConversationHistory, TurnHistory, WindowHistory } from '#scoring/log/conversation-history.ts';
import { isGoneToShoot } from '#scoring/log/gone-to-shoot.ts';
import type { DrillHistory } from '#scoring/log/history.ts';
import { isSoonAfter } from '#scoring/log/late-windows.ts';
import {
  hasParted,
  hasPutOff,
  isBidToNothing,
  isEarnest,
  missingGoodbye,
  roundsOff,
  visitStart,
  type WindowInPlay,
} from './parting.ts';
import { allowedOf, isClicked, isDoneAhead, isDoneInside, isRightlySpoiled, mayBeDone } from './window-evidence.ts';

/** Within 5 s after a window closes a reply is not late: the trainee was typing. */
const TYPING_GRACE_MS = 5000;
/** Words so soon after a window opens are of one breath with those before it, and meant for what came before. */
const ONE_BREATH_MS = 5000;
/** A promised time is kept within this. */
const PROMISE_SLACK_MS = 5000;
const SECOND_MS = 1000;
/** Half a place of the log: between a turn and whatever the log holds next. */
const HALF_PLACE = 0.5;

/** Why a window that was missed is void. */
const NOBODY_THERE = 'nobody-there';
export const DONE_BEFORE = 'done-before';

type Closing = NonNullable<WindowHistory['closed']>;

/** The conversation with its windows settled over all of its turns. */
export const withWindowsDone = (
  history: DrillHistory,
  conversation: ConversationHistory,
  caseFacts: CaseFacts,
  rubric: Rubric,
): ConversationHistory => ({
  ...conversation,
  windows: conversation.windows.map((window) => {
    const spec = caseFacts.beat(window.beat)?.window ?? null;
    const allowed = allowedOf(history, conversation, window, rubric);
    return settledWindow({ conversation, caseFacts, window, spec, allowed });
  }),
});

const settledWindow = (inPlay: WindowInPlay): WindowHistory => {
  const { window } = inPlay;
  if (window.closed?.how === 'spoiled') return settledSpoiledWindow(inPlay, window.closed);
  if (window.closed?.how === 'missed') return settledMissedWindow(inPlay, window.closed);
  return window;
};

const settledSpoiledWindow = (inPlay: WindowInPlay, closing: Closing): WindowHistory => {
  if (isRightlySpoiled(inPlay)) return inPlay.window;
  return takenWindow(inPlay.window, inPlay.conversation.turns.findLast(({ index }) => index <= closing.index) ?? null);
};

/** The order is the rule: what counts more comes first (RULES V4, M26). */
const settledMissedWindow = (inPlay: WindowInPlay, closing: Closing): WindowHistory => {
  const { conversation, window } = inPlay;
  const turnsInside = conversation.turns.filter(
    ({ index, judgement }) => index > window.index && judgement.firstAt <= inPlay.allowed.until + TYPING_GRACE_MS,
  );
  return (
    voidIfNobodyThere(inPlay, closing) ??
    takenIfDoneInside(inPlay, turnsInside) ??
    takenIfDoneAhead(inPlay, closing, turnsInside) ??
    voidIfLetGo(inPlay, closing, turnsInside) ??
    // What isn't past its threshold at the end is void (RULES C5).
    (inPlay.allowed.isCutOff ? voidWindow(window, closing, 'cut-off') : null) ??
    lighterIfGoodbye(inPlay) ??
    doubtedIfSomethingSaid(inPlay, turnsInside, lighterIfPutOff(inPlay, lateIfDoneAfter(inPlay, closing) ?? window))
  );
};

/** Void where nobody was there to say goodbye to, or the trainee promised a longer time than the engine waited. */
const voidIfNobodyThere = (inPlay: WindowInPlay, closing: Closing): WindowHistory | null => {
  if (!wasNobodyThere(inPlay, closing) && !hasPromisedLonger(inPlay, closing)) return null;
  return voidWindow(inPlay.window, closing, NOBODY_THERE);
};

const takenIfDoneInside = (inPlay: WindowInPlay, turnsInside: readonly TurnHistory[]): WindowHistory | null => {
  const turn = turnsInside.find((turn) => isDoneInside(inPlay, turn)) ?? null;
  return turn !== null || isClicked(inPlay) ? takenWindow(inPlay.window, turn) : null;
};

const takenIfDoneAhead = (
  inPlay: WindowInPlay,
  closing: Closing,
  turnsInside: readonly TurnHistory[],
): WindowHistory | null => {
  const { conversation, window } = inPlay;
  const fromIndex = indexCountedFrom(inPlay);
  const isAhead = conversation.turns.some(
    (turn) => turn.index > fromIndex && turn.index < window.index && isDoneAhead(inPlay, turn),
  );
  if (!isAhead) return null;
  // The goodbye was said already: a trainee who then says no more has let nothing pass, and has taken nothing up.
  if (window.kind === 'follow-up') return voidWindow(window, closing, DONE_BEFORE);
  const hasSpoken = turnsInside.some(({ judgement }) => judgement.text !== '');
  return window.kind === 'goodbye' || hasSpoken ? takenWindow(window, null) : null;
};

/** Who goes away to think is let go, not asked to order; what comes next, told to their last word, rounds off (RULES M81, M125). */
const voidIfLetGo = (
  inPlay: WindowInPlay,
  closing: Closing,
  turnsInside: readonly TurnHistory[],
): WindowHistory | null => {
  const { kind } = inPlay.window;
  const isLetGo = (turn: TurnHistory): boolean =>
    kind === 'order-prompt' ? isBidToNothing(inPlay, turn) : kind === 'goodbye' && hasParted(inPlay) && roundsOff(turn);
  return turnsInside.some(isLetGo) ? voidWindow(inPlay.window, closing, 'let-go') : null;
};

const lighterIfGoodbye = (inPlay: WindowInPlay): WindowHistory | null => {
  const { caseFacts, window } = inPlay;
  if (window.kind !== 'goodbye' || !window.closed) return null;
  const isMissed = (before: WindowHistory): boolean => {
    const spec = caseFacts.beat(before.beat)?.window ?? null;
    const allowed = { until: before.closed?.at ?? before.untilAt, isCutOff: false };
    return settledWindow({ ...inPlay, window: before, spec, allowed }).closed?.how === 'missed';
  };
  const weight = missingGoodbye(inPlay, DONE_BEFORE, isMissed);
  if (weight === null) return null;
  return 'void' in weight
    ? voidWindow(window, window.closed, weight.void)
    : { ...(lateIfDoneAfter(inPlay, window.closed) ?? window), lighterReason: weight.lighter };
};

/** In doubt where something was said; `settled`: what it is where that was none of it (RULES M252). */
const doubtedIfSomethingSaid = (
  inPlay: WindowInPlay,
  turnsInside: readonly TurnHistory[],
  settled: WindowHistory,
): WindowHistory => {
  const { openedAt, closed } = inPlay.window;
  const ownTurns = turnsInside.filter(
    ({ judgement: { firstAt } }) => firstAt < (closed?.at ?? 0) && firstAt > openedAt + ONE_BREATH_MS,
  );
  return ownTurns.some((turn) => mayBeDone(inPlay, turn)) ? { ...settled, isDoubtful: true } : settled;
};

/** Who puts it off (等下 我问问家里) and hears nothing is owed a word that lets them, and no bid: it weighs half (RULES M188). */
const lighterIfPutOff = (inPlay: WindowInPlay, settled: WindowHistory): WindowHistory =>
  settled.kind === 'order-prompt' && hasPutOff(inPlay, inPlay.window)
    ? { ...settled, lighterReason: 'put-off' }
    : settled;

const lateIfDoneAfter = (inPlay: WindowInPlay, closing: Closing): WindowHistory | null => {
  const turn = inPlay.conversation.turns.find(
    (turn) =>
      turn.judgement.firstAt > Math.max(closing.at, inPlay.allowed.until) + TYPING_GRACE_MS && isLateFor(inPlay, turn),
  );
  return turn ? { ...inPlay.window, lateAt: turn.judgement.firstAt } : null;
};

const voidWindow = (window: WindowHistory, closing: Closing, reason: string): WindowHistory => ({
  ...window,
  closed: { ...closing, how: 'void', why: reason },
});

/** A window that the engine didn't see taken: the log has no event for it, so it makes no merit. */
const takenWindow = (window: WindowHistory, turn: TurnHistory | null): WindowHistory => {
  if (!window.closed) return window;
  const justAfter = turn === null ? {} : { at: turn.judgement.lastAt, index: turn.index + HALF_PLACE };
  return {
    ...window,
    takenByReport: true,
    closed: { ...window.closed, ...justAfter, how: 'taken', by: null, why: null },
  };
};

/** Whether the customer had gone: left or off to take a picture before a goodbye, or before the time promised to be back at. */
const wasNobodyThere = ({ conversation, window }: WindowInPlay, closing: Closing): boolean => {
  if (window.kind === 'goodbye') {
    const ending = conversation.endings.findLast(({ index }) => index < closing.index);
    return ending !== undefined && (ending.silent || isGoneToShoot(conversation, ending.index, closing.index));
  }
  if (window.kind !== 'return') return false;
  const hasEnded = conversation.endings.some(({ index }) => index < window.index);
  return hasEnded && conversation.arrivals.every(({ index }) => index < window.index);
};

const hasPromisedLonger = ({ conversation, window }: WindowInPlay, closing: Closing): boolean => {
  if (window.kind !== 'return') return false;
  const turn = conversation.turns.findLast(({ index }) => index < window.index);
  if (!turn?.judgement.acts.includes('promise-time')) return false;
  const durations = readText(normalise(turn.judgement.text).text).values.filter(({ kind }) => kind === 'duration');
  return durations.some(({ quantity }) => turn.judgement.lastAt + quantity * SECOND_MS + PROMISE_SLACK_MS > closing.at);
};

/**
 * The place of the log from which deeds count: a goodbye after the customer's last question, other deeds from the
 * visit's start.
 */
const indexCountedFrom = ({ conversation, window }: WindowInPlay): number => {
  // Words said before the customer ordered or paid are no check of that order.
  if (window.kind === 'confirm-order')
    return Math.max(
      visitStart(conversation, window),
      ...conversation.customerDeeds.filter(({ index }) => index < window.index).map(({ index }) => index),
    );
  if (window.kind !== 'goodbye' && window.kind !== 'follow-up') return visitStart(conversation, window);
  const askedIndexes = conversation.questions
    .filter(({ openedIndex }) => openedIndex < window.index)
    .map(({ openedIndex }) => openedIndex);
  const checkIndexes = conversation.windows
    .filter(({ kind, index }) => kind === 'confirm-order' && index < window.index)
    .map(({ index }) => index);
  return Math.max(visitStart(conversation, window), ...askedIndexes, ...checkIndexes);
};

/** Whether words to who puts it off leave them in peace: they let them think, serve them or take leave. */
const isLeftInPeace = (inPlay: WindowInPlay, turn: TurnHistory): boolean =>
  isBidToNothing(inPlay, turn) || (isEarnest(turn) && saysLeave(turn.judgement));

/** Whether a turn does late what the window asked for. For a pause only while the customer hasn't asked something else. */
const isLateFor = (inPlay: WindowInPlay, turn: TurnHistory): boolean => {
  const { conversation, window } = inPlay;
  const next = conversation.windows.find(({ index, kind }) => index > window.index && kind === window.kind);
  const hasAsked = conversation.questions.some(
    ({ openedIndex }) => openedIndex > (window.closed?.index ?? 0) && openedIndex < turn.index,
  );
  if (next && turn.index > next.index && !isSoonAfter(window, turn.judgement.firstAt)) return false;
  if (window.kind === 'follow-up') return !hasAsked && isEarnest(turn);
  // Words that let them think would have left no bid owed in time: late they weigh as a late bid does (RULES M217).
  if (window.kind === 'order-prompt' && !hasAsked && hasPutOff(inPlay, window) && isLeftInPeace(inPlay, turn))
    return true;
  // Words that would have rounded it off in time do so late as well (RULES M213).
  return isDoneInside(inPlay, turn) || (window.kind === 'goodbye' && !hasAsked && hasParted(inPlay) && roundsOff(turn));
};
