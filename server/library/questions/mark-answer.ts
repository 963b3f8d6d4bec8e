/** What an answer is worth. */
import type { Answer, DrawnQuestion } from './question.ts';

export const FULL = 1;
export const HALF = 0.5;
export const NONE = 0;
export type Credit = typeof FULL | typeof HALF | typeof NONE;

/** Keeps 0.1 + 0.2 from counting as off by a cent. */
const ROUNDING = 1e-9;

/**
 * Of several options all right ones are worth everything, some of them without a wrong one half (RULES B3). An order is
 * right as a whole; a figure within the question's tolerance. An answer of another kind is worth nothing.
 */
export const markAnswer = ({ kind, key, tolerance }: DrawnQuestion, answer: Answer): Credit => {
  if ('figure' in key)
    return 'figure' in answer && Math.abs(answer.figure - key.figure) <= tolerance + ROUNDING ? FULL : NONE;
  if (!('chosen' in answer)) return NONE;
  if (kind === 'order') return isSame(answer.chosen, key.chosen) ? FULL : NONE;
  const chosen = [...new Set(answer.chosen)].toSorted((a, b) => a - b);
  if (isSame(chosen, key.chosen)) return FULL;
  const isPart = chosen.length > 0 && chosen.every((place) => key.chosen.includes(place));
  return kind === 'multiple' && isPart ? HALF : NONE;
};

const isSame = (places: readonly number[], others: readonly number[]): boolean =>
  places.length === others.length && places.every((place, index) => place === others[index]);
