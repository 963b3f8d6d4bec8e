/** What the parts of an exam come to, so that it can be reckoned again by hand (RULES O4). */

import type { ExamMark, PartMark } from '#contract/exams/parts.ts';
import type { ExamPlan } from '#contract/plans/exam.ts';

const toTenths = (mark: number): number => Math.round(mark * 10);

/**
 * Σ weight × mark ÷ 100, to a tenth, halves up. Marks have a tenth at most and weights are whole, so that the sum is
 * exact: in binary fractions 69.95 would be a little less than itself.
 */
export const weighted = (parts: readonly { weight: number; mark: number }[]): number =>
  Math.round(parts.reduce((sum, { weight, mark }) => sum + weight * toTenths(mark), 0) / 100) / 10;

/** The mark that counts where a part was sat again; one that wasn't sat again leaves the mark before it. Not sat: nought. */
export function countedMark(
  counts: ExamPlan['counts'],
  first: number | null,
  again: readonly (number | null)[],
): number {
  const sat = [first, ...again].flatMap((mark) => mark ?? []);
  if (sat.length === 0) return 0;
  return counts === 'last' ? (sat.at(-1) ?? 0) : Math.max(...sat);
}

type Sat = Omit<PartMark, 'counted'>;

export function examMark({ counts, pass, excellent, each }: ExamPlan, sat: readonly Sat[]): ExamMark {
  const parts = sat.map((part) => ({ ...part, counted: countedMark(counts, part.first, part.again) }));
  const whole = weighted(parts.map(({ weight, counted }) => ({ weight, mark: counted })));
  const failed = parts.filter(({ counted }) => counted < pass).map(({ kind }) => kind);
  const isPassed = whole >= pass && (!each || failed.length === 0);
  return { parts, whole, grade: isPassed ? (whole >= excellent ? 'excellent' : 'pass') : 'fail', failed };
}
