/** A small linear classifier with one output, whose weights are kept in a file of their own (`npm run train`). */
import type { Features } from './features.ts';

/** A weight for each bucket of features, in parts of `scale`. */
export type OwnWeights = { bias: number; scale: number; buckets: readonly number[]; weights: readonly number[] };

/** Gives the chance (0–1) of what the weights were trained to tell, for the features of one text; the unknown count for nothing. */
export const chanceBy = ({ buckets, weights, scale, bias }: OwnWeights): ((features: Features) => number) => {
  const weightOf: ReadonlyMap<number, number> = new Map(
    buckets.map((bucket, at) => [bucket, (weights[at] ?? 0) * scale]),
  );
  return (features) => {
    let sum = 0;
    let count = 0;
    for (let at = 0; at < features.count; at++) {
      const weight = weightOf.get(features.ids[at] as number);
      if (weight === undefined) continue;
      sum += weight;
      count += 1;
    }
    return 1 / (1 + Math.exp(-(bias + (count === 0 ? 0 : sum / Math.sqrt(count)))));
  };
};
