/**
 * Marks (RULES M1–M3, M8). A dimension earns its weight × taken ÷ offered, less each finding's deduction, never
 * below 0. A dimension that offered nothing gives its weight to the others; the total is the sum over all six.
 */
import type { Dimension, FindingRule, Rubric } from '#engine/model/rubric.ts';
import { say } from '#i18n/say.ts';
import type { FindingDraft } from '#scoring/facts/finding-draft.ts';
import { sum, toTenth } from '#scoring/log/arithmetic.ts';
import { conversationOf, type Opportunity } from '#scoring/opportunities/opportunity.ts';
import type { TotalCap } from '#scoring/opportunities/unfinished.ts';
import { type Doubt, type LostMark, lostMarksOf } from './lost-marks.ts';
import {
  type DimensionPart,
  doubtsInMark,
  type MarkView,
  shareOf,
  totalMarks,
  totalWorth,
  weightIn,
} from './shares.ts';
import { baseWeightOf, deductedShare, fewChancesShare, graveAmong, solvingTakeover } from './weights.ts';

export const DIMENSIONS: readonly Dimension[] = ['response', 'expression', 'solving', 'operation', 'manner', 'sales'];
export const dimensionName = (id: Dimension): string => say(`marks:dimension.${id}`);

/** What one dimension came to. Marks and weights are marks of the total of 100, rounded to tenths. */
export type DimensionScore = {
  id: Dimension;
  /** Marks that the dimension could give in this drill; 0 where it offered nothing and no fault deducts from it. */
  weight: number;
  /** Marks it gave, of `weight`; null where it has no weight. */
  marks: number | null;
  /** Worth that was earned of `offered`, in the rubric's units (`offers`); a doubt counts by the rubric's share. */
  taken: number;
  /** Worth of all opportunities that the mark counts, in the rubric's units. */
  offered: number;
  /** Lowest and highest marks that people's rulings on the doubts could still make of it. */
  range: [number, number];
  /** Whether more of its worth is in doubt than the rubric's `unsureShare`. */
  unsure: boolean;
  /** Its lost marks, row by row, the costliest first. */
  lost: LostMark[];
};

/** A cap on the total, with the marks that it alone takes: 0 where the total is below the ceiling anyway. */
export type AppliedCap = TotalCap & { costs: number };

export type Scorecard = {
  /** The total: a whole number of marks, 0–100, at most the cap's ceiling. */
  score: number;
  /** The total before any cap, unrounded. */
  uncapped: number;
  /** Lowest and highest total that people's rulings on the doubts could still make of it. */
  range: [number, number];
  grade: 'excellent' | 'pass' | 'fail';
  /** Null where nothing caps the total. */
  cap: AppliedCap | null;
  dimensions: DimensionScore[];
  /** Marks of the total that each finding cost. */
  marksByDraft: ReadonlyMap<FindingDraft, number>;
};

export const MAX_MARKS = 100;

const totalCredit = (opportunities: readonly Opportunity[]): number =>
  sum(opportunities.map((opportunity) => opportunity.credit));

/** A whole mark. Sums of the same parts in another order differ by 1e-15, and 4.5 must not be 5 in one drill and 4 in its twin. */
const toWholeMark = (marks: number): number => Math.round(Math.round(marks * 1e6) / 1e6);

export const gradeOf = (rubric: Rubric, score: number): Scorecard['grade'] => {
  if (score >= rubric.excellent) return 'excellent';
  return score >= rubric.pass ? 'pass' : 'fail';
};

/** The cap with what it takes from a total of `uncapped` marks. */
export const appliedCap = (cap: TotalCap | null, uncapped: number): AppliedCap | null =>
  cap === null ? null : { by: cap.by, ceiling: cap.ceiling, costs: Math.max(0, uncapped - cap.ceiling) };

