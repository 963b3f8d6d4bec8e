/**
 * What the checks and the testplan's plays find in the variants of a case that varies: a set in which every pair of
 * draws occurs. The same fault in several variants is told once, with how many have it.
 */
import { runTestplans } from '#authoring/testplan.ts';
import { say } from '#i18n/say.ts';
import { checkCase } from '#library/checks/check.ts';
import { type Diagnostic, diagnose } from '#library/diagnostics/diagnostics.ts';
import type { CaseFiles, Library } from '#library/load.ts';
import { toScenario } from '#library/reading/normalise.ts';
import { authoredVariant, type VaryingCase } from '#library/reading/read-case.ts';
import { toTestplan } from '#library/schema/testplan.ts';
import { coveringVariants, type Variant } from '#library/variations/case-template.ts';
import { idleParts } from '#library/variations/habits.ts';

/** Variants checked at least, where there are so many. */
export const MIN_VARIANTS = 12;

export function checkVariants(files: CaseFiles & { varying: VaryingCase }, library: Library): Diagnostic[] {
  const { varying } = files;
  const variants = varying.layouts.flatMap((layout) => coveringVariants(layout, MIN_VARIANTS));
  const found = variants.map((variant) => ({ variant, diagnostics: checkVariant(files, variant, library) }));
  return [...folded(found), ...idleDiagnostics(varying)];
}

/** The library with one variant in its case's place; nothing in it varies any more. */
export function libraryOf(files: CaseFiles & { varying: VaryingCase }, variant: Variant, library: Library) {
  const { scenario, testplan } = authoredVariant(files.varying, variant);
  const made: CaseFiles = { pathId: files.pathId, scenario, testplan, varying: null };
  const diagnostics = [...scenario.diagnostics, ...(testplan?.diagnostics ?? [])];
  if (scenario.value === null) return { made, library: null, diagnostics };
  const { id } = scenario.value;
  return {
    made,
    diagnostics,
    library: {
      ...library,
      scenarios: new Map([...library.scenarios, [id, toScenario(scenario.value)]]),
      testplans: new Map([
        ...library.testplans,
        ...(testplan?.value ? [[id, toTestplan(testplan.value)] as const] : []),
      ]),
      templates: new Map(),
      files: { ...library.files, cases: [made] },
    },
  };
}

function checkVariant(files: CaseFiles & { varying: VaryingCase }, variant: Variant, library: Library): Diagnostic[] {
  const { made, library: own, diagnostics } = libraryOf(files, variant, library);
  if (own === null) return diagnostics;
  const found = [...diagnostics, ...checkCase(made, own)];
  const isBroken = found.some(({ severity, code }) => severity === 'error' && code !== 'placeholder');
  return isBroken ? found : [...found, ...runTestplans(own, made.scenario.value?.id ?? '')];
}

type Found = { variant: Variant; diagnostics: readonly Diagnostic[] };

/** One line for each code at a place; what the variants' messages differ in is told by the first. */
function folded(found: readonly Found[]): Diagnostic[] {
  const byPlace = new Map<string, { first: Diagnostic; variants: Variant[] }>();
  for (const { variant, diagnostics } of found)
    for (const diagnostic of diagnostics) {
      const key = [diagnostic.file, diagnostic.line, diagnostic.column, diagnostic.code].join('\n');
      const known = byPlace.get(key);
      if (known === undefined) byPlace.set(key, { first: diagnostic, variants: [variant] });
      else if (known.variants.at(-1) !== variant) known.variants.push(variant);
    }
  return [...byPlace.values()].map(({ first, variants }) => {
    const [example] = variants;
    if (example === undefined || variants.length === found.length) return first;
    const { combination, mark } = example;
    const figures = { all: found.length, some: variants.length, example: `${combination.key} #${mark.card}` };
    return { ...first, message: `${first.message}${say('checker:vary.in', figures)}` };
  });
}

function idleDiagnostics({ template, layouts, scenario, testplan }: VaryingCase): Diagnostic[] {
  return idleParts(template, layouts).flatMap(({ code, file, path, name }) => {
    const source = file === 'scenario' ? scenario : testplan;
    return source === null
      ? []
      : [diagnose(code, source.file, source.locate(path), say(`checker:vary.${code}`, { name }))];
  });
}
