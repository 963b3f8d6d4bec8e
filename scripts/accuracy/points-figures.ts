/** How well facts are heard: every (reply, point) pair counts once. */

import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import type { PointState } from '#language/terms/verdicts.ts';
import { type Judged, ofTask } from './judged.ts';
import {
  type DetectionCounts,
  detectionCounts,
  emptyTally,
  type Proportion,
  proportionOf,
  rounded,
  tally,
} from './statistics.ts';

export const POINT_LABELS = ['covered', 'wrong', 'neither'] as const;
export type PointLabel = (typeof POINT_LABELS)[number];
export const POINT_STATES = ['covered', 'wrong', 'not-recognised', 'not-addressed'] as const satisfies PointState[];

export type PointFigures = {
  lines: number;
  pairs: number;
  covered: DetectionCounts;
  wrong: DetectionCounts;
  /** Rows: the label; columns: `POINT_STATES`. */
  states: number[][];
  /** Share of the verdicts covered or wrong, which are told as certain, that are right. */
  told: Proportion;
  /**
   * For verdicts "wrong" with `VERDICT_THRESHOLDS.wrong.told` or more, which cost marks: `sureWrong` is the share that is
   * right, `wrongCaught` the share of all wrong facts that get one.
   */
  sureWrong: Proportion;
  wrongCaught: Proportion;
  /** Share left to people among verdicts that are neither covered nor wrong. */
  leftOpen: Proportion;
  /**
   * Facts that the reply states, rightly or wrongly, and the judge doesn't recognise: the share left to people instead
   * of counted as missing.
   */
  missedLeftOpen: Proportion;
};

type Pair = { label: PointLabel; state: PointState; confidence: number };

const pairsOf = (all: readonly Judged[]): Pair[] => {
  return ofTask(all, 'points').flatMap(({ line, judgement }) =>
    judgement.points.map(({ id, state, confidence }) => ({
      label: line.expect.covered.includes(id) ? 'covered' : line.expect.wrong.includes(id) ? 'wrong' : 'neither',
      state,
      confidence,
    })),
  );
};

export const pointFigures = (all: readonly Judged[]): PointFigures => {
  const covered = emptyTally();
  const wrong = emptyTally();
  const lines = ofTask(all, 'points');
  for (const { line, judgement } of lines) {
    const ids = (state: PointState) =>
      judgement.points.filter((point) => point.state === state).map((point) => point.id);
    tally(covered, line.expect.covered, ids('covered'));
    tally(wrong, line.expect.wrong, ids('wrong'));
  }
  const pairs = pairsOf(all);
  const states = POINT_LABELS.map((label) =>
    POINT_STATES.map((state) => pairs.filter((pair) => pair.label === label && pair.state === state).length),
  );
  const open = pairs.filter(({ state }) => state === 'not-recognised');
  const silent = pairs.filter(({ state }) => state === 'not-addressed');
  const stated = (list: readonly Pair[]) => list.filter(({ label }) => label !== 'neither').length;
  const told = pairs.filter(({ state }) => state === 'covered' || state === 'wrong');
  const sure = pairs.filter(
    ({ state, confidence }) => state === 'wrong' && confidence >= VERDICT_THRESHOLDS.wrong.told,
  );
  const surelyRight = sure.filter(({ label }) => label === 'wrong').length;
  return {
    lines: lines.length,
    pairs: pairs.length,
    covered: detectionCounts(covered),
    wrong: detectionCounts(wrong),
    states,
    told: proportionOf(told.filter(({ label, state }) => label === state).length, told.length),
    sureWrong: proportionOf(surelyRight, sure.length),
    wrongCaught: proportionOf(surelyRight, pairs.filter(({ label }) => label === 'wrong').length),
    leftOpen: proportionOf(open.length, open.length + silent.length),
    missedLeftOpen: proportionOf(stated(open), stated(open) + stated(silent)),
  };
};

/** Lower edges of the bins of confidence. */
export const BIN_EDGES = [0, 0.6, 0.8, 0.9] as const;
export type Bin = { from: number; to: number; meanConfidence: number | null; right: Proportion };

/** Whether a verdict told with confidence c is right in about c of all cases. */
export const calibration = (all: readonly Judged[]): Bin[] => {
  const told = pairsOf(all).filter(({ state }) => state === 'covered' || state === 'wrong');
  return BIN_EDGES.map((from, index) => {
    const to = BIN_EDGES[index + 1] ?? 1;
    const inside = told.filter(({ confidence }) => confidence >= from && (confidence < to || to === 1));
    const sum = inside.reduce((total, { confidence }) => total + confidence, 0);
    return {
      from,
      to,
      meanConfidence: inside.length === 0 ? null : rounded(sum / inside.length),
      right: proportionOf(inside.filter(({ label, state }) => label === state).length, inside.length),
    };
  });
};
