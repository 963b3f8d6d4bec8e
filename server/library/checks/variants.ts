/** Whether a case that varies can be written out in every variant, and what in it does nothing. */
import { say } from '#i18n/say.ts';
import { type Diagnostic, diagnose } from '#library/diagnostics/diagnostics.ts';
import type { Library } from '#library/load.ts';
import { toScenario } from '#library/reading/normalise.ts';
import { authoredVariant, type ReadCase, type VaryingCase } from '#library/reading/read-case.ts';
import { toTestplan } from '#library/schema/testplan.ts';
import { coveringVariants, type Variant } from '#library/variations/case-template.ts';
import { unusedParts } from '#library/variations/unused-parts.ts';

/** Variants checked at least, where there are so many. */
const MIN_VARIANTS = 12;

export type FoundInVariant = { variant: Variant; diagnostics: readonly Diagnostic[] };

/** Variants in which every pair of draws occurs, shop by shop. */
export const variantsToCheck = ({ layouts }: VaryingCase): Variant[] =>
  layouts.flatMap((layout) => coveringVariants(layout, MIN_VARIANTS));

/** Faults of the text itself; `scripts/check/check-variants.ts` judges and plays each variant. */
export const checkVarying = (varying: VaryingCase): Diagnostic[] => {
  const foundInVariants = variantsToCheck(varying).map((variant) => {
    const { scenario, testplan } = authoredVariant(varying, variant);
    return { variant, diagnostics: [...scenario.diagnostics, ...(testplan?.diagnostics ?? [])] };
  });
  return [...mergedByPlace(foundInVariants), ...unusedPartDiagnostics(varying)];
};

/** One line for each code at a place; what the variants' messages differ in is told by the first. */
export const mergedByPlace = (found: readonly FoundInVariant[]): Diagnostic[] => {
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
    const figures = { all: found.length, some: variants.length, example: example.combination.key };
    return { ...first, message: `${first.message}${say('checker:vary.in', figures)}` };
  });
};

const unusedPartDiagnostics = ({ template, layouts, scenario, testplan }: VaryingCase): Diagnostic[] => {
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
