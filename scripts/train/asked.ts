/**
 * Fits the weights that tell whether a clause asks for a fact: logistic regression over the figures of `rowsOf`, by
 * Newton's method.
 */
import { readFileSync } from 'node:fs';
import type { Scenario } from '#engine/model/content.ts';
import { factsOf } from '#engine/prepare/prepare.ts';
import { actsIn, momentOf } from '#language/acts/acts.ts';
import { type AskableFact, compileRequestDetectors, featureRowsOf } from '#language/asked/asked.ts';
import { readText } from '#language/reading/clauses.ts';
import { folded } from '#language/reading/folded.ts';
import { loadLibrary } from '#library/load.ts';

export const ASKED_FILE = 'server/language/asked/weights.json';
/** Lines written for this, and turns of testplans with what the earlier word lists heard, corrected by a person. */
const LINES = ['tests/language/lines/asked-train.jsonl', 'tests/language/lines/asked-planned.jsonl'];

export type AskedExample = {
  id: string;
  case: string;
  customer: string;
  reply: string;
  expect: string[];
  unseen?: boolean;
};
/** One line and one fact: the rows of the line's asking clauses, and whether any of them asks for this fact. */
export type AskedBag = { line: AskedExample; fact: string; rows: readonly (readonly number[])[]; asked: boolean };

/** The labelled lines of some files. */
export const readAsked = (files = LINES): AskedExample[] =>
  files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as AskedExample),
  );

/** By case what its customer may be asked for. */
export const askables = (
  scenarios: Iterable<Scenario> = loadLibrary('scenarios').library.scenarios.values(),
): Map<string, AskableFact[]> => new Map([...scenarios].map((scenario) => [scenario.id, factsOf(scenario)]));

/** The bags of some lines. */
export const bagsOf = (
  lines: readonly AskedExample[],
  cases: ReadonlyMap<string, readonly AskableFact[]>,
): AskedBag[] =>
  lines.flatMap((line) => {
    const facts = cases.get(line.case) ?? [];
    const keys = compileRequestDetectors(facts);
    const reading = readText(folded(line.reply));
    const { askChances } = actsIn(reading, momentOf(folded(line.customer)), false);
    const rows = reading.clauses.map((_, index) => featureRowsOf(reading, index, keys, askChances[index] ?? 0));
    return facts.map(({ id }, index) => ({
      line,
      fact: id,
      rows: rows.flatMap((row) => (row?.[index] ? [row[index]] : [])),
      asked: line.expect.includes(id),
    }));
  });

const ROUNDS = 6;
const STEPS = 12;
const dot = (row: readonly number[], weights: ArrayLike<number>): number =>
  row.reduce((sum, figure, index) => sum + figure * (weights[index] ?? 0), 0);

/** The score of a bag's best clause, before the sigmoid. */
export const scoreOf = ({ rows }: AskedBag, weights: ArrayLike<number>): number =>
  Math.max(Number.NEGATIVE_INFINITY, ...rows.map((row) => dot(row, weights)));

/** Fits to the best clause of each bag; `penalty`: the price of large weights. */
export const fitAsked = (bags: readonly AskedBag[], penalty = 1): number[] => {
  const heard = bags.filter(({ rows }) => rows.length > 0);
  const width = heard[0]?.rows[0]?.length ?? 0;
  let weights = new Array<number>(width).fill(0);
  for (let round = 0; round < ROUNDS; round++) {
    const chosen = heard.map((bag) => {
      const score = (row: readonly number[]): number =>
        round === 0 ? (row[14] ?? 0) + (row[15] ?? 0) + (row[17] ?? 0) : dot(row, weights);
      return { row: bag.rows.reduce((best, row) => (score(row) > score(best) ? row : best)), asked: bag.asked };
    });
    for (let step = 0; step < STEPS; step++) weights = newton(chosen, weights, penalty);
  }
  return weights;
};

const newton = (
  rows: readonly { row: readonly number[]; asked: boolean }[],
  weights: number[],
  penalty: number,
): number[] => {
  const width = weights.length;
  const costs = weights.map((_, index) => (index === width - 1 ? 1e-6 : penalty));
  const slope = weights.map((weight, index) => weight * (costs[index] ?? 0));
  const bend = weights.map((_, index) => weights.map((__, other) => (index === other ? (costs[index] ?? 0) : 0)));
  for (const { row, asked } of rows) {
    const chance = 1 / (1 + Math.exp(-dot(row, weights)));
    const spread = chance * (1 - chance);
    row.forEach((figure, index) => {
      if (figure === 0) return;
      slope[index] = (slope[index] ?? 0) + figure * (chance - Number(asked));
      const line = bend[index] ?? [];
      row.forEach((other, place) => {
        line[place] = (line[place] ?? 0) + spread * figure * other;
      });
    });
  }
  const step = solved(bend, slope);
  return weights.map((weight, index) => weight - (step[index] ?? 0));
};

/** Gauss's elimination; the matrix is symmetric and positive. */
const solved = (matrix: number[][], right: readonly number[]): number[] => {
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0]);
  rows.forEach((row, index) => {
    for (let below = index + 1; below < rows.length; below++) {
      const other = rows[below] as number[];
      const factor = (other[index] ?? 0) / (row[index] ?? 1);
      if (factor !== 0)
        for (let place = index; place < other.length; place++)
          other[place] = (other[place] ?? 0) - factor * (row[place] ?? 0);
    }
  });
  const found = new Array<number>(rows.length).fill(0);
  for (let index = rows.length - 1; index >= 0; index--) {
    const row = rows[index] as number[];
    let rest = row.at(-1) ?? 0;
    for (let place = index + 1; place < rows.length; place++) rest -= (row[place] ?? 0) * (found[place] ?? 0);
    found[index] = rest / (row[index] ?? 1);
  }
  return found;
};

/**
 * The cases with at most `most` example questions per fact: authors write one to three, so the fit has to work with
 * fewer as well.
 */
export const withFewer = (
  cases: ReadonlyMap<string, readonly AskableFact[]>,
  most: number,
): Map<string, AskableFact[]> =>
  new Map([...cases].map(([id, facts]) => [id, facts.map((fact) => ({ ...fact, asks: fact.asks.slice(0, most) }))]));
