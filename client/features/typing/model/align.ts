/**
 * What was typed beside what was to be typed, by edit distance (RULES Y3): a skipped character is one slip, and those
 * after it are right again. Of several ways with equally few slips the one with the most right characters is taken.
 */
import { isRight } from './mark-widths.ts';

/** `at`: place in the text, of an extra character the one before which it stands. `typed`: place in what was typed. */
export type Step =
  | { kind: 'right' | 'wrong' | 'extra'; at: number; typed: number }
  | { kind: 'missed'; at: number; typed: null };
export type Alignment = {
  steps: readonly Step[];
  /** How many characters of the text have been reached. */
  reached: number;
};
export const NOTHING_TYPED: Alignment = { steps: [], reached: 0 };

/** A slip outweighs any number of right characters in a text. */
const SLIP = 4096;

export const align = (typed: readonly string[], text: readonly string[]): Alignment => {
  const width = text.length + 1;
  // Least cost of the first i typed characters on the first j of the text, at i × width + j.
  const costs = new Int32Array((typed.length + 1) * width);
  const cost = (i: number, j: number): number => costs[i * width + j] ?? 0;
  const paired = (i: number, j: number): number =>
    cost(i - 1, j - 1) + (isRight(typed[i - 1] ?? '', text[j - 1] ?? '') ? -1 : SLIP);
  for (let j = 1; j < width; j += 1) costs[j] = j * SLIP;
  for (let i = 1; i <= typed.length; i += 1) {
    costs[i * width] = i * SLIP;
    for (let j = 1; j < width; j += 1)
      costs[i * width + j] = Math.min(paired(i, j), cost(i - 1, j) + SLIP, cost(i, j - 1) + SLIP);
  }
  const reached = placeReached(typed.length, text.length, cost);
  const steps: Step[] = [];
  let [i, j] = [typed.length, reached];
  while (i > 0 || j > 0) {
    if (i > 0 && j > 0 && cost(i, j) === paired(i, j)) {
      i -= 1;
      j -= 1;
      steps.push({ kind: isRight(typed[i] ?? '', text[j] ?? '') ? 'right' : 'wrong', at: j, typed: i });
    } else if (i > 0 && cost(i, j) === cost(i - 1, j) + SLIP) {
      i -= 1;
      steps.push({ kind: 'extra', at: j, typed: i });
    } else {
      j -= 1;
      steps.push({ kind: 'missed', at: j, typed: null });
    }
  }
  return { steps: steps.reverse(), reached };
};

/** The place in the text that fits best what was typed; of several the last: a wrong last character is no extra one. */
const placeReached = (typedCount: number, textLength: number, cost: (i: number, j: number) => number): number => {
  let best = 0;
  for (let j = 1; j <= textLength; j += 1) if (cost(typedCount, j) <= cost(typedCount, best)) best = j;
  return best;
};
