/**
 * 首次有效响应 (RULES T10): the first turn of a visit that answers, clarifies, gives a timed hold or looks something up and
 * comes back, measured from the last bubble of the burst in which its question opened. An instant 在的亲 alone is not one.
 */

import { LOOK_UPS } from '#engine/model/accepted-operations.ts';
import type { DrillMs } from '#engine/model/events.ts';
import type { Rubric } from '#engine/model/rubric.ts';
import type { CaseFacts } from '#scoring/log/case-facts.ts';
import type { ConversationHistory, QuestionHistory, TurnHistory } from '#scoring/log/conversation-history.ts';
import type { DrillHistory } from '#scoring/log/history.ts';
import { atOnce, type Grade, gradeOf, tierFor } from './concurrency.ts';
import { statesOf, topicOf, wasSaidBefore } from './counted-notes.ts';
import { isQuickRepliesOnly } from './point-results.ts';
import { hasOwnPhrasing } from './turn-grade.ts';

const LONGEST_STOP_MS = 10_000;

export type FirstAnswer = {
  visit: number;
  /** When the burst with its question was out. */
  from: DrillMs;
  fromIndex: number;
  /** The turn that answers, clarifies or gives a time; null when there is none. */
  turn: TurnHistory | null;
  at: DrillMs | null;
  /** Seconds until that turn, or until the visit was over. */
  seconds: number;
  grade: Grade | 'interrupted' | 'void';
  /** The turn was on the topic but not recognised: 待核. */
  unsure: boolean;
  /** Where it is unsure: how the sure answer to the same burst behind it counts, if this one is none. */
  ifNone?: Grade;
};

/**
 * 我先看下单子 while the order is opened, before or within the hold, and back within it: the customer knows what they wait for, as by a time
 * that was named. Words alone earn nothing, and neither does who doesn't come back.
 */
export const looksUpMeanwhile = (conversation: ConversationHistory, { index, judgement }: TurnHistory): boolean => {
  if (judgement.hold === null) return false;
  const turnBefore = conversation.turns.findLast((earlier) => earlier.index < index)?.index ?? -1;
  const promise = conversation.holdPromises.find(({ begun }) => begun.turn === judgement.turn);
  const untilMs = promise?.ended?.at ?? 0;
  const isLookingUp = conversation.clicks.some(
    (click) =>
      click.index > turnBefore && (click.index < index || click.at <= untilMs) && LOOK_UPS.includes(click.action),
  );
  return isLookingUp && promise?.ended?.returned === true;
};

/** Whether a turn's own words are charged as an answer that nobody may give (老人少吃点应该没事): they are an answer in time (RULES M141). */
const answersAmiss = ({ judgement: { redLines, against = [] } }: TurnHistory): boolean =>
  redLines.some(({ code, confidence }) => code === 'false-claim' && confidence === 'high') ||
  against.some(({ unsure }) => !unsure);

/**
 * Whether a turn tells a point of one of these questions. A question that was taken for answered by words nobody made out
 * (好嘞您慢走, sent as they came back) isn't judged again, but is answered by the turn that tells it (RULES T110).
 */
const tellsOf = ({ judgement }: TurnHistory, questions: readonly { question: string }[]): boolean =>
  !judgement.stacking &&
  !judgement.crossTalk &&
  judgement.points.some(
    (note) => note.asked && note.state === 'covered' && questions.some(({ question }) => question === note.question),
  );

/** Whether a turn moves its question on; `unsure` when the words were on the topic but not recognised. */
export const effectOf = (conversation: ConversationHistory, turn: TurnHistory): 'effective' | 'unsure' | 'none' => {
  const { judgement } = turn;
  if (judgement.stacking || judgement.crossTalk) return 'none';
  const answers = judgement.questions.map(({ answer }) => answer);
  if (answers.some((answer) => answer === 'answered' || answer === 'partial')) return 'effective';
  // The customer asks on for a part of it (还差多少): what is on the question and states something has touched it (RULES T281).
  if (judgement.questions.some(({ touches }) => touches === true)) return 'effective';
  // A half told surely answers in time, whatever people rule on the other half (RULES M150).
  if (tellsOf(turn, judgement.questions)) return 'effective';
  if (answers.some((answer) => answer === 'vague' || answer === 'not-recognised') && answersAmiss(turn))
    return 'effective';
  // What the customer's case has an answer to was worth asking, whether the story waits for it or not (RULES M266).
  if ([...judgement.asked, ...(judgement.sideAsked ?? [])].some(({ again }) => !again)) return 'effective';
  if (judgement.hold && (judgement.hold.seconds !== null || looksUpMeanwhile(conversation, turn))) return 'effective';
  // A question back that the case has no answer to may be a good one, or no more than 您是问吗.
  // Pasted quick replies that aren't recognised need no person's look, here as at their points (`isQuickRepliesOnly`).
  const isOpen = answers.includes('not-recognised') && !isQuickRepliesOnly(turn);
  return isOpen || (hasOwnPhrasing(judgement) && answers.includes('clarifying')) ? 'unsure' : 'none';
};

