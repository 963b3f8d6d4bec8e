/** The library: every shop, persona and case under `scenarios/`, and the part of it that one drill pins. */
import { join } from 'node:path';
import type { ContentData, Scenario } from '#engine/model/content.ts';
import { say } from '#i18n/say.ts';
import { type Diagnostic, inReadingOrder } from '#library/diagnostics/diagnostics.ts';
import { apartFromNotices } from '#library/reading/apart-from-notices.ts';
import { type CaseFiles, casesUnder, diagnosticsOf, loadCase } from '#library/reading/case-files.ts';
import { picturesNamed } from '#library/reading/customer-pictures.ts';
import { withExemplars } from '#library/reading/exemplars.ts';
import { withKept } from '#library/reading/kept-library.ts';
import { toScenario } from '#library/reading/normalise.ts';
import type { ShopFactsById } from '#library/reading/read-case.ts';
import { linesOf, namedApart, stagedOn, stagedPlain } from '#library/reading/staged-scenario.ts';
import { scenarioOn, usualPlain } from '#library/reading/variant-scenario.ts';
import { type Testplan, toTestplan } from '#library/schema/testplan.ts';
import {
  type Card,
  type DealsById,
  isUsual,
  keyOf,
  keyOfDeals,
  NO_DEALS,
  USUAL_CARD,
} from '#library/variations/card.ts';
import { type CaseTemplate, inShop } from '#library/variations/case-template.ts';
import { caseIdOf, templateAgain } from '#library/variations/come-again.ts';
import { lruCache } from '#library/variations/lru-cache.ts';
import { byMoment } from '#library/variations/moments.ts';
import { type ShopFacts, shopFactsOf } from '#library/variations/shop-facts.ts';
import { hashOf } from './hash.ts';
import { loadProjects, type ProjectFiles, type Projects } from './load-projects.ts';
import { loadSharedContent, type SharedContent, type SharedFiles } from './load-shared-content.ts';

export type { CaseFiles } from '#library/reading/case-files.ts';

export type Library = SharedContent &
  Projects & {
    /** By id, in the order of the files' paths. */
    scenarios: ReadonlyMap<string, Scenario>;
    testplans: ReadonlyMap<string, Testplan>;
    /** The cases that vary; under `scenarios` and `testplans` stands the usual variant of each. */
    templates: ReadonlyMap<string, CaseTemplate>;
    /** Customers with one short question, by id: each template once for every shop and moment it plays in. No list of cases has them. */
    short: ReadonlyMap<string, ShortCase>;
    shopFacts: ShopFactsById;
    /** The authored files, with the place of everything in them, for the checks. */
    files: SharedFiles & ProjectFiles & { cases: readonly CaseFiles[]; short: readonly CaseFiles[] };
  };

/** A short customer in one shop. `scenario`: the usual variant there. Plain JSON: a catalog keeps it. */
export type ShortCase = { template: CaseTemplate; scenario: Scenario };

/** The template of a case that varies, short or not; undefined: the case is plain, or there is none. */
export const templateIn = ({ templates, short }: Pick<Library, 'templates' | 'short'>, id: string) => {
  const template = templates.get(id) ?? short.get(caseIdOf(id))?.template;
  return template && templateAgain(template, id);
};

export type LoadedLibrary = { library: Library; diagnostics: Diagnostic[] };

/**
 * Everything under `dir` (the `scenarios/` folder) and case files from elsewhere. Files with an error are left out; the
 * diagnostics say why. `checkLibrary` (checks/check-library.ts) tells whether the content makes sense.
 */
export const loadLibrary = (dir: string, elsewhere: readonly string[] = []): LoadedLibrary =>
  withCases(
    withKept(dir, () => readLibrary(dir)),
    elsewhere,
  );

