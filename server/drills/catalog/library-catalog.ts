import type { Rush } from '#engine/model/rush.ts';
import type { Library, ShortCase } from '#library/load.ts';
import { type Card, USUAL_CARD } from '#library/variations/card.ts';
import type { CaseTemplate } from '#library/variations/case-template.ts';
import type { ShopFacts } from '#library/variations/shop-facts.ts';
import type { Catalog, SchoolCase } from './catalog.ts';

/** Everything of a library but the authored files: plain JSON. */
export type CatalogData = Pick<Catalog, 'data' | 'marks'> & {
  /** The cases that vary, and what their variants are made of. */
  templates: readonly CaseTemplate[];
  /** Customers with one short question, shop by shop. */
  short: readonly ShortCase[];
  rush: Rush;
  shopFacts: readonly ShopFacts[];
};

/**
 * A catalog of shipped content, read from YAML just now or kept from an earlier start. The library's own code (schemas,
 * the YAML reader) is loaded with the first drill, so that a start from kept content is quick.
 */
export function catalogOf({ data, marks, templates, short, shopFacts, rush }: CatalogData): Catalog {
  const library: Library = {
    scenarios: byId(data.scenarios),
    shops: byId(data.shops),
    personas: byId(data.personas),
    platforms: byId(data.platforms),
    actions: data.actions,
    rubrics: [data.rubric],
    types: data.types,
    pictures: data.pictures ?? [],
    rush,
    testplans: new Map(),
    templates: byId(templates),
    short: new Map(short.map((one) => [one.template.id, one])),
    shopFacts: byId(shopFacts),
    files: {
      types: NO_FILE,
      law: NO_FILE,
      actions: NO_FILE,
      pictures: NO_FILE,
      rush: NO_FILE,
      personas: [],
      rubrics: [],
      shops: [],
      cases: [],
      short: [],
    },
  };
  const made = new Map<string, Promise<Made>>();
  const make = async (ids: readonly string[], besides: readonly SchoolCase[], card: Card): Promise<Made> => {
    const { contentFor } = await import('#library/load.ts');
    if (besides.length === 0) return contentFor(library, ids, card);
    const scenarios = new Map(library.scenarios);
    const varying = new Map(library.templates);
    for (const { scenario } of besides) {
      scenarios.set(scenario.id, scenario);
      // A school's own case of this id stands for the shipped one, however that varies.
      varying.delete(scenario.id);
    }
    return contentFor({ ...library, scenarios, templates: varying }, ids, card);
  };
  return {
    data,
    marks,
    rush,
    short: short.map(({ scenario }) => scenario),
    // A class opens the same cases forty-five times in one second. Hashing them takes some 10 ms, so it is done once.
    contentFor: (ids, besides = [], card = USUAL_CARD) => {
      const isVaried = ids.some((id) => library.templates.has(id) || library.short.has(id));
      const place = isVaried ? [`${card.deck}/${card.card}`] : [];
      const key = [...ids, ...besides.map(({ version }) => version), ...place].join('+');
      const known = made.get(key) ?? make(ids, besides, card);
      if (made.size >= MAX_MADE) made.clear();
      made.set(key, known);
      return known;
    },
  };
}

const byId = <T extends { id: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.id, item]));

type Made = Awaited<ReturnType<Catalog['contentFor']>>;
const MAX_MADE = 32;

/** Stands in for the authored files: only the checks read them, a drill never does. */
const NO_FILE = {
  file: '',
  value: null,
  diagnostics: [],
  source: { file: '', value: null, locate: () => ({ line: 1, column: 1 }), pathInFile: () => [] },
};
