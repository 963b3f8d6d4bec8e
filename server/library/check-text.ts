/** A case that stands in no folder: its text checked against the library, and read. */
import type { Scenario } from '#engine/content.ts';
import { checkCase } from '#library/check.ts';
import { type Diagnostic, diagnose, inReadingOrder } from '#library/diagnostics.ts';
import type { Library } from '#library/load.ts';
import type { Catalogue, CatalogueFiles } from '#library/load-catalogue.ts';
import { toScenario } from '#library/normalise.ts';
import { type Authored, readAuthored } from '#library/read-file.ts';
import { scenarioFile } from '#library/schema-scenario.ts';
import { testplanFile } from '#library/schema-testplan.ts';

export type CaseText = {
  file: { name: string; text: string };
  testplan: { name: string; text: string } | null;
  /** Ids other cases have, each with a sentence on whose it is. */
  taken: Readonly<Record<string, string>>;
};
export type CheckedText = {
  /** Null where the text has not the shape of a case. */
  scenario: Scenario | null;
  diagnostics: Diagnostic[];
};

/** Everything the static checks find. A testplan is read and held to its case; nobody plays it here. */
export function checkText(
  { catalogue, files }: { catalogue: Catalogue; files: CatalogueFiles },
  { file, testplan, taken }: CaseText,
): CheckedText {
  const scenario = readAuthored(file.name, file.text, scenarioFile);
  const plan = testplan === null ? null : readAuthored(testplan.name, testplan.text, testplanFile);
  const library: Library = {
    ...catalogue,
    scenarios: new Map(),
    testplans: new Map(),
    files: { ...files, cases: [] },
  };
  return {
    scenario: scenario.value === null ? null : toScenario(scenario.value),
    diagnostics: inReadingOrder([
      ...scenario.diagnostics,
      ...(plan?.diagnostics ?? []),
      ...checkCase({ pathId: null, scenario, testplan: plan }, library),
      ...sameId(scenario, taken),
    ]),
  };
}

function sameId({ file, source, value }: Authored<{ id: string }>, taken: CaseText['taken']): Diagnostic[] {
  const whose = value === null || !Object.hasOwn(taken, value.id) ? undefined : taken[value.id];
  return whose === undefined ? [] : [diagnose('duplicate-id', file, source.locate(['id']), whose)];
}
