/** Every school's catalog: what ships, and beside it what its teachers have published. */

import type { Scenario } from '#engine/model/content.ts';
import type { CaseTemplate } from '#library/variations/case-template.ts';
import { caseIdOf } from '#library/variations/come-again.ts';
import type { AuthoredStorage, RunCase, VersionContent } from '#storage/authored-cases.ts';
import type { CaseSource, Catalog, Catalogs, SchoolCase, SchoolCatalog } from './catalog.ts';

/** Most schools whose catalogs stay in memory; at this number all are forgotten and read again. */
const MAX_SCHOOLS = 100;
/** The same for versions that runs were planned with and that aren't published now. A version never changes. */
const MAX_NAMED = 200;

/**
 * The database is asked for a school's cases once, and again after `changed`. A running drill never comes here: it holds
 * the content it was opened with.
 */
export const createCatalogs = (
  shipped: Catalog,
  authored: Pick<AuthoredStorage, 'catalogCases' | 'contentOfVersion'>,
): Catalogs => {
  /** As promises: what is being read when the school's cases change is forgotten with the rest. */
  const catalogBySchool = new Map<string, Promise<SchoolCatalog>>();
  const namedVersions = new Map<string, SchoolCase>();
  const shippedIds = new Set([...shipped.data.scenarios, ...shipped.short, ...shipped.parts].map(({ id }) => id));
  const { short, rush, parts } = shipped;
  const shippedCatalog: SchoolCatalog = {
    ...{ data: shipped.data, ownCases: [], short, rush, varying: shipped.varying },
    find: findIn([...shipped.data.scenarios, ...short, ...parts]),
  };

  const read = async (school: string): Promise<SchoolCatalog> => {
    const rows = await authored.catalogCases(school);
    if (rows.length === 0) return shippedCatalog;
    // A later release may ship a case of the same id, or drop the shop. Such a case is left out here; the school's
    // teachers see it on their page.
    const own = rows.filter(
      ({ isPublished, scenario }) => isPublished && !shippedIds.has(scenario.id) && isPlayable(shipped, scenario),
    );
    const scenarios = [...shipped.data.scenarios, ...own.map(({ scenario }) => scenario)];
    const ownCases = own.map(({ version, ...content }) => schoolCase(version, content));
    return {
      data: { ...shipped.data, scenarios },
      ownCases,
      varying: varyingOf(shipped.varying, ownCases),
      short,
      rush,
      find: findIn([...scenarios, ...short, ...parts, ...rows.map(({ scenario }) => scenario)]),
    };
  };

  const of = async (school: string | null): Promise<SchoolCatalog> => {
    if (school === null) return shippedCatalog;
    const known = catalogBySchool.get(school);
    if (known !== undefined) return known;
    const reading = read(school);
    if (catalogBySchool.size >= MAX_SCHOOLS) catalogBySchool.clear();
    catalogBySchool.set(school, reading);
    try {
      return await reading;
    } catch (error) {
      // Whoever asks next has it read again.
      if (catalogBySchool.get(school) === reading) catalogBySchool.delete(school);
      throw error;
    }
  };

  /** The published version as it stands in the catalog, another from the database: once, for its cards are laid out once. */
  const namedVersion = async (
    school: string,
    runCase: RunCase,
    ownCases: readonly SchoolCase[],
  ): Promise<SchoolCase | null> => {
    const { scenario: id, version } = runCase;
    const key = [school, id, version].join(' ');
    const known = ownCases.find((own) => own.scenario.id === id && own.version === version) ?? namedVersions.get(key);
    if (known !== undefined) return known;
    const content = await authored.contentOfVersion(school, runCase);
    if (content === null) return null;
    // A class that opens its drills at once asks for it as often before the first answer has come.
    const named = namedVersions.get(key) ?? schoolCase(version, content);
    if (namedVersions.size >= MAX_NAMED) namedVersions.clear();
    namedVersions.set(key, named);
    return named;
  };

  const withVersions = async ({ school, versions }: CaseSource): Promise<SchoolCatalog> => {
    const base = await of(school);
    if (school === null || versions.length === 0) return base;
    const namedCases = (
      await Promise.all(versions.map((runCase) => namedVersion(school, runCase, base.ownCases)))
    ).flatMap((named) => named ?? []);
    const hasNamedVersion = (id: string): boolean => namedCases.some(({ scenario }) => scenario.id === id);
    const ownCases = [...base.ownCases.filter(({ scenario }) => !hasNamedVersion(scenario.id)), ...namedCases];
    const others = base.data.scenarios.filter(({ id }) => !hasNamedVersion(id));
    const scenarios = [...others, ...namedCases.map(({ scenario }) => scenario)];
    return {
      data: { ...base.data, scenarios },
      ownCases,
      varying: varyingOf(base.varying, namedCases),
      short,
      rush,
      find: (id) => namedCases.find(({ scenario }) => scenario.id === id)?.scenario ?? base.find(id),
    };
  };

  return {
    ...shipped,
    of,
    withVersions,
    contentFrom: async (source, scenarioIds, card, deals) => {
      const schoolCases = (await withVersions(source)).ownCases.filter(({ scenario }) =>
        scenarioIds.includes(scenario.id),
      );
      return shipped.contentFor(scenarioIds, schoolCases, card, deals);
    },
    forgetSchool: (school) => {
      namedVersions.clear();
      if (school === null) catalogBySchool.clear();
      else catalogBySchool.delete(school);
    },
  };
};

/** Those that vary once the school's cases stand beside or in place of the others. */
const varyingOf = (others: ReadonlySet<string>, ownCases: readonly SchoolCase[]): ReadonlySet<string> => {
  const varying = new Set(others);
  for (const { scenario, template } of ownCases) {
    if (template === null) varying.delete(scenario.id);
    else varying.add(scenario.id);
  }
  return varying;
};

/** Whether the shop a case plays in and its customer's persona exist. */
export const isPlayable = ({ data }: Pick<Catalog, 'data'>, { shop, customer }: Scenario): boolean =>
  data.shops.some(({ id }) => id === shop) && data.personas.some(({ id }) => id === customer.persona);

/** The stored template is one that the library made (authoring/check-text.ts). */
const schoolCase = (version: string, { scenario, template }: VersionContent): SchoolCase => ({
  version,
  scenario,
  template: template as CaseTemplate | null,
});

const findIn = (scenarios: readonly Scenario[]): SchoolCatalog['find'] => {
  const byId = new Map<string, Scenario>();
  for (const scenario of scenarios) if (!byId.has(scenario.id)) byId.set(scenario.id, scenario);
  return (id) => byId.get(id) ?? byId.get(caseIdOf(id)) ?? null;
};
