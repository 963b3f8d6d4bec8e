/**
 * What the words at which 首次有效响应 stops were (RULES T10). A wrong answer stops it too: it is on the question, and what
 * it costs is counted as wrong, not as late (RULES M7). But nobody reads that it answered.
 */

import type { TurnHistory } from '#scoring/log/conversation-history.ts';
import type { FirstAnswer } from './first-answer.ts';

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

/** 问完 62 秒……: said late. */
const LATE: Readonly<Record<FirstResponse, string>> = {
  answered: '才有一句答到',
  partly: '才答到一半',
  wrong: '才答，还答错了',
  'partly-wrong': '才答，有一处还答错了',
  asked: '才问到要紧的',
  time: '才说几时回',
  unsure: '才碰到问题',
};

/** 问完 15 秒……: said in good time. Wrong words are no praise. */
const PROMPT: Readonly<Record<FirstResponse, string | null>> = {
  answered: '就答到了',
  partly: '就碰到了问题',
  wrong: null,
  'partly-wrong': null,
  asked: '就先问清要紧的',
  time: '就说了几时回',
  unsure: null,
};

/** `silent`: nothing at all had been said before. */
export function saidLate(turn: TurnHistory, silent: boolean): string {
  const words = LATE[firstResponse(turn)];
  return silent && isWrong(turn) ? words.replace('才答', '才开口') : words;
}

/** Null where the words deserve no praise, however quick they were. */
export const saidPromptly = (turn: TurnHistory): string | null => PROMPT[firstResponse(turn)];

export const isWrong = (turn: TurnHistory): boolean => ['wrong', 'partly-wrong'].includes(firstResponse(turn));

/** Praise of several first words at once; null where one of them deserves none. */
export function allPromptly(firsts: readonly FirstAnswer[]): string | null {
  const words = firsts.map(({ turn }) => (turn === null ? null : saidPromptly(turn)));
  if (words.includes(null)) return null;
  const [one, ...others] = new Set(words);
  if (one === undefined) return null;
  return others.length === 0 ? one : '就碰到了问题';
}
