/** Every school's catalog: what ships, and beside it what its teachers have published. */

import type { Scenario } from '#engine/model/content.ts';
import type { AuthoredStorage } from '#storage/authored-cases.ts';
import type { CaseSource, Catalog, Catalogs, SchoolCase, SchoolCatalog } from './catalog.ts';

/** Most schools whose catalogs stay in memory; at this number all are forgotten and read again. */
const MAX_SCHOOLS = 100;

/**
 * The database is asked for a school's cases once, and again after `changed`. A running drill never comes here: it holds
 * the content it was opened with.
 */
export function createCatalogs(
  shipped: Catalog,
  authored: Pick<AuthoredStorage, 'catalogCases' | 'scenarioOfVersion'>,
): Catalogs {
  /** As promises: what is being read when the school's cases change is forgotten with the rest. */
  const known = new Map<string, Promise<SchoolCatalog>>();
  const shippedIds = new Set([...shipped.data.scenarios, ...shipped.short].map(({ id }) => id));
  const { short, rush } = shipped;
  const nobodys: SchoolCatalog = {
    ...{ data: shipped.data, own: [], short, rush },
    find: finder([...shipped.data.scenarios, ...short]),
  };

  const read = async (school: string): Promise<SchoolCatalog> => {
    const rows = await authored.catalogCases(school);
    if (rows.length === 0) return nobodys;
    // A later release may ship a case of the same id, or drop the shop. Such a case is left out here; the school's
    // teachers see it on their page.
    const own = rows.filter(
      ({ isPublished, scenario }) => isPublished && !shippedIds.has(scenario.id) && isPlayable(shipped, scenario),
    );
    const scenarios = [...shipped.data.scenarios, ...own.map(({ scenario }) => scenario)];
    return {
      data: { ...shipped.data, scenarios },
      own: own.map(({ version, scenario }) => ({ version, scenario })),
      short,
      rush,
      find: finder([...scenarios, ...short, ...rows.map(({ scenario }) => scenario)]),
    };
  };

  const of = async (school: string | null): Promise<SchoolCatalog> => {
    if (school === null) return nobodys;
    const found = known.get(school);
    if (found !== undefined) return found;
    const reading = read(school);
    if (known.size >= MAX_SCHOOLS) known.clear();
    known.set(school, reading);
    try {
      return await reading;
    } catch (error) {
      // Whoever asks next has it read again.
      if (known.get(school) === reading) known.delete(school);
      throw error;
    }
  };

  const planned = async ({ school, versions }: CaseSource): Promise<SchoolCatalog> => {
    const base = await of(school);
    if (school === null || versions.length === 0) return base;
    const named = (
      await Promise.all(
        versions.map(async (pin): Promise<SchoolCase[]> => {
          const scenario = await authored.scenarioOfVersion(school, pin);
          return scenario === null ? [] : [{ version: pin.version, scenario }];
        }),
      )
    ).flat();
    const isNamed = (id: string): boolean => named.some(({ scenario }) => scenario.id === id);
    const own = [...base.own.filter(({ scenario }) => !isNamed(scenario.id)), ...named];
    const others = base.data.scenarios.filter(({ id }) => !isNamed(id));
    const scenarios = [...others, ...named.map(({ scenario }) => scenario)];
    return {
      data: { ...base.data, scenarios },
      own,
      short,
      rush,
      find: (id) => named.find(({ scenario }) => scenario.id === id)?.scenario ?? base.find(id),
    };
  };

  return {
    ...shipped,
    of,
    planned,
    contentFrom: async (from, ids, card) => {
      const besides = (await planned(from)).own.filter(({ scenario }) => ids.includes(scenario.id));
      return shipped.contentFor(ids, besides, card);
    },
    changed: (school) => {
      if (school === null) known.clear();
      else known.delete(school);
    },
  };
}

/** Whether the shop a case plays in and its customer's persona exist. */
export const isPlayable = ({ data }: Pick<Catalog, 'data'>, { shop, customer }: Scenario): boolean =>
  data.shops.some(({ id }) => id === shop) && data.personas.some(({ id }) => id === customer.persona);

function finder(scenarios: readonly Scenario[]): SchoolCatalog['find'] {
  const byId = new Map<string, Scenario>();
  for (const scenario of scenarios) if (!byId.has(scenario.id)) byId.set(scenario.id, scenario);
  return (id) => byId.get(id) ?? null;
}
