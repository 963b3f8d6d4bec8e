/** The share of its weight that a dimension earns: in the mark, and at both ends of the range (RULES M2, M8, M20). */
import type { Dimension } from '#engine/model/rubric.ts';
import type { FindingDraft } from '#scoring/facts/finding-draft.ts';
import { sum } from '#scoring/log/arithmetic.ts';
import type { Opportunity } from '#scoring/opportunities/opportunity.ts';

/** `points`: of 100 that the dimension loses by the finding, before `severity`. */
export type Deduction = { draft: FindingDraft; points: number };

/** What one dimension offered and what its faults deduct, before the weights are shared out. */
export type DimensionPart = {
  id: Dimension;
  /** Weight before redistribution, in marks of the total. */
  baseWeight: number;
  /** Opportunities that were surely earned or lost. */
  sure: readonly Opportunity[];
  /** Opportunities in doubt (待核). */
  unsure: readonly Opportunity[];
  deductions: readonly Deduction[];
  unsureDeductions: readonly Deduction[];
  /**
   * How many times its share a loss weighs (RULES M20). Seconds weigh their share alone, else slow replies would soon
   * have nothing left to lose. So do points never reached, else a trainee who stopped after two right answers would
   * keep nothing, and points told wrong and then put right, else a customer with one question left nobody half of it.
   */
  severity: number;
  /** Share of a doubt that counts as taken until a person rules; null leaves doubts out of the mark. */
  doubted: number | null;
};
/** How doubts are read: as the mark counts them, as all lost, or as all earned. */
export type MarkView = 'mark' | 'low' | 'high';

/** What all of these opportunities offer together. */
export const totalWorth = (opportunities: readonly Opportunity[]): number =>
  sum(opportunities.map((opportunity) => opportunity.worth));
const totalPoints = (deductions: readonly Deduction[]): number => sum(deductions.map((deduction) => deduction.points));

/** How many times its share the loss of an opportunity weighs. */
const severityOf = (part: DimensionPart, { isAhead, isPutRight }: Opportunity): number =>
  isAhead || isPutRight ? 1 : part.severity;

/** What an opportunity lost, times the severity of a loss in its dimension. */
export const weighedLoss = (part: DimensionPart, opportunity: Opportunity): number =>
  severityOf(part, opportunity) * (opportunity.worth - opportunity.credit);

/** Share of a doubt that is lost in a view. */
const lostShare = (part: DimensionPart, view: MarkView): number => {
  if (view === 'mark') return part.doubted === null ? 0 : 1 - part.doubted;
  return view === 'low' ? 1 : 0;
};

/**
 * Whether a doubt is about a turn. A turn is in doubt only because its points are, and the doubt counts at them; if a
 * person rules the points not said, the turn is no longer offered (RULES M15). Counted here too, that ruling would
 * raise the mark, and the low end would lie below what the doubts on the page can take (RULES M144).
 */
const settlesWithPoints = (opportunity: Opportunity): boolean => opportunity.key.startsWith('turn:');

/** Opportunities in doubt that a view offers. A bonus that nobody owes lowers no mark while it is in doubt (RULES M17). */
const doubtsIn = (part: DimensionPart, view: MarkView): readonly Opportunity[] => {
  if (view === 'high') return part.unsure;
  const owed = part.unsure.filter((opportunity) => !opportunity.isBonus && !settlesWithPoints(opportunity));
  return view === 'low' || part.doubted !== null ? owed : [];
};

/** Opportunities in doubt that the mark counts. */
export const doubtsInMark = (part: DimensionPart): readonly Opportunity[] => doubtsIn(part, 'mark');

/**
 * What an opportunity in doubt loses in a view: between what it would earn at best and what is left of it where it is ruled
 * against, so that a doubt never costs more than the sure loss (RULES M252). A late answer earns no more than if it were sure.
 */
const doubtLossIn = (part: DimensionPart, opportunity: Opportunity, view: MarkView): number => {
  const { worth, credit, creditIfLost = 0 } = opportunity;
  const creditAtBest = Math.max(creditIfLost, part.id === 'response' && view === 'mark' ? credit : worth);
  const share = lostShare(part, view);
  return severityOf(part, opportunity) * (worth - (1 - share) * creditAtBest - share * creditIfLost);
};

/** What an opportunity in doubt loses of the mark. */
export const doubtLoss = (part: DimensionPart, opportunity: Opportunity): number =>
  doubtLossIn(part, opportunity, 'mark');

/**
 * Deductions of unsure faults, each with the points it takes off. The gravest of charges is laid against nobody in doubt:
 * a red line takes nothing off the mark until a person rules, and still opens the range (RULES M227).
 */
const pointsInDoubtOf = (part: DimensionPart, view: MarkView): Deduction[] =>
  part.unsureDeductions.map(({ draft, points }) => {
    const share = view === 'mark' && draft.waitsForRuling ? 0 : lostShare(part, view);
    return { draft, points: points * share };
  });

/** Deductions of unsure faults, each with the points it takes off the mark. */
export const pointsInDoubt = (part: DimensionPart): Deduction[] =>
  pointsInDoubtOf(part, 'mark').filter(({ points }) => points > 0);

const deductedPointsIn = (part: DimensionPart, view: MarkView): number =>
  totalPoints(part.deductions) + totalPoints(pointsInDoubtOf(part, view));

/** The share of its weight a dimension earns, 0–1; null when it offered nothing in this view. */
export const shareOf = (part: DimensionPart, view: MarkView): number | null => {
  const doubts = doubtsIn(part, view);
  const offered = totalWorth(part.sure) + totalWorth(doubts);
  if (offered === 0) return null;
  const lost =
    sum(part.sure.map((opportunity) => weighedLoss(part, opportunity))) +
    sum(doubts.map((opportunity) => doubtLossIn(part, opportunity, view)));
  return Math.max(0, 1 - lost / offered - (part.severity * deductedPointsIn(part, view)) / 100);
};

/**
 * Weight before redistribution. A dimension that offered nothing but in which faults were made weighs what they
 * deduct and earns nothing: else a forbidden action in a case without actions would cost nothing.
 */
export const weightIn = (part: DimensionPart, view: MarkView): number =>
  shareOf(part, view) !== null
    ? part.baseWeight
    : (part.baseWeight * Math.min(100, deductedPointsIn(part, view))) / 100;

/** The total in marks, 0–100 and unrounded, with each dimension's weight as a share of all weights. */
export const totalMarks = (parts: readonly DimensionPart[], view: MarkView): number => {
  const allWeights = sum(parts.map((part) => weightIn(part, view)));
  if (allWeights === 0) return 0;
  return sum(parts.map((part) => (weightIn(part, view) / allWeights) * 100 * (shareOf(part, view) ?? 0)));
};
