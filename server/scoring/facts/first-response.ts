/**
 * What kind of words ended 首次有效响应 (RULES T10). A wrong answer ends it too: it is on the question, and it costs marks
 * for being wrong, not for being late (RULES M7). But no sentence calls it an answer.
 */

import type { TurnHistory } from '#scoring/log/conversation-history.ts';

export type FirstResponse = 'answered' | 'partly' | 'wrong' | 'partly-wrong' | 'asked' | 'time' | 'unsure';

/** The kind of a turn that moved its question on. `unsure`: on the topic, but the program can't tell what the words say. */
export const firstResponse = ({ judgement }: TurnHistory): FirstResponse => {
  const touchedQuestions = judgement.questions
    .filter(({ answer }) => answer !== 'untouched')
    .map(({ question }) => question);
  const notes = judgement.points.filter(({ question }) => question !== null && touchedQuestions.includes(question));
  const hasCovered = notes.some(({ state }) => state === 'covered');
  if (notes.some(({ state }) => state === 'wrong')) return hasCovered ? 'partly-wrong' : 'wrong';
  if (judgement.questions.some(({ answer }) => answer === 'answered')) return 'answered';
  if (judgement.questions.some(({ answer }) => answer === 'partial')) return hasCovered ? 'partly' : 'answered';
  if (judgement.questions.some(({ answer }) => answer === 'clarifying') || judgement.asked.some(({ again }) => !again))
    return 'asked';
  return judgement.hold !== null && judgement.hold.seconds !== null ? 'time' : 'unsure';
};

/** The kind of words that came late; for wrong ones also whether the trainee had said nothing before them. */
export type LateAnswer = FirstResponse | 'wrong-first' | 'partly-wrong-first';

/** `wasSilent`: the trainee had said nothing at all before this turn. */
export const lateAnswer = (turn: TurnHistory, wasSilent: boolean): LateAnswer => {
  const kind = firstResponse(turn);
  return wasSilent && (kind === 'wrong' || kind === 'partly-wrong') ? `${kind}-first` : kind;
};

export const isWrongResponse = (turn: TurnHistory): boolean => ['wrong', 'partly-wrong'].includes(firstResponse(turn));
