import type { SealsByCase } from '#classroom/exams/seals.ts';
import type { ScenarioCard, StartCard } from '#contract/bodies.ts';
import type { SchoolCatalog } from '#drills/catalog/catalog.ts';
import { PACE } from '#drills/runner/open-drill.ts';
import type { ContentData, Scenario } from '#engine/model/content.ts';
import { nameOfPersona, trainsOf, typeNameIn } from '#scoring/facts/trade-texts.ts';
import type { DrillRow } from '#storage/storage.ts';
import { shopBody } from './shop-body.ts';

type Tally = Pick<ScenarioCard, 'done' | 'best' | 'bestAt' | 'lastAt'>;
const NONE: Tally = { done: 0, best: null, bestAt: null, lastAt: null };

/**
 * In the trade's order, that of `types.yaml`: 咨询, 促销, 议价 …; of a type as they were given. Every list of cases or types
 * on a page has this order.
 */
export const inTradeOrder = <T extends { type: string }>(types: ContentData['types'], rows: readonly T[]): T[] => {
  const placeOf = new Map(types.map(({ id }, place) => [id, place]));
  const place = ({ type }: T): number => placeOf.get(type) ?? types.length;
  return rows.toSorted((a, b) => place(a) - place(b));
};

/** One card for each scenario, with the tally of the principal's own drills; a teacher's say what each case teaches. */
export const scenarioCards = (
  catalog: SchoolCatalog,
  drills: readonly DrillRow[],
  sealed: SealsByCase,
  forTeacher = false,
): ScenarioCard[] => {
  const tallies = tallyOf(drills);
  // Incidents are left out: they must come as a surprise, and only a teacher sends one into a drill.
  const { scenarios, types } = catalog.data;
  return inTradeOrder(
    types,
    scenarios.filter(({ incident }) => incident === null),
  ).map((scenario) => cardOf(catalog, scenario, tallies, sealed, forTeacher));
};

/** The start card. Its desk is the first customer's shop. Null when an id is unknown or an incident's. */
export const startCard = (
  catalog: SchoolCatalog,
  ids: readonly string[],
  drills: readonly DrillRow[],
  sealed: SealsByCase,
): StartCard | null => {
  const { data, short } = catalog;
  const openable = [...data.scenarios, ...short];
  const scenarios = ids.flatMap((id) => openable.find((entry) => entry.id === id && entry.incident === null) ?? []);
  const [firstScenario] = scenarios;
  if (firstScenario === undefined || scenarios.length < ids.length) return null;
  const shop = shopBody(data, firstScenario.shop);
  const tier = data.rubric.tiers.find((entry) => scenarios.length <= entry.upTo) ?? data.rubric.tiers.at(-1);
  if (shop === null || tier === undefined) return null;
  const tallies = tallyOf(drills);
  return {
    scenarios: scenarios.map((scenario) => cardOf(catalog, scenario, tallies, sealed)),
    shop,
    clock: { excellentS: tier.excellentS, passS: tier.passS, failS: tier.failS, pace: PACE },
  };
};

const cardOf = (
  { data, ownCases, short }: SchoolCatalog,
  scenario: Scenario,
  tallies: ReadonlyMap<string, Tally>,
  sealed: SealsByCase,
  forTeacher = false,
): ScenarioCard => {
  const seal = sealed.get(scenario.id);
  const type = data.types.find((entry) => entry.id === scenario.type);
  const shop = data.shops.find((entry) => entry.id === scenario.shop);
  const { persona } = scenario.customer;
  const knownPersona = data.personas.find((entry) => entry.id === persona);
  return {
    id: scenario.id,
    type: scenario.type,
    typeName: typeNameIn(data.types, scenario.type),
    stage: type?.stage ?? 'before',
    title: scenario.title,
    level: scenario.level,
    minutes: scenario.minutes,
    trains: trainsOf(scenario.type),
    ...(forTeacher && { teaches: scenario.teaches }),
    shop: scenario.shop,
    shopName: shop?.name ?? scenario.shop,
    persona,
    personaName: knownPersona === undefined ? persona : nameOfPersona(knownPersona),
    authored: ownCases.some((entry) => entry.scenario.id === scenario.id),
    short: short.includes(scenario),
    sealed: seal === undefined ? null : { backAt: seal.backAt },
    ...(tallies.get(scenario.id) ?? NONE),
  };
};

const tallyOf = (drills: readonly DrillRow[]): Map<string, Tally> => {
  const tallies = new Map<string, Tally>();
  for (const drill of drills.toSorted((a, b) => a.openedAt - b.openedAt)) {
    // The score of a rush is that of all who came, and some of its customers were never at the desk.
    if (drill.state !== 'ended' || drill.rush !== undefined) continue;
    const at = drill.endedAt;
    for (const id of drill.scenarios) {
      const { done, best, bestAt } = tallies.get(id) ?? NONE;
      // A mock exam sat alone has its best apart (RULES O20).
      const isOwnExam = drill.mode === 'exam' && drill.place === null;
      const isBetter = !isOwnExam && drill.score !== null && (best === null || drill.score > best);
      tallies.set(id, {
        done: done + 1,
        ...(isBetter ? { best: drill.score, bestAt: at } : { best, bestAt }),
        lastAt: at,
      });
    }
  }
  return tallies;
};
