/** The share of its weight that a dimension earns: in the mark, and at both ends of the range (RULES M2, M8, M20). */
import type { Dimension } from '#engine/model/rubric.ts';
import type { FindingDraft } from '#scoring/facts/finding-draft.ts';
import type { Opportunity } from '#scoring/opportunities/opportunity.ts';

export type Deduction = { draft: FindingDraft; points: number };
export type DimensionPart = {
  id: Dimension;
  base: number;
  sure: Opportunity[];
  unsure: Opportunity[];
  deducted: Deduction[];
  deductedUnsure: Deduction[];
  /**
   * How many times its share a loss weighs (RULES M20). Seconds weigh their share alone, else slow replies would soon
   * have nothing left to lose. So do points never reached, else a trainee who stopped after two right answers would
   * keep nothing.
   */
  severity: number;
  /** Share of a doubt that counts as taken until a person rules; null leaves doubts out of the mark. */
  doubted: number | null;
};
export type MarkView = 'sure' | 'low' | 'high';

export const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
export const worths = (list: readonly Opportunity[]): number => sum(list.map((opportunity) => opportunity.worth));
const pointsOf = (list: readonly Deduction[]): number => sum(list.map((deduction) => deduction.points));

/** What a chance lost, times the weight of a loss in its dimension. */
export const weighed = (part: DimensionPart, { ahead, worth, credit }: Opportunity): number =>
  (ahead ? 1 : part.severity) * (worth - credit);

/** Share of a doubt that is lost in a view. */
function lostShare(part: DimensionPart, view: MarkView): number {
  if (view === 'sure') return part.doubted === null ? 0 : 1 - part.doubted;
  return view === 'low' ? 1 : 0;
}

/**
 * Whether a doubt is about a turn. A turn is in doubt only because its points are, and the doubt counts at them; if a
 * person rules the points not said, the turn is no longer offered (RULES M15). Counted here too, that ruling would
 * raise the mark.
 */
const settlesWithPoints = (opportunity: Opportunity): boolean => opportunity.key.startsWith('turn:');

/** Chances in doubt that a view offers. A bonus that nobody owes lowers no mark while it is in doubt (RULES M17). */
function doubtsIn(part: DimensionPart, view: MarkView): readonly Opportunity[] {
  if (view === 'high') return part.unsure;
  const owed = part.unsure.filter((opportunity) => !opportunity.extra);
  if (view === 'low') return owed;
  return part.doubted === null ? [] : owed.filter((opportunity) => !settlesWithPoints(opportunity));
}

/** Chances in doubt that the mark counts. */
export const doubtsInMark = (part: DimensionPart): readonly Opportunity[] => doubtsIn(part, 'sure');

/** What a chance in doubt loses in a view. In doubt a late answer earns no more than it would if it were sure. */
function weighedDoubt(part: DimensionPart, opportunity: Opportunity, view: MarkView): number {
  const most = part.id === 'response' && view === 'sure' ? opportunity.credit : opportunity.worth;
  return part.severity * (opportunity.worth - (1 - lostShare(part, view)) * most);
}

/** What a chance in doubt loses of the mark. */
export const doubtWeighed = (part: DimensionPart, opportunity: Opportunity): number =>
  weighedDoubt(part, opportunity, 'sure');

/** Deductions of unsure faults, each with the points it takes off the mark. */
export const pointsInDoubt = (part: DimensionPart): Deduction[] =>
  part.deductedUnsure.map(({ draft, points }) => ({ draft, points: points * lostShare(part, 'sure') }));

const deductedIn = (part: DimensionPart, view: MarkView): number =>
  pointsOf(part.deducted) + lostShare(part, view) * pointsOf(part.deductedUnsure);

/** The share of its weight a dimension earns, 0–1; null when it offered nothing in this view. */
export function shareOf(part: DimensionPart, view: MarkView): number | null {
  const doubts = doubtsIn(part, view);
  const offered = worths(part.sure) + worths(doubts);
  if (offered === 0) return null;
  const missed =
    sum(part.sure.map((opportunity) => weighed(part, opportunity))) +
    sum(doubts.map((opportunity) => weighedDoubt(part, opportunity, view)));
  return Math.max(0, 1 - missed / offered - (part.severity * deductedIn(part, view)) / 100);
}

/**
 * Weight before redistribution. A dimension that offered nothing but in which faults were made weighs what they
 * deduct and earns nothing: else a forbidden action in a case without actions would cost nothing.
 */
export const weightIn = (part: DimensionPart, view: MarkView): number =>
  shareOf(part, view) !== null ? part.base : (part.base * Math.min(100, deductedIn(part, view))) / 100;

export function total(parts: readonly DimensionPart[], view: MarkView): number {
  const all = sum(parts.map((part) => weightIn(part, view)));
  if (all === 0) return 0;
  return sum(parts.map((part) => (weightIn(part, view) / all) * 100 * (shareOf(part, view) ?? 0)));
}
