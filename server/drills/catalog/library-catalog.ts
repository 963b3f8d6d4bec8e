import type { Scenario } from '#engine/model/content.ts';
import type { Rush } from '#engine/model/rush.ts';
import type { Library, ShortCase } from '#library/load.ts';
import type { PartCase, ProjectTask } from '#library/load-projects.ts';
import { type Card, type DealsById, keyOf, keyOfDeals, NO_DEALS, USUAL_CARD } from '#library/variations/card.ts';
import type { CaseTemplate } from '#library/variations/case-template.ts';
import { momentOf } from '#library/variations/moments.ts';
import type { ShopFacts } from '#library/variations/shop-facts.ts';
import type { Catalog, SchoolCase } from './catalog.ts';

/** Everything of a library but the authored files: plain JSON. */
export type CatalogData = Pick<Catalog, 'data' | 'marks' | 'bank' | 'typing' | 'stages' | 'tradeYear' | 'lead'> & {
  /** The cases that vary, and what their variants are made of. */
  templates: readonly CaseTemplate[];
  /** Customers with one short question, shop by shop. */
  short: readonly ShortCase[];
  rush: Rush;
  tasks: readonly ProjectTask[];
  parts: readonly PartCase[];
  shopFacts: readonly ShopFacts[];
};

/**
 * A catalog of shipped content, read from YAML just now or kept from an earlier start. The library's own code (schemas,
 * the YAML reader) is loaded with the first drill, so that a start from kept content is quick.
 */
export const catalogOf = (kept: CatalogData): Catalog => {
  const { data, marks, templates, short, shopFacts, rush, bank, typing, stages, tasks, parts, tradeYear, lead } = kept;
  const library: Library = {
    scenarios: byId(data.scenarios),
    shops: byId(data.shops),
    remarks: marks,
    personas: byId(data.personas),
    platforms: byId(data.platforms),
    actions: data.actions,
    rubrics: [data.rubric],
    types: data.types,
    pictures: data.pictures ?? [],
    rush,
    bank,
    typing,
    stages,
    tradeYear,
    lead,
    testplans: new Map(),
    templates: byId(templates),
    short: new Map(short.map((customer) => [customer.template.id, customer])),
    tasks: byId(tasks),
    parts: new Map(parts.map((part) => [part.scenario.id, part])),
    shopFacts: byId(shopFacts),
    files: {
      types: NO_FILE,
      law: NO_FILE,
      actions: NO_FILE,
      pictures: NO_FILE,
      rush: NO_FILE,
      stages: NO_FILE,
      tradeYear: null,
      blueprint: null,
      questions: [],
      phrases: null,
      typing: [],
      personas: [],
      rubrics: [],
      shops: [],
      tasks: [],
      parts: [],
      cases: [],
      short: [],
    },
  };
  const contentByKey = new Map<string, Promise<PinnedContent>>();
  const makeContent = async (
    scenarioIds: readonly string[],
    schoolCases: readonly SchoolCase[],
    card: Card,
    deals: DealsById,
  ): Promise<PinnedContent> => {
    const { contentFor } = await import('#library/load.ts');
    if (schoolCases.length === 0) return contentFor(library, scenarioIds, card, deals);
    const scenarios = new Map(library.scenarios);
    const templates = new Map(library.templates);
    for (const { scenario, template } of schoolCases) {
      scenarios.set(scenario.id, scenario);
      // A school's own case of this id stands for the shipped one, however that varies.
      if (template === null) templates.delete(scenario.id);
      else templates.set(scenario.id, template);
    }
    return contentFor({ ...library, scenarios, templates }, scenarioIds, card, deals);
  };
  return {
    data,
    marks,
    rush,
    bank,
    typing,
    stages,
    tradeYear,
    lead,
    factsByShop: Object.fromEntries(shopFacts.map((facts) => [facts.id, facts])),
    varying: new Set(templates.map(({ id }) => id)),
    short: short.map(({ scenario }) => scenario),
    tasks,
    parts: parts.map(({ scenario }) => scenario),
    momentCases: short.flatMap(({ template, scenario }) => {
      const moment = momentOf(template);
      return moment === null ? [] : [{ id: scenario.id, shop: scenario.shop, moment }];
    }),
    shopDay: async (shop, seed, isSealed) => {
      const { shopDay } = await import('#library/reading/shop-day.ts');
      return shopDay(
        short.filter(({ scenario }) => scenario.shop === shop && !isSealed(scenario.id)),
        library.shopFacts,
        seed,
      );
    },
    naming: async (shop, goods) => {
      const { namesGoods } = await import('#library/reading/shop-day.ts');
      const templateById = byId(templates);
      const authored = [
        ...data.scenarios.map((scenario) => ({ scenario, text: templateById.get(scenario.id) ?? scenario })),
        ...short.map(({ scenario, template }) => ({ scenario, text: template })),
      ];
      const naming = authored.filter(({ scenario, text }) => scenario.shop === shop && namesGoods(text, goods));
      return new Set(naming.map(({ scenario }) => scenario.id));
    },
    playableOn: async (scenarios, staging, schoolCases = []) => {
      const { canPlay, stagedPlain } = await import('#library/reading/staged-scenario.ts');
      const { shopFacts: facts } = library;
      const templateOf = (scenario: Scenario): CaseTemplate | undefined => {
        // A school's own case of a shipped id stands for itself.
        const isShipped = scenario === library.scenarios.get(scenario.id) || library.short.has(scenario.id);
        const own = schoolCases.find((schoolCase) => schoolCase.scenario === scenario)?.template ?? undefined;
        return isShipped ? (library.templates.get(scenario.id) ?? library.short.get(scenario.id)?.template) : own;
      };
      const isPlayable = (scenario: Scenario): boolean => {
        const template = templateOf(scenario);
        return template === undefined ? stagedPlain(scenario, staging) !== null : canPlay(template, facts, staging);
      };
      const playable = new Set<string>();
      for (const scenario of scenarios) {
        // The first rush of a day lays out all cases of a shop: other requests are served in between.
        await new Promise((resolve) => setImmediate(resolve));
        if (isPlayable(scenario)) playable.add(scenario.id);
      }
      return playable;
    },
    // A class opens the same cases forty-five times in one second. Hashing them takes some 10 ms, so it is done once.
    contentFor: (scenarioIds, schoolCases = [], card = USUAL_CARD, deals = NO_DEALS) => {
      const isVaried =
        scenarioIds.some((id) => library.templates.has(id) || library.short.has(id)) ||
        schoolCases.some(({ template }) => template !== null);
      const cardKey = isVaried ? [keyOf(card), keyOfDeals(deals)] : [];
      const key = [...scenarioIds, ...schoolCases.map(({ version }) => version), ...cardKey].join('+');
      const known = contentByKey.get(key) ?? makeContent(scenarioIds, schoolCases, card, deals);
      if (contentByKey.size >= MAX_CACHED) contentByKey.clear();
      contentByKey.set(key, known);
      return known;
    },
  };
};

const byId = <T extends { id: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.id, item]));

type PinnedContent = Awaited<ReturnType<Catalog['contentFor']>>;
const MAX_CACHED = 32;

/** Stands in for the authored files: only the checks read them, a drill never does. */
const NO_FILE = {
  file: '',
  value: null,
  diagnostics: [],
  source: { file: '', value: null, locate: () => ({ line: 1, column: 1 }), pathInFile: () => [] },
};
