/** What a plan leads to, by the cases' own estimates: how many customers at which minute. */
import type { ScenarioCard } from '#contract/bodies.ts';
import type { Plan } from '#contract/runs.ts';

const ARRIVALS_APART_S = 20;
const LADDER_STEPS = 3;
const SECONDS_A_MINUTE = 60;

export type Step = { atMin: number; customers: number };
export type Forecast = {
  /** From minute 0 on; each holds until the next. */
  steps: Step[];
  mostCustomers: number;
  /** Minutes during which the number of customers is at its highest. */
  busiestMin: number;
  /** Estimated minutes of all cases together. */
  casesMin: number;
  /** Cases that can't be finished before the bell. */
  cutOff: string[];
};

/** Minutes after the drill's start. */
const arrivesMin = ({ arrivals, minutes }: Pick<Plan, 'arrivals' | 'minutes'>, place: number): number => {
  if (arrivals === 'together') return 0;
  return arrivals === 'spaced' ? (place * ARRIVALS_APART_S) / SECONDS_A_MINUTE : (place * minutes) / LADDER_STEPS;
};

export function forecast(plan: Pick<Plan, 'arrivals' | 'minutes'>, cards: readonly ScenarioCard[]): Forecast {
  const visits = cards.map((card, place) => {
    const from = arrivesMin(plan, place);
    return { title: card.title, from, to: from + card.minutes };
  });
  const changeMinutes = [...new Set([0, ...visits.flatMap(({ from, to }) => [from, to])])]
    .filter((minute) => minute < plan.minutes)
    .sort((a, b) => a - b);
  const steps: Step[] = [];
  for (const atMin of changeMinutes) {
    const customers = visits.filter(({ from, to }) => from <= atMin && atMin < to).length;
    if (steps.at(-1)?.customers !== customers) steps.push({ atMin, customers });
  }
  const mostCustomers = Math.max(0, ...steps.map(({ customers }) => customers));
  const busiestMin = steps.reduce((sum, { atMin, customers }, i) => {
    const until = steps[i + 1]?.atMin ?? plan.minutes;
    return customers === mostCustomers ? sum + until - atMin : sum;
  }, 0);
  return {
    steps,
    mostCustomers,
    busiestMin,
    casesMin: cards.reduce((sum, card) => sum + card.minutes, 0),
    cutOff: visits.filter(({ to }) => to > plan.minutes).map(({ title }) => title),
  };
}