const readLibrary = (dir: string): LoadedLibrary => {
  const { catalogue, files, diagnostics } = loadSharedContent(dir);
  const shopFacts = factsOf(files.shops);
  const cases = casesUnder(join(dir, 'cases'), shopFacts);
  const shortFiles = casesUnder(join(dir, 'short'), shopFacts);
  const projects = loadProjects(join(dir, 'projects'), shopFacts);
  const library: Library = {
    ...catalogue,
    ...projects.projects,
    ...{ scenarios: new Map(), testplans: new Map(), templates: new Map(), short: shortCases(shortFiles, shopFacts) },
    ...{ shopFacts, files: { ...files, ...projects.files, cases: [], short: shortFiles } },
  };
  const found = [...diagnostics, ...shortFiles.flatMap(diagnosticsOf), ...projects.diagnostics];
  return withRead({ library, diagnostics: found }, cases);
};

/** Files with errors are left out; a short customer that doesn't vary is one, and the checks say so. */
const shortCases = (files: readonly CaseFiles[], facts: ShopFactsById): Map<string, ShortCase> => {
  const cases = files.flatMap(({ scenario, varying }) => {
    if (scenario.value === null || varying === null) return [];
    return varying.layouts.flatMap(({ shop }): ShortCase[] => {
      return byMoment(varying.template)
        .map((template) => inShop(template, shop.id))
        .flatMap((template) => {
          const usual = usualPlain(template, facts);
          return usual === null ? [] : [{ template, scenario: usual }];
        });
    });
  });
  return new Map(cases.map((shortCase) => [shortCase.template.id, shortCase]));
};

/** A library that is read already, and case files from elsewhere besides. */
export const withCases = (loaded: LoadedLibrary, files: readonly string[]): LoadedLibrary =>
  files.length === 0
    ? loaded
    : withRead(
        loaded,
        files.map((file) => loadCase(file, null, loaded.library.shopFacts)),
      );

const withRead = ({ library, diagnostics }: LoadedLibrary, cases: readonly CaseFiles[]): LoadedLibrary => {
  const scenarios = new Map(library.scenarios);
  const testplans = new Map(library.testplans);
  const templates = new Map(library.templates);
  for (const { scenario, testplan, varying } of cases) {
    if (!scenario.value || scenarios.has(scenario.value.id)) continue;
    scenarios.set(scenario.value.id, toScenario(scenario.value));
    if (testplan?.value) testplans.set(scenario.value.id, toTestplan(testplan.value));
    if (varying) templates.set(scenario.value.id, varying.template);
  }
  return {
    library: {
      ...library,
      scenarios,
      testplans,
      templates,
      files: { ...library.files, cases: [...library.files.cases, ...cases] },
    },
    diagnostics: inReadingOrder([...diagnostics, ...cases.flatMap(diagnosticsOf)]),
  };
};

/**
 * Everything a drill on these cases needs, and the hash that pins it. `card`: which variant of the cases that vary;
 * `deals`: how some of them are played otherwise, by id.
 * Throws for what isn't in the library, so look in `library.scenarios` and run the checks first.
 */
export const contentFor = (
  library: Library,
  scenarioIds: readonly string[],
  card: Card = USUAL_CARD,
  deals: DealsById = NO_DEALS,
): HashedContent => {
  const cached = contentsByLibrary.get(library) ?? { usual: new Map(), otherCards: lruCache(MAX_OTHER_CARDS) };
  contentsByLibrary.set(library, cached);
  const ids = scenarioIds.join(' ');
  const makeContent = (): HashedContent => contentOf(library, scenarioIds, card, deals);
  const isVaried = !isUsual(card) && scenarioIds.some((id) => templateIn(library, id) !== undefined);
  if (isVaried || deals.size > 0)
    return cached.otherCards([ids, keyOf(card), keyOfDeals(deals)].join(' '), makeContent);
  const content = cached.usual.get(ids) ?? makeContent();
  cached.usual.set(ids, content);
  return content;
};

type HashedContent = { data: ContentData; hash: string };

/** Contents on other deals than the usual one that are kept: a round of plays of one card needs one. */
const MAX_OTHER_CARDS = 16;

