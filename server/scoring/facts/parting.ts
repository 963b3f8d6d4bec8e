/** Whether words of a turn close a conversation: they take leave, let the customer think or choose, or round it off (RULES M81). */

import { onlyAcknowledges } from '#engine/model/acknowledgements.ts';
import type { WindowSpec } from '#engine/model/content.ts';
import type { DrillMs } from '#engine/model/events.ts';
import { isSmallTalk } from '#engine/turns/small-talk.ts';
import { inLanguage } from '#i18n/language.ts';
import { judge } from '#language/judge.ts';
import { readText } from '#language/reading/clauses.ts';
import { normalise } from '#language/reading/normalise.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import {
  advisesCheckFirst,
  customerLeaves,
  isUndecided,
  letsThink,
  putsOff,
  sendsLater,
} from '#language/windows/closings.ts';
import { asksPaymentObstacle } from '#language/windows/payment.ts';
import type { CaseFacts } from '#scoring/log/case-facts.ts';
import {
  BEFORE_LOG,
  type ConversationHistory,
  type TurnHistory,
  type WindowHistory,
} from '#scoring/log/conversation-history.ts';
import { asksSomething, bubbleText } from '#scoring/log/phrasing.ts';
import { hasOwnPhrasing } from './turn-grade.ts';

export type WindowInPlay = {
  conversation: ConversationHistory;
  caseFacts: CaseFacts;
  window: WindowHistory;
  spec: WindowSpec | null;
  /** Until when words for it are in time, past its closing for a goodbye alone; and whether the drill ended before. */
  allowed: { until: DrillMs; isCutOff: boolean };
};

/** Whether a turn's words were meant for this customer: nothing rude, no stack of phrases, no misused quick reply. */
const isMeantHere = ({ judgement, closed }: TurnHistory): boolean =>
  judgement.text !== '' &&
  hasOwnPhrasing(judgement) &&
  !judgement.stacking &&
  !judgement.crossTalk &&
  !(closed?.bad ?? false) &&
  !(
    ['hostile', 'impatient', 'cold'].includes(judgement.tone) &&
    judgement.toneConfidence >= VERDICT_THRESHOLDS.tone.told
  ) &&
  !judgement.redLines.some(({ confidence }) => confidence === 'high') &&
  !judgement.canned.some((note) => note.verdict !== 'fit');

/** Whether a turn's words were meant for this customer and are no small talk. */
export const isEarnest = (turn: TurnHistory): boolean =>
  isMeantHere(turn) && !isSmallTalk(turn.judgement.text, turn.judgement.acts);

/** Characters: 对的 only agrees, and tells nothing. */
const MIN_TELLING_CHARS = 8;

/** Whether one clause of a turn's small talk is none: 谢谢理解，寄出把单号填上就行 tells the next step. */
const tellsBesides = ({ judgement: { text, customer } }: TurnHistory): boolean =>
  text
    .split(/[\n，,。；;！!]/)
    .some(
      (part) => part.trim().length >= MIN_TELLING_CHARS && !isSmallTalk(part, judge({ reply: part, customer }).acts),
    );

/** Whether a turn's words close: earnest ones do, and what comes next behind a word of thanks (RULES M191). */
const isEarnestClosing = (turn: TurnHistory): boolean => isEarnest(turn) || (isMeantHere(turn) && tellsBesides(turn));

/** Characters: longer closing words tell something, and only words of leave make them a goodbye. */
const MAX_LEAVE_CHARS = 24;

/** 照顾好自己和娃: short words after everything is settled that neither ask nor answer. */
export const isShortLeave = (turn: TurnHistory): boolean => {
  const { text, acts, points, questions, asked } = turn.judgement;
  return (
    isEarnestClosing(turn) &&
    text.length <= MAX_LEAVE_CHARS &&
    !asksSomething(text) &&
    !acts.includes('ask-info') &&
    points.length + questions.length + asked.length === 0
  );
};

/** Whether the customer's last line put it off, and the turn let them, however small the talk (好的您慢慢看): no more was owed (RULES M81). */
export const letsCustomerThink = (inPlay: Pick<WindowInPlay, 'conversation'>, turn: TurnHistory): boolean =>
  isMeantHere(turn) && hasPutOff(inPlay, turn) && letsThink(turn.judgement.text);

