import json from '../../../docs/accuracy.json';

/** Verdicts of one kind against their labels. */
export type Heard = { right: number; extra: number; missed: number };
/** `right` of `of`; `high` is the upper end of the 95 % interval, 0–1. */
export type Share = { right: number; of: number; high: number | null };
type OneOf = { bad: Heard };

export type Part = {
  points: { covered: Heard; wrong: Heard; told: Share; missedLeftOpen: Share };
  tone: OneOf;
  answer: OneOf;
  redLines: { all: Heard };
  acts: { all: Heard };
  sureTone: { bad: Share; caught: Share };
  sureRedLines: { right: Share; caught: Share };
  falseAlarms: { redLinePlainSure: Share; toneSure: Share; wrong: Share };
};
export type Split = { ordinary: Part; hard: Part };

/** What this page shows of the published figures. */
export type Published = {
  date: string;
  lines: { blind: number; tuned: number };
  blind: Split;
  tuned: Split;
  weaknesses: readonly { id: string; title: string; text: string }[];
};

/** The figures that came with this version: docs/accuracy.json, built in. */
export const published: Published = json;

/** 0–100 whole; never 100 unless all are right, never 0 unless none is. Null where there was nothing to count. */
export function percentOf(rightCount: number, of: number): number | null {
  if (of === 0) return null;
  if (rightCount === of || rightCount === 0) return rightCount === 0 ? 0 : 100;
  return Math.min(99, Math.max(1, Math.round((rightCount / of) * 100)));
}

/** A share over ordinary and hard lines together. */
export function sumOf({ ordinary, hard }: Split, of: (part: Part) => Share): { right: number; of: number } {
  return { right: of(ordinary).right + of(hard).right, of: of(ordinary).of + of(hard).of };
}
