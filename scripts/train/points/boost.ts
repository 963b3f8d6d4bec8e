/** Gradient-boosted trees for three outcomes, by histograms: the same rows give the same trees, there is no chance in it. */

import type { Forest } from '#language/points/features/forest.ts';
import { binned, cutsOf, type Sample, short } from './bins.ts';

export type BoostOptions = {
  rounds: number;
  leaves: number;
  rate: number;
  /** Penalty on a leaf's value, and the least weight of samples in a leaf. */
  decay: number;
  least: number;
  /**
   * Per outcome and figure: 1 if a larger figure never makes the outcome less likely, −1 if never more likely, 0 if
   * either may be.
   */
  ways?: readonly Int8Array[];
};

const OUTCOMES = 3;

/** Fits a forest. */
export const boost = (samples: readonly Sample[], figures: readonly string[], options: BoostOptions): Forest => {
  const width = figures.length;
  const cuts = figures.map((_, figure) => cutsOf(samples, figure));
  const bins = binned(samples, cuts);
  const many = samples.length;
  const total = samples.reduce((sum, { weight }) => sum + weight, 0);
  const bias = [0, 1, 2].map((outcome) =>
    Math.log(samples.reduce((sum, { label, weight }) => sum + (label === outcome ? weight : 0), 1) / total),
  );
  const raw = bias.map((start) => new Float64Array(many).fill(start));
  const forest: { -readonly [K in keyof Forest]: Forest[K] extends readonly (infer T)[] ? T[] : never } = {
    figures: [...figures],
    bias: bias.map(short),
    roots: [],
    outcomes: [],
    figure: [],
    threshold: [],
    left: [],
    right: [],
  };
  const slope = new Float64Array(many);
  const bend = new Float64Array(many);
  for (let round = 0; round < options.rounds; round++) {
    const chances = softmax(raw, many);
    for (let outcome = 0; outcome < OUTCOMES; outcome++) {
      const own = chances[outcome] as Float64Array;
      for (let index = 0; index < many; index++) {
        const { label, weight } = samples[index] as Sample;
        const chance = own[index] as number;
        slope[index] = weight * (chance - (label === outcome ? 1 : 0));
        bend[index] = Math.max(1e-6, weight * chance * (1 - chance) * 2);
      }
      const tree = growTree(bins, cuts, slope, bend, width, options, options.ways?.[outcome] ?? new Int8Array(width));
      plant(forest, tree, outcome);
      for (const leaf of tree.leaves)
        for (const row of leaf.rows)
          (raw[outcome] as Float64Array)[row] = ((raw[outcome] as Float64Array)[row] as number) + leaf.worth;
    }
  }
  return forest;
};

const softmax = (raw: readonly Float64Array[], many: number): Float64Array[] => {
  const out = raw.map(() => new Float64Array(many));
  for (let index = 0; index < many; index++) {
    const [a, b, c] = raw.map((own) => own[index] as number) as [number, number, number];
    const top = Math.max(a, b, c);
    const parts = [Math.exp(a - top), Math.exp(b - top), Math.exp(c - top)];
    const total = (parts[0] as number) + (parts[1] as number) + (parts[2] as number);
    for (let outcome = 0; outcome < OUTCOMES; outcome++)
      (out[outcome] as Float64Array)[index] = (parts[outcome] as number) / total;
  }
  return out;
};

/** Lowest and highest value of a leaf, so that no later split reverses the direction of a figure. */
type Bounds = { low: number; high: number };
type Leaf = { rows: Int32Array; worth: number; split: Split | null; node: number; bounds: Bounds };
/** `left`, `right`: what each side would be worth. */
type Split = { figure: number; bin: number; gain: number; left: number; right: number };
type Node = { figure: number; threshold: number; left: number; right: number };
type Tree = { nodes: Node[]; leaves: Leaf[] };

