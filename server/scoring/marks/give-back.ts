/**
 * What a ruling gives back (RULES M14): a dismissed finding returns exactly the marks it was said to cost, whatever
 * other faults there are and in whatever order rulings come. If all marks were counted anew, the remaining faults would
 * take part of what the ruling gives back.
 */

import type { Rubric } from '#engine/model/rubric.ts';
import type { FindingDraft } from '#scoring/facts/finding-draft.ts';
import { type LostMark, rowOfDoubts } from './lost-marks.ts';
import { type DimensionScore, gradeOf, type Scorecard } from './scorecard.ts';

const tenth = (marks: number): number => Math.round(marks * 10) / 10;
const clamped = (marks: number, least: number, most: number): number => Math.min(most, Math.max(least, marks));

/** The range around these marks, as wide to both sides as the range around the marks counted anew. */
const rangeBeside = (
  marks: number,
  anew: number,
  [low, high]: readonly [number, number],
  most: number,
): [number, number] => [
  tenth(clamped(marks - (anew - low), 0, marks)),
  tenth(clamped(marks + (high - anew), marks, Math.max(marks, most))),
];

/** A row of lost marks without the part of the dismissed findings; null where nothing is left. */
function rowLeft(rubric: Rubric, loss: LostMark, dismissedDrafts: ReadonlySet<FindingDraft>): LostMark | null {
  const isDismissed = (draft: FindingDraft | null): boolean => draft !== null && dismissedDrafts.has(draft);
  if (loss.doubts === undefined) return isDismissed(loss.draft) ? null : loss;
  const doubts = loss.doubts.filter((doubt) => !isDismissed(doubt.draft));
  if (doubts.length === loss.doubts.length) return loss;
  const [row] = rowOfDoubts(rubric.doubted ?? null, doubts);
  return row === undefined || tenth(row.marks) === 0 ? null : { ...row, marks: tenth(row.marks) };
}

/**
 * `said`: the card with the marks that a reader saw; `anew`: the card counted without the dismissed findings, for
 * ranges, ceilings and marks taken.
 */
export function giveBack(
  rubric: Rubric,
  said: Scorecard,
  anew: Scorecard,
  dismissed: readonly FindingDraft[],
): Scorecard {
  const dismissedDrafts = new Set(dismissed);
  const dimensions = said.dimensions.map((own): DimensionScore => {
    const now = anew.dimensions.find((dimension) => dimension.id === own.id) ?? own;
    const rows = own.lost.map((loss) => ({ loss, left: rowLeft(rubric, loss, dismissedDrafts) }));
    const back = rows.reduce((sum, { loss, left }) => sum + loss.marks - (left?.marks ?? 0), 0);
    const marks = own.marks === null ? now.marks : tenth(clamped(own.marks + back, 0, own.weight));
    return {
      ...now,
      weight: own.marks === null ? now.weight : own.weight,
      marks,
      range: rangeBeside(marks ?? 0, now.marks ?? 0, now.range, own.weight),
      lost: rows.flatMap(({ left }) => left ?? []),
    };
  });
  const raw = clamped(said.raw + dismissed.reduce((sum, draft) => sum + (said.marksOf.get(draft) ?? 0), 0), 0, 100);
  const score = Math.round(Math.min(raw, anew.most));
  return {
    ...anew,
    raw,
    score,
    range: rangeBeside(score, anew.score, anew.range, 100),
    grade: gradeOf(rubric, score),
    capCosts: Math.max(0, raw - anew.most),
    dimensions,
    marksOf: new Map([...said.marksOf].filter(([draft]) => !dismissedDrafts.has(draft))),
  };
}
