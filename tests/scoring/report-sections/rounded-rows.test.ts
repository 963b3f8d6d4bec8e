/** Rows of lost marks beside the marks they are taken from: where rounding keeps them from adding up, it is said (RULES M214). */
import { expect, it } from 'vitest';
import type { LostMark } from '#scoring/marks/lost-marks.ts';
import type { Scorecard } from '#scoring/marks/scorecard.ts';
import { dimensionRows } from '#scoring/report-sections/dimension-rows.ts';

const lostMark = (marks: number): LostMark => ({ text: `−${marks}`, marks, nearKeys: [], draft: null, place: null });
const noteOf = (weight: number, marks: number, ...lost: number[]): string | undefined => {
  const dimension = { id: 'response', weight, marks, lost: lost.map(lostMark) };
  const card = { dimensions: [dimension] } as unknown as Scorecard;
  return dimensionRows(card, [], [], [])[0]?.note;
};

it('[M214] rows that rounding keeps from adding up say by how much, and rows that add up say nothing', () => {
  expect(noteOf(20, 18.64, 1, 0.5)).toContain('差 0.1 分');
  expect(noteOf(14.29, 13.74, 0.5)).toContain('差 0.1 分');
  expect(noteOf(20, 18.5, 1, 0.5)).toBeUndefined();
  expect(noteOf(20, 20)).toBeUndefined();
});

it('[M214] a gap that no rounding makes isn’t called one', () => {
  expect(noteOf(20, 15, 1, 0.5)).toBeUndefined();
});
