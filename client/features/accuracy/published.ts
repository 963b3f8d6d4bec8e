import json from '../../../docs/accuracy.json';

/** Verdicts of one kind against their labels. */
export type DetectionCounts = { right: number; extra: number; missed: number };
/** `right` of `of`; `high` is the upper end of the 95 % interval, 0–1. */
export type Proportion = { right: number; of: number; high: number | null };
type BadCounts = { bad: DetectionCounts };

export type FigureSet = {
  points: { covered: DetectionCounts; wrong: DetectionCounts; told: Proportion; missedLeftOpen: Proportion };
  tone: BadCounts;
  answer: BadCounts;
  redLines: { all: DetectionCounts };
  acts: { all: DetectionCounts };
  sureTone: { bad: Proportion; caught: Proportion };
  sureRedLines: { right: Proportion; caught: Proportion };
  falseAlarms: { redLinePlainSure: Proportion; toneSure: Proportion; wrong: Proportion };
};
export type Split = { ordinary: FigureSet; hard: FigureSet };

/** What this page shows of the published figures. */
export type PublishedFigures = {
  date: string;
  lines: { blind: number; tuned: number };
  blind: Split;
  tuned: Split;
  weaknesses: readonly { id: string; title: string; text: string }[];
};

/** The figures that came with this version: docs/accuracy.json, built in. */
export const published: PublishedFigures = json;

/** 0–100 whole; never 100 unless all are right, never 0 unless none is. Null where there was nothing to count. */
export const percentOf = (rightCount: number, total: number): number | null => {
  if (total === 0) return null;
  if (rightCount === total || rightCount === 0) return rightCount === 0 ? 0 : 100;
  return Math.min(99, Math.max(1, Math.round((rightCount / total) * 100)));
};

/** A share over ordinary and hard lines together. */
export const sumOfSplit = (
  { ordinary, hard }: Split,
  proportionOf: (part: FigureSet) => Proportion,
): { right: number; of: number } => {
  return {
    right: proportionOf(ordinary).right + proportionOf(hard).right,
    of: proportionOf(ordinary).of + proportionOf(hard).of,
  };
};
