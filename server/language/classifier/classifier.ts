/**
 * The second opinion: a linear classifier over character n-grams and named features, trained by `npm run train` on the
 * labelled examples and kept as data. It judges manner and drift where no rule does; a fault needs a rule beside it.
 */
import { BUCKETS, type Features, MAX_FEATURES, type WeightedBuckets } from './features.ts';
import { HEAD_NAMES, HEADS, type Head } from './heads.ts';
import WEIGHTS from './weights.json' with { type: 'json' };

/** The weights of one bucket for all heads lie side by side, so that one look at memory serves them all. */
const WIDTHS = HEAD_NAMES.map((head) => HEADS[head].outputs.length);
const OFFSETS = WIDTHS.map((_, head) => WIDTHS.slice(0, head).reduce((sum, width) => sum + width, 0));
/** Behind the weights a bit for each head that has any in this bucket. */
const MASK_COLUMN = WIDTHS.reduce((sum, width) => sum + width, 0);
const ROW_WIDTH = MASK_COLUMN + 1;
/** Outputs that are summed at once, so that each row is looked up once for all of them. */
const OUTPUTS_AT_ONCE = 6;

/** Rows as bytes: gap to the next bucket and which heads have it, a bit each (7 bits a byte); then their weights. */
const unpackWeights = (): { known: WeightedBuckets; rows: Int8Array } => {
  const packed = atob(WEIGHTS.rows);
  let rows = new Int8Array(1 << 20);
  const bits = new Int32Array(BUCKETS / 32);
  let bucket = 0;
  let byte = 0;
  let row = 0;
  while (byte < packed.length) {
    let header = 0;
    for (let shift = 0; ; shift += 7) {
      const next = packed.charCodeAt(byte++);
      header |= (next & 0x7f) << shift;
      if (next < 0x80) break;
    }
    bucket += header >>> WIDTHS.length;
    bits[bucket >>> 5] = (bits[bucket >>> 5] as number) | (1 << (bucket & 31));
    const heads = header & ((1 << WIDTHS.length) - 1);
    // Room behind the last row, too: `sumOutputs` reads `OUTPUTS_AT_ONCE` weights at once.
    if (row + ROW_WIDTH + OUTPUTS_AT_ONCE > rows.length) rows = twiceAsLong(rows);
    rows[row + MASK_COLUMN] = heads;
    for (let head = 0; head < WIDTHS.length; head++) {
      if (!(heads & (1 << head))) continue;
      for (let output = 0; output < (WIDTHS[head] ?? 0); output++)
        rows[row + (OFFSETS[head] ?? 0) + output] = packed.charCodeAt(byte++);
    }
    row += ROW_WIDTH;
  }
  const countBefore = new Uint32Array(bits.length);
  let count = 0;
  for (let group = 0; group < bits.length; group++) {
    countBefore[group] = count;
    for (let bit = 0; bit < 32; bit++) if ((bits[group] as number) & (1 << bit)) count += 1;
  }
  return { known: { bits, countBefore }, rows };
};

const twiceAsLong = (rows: Int8Array<ArrayBuffer>): Int8Array<ArrayBuffer> => {
  const longer = new Int8Array(rows.length * 2);
  longer.set(rows);
  return longer;
};

const { known, rows } = unpackWeights();
/** Scratch: where in `rows` the weights of each feature begin. */
const ROW_STARTS = new Int32Array(MAX_FEATURES);

/** The buckets that have weights: features for `chancesOf` are collected with it. */
export const WEIGHTED_BUCKETS: WeightedBuckets = known;

/** The chance (0–1) of every output of a head for what `features`, made with `WEIGHTED_BUCKETS`, holds. */
export const chancesOf = (head: Head, features: Features): Float64Array => {
  const index = HEAD_NAMES.indexOf(head);
  const width = WIDTHS[index] ?? 0;
  const offset = OFFSETS[index] ?? 0;
  const { ids, count } = features;
  let rowCount = 0;
  for (let position = 0; position < count; position++) {
    const row = (ids[position] as number) * ROW_WIDTH;
    // Always written, but counted only if the head has weights here: a branch would be slow, being unpredictable.
    ROW_STARTS[rowCount] = row + offset;
    rowCount += ((rows[row + MASK_COLUMN] as number) >> index) & 1;
  }
  const { scale, bias } = WEIGHTS.heads[head];
  // A long text has more features and is no surer for it, so the sum is divided by the root of their number.
  const factor = rowCount === 0 ? 0 : scale / Math.sqrt(rowCount);
  const sums = new Float64Array(width);
  for (let output = 0; output < width; output += OUTPUTS_AT_ONCE) sumOutputs(rowCount, output);
  for (let output = 0; output < width; output++)
    sums[output] = (SUMS[output] as number) * factor + (bias[output] as number);
  if (HEADS[head].kind === 'one') softmax(sums);
  else for (let output = 0; output < width; output++) sums[output] = 1 / (1 + Math.exp(-(sums[output] as number)));
  return sums;
};

/** Scratch: longer than any head's outputs, for `sumOutputs` always writes `OUTPUTS_AT_ONCE` sums. */
const SUMS = new Int32Array(MASK_COLUMN + OUTPUTS_AT_ONCE);

/** Sums the weights of the features for the outputs from `output` on. */
const sumOutputs = (rowCount: number, output: number): void => {
  let sum = 0;
  let two = 0;
  let three = 0;
  let four = 0;
  let five = 0;
  let six = 0;
  for (let index = 0; index < rowCount; index++) {
    const row = (ROW_STARTS[index] as number) + output;
    sum += rows[row] as number;
    two += rows[row + 1] as number;
    three += rows[row + 2] as number;
    four += rows[row + 3] as number;
    five += rows[row + 4] as number;
    six += rows[row + 5] as number;
  }
  SUMS[output] = sum;
  SUMS[output + 1] = two;
  SUMS[output + 2] = three;
  SUMS[output + 3] = four;
  SUMS[output + 4] = five;
  SUMS[output + 5] = six;
};

const softmax = (sums: Float64Array): void => {
  let top = Number.NEGATIVE_INFINITY;
  for (let output = 0; output < sums.length; output++) top = Math.max(top, sums[output] as number);
  let total = 0;
  for (let output = 0; output < sums.length; output++) {
    const power = Math.exp((sums[output] as number) - top);
    sums[output] = power;
    total += power;
  }
  for (let output = 0; output < sums.length; output++) sums[output] = (sums[output] as number) / total;
};