/** Whether the customer's last words before a place put the purchase off. A window begins with a line still being typed (`fromAt`). */
export const hasPutOff = (
  { conversation }: Pick<WindowInPlay, 'conversation'>,
  { index: before, fromAt = 0 }: { index: number; fromAt?: number },
): boolean => {
  // Who has ordered since puts nothing off.
  const doneIndex = conversation.customerDeeds.findLast(({ index }) => index < before)?.index ?? BEFORE_LOG;
  const lines = conversation.customerMessages.filter(
    ({ index, at }) => index > doneIndex && (index < before || at <= fromAt),
  );
  // 嗯 takes up what was said to them and changes nothing; 我看看 may be a nod and puts off.
  const lastLines = [lines.at(-1), lines.findLast((line) => !onlyAcknowledges(line))];
  return lastLines.some((line) => line?.bubble.kind === 'text' && putsOff(line.bubble.text));
};

/**
 * Whether a turn leaves a customer rightly without a bid to order: it lets them think, serves who puts it off (asks what it
 * hangs on, tells a price, a size or a point) or says what to see to first (RULES M125).
 */
export const isBidToNothing = (inPlay: Pick<WindowInPlay, 'conversation'>, turn: TurnHistory): boolean => {
  const { text, points, acts, asked } = turn.judgement;
  if (letsCustomerThink(inPlay, turn)) return true;
  if (!isEarnest(turn)) return false;
  if (advisesCheckFirst(text)) return true;
  if (!hasPutOff(inPlay, turn)) return false;
  return (
    acts.includes('ask-info') ||
    asked.length > 0 ||
    asksPaymentObstacle(text) ||
    namesSum(text) ||
    points.some(({ state }) => state === 'covered')
  );
};

/** 449元, 42.5码, 到手399: what goods cost and which size. */
const namesSum = (text: string): boolean =>
  readText(normalise(text).text).values.some(({ kind }) => kind === 'amount' || kind === 'number' || kind === 'size');

/** Whether a turn let the customer go for good: who came back to order or pay is owed another goodbye. */
export const wasLetGo = (inPlay: Pick<WindowInPlay, 'conversation' | 'window'>, turn: TurnHistory): boolean =>
  letsCustomerThink(inPlay, turn) &&
  !inPlay.conversation.customerDeeds.some(({ index }) => index > turn.index && index < inPlay.window.index);

/** Whether words said after the customer's last word tell something and ask nothing. */
export const roundsOff = (turn: TurnHistory): boolean =>
  isEarnestClosing(turn) &&
  turn.judgement.text.length >= MIN_TELLING_CHARS &&
  !turn.judgement.text.split('\n').some(asksSomething) &&
  !turn.judgement.acts.includes('ask-info');

/** A customer who makes up for their tone, tells how they felt or asks is owed a word (刚才话冲 对不住). */
const WANTS_WORD = /对不住|对不起|不好意思|抱歉|冲你|话冲|语气|态度|那股火|火气|急了|心里去|怪我|怪你|[?？]|[吗么呢]$/;

/** What the customer said after the ending before a window, until it closed; none where there was no ending. */
const linesSinceEnding = ({ conversation, caseFacts, window }: WindowInPlay): string[] => {
  const ending = conversation.endings.findLast(({ index }) => index < window.index);
  if (ending === undefined) return [];
  const lines = conversation.customerMessages.filter(
    ({ index }) => index > ending.index && index < (window.closed?.index ?? 0),
  );
  // These texts are judged, not shown: Chinese gives the same result in every language of the reader.
  return inLanguage('zh', () => lines.map(({ bubble }) => bubbleText(bubble, caseFacts)));
};

/** Whether the customer closed with thanks, assent or a goodbye of their own: little was left to say. */
export const hasParted = (inPlay: WindowInPlay): boolean => {
  const texts = linesSinceEnding(inPlay);
  return texts.length > 0 && texts.every((text) => isUndecided(text) || !WANTS_WORD.test(text));
};

/** Whether a turn answers the customer's own last words by letting them choose (您看好颜色再拍), and asks nothing (RULES M118). */
export const letsChoose = (inPlay: WindowInPlay, turn: TurnHistory): boolean =>
  isEarnest(turn) &&
  letsThink(turn.judgement.text) &&
  !turn.judgement.text.split('\n').some(asksSomething) &&
  hasParted(inPlay);

/** A goodbye is waited for from the customer's last line, which may come behind the ending it belongs to (RULES M120). */
export const waitedFrom = (
  { customerMessages }: ConversationHistory,
  { kind, fromAt, closed }: WindowHistory,
): DrillMs => {
  const lines = customerMessages.filter(({ at }) => at > fromAt && at < (closed?.at ?? 0));
  return kind === 'goodbye' ? Math.max(fromAt, ...lines.map(({ at }) => at)) : fromAt;
};

