/** Rows of figures from labelled point lines, and the regression that weighs them. */
import { readFileSync } from 'node:fs';
import type { PointKeys } from '#language/judgement.ts';
import { authoredVerdict } from '#language/points/authored.ts';
import { hearQuestion } from '#language/points/hearing-question.ts';
import { listen } from '#language/points/listening.ts';
import { openPoints } from '#language/points/open-points.ts';
import { rowOf } from '#language/points/point-features.ts';
import { judgingOf } from '#language/points/point-judging.ts';
import { compilePoint } from '#language/points/points.ts';
import { ruledBy } from '#language/points/ruled.ts';
import { readText } from '#language/reading/clauses.ts';
import { takesBack } from '#language/reading/moods.ts';
import { normalise } from '#language/reading/normalise.ts';

export type PointLine = {
  id: string;
  task: string;
  customer?: string;
  reply: string;
  hard?: boolean;
  points: PointKeys[];
  expect: { covered: string[]; wrong: string[] };
};

/** `label`: 0 neither, 1 covered, 2 wrong. `block`: lines with the same points stand on one side of a fold. */
export type Row = {
  figures: readonly number[];
  label: 0 | 1 | 2;
  weight: number;
  block: string;
  hard: boolean;
  own: boolean;
};

type Played = { customer: string; reply: string; points: string[]; said: Record<string, 'c' | 'w'> };

/** How much a row of the cases' own replies weighs: there are many, and all of one shop. */
const PLAYED_WEIGHT = 0.5;

/** Replies of the cases' test plans with what was made of them; `?` marks a point nobody has asked for yet. */
export function playedRows(file: string): Row[] {
  const points = new Map<string, PointKeys>();
  const out: Row[] = [];
  for (const text of readFileSync(file, 'utf8').split('\n')) {
    if (text.trim() === '') continue;
    const line = JSON.parse(text) as { ref: string; point: PointKeys } | Played;
    if ('ref' in line) {
      points.set(line.ref, { ...line.point, id: line.ref });
      continue;
    }
    const ids = line.points.map((ref) => ref.replace('?', ''));
    const labelled = (label: string) => ids.filter((id) => line.said[id] === label);
    const asPoints = {
      id: line.reply,
      task: 'points',
      customer: line.customer,
      reply: line.reply,
      points: ids.flatMap((id) => points.get(id) ?? []),
      expect: { covered: labelled('c'), wrong: labelled('w') },
    };
    const unasked = new Set(line.points.filter((ref) => ref.endsWith('?')).map((ref) => ref.replace('?', '')));
    for (const row of rows(asPoints, asPoints.points, 'played', unasked))
      out.push({ ...row, weight: PLAYED_WEIGHT, own: false });
  }
  return out;
}

/** The point lines of labelled files. */
export function pointLines(files: readonly string[]): PointLine[] {
  return files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((text) => text.trim() !== '')
      .map((text) => JSON.parse(text) as PointLine)
      .filter((line) => line.task === 'points'),
  );
}

/** A stranger's points are open beside a line's own as often as this: what nobody asked must stay neither. */
const STRANGER_WEIGHT = 0.5;
/** The first lines were labelled by another hand, stricter with half a fact, and are few. */
const OTHER_HAND_WEIGHT = 3;

/** One row for every point of every line, and rows for points of another block that the reply says nothing on. */
export function rowsOf(lines: readonly PointLine[]): Row[] {
  return lines.flatMap((line, at) => {
    const block = line.points.map((point) => point.says).join('|');
    const stranger = lines[(at * 7 + 131) % lines.length];
    const apart = stranger && stranger.points[0]?.says !== line.points[0]?.says && stranger.customer !== line.customer;
    const own = rows(line, line.points, block);
    if (!stranger || !apart) return own;
    const more = stranger.points.map((point) => ({ ...point, id: `stranger-${point.id}` }));
    return [...own, ...rows(line, [...line.points, ...more], block).filter((row) => !row.own)];
  });
}

function rows(line: PointLine, points: readonly PointKeys[], block: string, unasked?: ReadonlySet<string>): Row[] {
  const compiled = points.map(compilePoint);
  const open = openPoints(compiled);
  const reading = readText(normalise(line.reply).text);
  const heard = listen(reading, hearQuestion(normalise(line.customer ?? '').text), open);
  const corrects = reading.clauses.some((clause) => takesBack(reading.text.slice(clause.start, clause.end)));
  return points.flatMap(({ id }, index) => {
    const own = !id.startsWith('stranger-');
    const asked = unasked ? !unasked.has(id) : own;
    const judging = judgingOf(heard, index, corrects, asked);
    if (!judging) throw new Error(`no keys for ${line.id} ${id}`);
    const label = line.expect.covered.includes(id) ? 1 : line.expect.wrong.includes(id) ? 2 : 0;
    const ruled = ruledBy(judging);
    // What the author's own words settle never comes to the weights.
    if (ruled?.plain || authoredVerdict(judging)) return [];
    const figures = rowOf(judging, ruled).figures;
    const weight = own ? (line.id.startsWith('train-') ? 1 : OTHER_HAND_WEIGHT) : STRANGER_WEIGHT;
    return [{ figures, label, weight, block, hard: line.hard === true, own }];
  });
}

