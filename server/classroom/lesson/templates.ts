import type { Plan, Template } from '#contract/runs.ts';
import { PACE } from '#drills/runner/open-drill.ts';
import type { ContentData, Scenario } from '#engine/model/content.ts';
import { say } from '#i18n/say.ts';
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
const MAX_INCIDENTS = 6;

/** Comes with the product: an ordinary 45-minute lesson on the easiest cases of one shop, with that shop's incidents. */
export const builtInTemplate = (data: ContentData): Template => {
  const { cases, incidents } = easiestShop(data.scenarios);
  return {
    id: 'lesson-45',
    name: say('school:lesson-45'),
    builtIn: true,
    plan: {
      scenarios: idsOf(cases),
      mode: 'lesson',
      arrivals: 'spaced',
      pace: PACE,
      minutes: DRILL_MINUTES,
      seed: 'same',
      attempts: 1,
      results: 'at-once',
      incidents: idsOf(incidents),
      stages: PERIOD,
    },
  };
};

export const templateBody = ({ id, name, plan }: StoredTemplate): Template => ({ id, name, builtIn: false, plan });

/** Cases and incidents of one shop: a lesson's customers ask for the same goods, and an incident fits its own shop only. */
type OneShop = { cases: Scenario[]; incidents: Scenario[] };

/** The shop whose lesson is easiest; one with enough customers and with incidents goes before all others. */
const easiestShop = (scenarios: readonly Scenario[]): OneShop => {
  const shops = [...new Set(scenarios.map(({ shop }) => shop))].map((shop): OneShop => {
    const casesOfShop = scenarios.filter((one) => one.shop === shop);
    return {
      cases: casesOfShop
        .filter(({ incident }) => incident === null)
        .toSorted((a, b) => a.level - b.level || a.minutes - b.minutes)
        .slice(0, CUSTOMERS),
      incidents: casesOfShop.filter(({ incident }) => incident !== null).slice(0, MAX_INCIDENTS),
    };
  });
  const lackOf = ({ cases, incidents }: OneShop): number => CUSTOMERS - cases.length + Number(incidents.length === 0);
  const levelOf = ({ cases }: OneShop): number => cases.reduce((sum, one) => sum + one.level, 0);
  const [first] = shops.toSorted((a, b) => lackOf(a) - lackOf(b) || levelOf(a) - levelOf(b));
  return first ?? { cases: [], incidents: [] };
};

const idsOf = (scenarios: readonly Scenario[]): string[] => scenarios.map(({ id }) => id);
