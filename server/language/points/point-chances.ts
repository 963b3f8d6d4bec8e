/** Turns a row of figures into the chances of covered and wrong, by weights fitted to labelled lines. */
import { FIGURES } from './point-figures.ts';
import { POINT_WEIGHTS } from './point-weights.ts';

export type Chances = { covered: number; wrong: number };

const COVERED = weightsOf(1);
const WRONG = weightsOf(2);

function weightsOf(column: 1 | 2): Float64Array {
  const weights = new Float64Array(FIGURES.length + 1);
  for (const row of POINT_WEIGHTS) {
    const at = row[0] === 'bias' ? FIGURES.length : (FIGURES as readonly string[]).indexOf(row[0]);
    if (at >= 0) weights[at] = row[column];
  }
  return weights;
}

/** The chances of one row; what is left to one is "neither". */
export function chancesOf(figures: readonly number[]): Chances {
  let covered = COVERED[FIGURES.length] ?? 0;
  let wrong = WRONG[FIGURES.length] ?? 0;
  for (let at = 0; at < figures.length; at++) {
    const figure = figures[at] ?? 0;
    if (figure === 0) continue;
    covered += figure * (COVERED[at] ?? 0);
    wrong += figure * (WRONG[at] ?? 0);
  }
  const top = Math.max(covered, wrong, 0);
  const total = Math.exp(covered - top) + Math.exp(wrong - top) + Math.exp(-top);
  return { covered: Math.exp(covered - top) / total, wrong: Math.exp(wrong - top) / total };
}