/** Whether a goodbye was said since `fromIndex`: the silence after it is charged as the window before (RULES M26, T103). */
export const hasSaidGoodbye = ({ conversation, window }: WindowInPlay, fromIndex: number): boolean =>
  conversation.turns.some(
    (turn) =>
      turn.index > fromIndex &&
      turn.index < window.index &&
      isEarnest(turn) &&
      (turn.judgement.acts.includes('goodbye') || wasLetGo({ conversation, window }, turn)),
  );

/** What a goodbye that nobody said weighs; `void`: why nothing is owed, `lighter`: why it costs half. */
type GoodbyeWeight = { void: string } | { lighter: NonNullable<WindowHistory['lighterReason']> };

export const visitStart = (conversation: ConversationHistory, window: WindowHistory): number =>
  conversation.arrivals.findLast(({ index }) => index < window.index)?.index ?? BEFORE_LOG;

/**
 * A missing goodbye costs nothing where the customer took leave themselves or the same silence is charged already, half where
 * they closed with thanks or assent (RULES M26, M123). `isMissed`: whether a window before is charged as missed, judged over the whole
 * conversation. Null: the goodbye is owed whole.
 */
export const missingGoodbye = (
  inPlay: WindowInPlay,
  doneBefore: string,
  isMissed: (window: WindowHistory) => boolean,
): GoodbyeWeight | null => {
  const { conversation, window } = inPlay;
  const before = windowOfSameSilence(inPlay);
  if (before !== null) {
    if (hasSaidGoodbye(inPlay, visitStart(conversation, window))) return { void: doneBefore };
    const isOneSilence = !hasSpokenSince(conversation, before, window) && hasParted(inPlay);
    return isMissed(before) && (isOneSilence || hasEndedAnswered(inPlay))
      ? { void: 'same-silence' }
      : { lighter: 'same-silence' };
  }
  if (hasCustomerClosed(inPlay)) return { void: 'customer-closed' };
  if (!hasParted(inPlay)) return null;
  // Who sends something later hasn't closed: their matter is open, and a word was owed all the same (RULES M213).
  if (linesSinceEnding(inPlay).some(sendsLater)) return { lighter: 'sends-later' };
  return { lighter: window.closed && hasPutOff(inPlay, window.closed) ? 'put-off' : 'last-word' };
};

/** Whether the customer said nothing at their ending and had been answered: nothing shows a trainee that they were done. */
const hasEndedAnswered = ({ conversation, window }: WindowInPlay): boolean => {
  const lastTurn = conversation.turns.findLast(({ index }) => index < window.index);
  const lastLine = conversation.customerMessages.findLast(({ index }) => index < (window.closed?.index ?? 0));
  return (
    lastTurn !== undefined &&
    isEarnest(lastTurn) &&
    lastLine !== undefined &&
    lastLine.index < (conversation.endings.findLast(({ index }) => index < window.index)?.index ?? BEFORE_LOG) &&
    lastLine.at < lastTurn.judgement.firstAt
  );
};

/** The window before that passed in the silence in which this one did: the silence is charged there (RULES M26). */
const windowOfSameSilence = ({ conversation, window }: WindowInPlay): WindowHistory | null => {
  const lastSpokenIndex = conversation.turns.findLast(({ judgement }) => judgement.text !== '')?.index ?? BEFORE_LOG;
  const windowBefore = conversation.windows.findLast(({ index, kind }) => index < window.index && kind !== 'return');
  const isSameSilence = windowBefore?.closed?.how === 'missed' && lastSpokenIndex < windowBefore.closed.index;
  return isSameSilence ? windowBefore : null;
};

const hasSpokenSince = ({ turns }: ConversationHistory, from: WindowHistory, until: WindowHistory): boolean =>
  turns.some(({ index, judgement }) => index > from.index && index < until.index && judgement.text !== '');

/** Whether the customer's last words, to an earnest answer, took leave: little was left to say, and nobody waits for it. */
const hasCustomerClosed = (inPlay: WindowInPlay): boolean => {
  const { conversation, window } = inPlay;
  const ending = conversation.endings.findLast(({ index }) => index < window.index);
  const lastTurn = conversation.turns.findLast(({ index }) => index < window.index);
  if (ending === undefined || lastTurn === undefined || !isEarnest(lastTurn) || !hasParted(inPlay)) return false;
  return linesSinceEnding(inPlay).some(customerLeaves);
};
