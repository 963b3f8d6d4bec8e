/**
 * What the checks and the testplan's plays find in the variants of a case that varies. The same fault in several
 * variants is told once, with how many have it.
 */
import { runTestplans } from '#authoring/testplan.ts';
import { checkCase } from '#library/checks/check-library.ts';
import { libraryWithVariant, mergedByPlace, variantsToCheck } from '#library/checks/variants.ts';
import type { Diagnostic } from '#library/diagnostics/diagnostics.ts';
import type { Library } from '#library/load.ts';
import type { VaryingCase } from '#library/reading/read-case.ts';
import type { Variant } from '#library/variations/case-template.ts';

export const checkVariants = (varying: VaryingCase, library: Library): Diagnostic[] =>
  mergedByPlace(
    variantsToCheck(varying).map((variant) => ({ variant, diagnostics: checkVariant(varying, variant, library) })),
  );

const checkVariant = (varying: VaryingCase, variant: Variant, library: Library): Diagnostic[] => {
  const made = libraryWithVariant(varying, variant, library);
  // `checkVarying` has said why it isn't a case.
  if (made === null) return [];
  const found = checkCase({ pathId: null, ...made.files }, made.library);
  const isBroken = found.some(({ severity, code }) => severity === 'error' && code !== 'placeholder');
  return isBroken ? found : [...found, ...runTestplans(made.library, made.files.scenario.value?.id ?? '')];
};
