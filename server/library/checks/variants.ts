/** Whether a case that varies can be written out in every variant, and what in it does nothing. */
import { say } from '#i18n/say.ts';
import { type Diagnostic, diagnose } from '#library/diagnostics/diagnostics.ts';
import type { Library } from '#library/load.ts';
import { toScenario } from '#library/reading/normalise.ts';
import { authoredVariant, type ReadCase, type VaryingCase } from '#library/reading/read-case.ts';
import { toTestplan } from '#library/schema/testplan.ts';
import { COMMON_DECK } from '#library/variations/card.ts';
import {
  coveringCombinations,
  coveringVariants,
  dealtFrom,
  type Layout,
  type Variant,
} from '#library/variations/case-template.ts';
import { unusedParts } from '#library/variations/unused-parts.ts';

/** Variants checked at least, where there are so many. */
const MIN_VARIANTS = 12;

export type FoundInVariant = { variant: Variant; diagnostics: readonly Diagnostic[] };

/** Variants in which every pair of draws occurs, shop by shop. */
export const variantsToCheck = ({ layouts }: VaryingCase): Variant[] =>
  layouts.flatMap((layout) => coveringVariants(layout, MIN_VARIANTS));

/** Cards written out for each wording of the place that has most: a small deck is gone through more than once for them. */
const CARDS_A_WORDING = 12;

/**
 * Numbers of cards of the common deck: of those in which every pair of draws occurs, what adds most pairs first, and of the
 * others. A card has its own wordings, so what is found on it is met by whoever plays it. The numbers of the others go on
 * beyond a small deck, where the same draws come with other wordings.
 */
export const cardsToCheck = (layout: Layout): { covering: readonly number[]; others: readonly number[] } => {
  const numbers = new Map(dealtFrom(layout, COMMON_DECK).map(({ key }, card) => [key, card]));
  const covering = coveringCombinations(layout, MIN_VARIANTS).flatMap(({ key }) => numbers.get(key) ?? []);
  const known = new Set(covering);
  const [deck, most] = [numbers.size, mostWordings([layout.template.body, layout.template.plan])];
  const count = Math.max(deck, Math.min(deck, CARDS_A_WORDING) * most);
  return { covering, others: [...Array(count).keys()].filter((card) => !known.has(card)) };
};

const mostWordings = (node: unknown): number => {
  if (typeof node !== 'object' || node === null) return 1;
  const own = 'any' in node && Array.isArray(node.any) ? node.any.length : 1;
  return Math.max(own, ...Object.values(node).map(mostWordings));
};

/** Faults of the text itself; `scripts/check/check-variants.ts` judges and plays each variant. */
export const checkVarying = (varying: VaryingCase): Diagnostic[] => {
  const foundInVariants = variantsToCheck(varying).map((variant) => {
    const { scenario, testplan } = authoredVariant(varying, variant);
    return { variant, diagnostics: [...scenario.diagnostics, ...(testplan?.diagnostics ?? [])] };
  });
  return [...mergedByPlace(foundInVariants), ...unusedPartDiagnostics(varying)];
};

/** In how many variants something was found, and which one is named as an example. */
export type FoundWhere = { all: number; some: number; example: Variant };
const inVariants = ({ all, some, example }: FoundWhere): string =>
  say('checker:vary.in', { all, some, example: example.combination.key });

/**
 * One line for each code at a place; what the variants' messages differ in is told by the first. `where`: what is said
 * behind a message that isn't that of all.
 */
export const mergedByPlace = (
  found: readonly FoundInVariant[],
  where: (places: FoundWhere) => string = inVariants,
): Diagnostic[] => {
  const byPlace = new Map<string, { first: Diagnostic; variants: Variant[] }>();
  for (const { variant, diagnostics } of found)
    for (const diagnostic of diagnostics) {
      const key = [diagnostic.file, diagnostic.line, diagnostic.column, diagnostic.code].join('\n');
      const entry = byPlace.get(key);
      if (entry === undefined) byPlace.set(key, { first: diagnostic, variants: [variant] });
      else if (entry.variants.at(-1) !== variant) entry.variants.push(variant);
    }
  return [...byPlace.values()].map(({ first, variants }) => {
    const [example] = variants;
    if (example === undefined || variants.length === found.length) return first;
    return { ...first, message: `${first.message}${where({ all: found.length, some: variants.length, example })}` };
  });
};

/** What in the template does nothing. */
export const unusedPartDiagnostics = ({ template, layouts, scenario, testplan }: VaryingCase): Diagnostic[] => {
  return unusedParts(template, layouts).flatMap(({ code, file, path, name }) => {
    const source = file === 'scenario' ? scenario : testplan;
    return source === null
      ? []
      : [diagnose(code, source.file, source.locate(path), say(`checker:vary.${code}`, { name }))];
  });
};

/** A library in which one variant stands in its case's place and nothing of it varies; null: it isn't the shape of a case. */
export const libraryWithVariant = (
  varying: VaryingCase,
  variant: Variant,
  library: Library,
): { files: ReadCase; library: Library } | null => {
  const { scenario, testplan } = authoredVariant(varying, variant);
  if (scenario.value === null) return null;
  const { id } = scenario.value;
  const files: ReadCase = { scenario, testplan, varying: null };
  const planned = testplan?.value ? [[id, toTestplan(testplan.value)] as const] : [];
  return {
    files,
    library: {
      ...library,
      scenarios: new Map([...library.scenarios, [id, toScenario(scenario.value)]]),
      testplans: new Map([...library.testplans, ...planned]),
      templates: new Map([...library.templates].filter(([other]) => other !== id)),
      files: { ...library.files, cases: [{ pathId: null, ...files }] },
    },
  };
};
