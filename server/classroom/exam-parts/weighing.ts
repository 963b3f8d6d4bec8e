/** What the parts of an exam come to, so that it can be reckoned again by hand (RULES O4). */

import type { ExamMark, PartMark } from '#contract/exams/parts.ts';
import type { ExamPlan } from '#contract/plans/exam.ts';

const toTenths = (mark: number): number => Math.round(mark * 10);

/**
 * Σ weight × mark ÷ Σ weight, to a tenth, halves up. Marks have a tenth at most and weights are whole, so that both sums
 * are exact: in binary fractions 69.95 would be a little less than itself.
 */
export const weighted = (parts: readonly { weight: number; mark: number }[]): number => {
  const sum = parts.reduce((marks, { weight, mark }) => marks + weight * toTenths(mark), 0);
  const weights = parts.reduce((all, { weight }) => all + weight, 0);
  return weights === 0 ? 0 : Math.round(sum / weights) / 10;
};

/**
 * The mark that counts where a part was sat again; one that wasn't sat again leaves the mark before it. Not sat: nought.
 * `aside`: sittings that were set aside, which have no mark; where nothing else is there, none counts: null (RULES O26).
 */
export const countedMark = (
  counts: ExamPlan['counts'],
  first: number | null,
  again: readonly (number | null)[],
  aside: readonly number[] = [],
): number | null => {
  const sat = [first, ...again].flatMap((mark) => mark ?? []);
  if (sat.length === 0) return aside.length > 0 ? null : 0;
  return counts === 'last' ? (sat.at(-1) ?? 0) : Math.max(...sat);
};

type Sat = Omit<PartMark, 'counted'>;

export const examMark = ({ counts, pass, excellent, each }: ExamPlan, sat: readonly Sat[]): ExamMark => {
  const parts = sat.map((part) => ({ ...part, counted: countedMark(counts, part.first, part.again, part.aside) }));
  const whole = weighted(parts.flatMap(({ weight, counted }) => (counted === null ? [] : [{ weight, mark: counted }])));
  const failed = parts.filter(({ counted }) => counted !== null && counted < pass).map(({ kind }) => kind);
  const isPassed = whole >= pass && (!each || failed.length === 0);
  return { parts, whole, grade: isPassed ? (whole >= excellent ? 'excellent' : 'pass') : 'fail', failed };
};

/** What may be sat again: of who failed the failed parts, and whatever has no mark since it was set aside (RULES O7, O26). */
export const partsToResit = ({ grade, parts, failed }: ExamMark): PartMark['kind'][] =>
  parts
    .filter(({ kind, counted }) => counted === null || (grade === 'fail' && failed.includes(kind)))
    .map(({ kind }) => kind);