/**
 * Whether the customer took a turn's words for their answer: they made sure of a point in words that say it (那我跟你讲就成了吧
 * behind 跟我们说就行), and the next turn says yes. The answer was told by the words they made sure of (RULES T128).
 */
const isConfirmed = (conversation: ConversationHistory, caseFacts: CaseFacts, turn: TurnHistory): boolean => {
  const { reaction, detail } = turn.closed ?? { reaction: 'none', detail: null };
  const check = reaction === 'rephrase' ? caseFacts.point(detail)?.point.check : undefined;
  const next = conversation.turns.find(({ index }) => index > turn.index);
  if (!check || !next || turn.judgement.stacking || turn.judgement.crossTalk) return false;
  const right = new Set(check.right.bursts?.flat().map((bubble) => (bubble.kind === 'text' ? bubble.text : '')));
  const hasMadeSure = conversation.customerMessages.some(
    ({ index, bubble }) => index > turn.index && index < next.index && bubble.kind === 'text' && right.has(bubble.text),
  );
  return hasMadeSure && next.judgement.points.some(({ point, state }) => point === detail && state === 'covered');
};

/**
 * The messages of a turn that answers a question and share content with what must be told to it, though it is another one
 * that tells it: 专票抬头可以改的 before 要下单的那个账号来提 (RULES T133). Words that look something up aren't among them.
 */
const onTopicIds = (conversation: ConversationHistory, caseFacts: CaseFacts, turn: TurnHistory): string[] => {
  const { judgement } = turn;
  const topics = judgement.questions.flatMap(({ question, answer }) => {
    const asked = answer === 'answered' || answer === 'partial' ? caseFacts.question(question) : null;
    return asked === null ? [] : topicOf(asked);
  });
  return conversation.traineeMessages
    .filter(
      ({ id, text }) =>
        judgement.messages.includes(id) && id !== judgement.hold?.quote?.message && statesOf(text, topics),
    )
    .map(({ id }) => id);
};

/** When the words that count were said: a greeting joined to the turn doesn't stop this clock. */
const effectiveAt = (conversation: ConversationHistory, caseFacts: CaseFacts, turn: TurnHistory): DrillMs => {
  const { judgement } = turn;
  const messages = new Set([
    ...onTopicIds(conversation, caseFacts, turn),
    ...judgement.points.filter(({ asked }) => asked).map(({ quote }) => quote.message),
    ...judgement.asked.map(({ quote }) => quote.message),
    ...(judgement.hold?.quote && (judgement.hold.seconds !== null || looksUpMeanwhile(conversation, turn))
      ? [judgement.hold.quote.message]
      : []),
  ]);
  const sentAt = conversation.traineeMessages.filter(({ id }) => messages.has(id)).map(({ at }) => at);
  return sentAt.length > 0 ? Math.min(...sentAt) : judgement.lastAt;
};

/** End of the burst a bubble belongs to. */
export const burstEnd = (
  conversation: ConversationHistory,
  fromIndex: number,
): { at: DrillMs; index: number } | null => {
  const bubbles = conversation.customerMessages.filter(({ index }) => index >= fromIndex);
  const lastBubble = bubbles.find((line) => line.last) ?? bubbles.at(-1);
  return lastBubble ? { at: lastBubble.at, index: lastBubble.index } : null;
};

type Visit = {
  history: DrillHistory;
  conversation: ConversationHistory;
  rubric: Rubric;
  caseFacts: CaseFacts;
  visit: number;
  isInVisit: (index: number) => boolean;
  questionsAsked: readonly QuestionHistory[];
  firstQuestion: QuestionHistory;
};

const isUnsure = ({ conversation, caseFacts }: Visit, turn: TurnHistory): boolean =>
  effectOf(conversation, turn) === 'unsure' && !isConfirmed(conversation, caseFacts, turn);

