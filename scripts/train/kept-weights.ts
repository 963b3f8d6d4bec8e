/** The weights of a classifier with one output, as a file of its own keeps them. */
import type { Fitted } from './fit.ts';

/** A weight for each bucket of features that has one, in parts of `scale`, from −127 to 127. */
export type KeptWeights = { bias: number; scale: number; buckets: number[]; weights: number[] };

/** Rounds the weights of one output; those that are then 0 go. */
export const keptWeights = ({ weights, bias }: Fitted): KeptWeights => {
  const scale = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9) / 127;
  const rows = [...weights.entries()].flatMap(([bucket, weight]) => {
    const rounded = Math.round(weight / scale);
    return rounded === 0 ? [] : [{ bucket, rounded }];
  });
  return {
    bias: Number((bias[0] ?? 0).toFixed(4)),
    scale: Number(scale.toPrecision(6)),
    buckets: rows.map(({ bucket }) => bucket),
    weights: rows.map(({ rounded }) => rounded),
  };
};
