/**
 * What a ruling gives back (RULES M14): a dismissed finding returns exactly the marks it was said to cost, whatever
 * other faults there are and in whatever order rulings come. If all marks were counted anew, the remaining faults would
 * take part of what the ruling gives back.
 */

import type { Rubric } from '#engine/model/rubric.ts';
import type { FindingDraft } from '#scoring/facts/finding-draft.ts';
import { toTenth } from '#scoring/log/arithmetic.ts';
import { type LostMark, rowOfDoubts } from './lost-marks.ts';
import { appliedCap, type DimensionScore, gradeOf, MAX_MARKS, type Scorecard } from './scorecard.ts';

const clamped = (marks: number, lowest: number, highest: number): number => Math.min(highest, Math.max(lowest, marks));

/** The range around `marks`, as wide to both sides as the recounted range is around `recountedMarks`. */
const rangeAround = (
  marks: number,
  recountedMarks: number,
  [lowest, highest]: readonly [number, number],
  maxMarks: number,
): [number, number] => [
  toTenth(clamped(marks - (recountedMarks - lowest), 0, marks)),
  toTenth(clamped(marks + (highest - recountedMarks), marks, Math.max(marks, maxMarks))),
];

/** A row of lost marks without the part of the dismissed findings; null where nothing is left. */
const withoutDismissed = (rubric: Rubric, loss: LostMark, dismissed: ReadonlySet<FindingDraft>): LostMark | null => {
  const isDismissed = (draft: FindingDraft | null): boolean => draft !== null && dismissed.has(draft);
  if (loss.doubts === undefined) return isDismissed(loss.draft) ? null : loss;
  const doubts = loss.doubts.filter((doubt) => !isDismissed(doubt.draft));
  if (doubts.length === loss.doubts.length) return loss;
  const [row] = rowOfDoubts(rubric.doubted ?? null, doubts);
  return row === undefined || toTenth(row.marks) === 0 ? null : { ...row, marks: toTenth(row.marks) };
};

/** One dimension of the card that a reader saw, with the marks of its dismissed findings given back. */
const dimensionGivenBack = (
  rubric: Rubric,
  shown: DimensionScore,
  recounted: DimensionScore,
  dismissed: ReadonlySet<FindingDraft>,
): DimensionScore => {
  const rows = shown.lost.map((loss) => ({ loss, left: withoutDismissed(rubric, loss, dismissed) }));
  const givenBack = rows.reduce((sum, { loss, left }) => sum + loss.marks - (left?.marks ?? 0), 0);
  const marks = shown.marks === null ? recounted.marks : toTenth(clamped(shown.marks + givenBack, 0, shown.weight));
  return {
    ...recounted,
    weight: shown.marks === null ? recounted.weight : shown.weight,
    marks,
    range: rangeAround(marks ?? 0, recounted.marks ?? 0, recounted.range, shown.weight),
    lost: rows.flatMap(({ left }) => left ?? []),
  };
};

/**
 * `shownCard`: the card with the marks that a reader saw; `recountedCard`: the card counted without the dismissed
 * findings, for ranges, the cap and marks taken.
 */
export const giveBack = (
  rubric: Rubric,
  shownCard: Scorecard,
  recountedCard: Scorecard,
  dismissed: readonly FindingDraft[],
): Scorecard => {
  const dismissedDrafts = new Set(dismissed);
  const dimensions = shownCard.dimensions.map((shown) => {
    const recounted = recountedCard.dimensions.find(({ id }) => id === shown.id) ?? shown;
    return dimensionGivenBack(rubric, shown, recounted, dismissedDrafts);
  });
  const givenBack = dismissed.reduce((sum, draft) => sum + (shownCard.marksByDraft.get(draft) ?? 0), 0);
  const uncapped = clamped(shownCard.uncapped + givenBack, 0, MAX_MARKS);
  const score = Math.round(Math.min(uncapped, recountedCard.cap?.ceiling ?? MAX_MARKS));
  return {
    ...recountedCard,
    uncapped,
    score,
    range: rangeAround(score, recountedCard.score, recountedCard.range, MAX_MARKS),
    grade: gradeOf(rubric, score),
    cap: appliedCap(recountedCard.cap, uncapped),
    dimensions,
    marksByDraft: new Map([...shownCard.marksByDraft].filter(([draft]) => !dismissedDrafts.has(draft))),
  };
};
