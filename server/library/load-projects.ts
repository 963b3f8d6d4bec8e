/** Project tasks under `scenarios/projects`: a file for each, and the cases of their parts beside it. */
import type { Scenario } from '#engine/model/content.ts';
import type { Diagnostic } from '#library/diagnostics/diagnostics.ts';
import { type CaseFiles, casesUnder, diagnosticsOf } from '#library/reading/case-files.ts';
import { toScenario } from '#library/reading/normalise.ts';
import type { ShopFactsById } from '#library/reading/read-case.ts';
import { type AuthoredFile, readFile, yamlFiles } from '#library/reading/read-file.ts';
import { type AuthoredProject, projectFile } from '#library/schema/project.ts';
import { type Testplan, toTestplan } from '#library/schema/testplan.ts';

/** One customer's story over several roles, as authored. Plain JSON: a catalog keeps it. */
export type ProjectTask = AuthoredProject;
/** A part's own case. No list of cases has it: what comes before is told by the seat before, and alone it makes no sense. */
export type PartCase = { scenario: Scenario; testplan: Testplan | undefined };

export type Projects = {
  /** By id. */
  tasks: ReadonlyMap<string, ProjectTask>;
  /** Cases that are parts of a task only, by id. */
  parts: ReadonlyMap<string, PartCase>;
};
export type ProjectFiles = { tasks: readonly AuthoredFile<AuthoredProject>[]; parts: readonly CaseFiles[] };

/** Files with errors are left out; the diagnostics say why. */
export const loadProjects = (
  dir: string,
  shopFacts: ShopFactsById,
): { projects: Projects; files: ProjectFiles; diagnostics: Diagnostic[] } => {
  const tasks = yamlFiles(dir).map((file) => readFile(file, projectFile));
  const parts = casesUnder(dir, shopFacts);
  const read = parts.flatMap(({ scenario, testplan }): PartCase[] => {
    if (scenario.value === null) return [];
    const plan = testplan?.value ? toTestplan(testplan.value) : undefined;
    return [{ scenario: toScenario(scenario.value), testplan: plan }];
  });
  return {
    projects: {
      tasks: new Map(tasks.flatMap(({ value }) => (value === null ? [] : [[value.id, value] as const]))),
      parts: new Map(read.map((part) => [part.scenario.id, part])),
    },
    files: { tasks, parts },
    diagnostics: [...tasks.flatMap(({ diagnostics }) => diagnostics), ...parts.flatMap(diagnosticsOf)],
  };
};

/** The library with the parts of project tasks among its cases: for whoever checks or plays them. */
export const withParts = <
  L extends Projects & { scenarios: ReadonlyMap<string, Scenario>; testplans: ReadonlyMap<string, Testplan> },
>(
  library: L,
): L => ({
  ...library,
  scenarios: new Map([
    ...library.scenarios,
    ...[...library.parts].map(([id, { scenario }]) => [id, scenario] as const),
  ]),
  testplans: new Map([
    ...library.testplans,
    ...[...library.parts].flatMap(([id, { testplan }]) => (testplan === undefined ? [] : [[id, testplan] as const])),
  ]),
});
