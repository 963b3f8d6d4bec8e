/** Boosted trees that turn a row of figures into the chances of covered and wrong; fitted by `npm run train`, kept as data. */
import { FEATURE_NAMES } from './feature-names.ts';

export type Chances = { covered: number; wrong: number };

/**
 * The trees, each for one outcome (0 neither, 1 covered, 2 wrong). Per node: the figure compared, its threshold, the
 * node for at most that (`left`) and for more (`right`); a leaf has figure −1 and its value in `threshold`.
 */
export type Forest = {
  readonly figures: readonly string[];
  readonly bias: readonly number[];
  readonly roots: readonly number[];
  readonly outcomes: readonly number[];
  readonly figure: readonly number[];
  readonly threshold: readonly number[];
  readonly left: readonly number[];
  readonly right: readonly number[];
};

type Grown = {
  bias: readonly number[];
  roots: Int32Array;
  outcomes: Uint8Array;
  figure: Int16Array;
  threshold: Float64Array;
  left: Int32Array;
  right: Int32Array;
};

/** Makes a forest quick to ask. Throws when it was fitted to other figures than these. */
export function grow(forest: Forest): Grown {
  if (forest.roots.length > 0 && forest.figures.join() !== FEATURE_NAMES.join())
    throw new Error('the trees were fitted to other figures: npm run train');
  return {
    bias: forest.bias,
    roots: Int32Array.from(forest.roots),
    outcomes: Uint8Array.from(forest.outcomes),
    figure: Int16Array.from(forest.figure),
    threshold: Float64Array.from(forest.threshold),
    left: Int32Array.from(forest.left),
    right: Int32Array.from(forest.right),
  };
}

/** Trees after which a row far behind is given up: later trees never brought one back (n = 4,309 turns). */
const LOOK_AT = 90;
const FAR_BEHIND = 3;

/** The chances (0–1) of one row; the rest up to 1 is "neither". */
export function chancesBy(forest: Grown, row: ArrayLike<number>): Chances {
  const { roots, outcomes, figure, threshold, left, right, bias } = forest;
  const raw: [number, number, number] = [bias[0] ?? 0, bias[1] ?? 0, bias[2] ?? 0];
  for (let tree = 0; tree < roots.length; tree++) {
    if (tree === LOOK_AT && raw[0] - Math.max(raw[1], raw[2]) > FAR_BEHIND) break;
    let node = roots[tree] as number;
    for (let asked = figure[node] as number; asked >= 0; asked = figure[node] as number)
      node = (row[asked] as number) <= (threshold[node] as number) ? (left[node] as number) : (right[node] as number);
    const outcome = outcomes[tree] as number;
    raw[outcome] = (raw[outcome] as number) + (threshold[node] as number);
  }
  const [none, covered, wrong] = raw;
  const top = Math.max(none, covered, wrong);
  const parts = [Math.exp(none - top), Math.exp(covered - top), Math.exp(wrong - top)] as const;
  const total = parts[0] + parts[1] + parts[2];
  return { covered: parts[1] / total, wrong: parts[2] / total };
}