/** Kept for each library, which never changes: making and hashing it takes 20 ms. Of other deals the last few are kept. */
const contentsByLibrary = new WeakMap<
  Library,
  { usual: Map<string, HashedContent>; otherCards: ReturnType<typeof lruCache<HashedContent>> }
>();

const contentOf = (library: Library, scenarioIds: readonly string[], card: Card, deals: DealsById): HashedContent => {
  const names = new Set<string>();
  const dealtOf = (id: string, before: readonly Scenario[]): Scenario => {
    const template = templateIn(library, id);
    const { card: ownCard, staging } = deals.get(id) ?? {};
    if (template === undefined) {
      const part = library.parts.get(id);
      const plain = foundOrThrow(library.scenarios.get(id) ?? part?.scenario, 'case', id);
      const scenario = withExemplars(plain, library.testplans.get(id) ?? part?.testplan);
      return staging === undefined ? scenario : (stagedPlain(scenario, staging) ?? scenario);
    }
    if (staging === undefined) return scenarioOn(template, library.shopFacts, ownCard ?? card);
    const earlier = before.filter((other) => caseIdOf(other.id) === caseIdOf(id));
    const apart = { ...staging, linesTaken: linesOf(before) };
    const asked = { staging: apart, card: ownCard ?? card, isWanted: ownCard !== undefined, earlier };
    return namedApart(names, library.short, template, (name) =>
      stagedOn(template, library.shopFacts, name === null ? asked : { ...asked, staging: { ...apart, name } }),
    );
  };
  const dealt: Scenario[] = [];
  for (const id of new Set(scenarioIds)) dealt.push(dealtOf(id, dealt));
  const scenarios = apartFromNotices(dealt, deals, (id) => templateIn(library, id), library.shopFacts);
  const shops = distinct(scenarios.map(({ shop }) => shop)).map((id) =>
    foundOrThrow(library.shops.get(id), 'shop', id),
  );
  const personas = distinct(scenarios.map(({ customer }) => customer.persona)).map((id) =>
    foundOrThrow(library.personas.get(id), 'persona', id),
  );
  for (const { platform } of shops) foundOrThrow(library.platforms.get(platform), 'platform', platform);
  const offeredActions = new Set(shops.flatMap(({ actions }) => actions));
  const typesNamed = new Set(scenarios.map(({ type }) => type));
  const picturesShown = picturesNamed({ scenarios, personas });
  const pictures = library.pictures.filter(({ id }) => picturesShown.has(id));
  const data: ContentData = {
    scenarios,
    shops,
    personas,
    actions: library.actions.filter(({ id }) => offeredActions.has(id)),
    rubric: foundOrThrow(library.rubrics[0], 'rubric', null),
    // All platforms: the report shows one conversation as each of them would count it.
    platforms: [...library.platforms.values()],
    types: library.types.filter(({ id }) => typesNamed.has(id)),
    // Left out rather than empty: a case without pictures keeps the hash it had before there were any.
    ...(pictures.length > 0 ? { pictures } : {}),
  };
  return { data, hash: hashOf(data) };
};

/** Shops whose files can't be read are left out; a case that varies in one of them says so. */
export const factsOf = (shops: SharedFiles['shops']): ReadonlyMap<string, ShopFacts> => {
  return new Map(
    shops.flatMap(({ shop, products }) =>
      shop.value === null || products.value === null
        ? []
        : [[shop.value.id, shopFactsOf(shop.value, products.value)] as const],
    ),
  );
};

const distinct = (ids: readonly string[]): string[] => [...new Set(ids)].sort();

type Kind = 'case' | 'shop' | 'persona' | 'platform' | 'rubric';
/** `id` null: the newest there is. */
const foundOrThrow = <T>(value: T | undefined, kind: Kind, id: string | null): T => {
  if (value !== undefined) return value;
  const kindName = say(`checker:kind.${kind}`);
  throw new Error(say('case-files:not-found', { what: kindName, id: id ?? say('case-files:newest') }));
};
