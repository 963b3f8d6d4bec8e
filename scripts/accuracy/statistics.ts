/** The arithmetic of the published figures: hits and misses, 95 % intervals, and how far a figure may move by chance. */

/** Verdicts of one kind against the labels of that kind. */
export type Tally = { right: number; extra: number; missed: number };

/** A tally with its figures, 0–1; null where there is nothing to divide by. */
export type DetectionCounts = Tally & {
  precision: number | null;
  recall: number | null;
  f1: number | null;
  /** 95 % interval of `f1`. */
  low: number | null;
  high: number | null;
};

/** `right` of `of`, with its 95 % interval. */
export type Proportion = { right: number; of: number; share: number | null; low: number | null; high: number | null };

/** 97.5th percentile of the normal distribution. */
const Z = 1.96;

/** Three digits: what is behind them is noise. */
export const rounded = (value: number): number => Math.round(value * 1000) / 1000;

export const emptyTally = (): Tally => ({ right: 0, extra: 0, missed: 0 });

/** Adds one line's verdicts to a tally. A verdict listed twice counts once. */
export const tally = (into: Tally, wanted: readonly string[], got: readonly string[]): void => {
  const want = new Set(wanted);
  const have = new Set(got);
  for (const id of want) have.has(id) ? into.right++ : into.missed++;
  for (const id of have) if (!want.has(id)) into.extra++;
};

/**
 * Wilson score interval of a proportion, 95 %. It holds for small numbers and for 0 and 1, where the usual interval has
 * no width.
 */
export const wilson = (right: number, of: number): [low: number, high: number] => {
  const share = right / of;
  const scale = 1 + Z ** 2 / of;
  const middle = (share + Z ** 2 / (2 * of)) / scale;
  const half = (Z / scale) * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
};

export const proportionOf = (right: number, of: number): Proportion => {
  if (of === 0) return { right, of, share: null, low: null, high: null };
  const [low, high] = wilson(right, of);
  return { right, of, share: rounded(right / of), low: rounded(low), high: rounded(high) };
};

/** F1 as a function of the share of right ones among all that were said or should have been: 2s / (1 + s). */
const f1From = (share: number): number => (2 * share) / (1 + share);

/**
 * Figures of a tally. F1 isn't a proportion, but right ÷ (right + extra + missed) is one, and F1 grows with it: so the
 * interval of that proportion is converted into one of F1.
 */
export const detectionCounts = (counts: Tally): DetectionCounts => {
  const { right, extra, missed } = counts;
  const all = right + extra + missed;
  const ratio = (of: number) => (of === 0 ? null : rounded(right / of));
  if (all === 0) return { right, extra, missed, precision: null, recall: null, f1: null, low: null, high: null };
  const [low, high] = wilson(right, all);
  return {
    right,
    extra,
    missed,
    precision: ratio(right + extra),
    recall: ratio(right + missed),
    f1: rounded(f1From(right / all)),
    low: rounded(f1From(low)),
    high: rounded(f1From(high)),
  };
};

/** One standard error of a proportion; never less than one line, since nothing smaller can happen. */
export const noiseOfShare = (right: number, of: number): number => {
  const share = right / of;
  return Math.max(Math.sqrt((share * (1 - share)) / of), 1 / of);
};

/** One standard error of an F1, by the slope of F1 over the proportion it grows with. */
export const noiseOfF1 = ({ right, extra, missed }: Tally): number => {
  const all = right + extra + missed;
  return (2 / (1 + right / all) ** 2) * noiseOfShare(right, all);
};
