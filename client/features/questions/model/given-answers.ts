import type { GivenAnswer } from '#contract/questions.ts';

export type Progress = { given: readonly GivenAnswer[]; at: number };
const NOTHING: Progress = { given: [], at: 0 };

const isAnswer = (value: unknown): value is GivenAnswer => {
  if (typeof value !== 'object' || value === null) return false;
  if ('figure' in value) return typeof value.figure === 'number' && Number.isFinite(value.figure);
  return 'chosen' in value && Array.isArray(value.chosen) && value.chosen.every(Number.isInteger);
};

/** The answers kept in this entry of the browser's history, `questionCount` at most; anything else stored there counts as none. */
export const givenIn = (state: unknown, questionCount: number): Progress => {
  if (typeof state !== 'object' || state === null || !('given' in state) || !('at' in state)) return NOTHING;
  const { given, at } = state;
  if (!Array.isArray(given) || !given.every(isAnswer) || given.length > questionCount) return NOTHING;
  // The question shown is the one answered last, or the next one.
  const isConsistent = typeof at === 'number' && (at === given.length || (at === given.length - 1 && at >= 0));
  return isConsistent ? { given, at } : NOTHING;
};
