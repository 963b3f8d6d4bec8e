/**
 * The second opinion: a linear classifier over character n-grams and cues, trained by `npm run train` on the labelled
 * lines and kept as data. It hears manner and drift where no rule does; a fault needs a rule beside it.
 */
import { BUCKETS, type Features } from './features.ts';
import { HEAD_NAMES, HEADS, type Head } from './heads.ts';
import { WEIGHTS } from './weights.ts';

type Table = { at: Int32Array; rows: Int8Array; scale: number; bias: readonly number[]; width: number };

const TABLES = readWeights();

/** The chance (0–1) of every output of a head for what `features` holds. */
export function chancesOf(head: Head, features: Features): Float64Array {
  const { at, rows, scale, bias, width } = TABLES[head];
  const sums = new Float64Array(width);
  let known = 0;
  for (let index = 0; index < features.count; index++) {
    const row = at[features.ids[index] ?? 0] ?? -1;
    if (row < 0) continue;
    known += 1;
    for (let output = 0; output < width; output++) sums[output] = (sums[output] ?? 0) + (rows[row + output] ?? 0);
  }
  // A long text has more features, not more certainty.
  const share = known === 0 ? 0 : scale / Math.sqrt(known);
  for (let output = 0; output < width; output++) sums[output] = (sums[output] ?? 0) * share + (bias[output] ?? 0);
  return HEADS[head].kind === 'each' ? sums.map((sum) => 1 / (1 + Math.exp(-sum))) : shares(sums);
}

function shares(sums: Float64Array): Float64Array {
  const top = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - top));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** Rows as bytes: gap to the next bucket (7 bits a byte), which heads have it (a bit each), their weights. */
function readWeights(): Record<Head, Table> {
  const bytes = Uint8Array.from(atob(WEIGHTS.rows), (char) => char.charCodeAt(0));
  const table = (head: Head): Table => ({
    at: new Int32Array(BUCKETS).fill(-1),
    rows: new Int8Array(WEIGHTS.heads[head].rows * HEADS[head].outputs.length),
    scale: WEIGHTS.heads[head].scale,
    bias: WEIGHTS.heads[head].bias,
    width: HEADS[head].outputs.length,
  });
  const tables: Record<Head, Table> = {
    tone: table('tone'),
    redLines: table('redLines'),
    answer: table('answer'),
  };
  const used = new Int32Array(HEAD_NAMES.length);
  let bucket = 0;
  let byte = 0;
  while (byte < bytes.length) {
    let gap = 0;
    for (let shift = 0; ; shift += 7) {
      const next = bytes[byte++] ?? 0;
      gap |= (next & 0x7f) << shift;
      if (next < 0x80) break;
    }
    bucket += gap;
    const heads = bytes[byte++] ?? 0;
    for (let index = 0; index < HEAD_NAMES.length; index++) {
      const name = HEAD_NAMES[index];
      if (!name || !(heads & (1 << index))) continue;
      const { at, rows, width } = tables[name];
      const row = used[index] ?? 0;
      at[bucket] = row;
      for (let output = 0; output < width; output++) rows[row + output] = bytes[byte++] ?? 0;
      used[index] = row + width;
    }
  }
  return tables;
}
