/** 关键指标达成: how far the drills of a term reach their goals. Figures to a tenth, shares reached to a thousandth (RULES J5). */
import type { Indicator, IndicatorRule } from '#contract/terms/sheet.ts';

/** What is read of the drill that counts of one run. Seconds, percent, marks; null: nothing to measure. */
export type DrillFact = {
  firstResponseS: number | null;
  meanResponseS: number | null;
  answerRate: number | null;
  score: number;
  served: number;
};
/** `waiting`: runs whose results aren't published. `planned`: customers that the runs planned for the trainee. */
export type DrillFacts = { drills: readonly DrillFact[]; waiting: number; planned: number };

/** `figure` null: nothing to measure, and its share goes to the others. `goal`: of `workload` what was planned. */
export type IndicatorFact = IndicatorRule & { figure: number | null; goal: number | null; reached: number | null };

const LESS_IS_BETTER: readonly Indicator[] = ['first-response', 'mean-response'];

const toTenth = (value: number): number => Math.round(value * 10) / 10;
const toThousandth = (value: number): number => Math.round(value * 1000) / 1000;
const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : toTenth(values.reduce((sum, value) => sum + value, 0) / values.length);

/** Means over the drills; of `workload` the customers served in all of them. Null: nothing to measure. */
export function figureOf(id: Indicator, drills: readonly DrillFact[]): number | null {
  if (drills.length === 0) return null;
  if (id === 'workload') return drills.reduce((sum, { served }) => sum + served, 0);
  if (id === 'score') return mean(drills.map(({ score }) => score));
  const field = (
    { 'first-response': 'firstResponseS', 'mean-response': 'meanResponseS', 'answer-rate': 'answerRate' } as const
  )[id];
  return mean(drills.flatMap((drill) => drill[field] ?? []));
}

/** 0 to 1. */
function reachedOf(id: Indicator, figure: number, goal: number): number {
  if (!LESS_IS_BETTER.includes(id)) return toThousandth(Math.min(1, figure / goal));
  return figure <= goal ? 1 : toThousandth(goal / figure);
}

export const indicatorFacts = (rules: readonly IndicatorRule[], { drills, planned }: DrillFacts): IndicatorFact[] =>
  rules.map((rule) => {
    const goal = rule.target ?? (planned === 0 ? null : planned);
    const figure = goal === null ? null : figureOf(rule.id, drills);
    return {
      ...rule,
      goal,
      figure,
      reached: figure === null || goal === null ? null : reachedOf(rule.id, figure, goal),
    };
  });

/** Weight × Σ share × reached ÷ Σ share, over what could be measured; null: nothing could. Marks to a tenth. */
export function indicatorMark(weight: number, facts: readonly IndicatorFact[]): number | null {
  const measured = facts.flatMap(({ share, reached }) =>
    reached === null ? [] : [{ share, thousandths: Math.round(reached * 1000) }],
  );
  const shares = measured.reduce((sum, { share }) => sum + share, 0);
  if (shares === 0) return null;
  const reached = measured.reduce((sum, { share, thousandths }) => sum + share * thousandths, 0);
  return Math.round((weight * reached) / (shares * 100)) / 10;
}
