/** Boosted trees that turn a row of features into the chances of covered and wrong; fitted by `npm run train`, kept as data. */
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

type CompiledForest = {
  bias: readonly number[];
  roots: Int32Array;
  outcomes: Uint8Array;
  figure: Int16Array;
  threshold: Float64Array;
  left: Int32Array;
  right: Int32Array;
};

/** Makes a forest quick to ask. Throws when it was fitted to other figures than these. */
export const compileForest = (forest: Forest): CompiledForest => {
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
};

/** Trees after which a row far behind is given up: later trees never brought one back (n = 4,309 turns). */
const EARLY_STOP_TREE = 90;
const EARLY_STOP_MARGIN = 3;

/** The chances (0–1) of one row; the rest up to 1 is "neither". */
export const chancesBy = (forest: CompiledForest, features: ArrayLike<number>): Chances => {
  const { roots, outcomes, figure, threshold, left, right, bias } = forest;
  const scores: [number, number, number] = [bias[0] ?? 0, bias[1] ?? 0, bias[2] ?? 0];
  for (let tree = 0; tree < roots.length; tree++) {
    if (tree === EARLY_STOP_TREE && scores[0] - Math.max(scores[1], scores[2]) > EARLY_STOP_MARGIN) break;
    let node = roots[tree] as number;
    for (let feature = figure[node] as number; feature >= 0; feature = figure[node] as number)
      node =
        (features[feature] as number) <= (threshold[node] as number) ? (left[node] as number) : (right[node] as number);
    const outcome = outcomes[tree] as number;
    scores[outcome] = (scores[outcome] as number) + (threshold[node] as number);
  }
  const [none, covered, wrong] = scores;
  const top = Math.max(none, covered, wrong);
  const weights = [Math.exp(none - top), Math.exp(covered - top), Math.exp(wrong - top)] as const;
  const total = weights[0] + weights[1] + weights[2];
  return { covered: weights[1] / total, wrong: weights[2] / total };
};
