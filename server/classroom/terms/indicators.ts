/** 关键指标达成: how far the drills of a term reach their goals. Figures to a tenth, shares reached to a thousandth (RULES J5). */
import type { TradeCounts } from '#contract/report-figures.ts';
import type { Indicator, IndicatorRule } from '#contract/terms/sheet.ts';
import { meanToTenth, toTenth } from '#scoring/log/arithmetic.ts';

/**
 * What is read of the drill that counts of one run. Seconds, percent, marks; null: nothing to measure. `inspected`: what
 * staff gave it in 质检, out of 100; null: nobody marked it. `trade` null: an old drill whose words are gone.
 */
export type DrillFact = {
  firstResponseS: number | null;
  meanResponseS: number | null;
  answerRate: number | null;
  score: number;
  served: number;
  trade: TradeCounts | null;
  inspected: number | null;
};
/** `waiting`: runs whose results aren't published. `planned`: customers that the runs planned for the trainee. */
export type DrillFacts = { drills: readonly DrillFact[]; waiting: number; planned: number };

/** `figure` null: nothing to measure, and its share goes to the others. `goal`: of `workload` what was planned. */
export type IndicatorFact = IndicatorRule & { figure: number | null; goal: number | null; reached: number | null };

const LESS_IS_BETTER: readonly Indicator[] = ['first-response', 'mean-response'];

const toThousandth = (value: number): number => Math.round(value * 1000) / 1000;

/** Which counts a trade figure is made of, and what one of the first is in its unit. */
const TRADE = {
  conversion: { sum: 'paid', of: 'enquirers', times: 100 },
  basket: { sum: 'sales', of: 'buyers', times: 1 },
  satisfaction: { sum: 'satisfied', of: 'rated', times: 100 },
} as const;
export const TRADE_FIGURES: readonly Indicator[] = ['conversion', 'basket', 'satisfaction', 'inspection'];

/** Of all customers of the drills together: 询单转化率, 客单价 and 满意度 are no means of shares. */
const tradeFigure = (id: keyof typeof TRADE, drills: readonly DrillFact[]): number | null => {
  const { sum, of, times } = TRADE[id];
  const total = (field: keyof TradeCounts): number =>
    drills.reduce((all, { trade }) => all + Math.round((trade?.[field] ?? 0) * 100), 0) / 100;
  return total(of) === 0 ? null : toTenth((total(sum) * times) / total(of));
};

/**
 * Means over the drills; of `workload` the customers served in all of them, of trade figures over all their customers.
 * `inspection`: by what staff gave, and the scorecard of a drill that nobody marked. Null: nothing to measure.
 */
export const figureOf = (id: Indicator, drills: readonly DrillFact[]): number | null => {
  if (drills.length === 0) return null;
  if (id === 'workload') return drills.reduce((sum, { served }) => sum + served, 0);
  if (id === 'conversion' || id === 'basket' || id === 'satisfaction') return tradeFigure(id, drills);
  if (id === 'inspection') return meanToTenth(drills.map(({ inspected, score }) => inspected ?? score));
  if (id === 'score') return meanToTenth(drills.map(({ score }) => score));
  const field = (
    { 'first-response': 'firstResponseS', 'mean-response': 'meanResponseS', 'answer-rate': 'answerRate' } as const
  )[id];
  return meanToTenth(drills.flatMap((drill) => drill[field] ?? []));
};

/** 0 to 1. */
const reachedOf = (id: Indicator, figure: number, goal: number): number => {
  if (!LESS_IS_BETTER.includes(id)) return toThousandth(Math.min(1, figure / goal));
  return figure <= goal ? 1 : toThousandth(goal / figure);
};

/** Of those that have a share. */
export const indicatorFacts = (rules: readonly IndicatorRule[], { drills, planned }: DrillFacts): IndicatorFact[] =>
  rules
    .filter(({ share }) => share > 0)
    .map((rule) => {
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
export const indicatorMark = (weight: number, facts: readonly IndicatorFact[]): number | null => {
  const measured = facts.flatMap(({ share, reached }) =>
    reached === null ? [] : [{ share, thousandths: Math.round(reached * 1000) }],
  );
  const shares = measured.reduce((sum, { share }) => sum + share, 0);
  if (shares === 0) return null;
  const reached = measured.reduce((sum, { share, thousandths }) => sum + share * thousandths, 0);
  return Math.round((weight * reached) / (shares * 100)) / 10;
};
