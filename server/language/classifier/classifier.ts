/**
 * The second opinion: a linear classifier over character n-grams and cues, trained by `npm run train` on the labelled
 * lines and kept as data. It hears manner and drift where no rule does; a fault needs a rule beside it.
 */
import { BUCKETS, type Features, type KnownBuckets } from './features.ts';
import { HEAD_NAMES, HEADS, type Head } from './heads.ts';
import { WEIGHTS } from './weights.ts';

/** The weights of one bucket for all heads lie side by side, so that one look at memory serves them all. */
const WIDTHS = HEAD_NAMES.map((head) => HEADS[head].outputs.length);
const OFFSETS = WIDTHS.map((_, head) => WIDTHS.slice(0, head).reduce((sum, width) => sum + width, 0));
/** Behind them stands a bit for each head that has any. */
const MASK = WIDTHS.reduce((sum, width) => sum + width, 0);
const ROW = MASK + 1;

const { known, rows } = readWeights();

/** What the weights know: features collected for `chancesOf` are made with it. */
export const KNOWN: KnownBuckets = known;

/** The chance (0–1) of every output of a head for what `features`, made with `KNOWN`, holds. */
export function chancesOf(head: Head, features: Features): Float64Array {
  const index = HEAD_NAMES.indexOf(head);
  const width = WIDTHS[index] ?? 0;
  const offset = OFFSETS[index] ?? 0;
  const sums = new Float64Array(width);
  const { ids, count } = features;
  let heard = 0;
  for (let at = 0; at < count; at++) {
    const row = (ids[at] as number) * ROW;
    if (((rows[row + MASK] as number) & (1 << index)) === 0) continue;
    heard += 1;
    for (let output = 0; output < width; output++)
      sums[output] = (sums[output] as number) + (rows[row + offset + output] as number);
  }
  const { scale, bias } = WEIGHTS.heads[head];
  // A long text has more features, not more certainty.
  const share = heard === 0 ? 0 : scale / Math.sqrt(heard);
  for (let output = 0; output < width; output++)
    sums[output] = (sums[output] as number) * share + (bias[output] as number);
  if (HEADS[head].kind === 'one') intoShares(sums);
  else for (let output = 0; output < width; output++) sums[output] = 1 / (1 + Math.exp(-(sums[output] as number)));
  return sums;
}

function intoShares(sums: Float64Array): void {
  let top = Number.NEGATIVE_INFINITY;
  for (let output = 0; output < sums.length; output++) top = Math.max(top, sums[output] as number);
  let total = 0;
  for (let output = 0; output < sums.length; output++) {
    const power = Math.exp((sums[output] as number) - top);
    sums[output] = power;
    total += power;
  }
  for (let output = 0; output < sums.length; output++) sums[output] = (sums[output] as number) / total;
}

/** Rows as bytes: gap to the next bucket (7 bits a byte), which heads have it (a bit each), their weights. */
function readWeights(): { known: KnownBuckets; rows: Int8Array } {
  const packed = atob(WEIGHTS.rows);
  const found: number[] = [];
  const bits = new Int32Array(BUCKETS / 32);
  let bucket = 0;
  let byte = 0;
  while (byte < packed.length) {
    let gap = 0;
    for (let shift = 0; ; shift += 7) {
      const next = packed.charCodeAt(byte++);
      gap |= (next & 0x7f) << shift;
      if (next < 0x80) break;
    }
    bucket += gap;
    bits[bucket >>> 5] = (bits[bucket >>> 5] as number) | (1 << (bucket & 31));
    const heads = packed.charCodeAt(byte++);
    const row = found.length;
    for (let at = 0; at < MASK; at++) found.push(0);
    found.push(heads);
    for (let head = 0; head < WIDTHS.length; head++) {
      if (!(heads & (1 << head))) continue;
      for (let output = 0; output < (WIDTHS[head] ?? 0); output++)
        found[row + (OFFSETS[head] ?? 0) + output] = packed.charCodeAt(byte++);
    }
  }
  const before = new Uint16Array(bits.length);
  let count = 0;
  for (let group = 0; group < bits.length; group++) {
    before[group] = count;
    for (let bit = 0; bit < 32; bit++) if ((bits[group] as number) & (1 << bit)) count += 1;
  }
  return { known: { bits, before }, rows: Int8Array.from(found) };
}