/** `drafts`: the findings that count. `cap`: what caps the total, if anything does (unfinished.ts). */
export const scorecardOf = (
  rubric: Rubric,
  opportunities: readonly Opportunity[],
  drafts: readonly FindingDraft[],
  cap: TotalCap | null = null,
): Scorecard => {
  const parts = withSolvingTakeover(
    rubric,
    DIMENSIONS.map((id) => partOf(rubric, id, opportunities, drafts)),
    opportunities,
  );
  const ceiling = cap?.ceiling ?? MAX_MARKS;
  const cappedTotal = (view: MarkView, limit: number): number => toWholeMark(Math.min(totalMarks(parts, view), limit));
  const hasRedLine = drafts.some((draft) => draft.code.startsWith('red-line:'));
  const score = cappedTotal('mark', ceiling);
  const low = cappedTotal('low', hasRedLine ? Math.min(ceiling, rubric.cap) : ceiling);
  const high = cappedTotal('high', ceiling);
  const allWeights = sum(parts.map((part) => weightIn(part, 'mark')));
  const scored = parts.map((part) => dimensionScore(rubric, part, allWeights, drafts));
  const uncapped = totalMarks(parts, 'mark');
  return {
    score,
    uncapped,
    range: [Math.min(score, low), Math.max(score, high)],
    grade: gradeOf(rubric, score),
    cap: appliedCap(cap, uncapped),
    dimensions: scored.map(({ dimension }) => dimension),
    marksByDraft: marksByDraft(scored.flatMap(({ charges }) => charges)),
  };
};

/**
 * The parts with what 问题解决 takes over from the others, where the loss is charged (weights.ts). Where it offers nothing
 * itself, there is no worth to measure the losses taken over by, and the parts stay as they are.
 */
const withSolvingTakeover = (
  rubric: Rubric,
  parts: readonly DimensionPart[],
  opportunities: readonly Opportunity[],
): readonly DimensionPart[] => {
  const solving = parts.find((part) => part.id === 'solving');
  const offered = solving === undefined ? [] : [...solving.sure, ...doubtsInMark(solving)];
  if (solving === undefined || offered.length === 0) return parts;
  const weightNow = (id: Dimension): number =>
    sum(parts.filter((part) => part.id === id).map((part) => weightIn(part, 'mark')));
  const { baseWeight, unreached } = solvingTakeover(
    rubric,
    { baseWeight: solving.baseWeight, offered },
    opportunities,
    weightNow,
  );
  return parts.map((part) => (part === solving ? { ...part, baseWeight, sure: [...part.sure, ...unreached] } : part));
};

/** What a dimension was offered and what its faults deduct, before the weights are shared out. */
const partOf = (
  rubric: Rubric,
  id: Dimension,
  opportunities: readonly Opportunity[],
  drafts: readonly FindingDraft[],
): DimensionPart => {
  const all = opportunities.filter(({ dimension }) => dimension === id);
  const chargedHere = all.filter(({ chargedElsewhere }) => !chargedElsewhere);
  const rules = new Map(rubric.findings.map((rule) => [rule.code, rule]));
  const customers = new Set(opportunities.map(({ key }) => conversationOf(key))).size;
  const shareAmong = (rule: FindingRule): number =>
    deductedShare(rule, customers) * graveAmong(id, rule, chargedHere, customers);
  const paidElsewhere = new Set(opportunities.filter((one) => one.isForLeaving).map(({ key }) => conversationOf(key)));
  const isCharged = ({ code, conversation }: FindingDraft): boolean =>
    code !== 'customer-left' || !paidElsewhere.has(conversation);
  const deductions = drafts.filter(isCharged).flatMap((draft) =>
    [{ code: draft.code, costShare: draft.costShare }, ...draft.absorbedFaults].flatMap(({ code, costShare }) => {
      const rule = rules.get(code);
      return rule && rule.dimension === id && rule.deduct > 0 && costShare > 0
        ? [{ draft, points: rule.deduct * costShare * shareAmong(rule) }]
        : [];
    }),
  );
  return {
    id,
    baseWeight: baseWeightOf(rubric.weights[id], id, chargedHere, all) * fewChancesShare(id, chargedHere, customers),
    sure: chargedHere.filter(({ unsure }) => !unsure),
    unsure: chargedHere.filter(({ unsure }) => unsure),
    deductions: deductions.filter(({ draft }) => !draft.unsure),
    unsureDeductions: deductions.filter(({ draft }) => draft.unsure),
    severity: id === 'response' ? 1 : (rubric.severity ?? 1),
    doubted: rubric.doubted ?? null,
  };
};

