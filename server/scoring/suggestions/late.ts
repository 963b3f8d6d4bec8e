/**
 * What could have been said at once in a round that was late: the fact, the question back, or the deed that the
 * customer waited for.
 */
import type { Question, WindowKind } from '#engine/model/content.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { FindingDraft, Suggestion } from '#scoring/facts/finding-draft.ts';
import type { Round } from '#scoring/facts/rounds.ts';
import type { ConversationHistory, TurnHistory, WindowHistory } from '#scoring/log/conversation-history.ts';
import { answeredBy, endedBy, goodbyeOf, wantedFirst } from './model.ts';
import { halfOfModel } from './model-parts.ts';
import { doingLine } from './operations.ts';
import { windowLine } from './windows.ts';

const REPLY_WINDOWS: readonly WindowKind[] = ['confirm-order', 'follow-up', 'order-prompt', 'payment-reminder'];
const ASKS_BACK = /[？?]$/;
const TIME_WORDS = /\d|半分钟|秒/;

/**
 * A quick answer to this question as things stood at `index` of the log: the question back or the look-up that has to
 * come first, else the half of its model that tells a must point still unsaid. Null where it was answered by then.
 */
export const quickAnswer = (facts: ConversationFacts, question: Question | null, index: number): string | null => {
  const { conversation } = facts;
  const ended = endedBy(conversation, index);
  if (ended) return goodbyeOf(facts, ended);
  if (!question || answeredBy(conversation, question.id, index)) return null;
  const wantedFirstText = wantedFirst(facts, question, index);
  // Who is pressed for what they said they would look up isn't advised to say it again (RULES M138).
  const hasStalled = conversation.turns.findLast((turn) => turn.index < index)?.judgement.hold != null;
  if (wantedFirstText !== null && !(hasStalled && !ASKS_BACK.test(wantedFirstText))) return wantedFirstText;
  const pointsTold = conversation.turns
    .filter((turn) => turn.index < index)
    .flatMap((turn) => turn.judgement.points.flatMap((note) => (note.state === 'covered' ? [note.point] : [])));
  const musts = question.points.filter((point) => point.must);
  const point = musts.find((point) => !pointsTold.includes(point.id)) ?? musts[0] ?? question.points[0];
  return halfOfModel(question, point ?? null, facts.caseFacts.goodsNames) ?? point?.says ?? null;
};

/** Of a late reply's wait this share before its customer was opened is its cause: how to write it mends nothing. */
const UNSEEN_SHARE = 0.5;

/** Whether most of the wait of a late first reply went by before the trainee opened its customer (RULES M138). */
export const wasLongUnseen = (
  { traineeMessages }: ConversationHistory,
  { judgement: { messages } }: TurnHistory,
  { detailParts: { openedLate, waitedS } }: Pick<FindingDraft, 'detailParts'>,
): boolean => {
  const seenMs = traineeMessages.find(({ id }) => messages.includes(id))?.anatomy?.seenMs ?? 0;
  return openedLate === true && waitedS !== undefined && seenMs >= UNSEEN_SHARE * 1000 * waitedS;
};

/** 付的503 对吧, 我再看看: the window that opened in this round; what the window asks for was wanted. */
export const windowIn = ({ conversation }: ConversationFacts, { from, to }: Round): WindowHistory | null =>
  conversation.windows.find(
    (window) => REPLY_WINDOWS.includes(window.kind) && window.fromAt >= from && window.fromAt <= (to ?? window.fromAt),
  ) ?? null;

/** What to say in the window of a round; null where none opened in it. */
export const windowReply = (facts: ConversationFacts, round: Round): Suggestion | null => {
  const window = windowIn(facts, round);
  return window ? windowLine(window.kind, window.beat, facts, window.fromAt) : null;
};

/** 点了没, 翻半天没翻到: the customer waits for a deed of this beat. A card is sent without announcing it. */
export const awaitedDeed = (
  { conversation, caseFacts }: ConversationFacts,
  fromIndex: number,
  toIndex: number,
): string | null => {
  const beat = conversation.beats.findLast((beat) => beat.index < toIndex)?.beat ?? null;
  const needsOfBeat = caseFacts.beat(beat)?.needs ?? [];
  const awaitedNeed = needsOfBeat.find(
    (need, needIndex) =>
      need.do !== null &&
      caseFacts.action(need.do)?.sends === false &&
      !conversation.needsMet.some(
        (needMet) => needMet.beat === beat && needMet.need === needIndex && needMet.index < fromIndex,
      ),
  );
  return awaitedNeed ? withPromisedTime(doingLine(awaitedNeed, caseFacts)) : null;
};

/** 我这就往上报 alone leaves the customer without a time: the line also says until when they wait. */
const withPromisedTime = (line: string): string => (TIME_WORDS.test(line) ? line : `${line}，半分钟内回您`);
