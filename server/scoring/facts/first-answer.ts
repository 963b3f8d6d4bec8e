/**
 * 首次有效响应 (RULES T10): the first turn of a visit that answers, clarifies or gives a timed hold, measured from the
 * last bubble of the burst in which its question opened. An instant 在的亲 alone is not one.
 */

import type { DrillMs } from '#engine/model/events.ts';
import type { Rubric } from '#engine/model/rubric.ts';
import type { ConversationHistory, TurnHistory } from '#scoring/log/conversation-history.ts';
import type { DrillHistory } from '#scoring/log/history.ts';
import { atOnce, type Grade, gradeOf, tierFor } from './concurrency.ts';
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
};

/** Whether a turn moves its question on; `unsure` when the words were on the topic but not recognised. */
export function effectOf(turn: TurnHistory): 'effective' | 'unsure' | 'none' {
  const { judgement } = turn;
  if (judgement.stacking || judgement.crossTalk) return 'none';
  const answers = judgement.questions.map((q) => q.answer);
  if (answers.some((a) => a === 'answered' || a === 'partial')) return 'effective';
  if (judgement.asked.some((a) => !a.again)) return 'effective';
  if (judgement.hold && judgement.hold.seconds !== null) return 'effective';
  // A question back that the case has no answer to may be a good one, or no more than 您是问吗.
  // Pasted quick replies that aren't recognised need no person's look, here as at their points (`isPasted`).
  const open = answers.includes('not-recognised') && !isQuickRepliesOnly(turn);
  return open || (hasOwnPhrasing(judgement) && answers.includes('clarifying')) ? 'unsure' : 'none';
}

/** When the words that count were said: a greeting joined to the turn doesn't stop this clock. */
function effectiveAt(c: ConversationHistory, turn: TurnHistory): DrillMs {
  const { judgement } = turn;
  const messages = new Set([
    ...judgement.points.filter((p) => p.asked).map((p) => p.quote.message),
    ...judgement.asked.map((a) => a.quote.message),
    ...(judgement.hold?.quote && judgement.hold.seconds !== null ? [judgement.hold.quote.message] : []),
  ]);
  const said = c.spoke.filter((s) => messages.has(s.id)).map((s) => s.at);
  return said.length > 0 ? Math.min(...said) : judgement.lastAt;
}

/** End of the burst a bubble belongs to. */
export function burstEnd(c: ConversationHistory, fromIndex: number): { at: DrillMs; index: number } | null {
  const bubbles = c.said.filter((s) => s.index >= fromIndex);
  const last = bubbles.find((s) => s.last) ?? bubbles.at(-1);
  return last ? { at: last.at, index: last.index } : null;
}

/** One per visit in which a question opened; none where nothing was asked. */
export function firstAnswers(history: DrillHistory, c: ConversationHistory, rubric: Rubric): FirstAnswer[] {
  return c.arrivals.flatMap((arrival, i) => {
    const untilIndex = c.arrivals[i + 1]?.index ?? history.length;
    const inVisit = (index: number): boolean => index > arrival.index && index < untilIndex;
    const asked = c.questions.filter((q) => inVisit(q.openedIndex) && q.state !== 'void');
    const first = asked[0];
    if (!first) return [];
    // Words before the first question (a reminder that opened the conversation) are no answer, however quick.
    const turns = c.turns.filter((t) => inVisit(t.index) && t.index > first.openedIndex);
    const turn = turns.find((t) => effectOf(t) !== 'none') ?? null;
    const touched = turn?.judgement.questions.filter((q) => q.answer !== 'untouched').map((q) => q.question) ?? [];
    const question = asked.find((q) => touched.includes(q.question)) ?? first;
    const bubble = c.said.find((s) => s.id === question.bubbleId);
    const from = burstEnd(c, bubble?.index ?? question.openedIndex) ?? {
      at: question.openedAt,
      index: question.openedIndex,
    };
    const over = c.endings.find((e) => inVisit(e.index)) ??
      c.closed ??
      history.ended ?? { at: history.lastAt, index: history.length };
    const at = turn ? effectiveAt(c, turn) : null;
    const until = at ?? over.at;
    const seconds = Math.max(0, (until - from.at) / 1000);
    const tier = tierFor(rubric, atOnce(history, from.at, Math.max(from.at, until)));
    const untilIndexOf = turn?.index ?? over.index;
    const interrupted = history.stops.some(
      (s) => s.index > from.index && s.index < untilIndexOf && s.at <= until && s.stoppedMs > LONGEST_STOP_MS,
    );
    const ended = c.endings.some((e) => inVisit(e.index));
    const notDue = turn === null && !ended && seconds <= tier.failS;
    const grade = notDue ? 'void' : interrupted ? 'interrupted' : turn ? gradeOf(seconds, tier) : 'fail';
    const unsure = turn !== null && effectOf(turn) === 'unsure';
    return [{ visit: arrival.visit, from: from.at, fromIndex: from.index, turn, at, seconds, grade, unsure }];
  });
}