/** Weights by column (covered, wrong) against "neither"; the last is the bias. */
export type Weights = readonly [covered: Float64Array, wrong: Float64Array];

const STEPS = 700;
const RATE = 0.05;
/** Penalty on large weights, found by five-fold cross-validation over blocks. */
const DECAY = 5;

/** Softmax regression by full-batch Adam on standardised figures: no chance in it, the same rows give the same weights. */
export function fitPoints(rows: readonly Row[]): Weights {
  const width = rows[0]?.figures.length ?? 0;
  const { mean, spread } = scaleOf(rows, width);
  const inputs = rows.map(({ figures }) => {
    const input = new Float64Array(width + 1).fill(1);
    for (let at = 0; at < width; at++) input[at] = ((figures[at] ?? 0) - (mean[at] ?? 0)) / (spread[at] ?? 1);
    return input;
  });
  const weights = [0, 1, 2].map(() => new Float64Array(width + 1));
  const slow = [0, 1, 2].map(() => new Float64Array(width + 1));
  const square = [0, 1, 2].map(() => new Float64Array(width + 1));
  for (let step = 1; step <= STEPS; step++) {
    const slopes = slopesOf(rows, inputs, weights);
    for (const [output, own] of weights.entries()) {
      for (let at = 0; at <= width; at++) {
        const slope = ((slopes[output]?.[at] ?? 0) + (at < width ? DECAY * (own[at] ?? 0) : 0)) / rows.length;
        const first = 0.9 * (slow[output]?.[at] ?? 0) + 0.1 * slope;
        const second = 0.999 * (square[output]?.[at] ?? 0) + 0.001 * slope * slope;
        (slow[output] as Float64Array)[at] = first;
        (square[output] as Float64Array)[at] = second;
        own[at] =
          (own[at] ?? 0) - (RATE * (first / (1 - 0.9 ** step))) / (Math.sqrt(second / (1 - 0.999 ** step)) + 1e-8);
      }
    }
  }
  const [none, covered, wrong] = weights;
  return [unscaled(covered, none, mean, spread), unscaled(wrong, none, mean, spread)];
}

function slopesOf(
  rows: readonly Row[],
  inputs: readonly Float64Array[],
  weights: readonly Float64Array[],
): Float64Array[] {
  const width = weights[0]?.length ?? 0;
  const slopes = weights.map(() => new Float64Array(width));
  const raw = new Float64Array(weights.length);
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] as Row;
    const input = inputs[index] as Float64Array;
    for (let output = 0; output < weights.length; output++) {
      const own = weights[output] as Float64Array;
      let sum = 0;
      for (let at = 0; at < width; at++) sum += (own[at] as number) * (input[at] as number);
      raw[output] = sum;
    }
    const top = Math.max(...raw);
    let total = 0;
    for (let output = 0; output < raw.length; output++) total += Math.exp((raw[output] as number) - top);
    for (let output = 0; output < raw.length; output++) {
      const error = (Math.exp((raw[output] as number) - top) / total - (row.label === output ? 1 : 0)) * row.weight;
      const slope = slopes[output] as Float64Array;
      for (let at = 0; at < width; at++) slope[at] = (slope[at] as number) + error * (input[at] as number);
    }
  }
  return slopes;
}

function scaleOf(rows: readonly Row[], width: number): { mean: Float64Array; spread: Float64Array } {
  const mean = new Float64Array(width);
  const spread = new Float64Array(width);
  for (const { figures } of rows)
    for (let at = 0; at < width; at++) mean[at] = (mean[at] ?? 0) + (figures[at] ?? 0) / rows.length;
  for (const { figures } of rows)
    for (let at = 0; at < width; at++)
      spread[at] = (spread[at] ?? 0) + ((figures[at] ?? 0) - (mean[at] ?? 0)) ** 2 / rows.length;
  for (let at = 0; at < width; at++) spread[at] = Math.sqrt(spread[at] ?? 0) || 1;
  return { mean, spread };
}

function unscaled(
  own: Float64Array | undefined,
  none: Float64Array | undefined,
  mean: Float64Array,
  spread: Float64Array,
): Float64Array {
  const width = mean.length;
  const out = new Float64Array(width + 1);
  let bias = (own?.[width] ?? 0) - (none?.[width] ?? 0);
  for (let at = 0; at < width; at++) {
    const weight = ((own?.[at] ?? 0) - (none?.[at] ?? 0)) / (spread[at] ?? 1);
    out[at] = weight;
    bias -= weight * (mean[at] ?? 0);
  }
  out[width] = bias;
  return out;
}