/** The visit's first answer if `turn` is it; null: none. */
const answeredBy = (visit: Visit, turn: TurnHistory | null): FirstAnswer => {
  const { history, conversation, rubric, caseFacts, isInVisit, questionsAsked, firstQuestion } = visit;
  const touchedQuestions =
    turn?.judgement.questions.filter(({ answer }) => answer !== 'untouched').map((judged) => judged.question) ?? [];
  const question = questionsAsked.find((entry) => touchedQuestions.includes(entry.question)) ?? firstQuestion;
  const bubble = conversation.customerMessages.find(({ id }) => id === question.bubbleId);
  const burstEndPlace = burstEnd(conversation, bubble?.index ?? question.openedIndex) ?? {
    at: question.openedAt,
    index: question.openedIndex,
  };
  const visitEnd = conversation.endings.find(({ index }) => isInVisit(index)) ??
    conversation.closed ??
    history.ended ?? { at: history.lastAt, index: history.eventCount };
  const at = turn ? effectiveAt(conversation, caseFacts, turn) : null;
  const until = at ?? visitEnd.at;
  const seconds = Math.max(0, (until - burstEndPlace.at) / 1000);
  const tier = tierFor(rubric, atOnce(history, burstEndPlace.at, Math.max(burstEndPlace.at, until)));
  const endIndex = turn?.index ?? visitEnd.index;
  const wasInterrupted = history.stops.some(
    (stop) =>
      stop.index > burstEndPlace.index && stop.index < endIndex && stop.at <= until && stop.stoppedMs > LONGEST_STOP_MS,
  );
  const hasEnded = conversation.endings.some(({ index }) => isInVisit(index));
  const isNotDue = turn === null && !hasEnded && seconds <= tier.failS;
  const answerGrade = turn ? gradeOf(seconds, tier) : 'fail';
  const dueGrade = wasInterrupted ? 'interrupted' : answerGrade;
  return {
    visit: visit.visit,
    from: burstEndPlace.at,
    fromIndex: burstEndPlace.index,
    turn,
    at,
    seconds,
    grade: isNotDue ? 'void' : dueGrade,
    unsure: turn !== null && isUnsure(visit, turn),
  };
};

/**
 * One per visit in which a question opened; none where nothing was asked. Whether words are an answer is in doubt only
 * where something hangs on it: a sure answer behind them that is as good in time is the first one (RULES M111).
 */
export const firstAnswers = (
  history: DrillHistory,
  conversation: ConversationHistory,
  rubric: Rubric,
  caseFacts: CaseFacts,
): FirstAnswer[] => {
  return conversation.arrivals.flatMap((arrival, i) => {
    const untilIndex = conversation.arrivals[i + 1]?.index ?? history.eventCount;
    const isInVisit = (index: number): boolean => index > arrival.index && index < untilIndex;
    const questionsAsked = conversation.questions.filter(
      ({ openedIndex, state }) => isInVisit(openedIndex) && state !== 'void',
    );
    const firstQuestion = questionsAsked[0];
    if (!firstQuestion) return [];
    const visit = { history, conversation, rubric, caseFacts, isInVisit, questionsAsked, firstQuestion };
    const ofVisit: Visit = { ...visit, visit: arrival.visit };
    // Words before the first question (a reminder that opened the conversation) are no answer, however quick.
    // So are those of a turn that closed behind it and were sent before it was shown, unless they tell the answer.
    const answers = conversation.turns.filter(
      (turn) =>
        isInVisit(turn.index) &&
        turn.index > firstQuestion.openedIndex &&
        (!wasSaidBefore(conversation, turn, firstQuestion.question) || tellsOf(turn, questionsAsked)) &&
        (effectOf(conversation, turn) !== 'none' ||
          tellsOf(turn, questionsAsked) ||
          isConfirmed(conversation, caseFacts, turn)),
    );
    const first = answeredBy(ofVisit, answers[0] ?? null);
    const sureTurn = first.unsure ? answers.find((turn) => !isUnsure(ofVisit, turn)) : undefined;
    const sure = sureTurn && answeredBy(ofVisit, sureTurn);
    if (sure === undefined || sure.fromIndex !== first.fromIndex) return [first];
    if (sure.grade === first.grade) return [sure];
    return [sure.grade === 'void' || sure.grade === 'interrupted' ? first : { ...first, ifNone: sure.grade }];
  });
};
