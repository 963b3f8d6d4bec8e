/** Packs fitted weights into the text the product ships with: one byte per weight; rows without a weight are left out. */
import { BUCKETS } from '#language/classifier/features.ts';
import { HEAD_NAMES, HEADS, type Head } from '#language/classifier/heads.ts';
import type { Fitted } from './fit.ts';

export type Packed = {
  rows: string;
  heads: Record<Head, { rows: number; scale: number; bias: number[] }>;
};

/** The layout is read back by `server/language/classifier/classifier.ts`. */
export function pack(fitted: Record<Head, Fitted>): Packed {
  const bytes: number[] = [];
  const scales = new Map(HEAD_NAMES.map((head) => [head, largest(fitted[head].weights) / 127]));
  const used: Record<Head, number> = { tone: 0, redLines: 0, answer: 0, manner: 0, act: 0 };
  let last = 0;
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    let present = 0;
    const weights: number[] = [];
    HEAD_NAMES.forEach((head, index) => {
      const width = HEADS[head].outputs.length;
      const row = Array.from(fitted[head].weights.subarray(bucket * width, (bucket + 1) * width), (weight) =>
        Math.round(weight / (scales.get(head) ?? 1)),
      );
      if (row.every((weight) => Math.abs(weight) < 2)) return;
      present |= 1 << index;
      used[head] += 1;
      weights.push(...row.map((weight) => weight & 0xff));
    });
    if (present === 0) continue;
    for (let rest = ((bucket - last) << HEAD_NAMES.length) | present; ; rest >>>= 7) {
      bytes.push(rest < 0x80 ? rest : (rest & 0x7f) | 0x80);
      if (rest < 0x80) break;
    }
    last = bucket;
    bytes.push(...weights);
  }
  const head = (name: Head) => ({
    rows: used[name],
    scale: scales.get(name) ?? 1,
    bias: Array.from(fitted[name].bias, (bias) => Math.round(bias * 10_000) / 10_000),
  });
  return {
    rows: Buffer.from(bytes).toString('base64'),
    heads: {
      tone: head('tone'),
      redLines: head('redLines'),
      answer: head('answer'),
      manner: head('manner'),
      act: head('act'),
    },
  };
}

function largest(weights: Float64Array): number {
  let most = 1e-9;
  for (const weight of weights) if (Math.abs(weight) > most) most = Math.abs(weight);
  return most;
}
