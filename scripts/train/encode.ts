/** Packs fitted weights into the text the product ships with: one byte per weight; rows without a weight are left out. And back. */
import { BUCKETS } from '#language/classifier/features.ts';
import { HEAD_NAMES, HEADS, type Head } from '#language/classifier/heads.ts';
import type { Fitted } from './fit.ts';

const WIDTHS = HEAD_NAMES.map((head) => HEADS[head].outputs.length);

export type Packed = {
  rows: string;
  heads: Record<Head, { rows: number; scale: number; bias: number[] }>;
};

/** The layout is read back by `server/language/classifier/classifier.ts`. */
export const pack = (fitted: Record<Head, Fitted>): Packed => {
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
};

const largest = (weights: Float64Array): number => {
  let most = 1e-9;
  for (const weight of weights) if (Math.abs(weight) > most) most = Math.abs(weight);
  return most;
};

/** The weights of every head as `pack` left them: rounded, the small ones gone. Packed again they give the same rows. */
export const unpack = ({ rows, heads }: Packed): Record<Head, Fitted> => {
  const fitted = Object.fromEntries(
    HEAD_NAMES.map((head, index): [Head, Fitted] => [
      head,
      { weights: new Float64Array(BUCKETS * (WIDTHS[index] ?? 0)), bias: Float64Array.from(heads[head].bias) },
    ]),
  ) as Record<Head, Fitted>;
  const bytes = Buffer.from(rows, 'base64');
  for (let byte = 0, bucket = 0; byte < bytes.length; ) {
    let header = 0;
    for (let shift = 0; ; shift += 7) {
      const next = bytes[byte++] ?? 0;
      header |= (next & 0x7f) << shift;
      if (next < 0x80) break;
    }
    bucket += header >>> HEAD_NAMES.length;
    HEAD_NAMES.forEach((head, index) => {
      const width = WIDTHS[index] ?? 0;
      if (header & (1 << index))
        for (let output = 0; output < width; output++)
          fitted[head].weights[bucket * width + output] = bytes.readInt8(byte++) * heads[head].scale;
    });
  }
  return fitted;
};
