/** Fits the trees to bags of windows: if the reply says the point, one window says it; if not, none does. */

import { FEATURE_NAMES } from '#language/points/features/feature-names.ts';
import { chancesBy, compileForest, type Forest } from '#language/points/features/forest.ts';
import type { Sample } from './bins.ts';
import { type BoostOptions, boost } from './boost.ts';
import type { Bag } from './material.ts';
import { MONOTONE_CONSTRAINTS } from './monotone-constraints.ts';

export const OPTIONS: BoostOptions = {
  rounds: 120,
  leaves: 20,
  rate: 0.15,
  decay: 4,
  least: 3,
  ways: MONOTONE_CONSTRAINTS,
};
/**
 * Number of passes: the first takes the window nearest to a wording, each later one the window in which the last trees
 * heard the point.
 */
const PASSES = 3;
const QUICK = 25;

/** The forest of these bags. */
export const fitForest = (bags: readonly Bag[], options: BoostOptions = OPTIONS): Forest => {
  let forest: Forest | null = null;
  for (let pass = 0; pass < PASSES; pass++) {
    const isLast = pass === PASSES - 1;
    forest = boost(samplesOf(bags, forest), FEATURE_NAMES, isLast ? options : { ...options, rounds: QUICK });
  }
  return forest as Forest;
};

const RIGHT = FEATURE_NAMES.indexOf('right.score');
const WRONG = FEATURE_NAMES.indexOf('wrong.score');
const RIVAL = FEATURE_NAMES.indexOf('values.rival');

const samplesOf = (bags: readonly Bag[], forest: Forest | null): Sample[] => {
  const grown = forest && compileForest(forest);
  return bags.flatMap(({ rows, label, weight }): Sample[] => {
    if (rows.length === 0) return [];
    if (label === 0) return rows.map((row) => ({ row, label, weight: weight / Math.sqrt(rows.length) }));
    const worth = (row: Float64Array): number => {
      if (grown) return chancesBy(grown, row)[label === 1 ? 'covered' : 'wrong'];
      return label === 1
        ? (row[RIGHT] as number) - (row[RIVAL] as number)
        : Math.max(row[WRONG] as number, (row[RIVAL] as number) * (0.3 + (row[RIGHT] as number)));
    };
    const best = rows.reduce((a, b) => (worth(b) > worth(a) ? b : a));
    // 不是一个月，是三个月: a window beside the right one that looks like the opposite says nothing.
    const beside = rows.filter((row) => row !== best && looksOther(row, label, grown));
    return [
      { row: best, label, weight: weight * (label === 2 ? WRONG_WEIGHT : 1) },
      ...beside.map((row): Sample => ({ row, label: 0, weight: (weight * BESIDE) / beside.length })),
    ];
  });
};

const BESIDE = 0.7;
/** Wrong answers are rare in what people type, and missing one is as bad as hearing one that isn't there. */
const WRONG_WEIGHT = 1.2;

const looksOther = (row: Float64Array, label: 1 | 2, grown: ReturnType<typeof compileForest> | null): boolean => {
  if (grown) {
    const { covered, wrong } = chancesBy(grown, row);
    return label === 1 ? wrong > covered : covered > wrong;
  }
  const margin = (row[RIGHT] as number) - (row[WRONG] as number) - (row[RIVAL] as number);
  return label === 1 ? margin < 0 : margin > 0;
};

/** A forest's result for a bag: the highest chances of any window. */
export const heardIn = (
  forest: ReturnType<typeof compileForest>,
  { rows }: Bag,
): { covered: number; wrong: number } => {
  let covered = 0;
  let wrong = 0;
  for (const row of rows) {
    const chances = chancesBy(forest, row);
    covered = Math.max(covered, chances.covered);
    wrong = Math.max(wrong, chances.wrong);
  }
  return { covered, wrong };
};
