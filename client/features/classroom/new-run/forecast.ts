/** What a plan leads to, by the cases' own estimates: how many customers at which minute. */
import type { ScenarioCard } from '#contract/bodies.ts';
import type { Plan } from '#contract/runs.ts';

const ARRIVAL_GAP_S = 20;
const LADDER_STEP_COUNT = 3;
const SECONDS_PER_MINUTE = 60;

export type LoadStep = { atMin: number; customerCount: number };
export type Forecast = {
  /** From minute 0 on; each holds until the next. */
  steps: LoadStep[];
  maxCustomers: number;
  /** Minutes during which the number of customers is at its highest. */
  busiestMin: number;
  /** Estimated minutes of all cases together. */
  casesMin: number;
  /** Cases that can't be finished before the bell. */
  unfinishedTitles: string[];
};

/** Minutes after the drill's start. */
const arrivalMinute = ({ arrivals, minutes }: Pick<Plan, 'arrivals' | 'minutes'>, index: number): number => {
  if (arrivals === 'together') return 0;
  return arrivals === 'spaced' ? (index * ARRIVAL_GAP_S) / SECONDS_PER_MINUTE : (index * minutes) / LADDER_STEP_COUNT;
};

export const forecast = (plan: Pick<Plan, 'arrivals' | 'minutes'>, cards: readonly ScenarioCard[]): Forecast => {
  const visits = cards.map((card, index) => {
    const fromMin = arrivalMinute(plan, index);
    return { title: card.title, fromMin, toMin: fromMin + card.minutes };
  });
  const changeMinutes = [...new Set([0, ...visits.flatMap(({ fromMin, toMin }) => [fromMin, toMin])])]
    .filter((minute) => minute < plan.minutes)
    .sort((a, b) => a - b);
  const steps: LoadStep[] = [];
  for (const atMin of changeMinutes) {
    const customerCount = visits.filter(({ fromMin, toMin }) => fromMin <= atMin && atMin < toMin).length;
    if (steps.at(-1)?.customerCount !== customerCount) steps.push({ atMin, customerCount });
  }
  const maxCustomers = Math.max(0, ...steps.map(({ customerCount }) => customerCount));
  const busiestMin = steps.reduce((sum, { atMin, customerCount }, i) => {
    const untilMin = steps[i + 1]?.atMin ?? plan.minutes;
    return customerCount === maxCustomers ? sum + untilMin - atMin : sum;
  }, 0);
  return {
    steps,
    maxCustomers,
    busiestMin,
    casesMin: cards.reduce((sum, card) => sum + card.minutes, 0),
    unfinishedTitles: visits.filter(({ toMin }) => toMin > plan.minutes).map(({ title }) => title),
  };
};
