import type { Plan, Template } from '#contract/runs.ts';
import { PACE } from '#drills/open-drill.ts';
import type { ContentData, Scenario } from '#engine/content.ts';

import type { StoredTemplate } from '#storage/runs.ts';

const DRILL_MINUTES = 12;
/** One period: two customers who come one after the other, and time to talk about them. */
const PERIOD: Plan['stages'] = [
  { kind: 'join', minutes: 3 },
  { kind: 'card', minutes: 2 },
  { kind: 'drill', minutes: DRILL_MINUTES },
  { kind: 'debrief', minutes: 10 },
  { kind: 'redo', minutes: 10 },
  { kind: 'close', minutes: 3 },
  { kind: 'spare', minutes: 5 },
];
const CUSTOMERS = 2;
const MOST_INCIDENTS = 6;

/** Comes with the product: an ordinary 45-minute lesson on the library's easiest cases. */
export const builtInTemplate = (data: ContentData): Template => ({
  id: 'lesson-45',
  name: '一节课 45 分钟',
  builtIn: true,
  plan: {
    scenarios: easiest(data.scenarios).map(({ id }) => id),
    mode: 'lesson',
    arrivals: 'spaced',
    pace: PACE,
    minutes: DRILL_MINUTES,
    seed: 'same',
    attempts: 1,
    results: 'at-once',
    incidents: incidents(data.scenarios),
    stages: PERIOD,
  },
});

export const templateBody = ({ id, name, plan }: StoredTemplate): Template => ({ id, name, builtIn: false, plan });

/** Of one shop: a desk shows one shop's products and phrases. */
function easiest(scenarios: readonly Scenario[]): Scenario[] {
  const ordinary = scenarios.filter(({ incident }) => incident === null).toSorted((a, b) => a.level - b.level);
  const [first] = ordinary;
  return ordinary.filter(({ shop }) => shop === first?.shop).slice(0, CUSTOMERS);
}

const incidents = (scenarios: readonly Scenario[]): string[] =>
  scenarios
    .filter(({ incident }) => incident !== null)
    .slice(0, MOST_INCIDENTS)
    .map(({ id }) => id);
