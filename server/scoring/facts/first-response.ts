/**
 * What the words at which 首次有效响应 stops were (RULES T10). A wrong answer stops it too: it is on the question, and what
 * it costs is counted as wrong, not as late (RULES M7). But nobody reads that it answered.
 */

import type { TurnHistory } from '#scoring/log/conversation-history.ts';

export type FirstResponse = 'answered' | 'partly' | 'wrong' | 'partly-wrong' | 'asked' | 'time' | 'unsure';

/** Of a turn that moved its question on; `unsure`: on the topic, and nobody can tell what they say. */
export function firstResponse({ judgement }: TurnHistory): FirstResponse {
  const touched = judgement.questions.filter((q) => q.answer !== 'untouched').map((q) => q.question);
  const notes = judgement.points.filter((p) => p.question !== null && touched.includes(p.question));
  const covered = notes.some((p) => p.state === 'covered');
  if (notes.some((p) => p.state === 'wrong')) return covered ? 'partly-wrong' : 'wrong';
  if (judgement.questions.some((q) => q.answer === 'answered')) return 'answered';
  if (judgement.questions.some((q) => q.answer === 'partial')) return covered ? 'partly' : 'answered';
  if (judgement.questions.some((q) => q.answer === 'clarifying') || judgement.asked.some((a) => !a.again))
    return 'asked';
  return judgement.hold !== null && judgement.hold.seconds !== null ? 'time' : 'unsure';
}

/** How words that came late are told of: by what they were, and whether wrong ones were the first of all. */
export type LateAnswer = FirstResponse | 'wrong-first' | 'partly-wrong-first';

/** `silent`: nothing at all had been said before. */
export function lateAnswer(turn: TurnHistory, silent: boolean): LateAnswer {
  const how = firstResponse(turn);
  return silent && (how === 'wrong' || how === 'partly-wrong') ? `${how}-first` : how;
}

export const isWrong = (turn: TurnHistory): boolean => ['wrong', 'partly-wrong'].includes(firstResponse(turn));
