import type { RunRush } from '#contract/commands.ts';
import type { IncidentChoice, Plan } from '#contract/runs.ts';
import type { SchoolCatalog } from '#drills/catalog/catalog.ts';
import type { ContentData, Scenario } from '#engine/model/content.ts';
import type { RushProfile } from '#engine/model/rush.ts';
import type { Shop } from '#engine/model/shop.ts';

export type PlanFault = {
  code: 'unknown-scenario' | 'bad-request' | 'unknown-rush' | 'unknown-shop' | 'dial-not-allowed' | 'rush-past-bell';
  detail?: string;
};

/** Why a run can't be made from this plan, or null. The plan's shape has been checked already. */
export const planFault = (
  plan: Plan,
  { data: { scenarios, shops }, rush }: Pick<SchoolCatalog, 'data' | 'rush'>,
): PlanFault | null => {
  const find = (id: string): Scenario | undefined => scenarios.find((one) => one.id === id);
  for (const id of plan.scenarios) {
    const scenario = find(id);
    if (scenario === undefined || isIncident(scenario)) return { code: 'unknown-scenario', detail: id };
  }
  for (const id of plan.incidents) {
    const scenario = find(id);
    if (scenario === undefined || !isIncident(scenario)) return { code: 'unknown-scenario', detail: id };
  }
  const kinds = plan.stages.map(({ kind }) => kind);
  if (new Set(kinds).size < kinds.length) return { code: 'bad-request', detail: 'plan.stages' };
  const drill = plan.stages.find(({ kind }) => kind === 'drill');
  // The drill stage and the plan must give the same length: the bell could keep only one of two.
  if (plan.stages.length > 0 && drill?.minutes !== plan.minutes) return { code: 'bad-request', detail: 'plan.minutes' };
  return plan.rush === undefined ? null : rushFault(plan, plan.rush, { profiles: rush.profiles, shops });
};

const rushFault = (
  { mode, minutes }: Plan,
  rush: RunRush,
  { profiles, shops }: { profiles: readonly RushProfile[]; shops: readonly Shop[] },
): PlanFault | null => {
  if (!profiles.some(({ id }) => id === rush.profile)) return { code: 'unknown-rush', detail: rush.profile };
  if (!shops.some(({ id }) => id === rush.shop)) return { code: 'unknown-shop', detail: rush.shop };
  // An exam's seats must all be given the same (RULES Q21).
  if (mode === 'exam' && rush.capacity === undefined) return { code: 'dial-not-allowed' };
  return minutes < rush.minutes ? { code: 'rush-past-bell' } : null;
};

export type Incident = { id: string; title: string; notice: string | null };

const isIncident = (scenario: Scenario): boolean => incidentOf(scenario) !== null;

/** The incident of a case that was written as one, so that a teacher can send it into a drill; else null. */
export const incidentOf = ({ id, incident }: Scenario): Incident | null =>
  incident === null ? null : { id, title: incident.title, notice: incident.notice };

/** All incidents to choose from, in the library's order. */
export const incidentChoices = ({ scenarios, shops }: Pick<ContentData, 'scenarios' | 'shops'>): IncidentChoice[] =>
  scenarios.flatMap((scenario) => {
    const incident = incidentOf(scenario);
    const shopName = shops.find(({ id }) => id === scenario.shop)?.name ?? scenario.shop;
    return incident === null ? [] : [{ ...incident, shop: scenario.shop, shopName }];
  });