const growTree = (
  bins: readonly Uint8Array[],
  cuts: readonly (readonly number[])[],
  slope: Float64Array,
  bend: Float64Array,
  width: number,
  options: BoostOptions,
  ways: Int8Array,
): Tree => {
  const nodes: Node[] = [];
  const leafOf = (rows: Int32Array, bounds: Bounds): Leaf => {
    let gradient = 0;
    let curvature = 0;
    for (const row of rows) {
      gradient += slope[row] as number;
      curvature += bend[row] as number;
    }
    nodes.push({ figure: -1, threshold: 0, left: -1, right: -1 });
    return {
      rows,
      worth: short(within(bounds, (-options.rate * gradient) / (curvature + options.decay))),
      split: bestSplit(bins, cuts, slope, bend, width, rows, gradient, curvature, options, ways),
      node: nodes.length - 1,
      bounds,
    };
  };
  const leaves = [
    leafOf(
      Int32Array.from(slope, (_, index) => index),
      { low: -Infinity, high: Infinity },
    ),
  ];
  while (leaves.length < options.leaves) {
    const leafIndex = leaves.reduce(
      (best, { split }, i) => ((split?.gain ?? 0) > (leaves[best]?.split?.gain ?? 0) ? i : best),
      0,
    );
    const leaf = leaves[leafIndex];
    if (!leaf?.split) break;
    const { figure, bin } = leaf.split;
    const own = bins[figure] as Uint8Array;
    const sides = sidesOf(leaf, ways[figure] as number, options);
    const left = leafOf(
      leaf.rows.filter((row) => (own[row] as number) <= bin),
      sides.left,
    );
    const right = leafOf(
      leaf.rows.filter((row) => (own[row] as number) > bin),
      sides.right,
    );
    nodes[leaf.node] = { figure, threshold: cuts[figure]?.[bin] ?? 0, left: left.node, right: right.node };
    leaves.splice(leafIndex, 1, left, right);
  }
  for (const { node, worth } of leaves) nodes[node] = { figure: -1, threshold: worth, left: -1, right: -1 };
  return { nodes, leaves };
};

const within = ({ low, high }: Bounds, worth: number): number => Math.min(high, Math.max(low, worth));

/** If a figure may only go one way, the bounds of both sides meet in the middle between their values. */
const sidesOf = ({ bounds, split }: Leaf, way: number, { rate }: BoostOptions): { left: Bounds; right: Bounds } => {
  if (way === 0 || !split) return { left: bounds, right: bounds };
  const middle = within(bounds, (rate * (split.left + split.right)) / 2);
  const under = { ...bounds, high: middle };
  const over = { ...bounds, low: middle };
  return way > 0 ? { left: under, right: over } : { left: over, right: under };
};

const SLOPES = new Float64Array(256);
const BENDS = new Float64Array(256);

const bestSplit = (
  bins: readonly Uint8Array[],
  cuts: readonly (readonly number[])[],
  slope: Float64Array,
  bend: Float64Array,
  width: number,
  rows: Int32Array,
  gradient: number,
  curvature: number,
  { decay, least }: BoostOptions,
  ways: Int8Array,
): Split | null => {
  if (curvature < least * 2) return null;
  const whole = (gradient * gradient) / (curvature + decay);
  let best: Split | null = null;
  for (let figure = 0; figure < width; figure++) {
    const many = (cuts[figure]?.length ?? 0) + 1;
    if (many < 2) continue;
    SLOPES.fill(0, 0, many);
    BENDS.fill(0, 0, many);
    const own = bins[figure] as Uint8Array;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as number;
      const bin = own[row] as number;
      SLOPES[bin] = (SLOPES[bin] as number) + (slope[row] as number);
      BENDS[bin] = (BENDS[bin] as number) + (bend[row] as number);
    }
    let gradientLeft = 0;
    let curvatureLeft = 0;
    for (let bin = 0; bin < many - 1; bin++) {
      gradientLeft += SLOPES[bin] as number;
      curvatureLeft += BENDS[bin] as number;
      if (curvatureLeft < least || curvature - curvatureLeft < least) continue;
      const gain =
        (gradientLeft * gradientLeft) / (curvatureLeft + decay) +
        ((gradient - gradientLeft) * (gradient - gradientLeft)) / (curvature - curvatureLeft + decay) -
        whole;
      if (gain <= (best?.gain ?? 1e-6)) continue;
      const left = -gradientLeft / (curvatureLeft + decay);
      const right = (gradientLeft - gradient) / (curvature - curvatureLeft + decay);
      if ((right - left) * (ways[figure] as number) >= 0) best = { figure, bin, gain, left, right };
    }
  }
  return best;
};

type Mutable = {
  roots: number[];
  outcomes: number[];
  figure: number[];
  threshold: number[];
  left: number[];
  right: number[];
};

const plant = (forest: Mutable, { nodes }: Tree, outcome: number): void => {
  const base = forest.figure.length;
  forest.roots.push(base);
  forest.outcomes.push(outcome);
  for (const { figure, threshold, left, right } of nodes) {
    forest.figure.push(figure);
    forest.threshold.push(threshold);
    forest.left.push(left < 0 ? -1 : base + left);
    forest.right.push(right < 0 ? -1 : base + right);
  }
};
