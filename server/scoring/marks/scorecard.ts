/**
 * Marks (RULES M1–M3, M8). A dimension = 100 × taken ÷ offered, less each finding's deduction, never below 0; the
 * total weighs the dimensions, and one without an opportunity gives its weight to the others.
 */
import type { Dimension, Rubric } from '#engine/model/rubric.ts';
import { say } from '#i18n/say.ts';
import type { FindingDraft } from '#scoring/facts/finding-draft.ts';
import type { Opportunity } from '#scoring/opportunities/opportunity.ts';
import type { TotalCap } from '#scoring/opportunities/unfinished.ts';
import { type LostMark, lostMarksOf } from './lost-marks.ts';
import { type DimensionPart, doubtsInMark, type MarkView, shareOf, sum, total, weightIn, worths } from './shares.ts';
import { baseOf, takenOver } from './weights.ts';

export const DIMENSIONS: readonly Dimension[] = ['response', 'expression', 'solving', 'operation', 'manner', 'sales'];
export const dimensionName = (id: Dimension): string => say(`marks:dimension.${id}`);

export type DimensionScore = {
  id: Dimension;
  weight: number;
  marks: number | null;
  taken: number;
  offered: number;
  range: [number, number];
  unsure: boolean;
  lost: LostMark[];
};
export type Scorecard = {
  score: number;
  /** The total before any ceiling, unrounded; `most`: the lowest ceiling, 100 where there is none. */
  raw: number;
  most: number;
  range: [number, number];
  grade: 'excellent' | 'pass' | 'fail';
  /** What caps the total, and at what; `capCosts`: the marks that it alone takes, 0 where the total is below the cap anyway. */
  cappedBy: string | null;
  capAt: number | null;
  capCosts: number;
  dimensions: DimensionScore[];
  /** Marks of the total each finding cost. */
  marksOf: ReadonlyMap<FindingDraft, number>;
};

const credits = (list: readonly Opportunity[]): number => sum(list.map((opportunity) => opportunity.credit));
const tenth = (marks: number): number => Math.round(marks * 10) / 10;

/** A whole mark. Sums of the same parts in another order differ by 1e-15, and 4.5 must not be 5 in one drill and 4 in its twin. */
const whole = (marks: number): number => Math.round(Math.round(marks * 1e6) / 1e6);

export function gradeOf(rubric: Rubric, score: number): Scorecard['grade'] {
  if (score >= rubric.excellent) return 'excellent';
  return score >= rubric.pass ? 'pass' : 'fail';
}

/** `kept`: the ceiling on the total, if there is one (unfinished.ts). */
export function scorecardOf(
  rubric: Rubric,
  opportunities: readonly Opportunity[],
  drafts: readonly FindingDraft[],
  kept: TotalCap | null = null,
): Scorecard {
  const parts = DIMENSIONS.map((id) => partOf(rubric, id, opportunities, drafts));
  const solving = parts.find((part) => part.id === 'solving');
  if (solving && solving.sure.length + doubtsInMark(solving).length > 0) {
    const weighs = (id: Dimension): number =>
      sum(parts.filter((part) => part.id === id).map((part) => weightIn(part, 'sure')));
    const taken = takenOver(
      rubric,
      { base: solving.base, offered: [...solving.sure, ...doubtsInMark(solving)] },
      opportunities,
      weighs,
    );
    solving.base = taken.base;
    solving.sure.push(...taken.lost);
  }
  const redLines = drafts.filter((draft) => draft.code.startsWith('red-line:'));
  const cap = (marks: number, most: number): number => whole(Math.min(marks, most));
  const most = kept?.most ?? 100;
  const score = cap(total(parts, 'sure'), most);
  const low = Math.min(score, cap(total(parts, 'low'), redLines.length > 0 ? Math.min(most, rubric.cap) : most));
  const high = Math.max(score, cap(total(parts, 'high'), most));
  const marksOf = new Map<FindingDraft, number>();
  const weights = sum(parts.map((part) => weightIn(part, 'sure')));
  const dimensions = parts.map((part) => dimensionScore(rubric, part, weights, drafts, marksOf));
  return {
    score,
    raw: total(parts, 'sure'),
    most,
    range: [low, high],
    grade: gradeOf(rubric, score),
    cappedBy: kept?.by ?? null,
    capAt: kept?.most ?? null,
    capCosts: Math.max(0, total(parts, 'sure') - most),
    dimensions,
    marksOf,
  };
}

/** What a dimension was offered and what its faults deduct, before the weights are shared out. */
function partOf(
  rubric: Rubric,
  id: Dimension,
  opportunities: readonly Opportunity[],
  drafts: readonly FindingDraft[],
): DimensionPart {
  const all = opportunities.filter(({ dimension }) => dimension === id);
  const own = all.filter(({ elsewhere }) => !elsewhere);
  const rules = new Map(rubric.findings.map((rule) => [rule.code, rule]));
  const deductions = drafts.flatMap((draft) =>
    [{ code: draft.code, share: draft.share }, ...draft.absorbed].flatMap(({ code, share }) => {
      const rule = rules.get(code);
      return rule && rule.dimension === id && rule.deduct > 0 ? [{ draft, points: rule.deduct * share }] : [];
    }),
  );
  return {
    id,
    base: baseOf(rubric.weights[id], id, own, all),
    sure: own.filter(({ unsure }) => !unsure),
    unsure: own.filter(({ unsure }) => unsure),
    deducted: deductions.filter(({ draft }) => !draft.unsure),
    deductedUnsure: deductions.filter(({ draft }) => draft.unsure),
    severity: id === 'response' ? 1 : (rubric.severity ?? 1),
    doubted: rubric.doubted ?? null,
  };
}

function dimensionScore(
  rubric: Rubric,
  part: DimensionPart,
  weights: number,
  drafts: readonly FindingDraft[],
  marksOf: Map<FindingDraft, number>,
): DimensionScore {
  const weight = weights === 0 ? 0 : (weightIn(part, 'sure') / weights) * 100;
  const share = shareOf(part, 'sure');
  const doubts = doubtsInMark(part);
  const offered = worths(part.sure) + worths(doubts);
  const marks = share === null ? (weight > 0 ? 0 : null) : weight * share;
  const losses = lostMarksOf(part, weight, drafts);
  // Deductions can't take more than the dimension has: the marks lost are shared out among the rows.
  const claimed = sum(losses.map((loss) => loss.marks));
  const scale = claimed > 0 ? Math.min(1, (weight - (marks ?? weight)) / claimed) : 0;
  for (const loss of losses) {
    loss.marks *= scale;
    for (const doubt of loss.doubts ?? []) doubt.marks *= scale;
    for (const { draft, marks: own } of loss.doubts ?? [loss])
      if (draft) marksOf.set(draft, (marksOf.get(draft) ?? 0) + own);
  }
  const uncertain = worths(part.unsure);
  const edge = (view: MarkView): number => tenth((weight > 0 ? weight : part.base) * (shareOf(part, view) ?? 0));
  const own = tenth(marks ?? 0);
  return {
    id: part.id,
    weight: tenth(weight),
    marks: marks === null ? null : own,
    taken: tenth(credits(part.sure) + (part.doubted ?? 0) * worths(doubts)),
    offered: tenth(offered),
    range: [Math.min(own, edge('low')), Math.max(own, edge('high'))],
    unsure: uncertain > 0 && uncertain / (uncertain + worths(part.sure)) > rubric.unsureShare,
    lost: losses
      .map((loss) => ({ ...loss, marks: tenth(loss.marks) }))
      .filter((loss) => loss.marks > 0)
      .sort((a, b) => b.marks - a.marks),
  };
}