/** Marks of the total that a finding cost in one place. */
type Charge = { draft: FindingDraft; marks: number };

const marksByDraft = (charges: readonly Charge[]): Map<FindingDraft, number> => {
  const marksOf = new Map<FindingDraft, number>();
  for (const { draft, marks } of charges) marksOf.set(draft, (marksOf.get(draft) ?? 0) + marks);
  return marksOf;
};

/** `allWeights`: the weights of all dimensions together, of which this one has its share. */
const dimensionScore = (
  rubric: Rubric,
  part: DimensionPart,
  allWeights: number,
  drafts: readonly FindingDraft[],
): { dimension: DimensionScore; charges: Charge[] } => {
  const weight = allWeights === 0 ? 0 : (weightIn(part, 'mark') / allWeights) * MAX_MARKS;
  const share = shareOf(part, 'mark');
  const doubts = doubtsInMark(part);
  const marks = share === null ? (weight > 0 ? 0 : null) : weight * share;
  const losses = scaledLosses(lostMarksOf(part, weight, drafts), weight - (marks ?? weight));
  const unsureWorth = totalWorth(part.unsure);
  const marksIn = (view: MarkView): number =>
    toTenth((weight > 0 ? weight : part.baseWeight) * (shareOf(part, view) ?? 0));
  const shownMarks = toTenth(marks ?? 0);
  return {
    dimension: {
      id: part.id,
      weight: toTenth(weight),
      marks: marks === null ? null : shownMarks,
      taken: toTenth(totalCredit(part.sure) + (part.doubted ?? 0) * totalWorth(doubts)),
      offered: toTenth(totalWorth(part.sure) + totalWorth(doubts)),
      range: [Math.min(shownMarks, marksIn('low')), Math.max(shownMarks, marksIn('high'))],
      unsure: unsureWorth > 0 && unsureWorth / (unsureWorth + totalWorth(part.sure)) > rubric.unsureShare,
      lost: losses
        .map((loss) => ({ ...loss, marks: toTenth(loss.marks) }))
        .filter((loss) => loss.marks > 0)
        .sort((a, b) => b.marks - a.marks),
    },
    charges: losses
      .flatMap((loss): readonly (LostMark | Doubt)[] => loss.doubts ?? [loss])
      .flatMap(({ draft, marks: cost }) => (draft === null ? [] : [{ draft, marks: cost }])),
  };
};

/** Marks that the doubts on a finding hold back. */
export const heldBackBy = ({ dimensions }: Pick<Scorecard, 'dimensions'>, draft: FindingDraft | null): number =>
  sum(
    dimensions.flatMap(({ lost }) =>
      lost.flatMap(({ doubts = [] }) =>
        doubts.filter((doubt) => draft !== null && doubt.draft === draft).map(({ marks }) => marks),
      ),
    ),
  );

/** Deductions can't take more than the dimension has: the marks lost are shared out among the rows. */
const scaledLosses = (losses: readonly LostMark[], marksLost: number): LostMark[] => {
  const claimedMarks = sum(losses.map((loss) => loss.marks));
  const scale = claimedMarks > 0 ? Math.min(1, marksLost / claimedMarks) : 0;
  return losses.map((loss) => ({
    ...loss,
    marks: loss.marks * scale,
    ...(loss.doubts && { doubts: loss.doubts.map((doubt) => ({ ...doubt, marks: doubt.marks * scale })) }),
  }));
};
