/** Reads, checks and plays a case that is given as text: an uploaded case stands in no folder of the library. */

import type { Scenario } from '#engine/model/content.ts';
import { checkCase } from '#library/checks/check-library.ts';
import { type Diagnostic, diagnose, inReadingOrder } from '#library/diagnostics/diagnostics.ts';
import type { CaseFiles, Library } from '#library/load.ts';
import type { SharedContent, SharedFiles } from '#library/load-shared-content.ts';
import { withExemplars } from '#library/reading/exemplars.ts';
import { toScenario } from '#library/reading/normalise.ts';
import { type AuthoredFile, readAuthored } from '#library/reading/read-file.ts';
import { scenarioFile } from '#library/schema/scenario.ts';
import { testplanFile, toTestplan } from '#library/schema/testplan.ts';
import { runTestplans } from './testplan.ts';

export type CaseText = {
  file: { name: string; text: string };
  testplan: { name: string; text: string } | null;
  /** Ids of other cases, each with the sentence that says whose id it is. */
  taken: Readonly<Record<string, string>>;
};
export type CheckedText = {
  /** Null where the text has not the shape of a case. */
  scenario: Scenario | null;
  diagnostics: Diagnostic[];
};

/** All diagnostics of the static checks and, where the case can be played, those of its testplan's plays. */
export const checkText = (
  { catalogue, files }: { catalogue: SharedContent; files: SharedFiles },
  { file, testplan, taken }: CaseText,
): CheckedText => {
  const scenario = readAuthored(file.name, file.text, scenarioFile);
  const plan = testplan === null ? null : readAuthored(testplan.name, testplan.text, testplanFile);
  const ownFiles: CaseFiles = { pathId: null, scenario, testplan: plan, varying: null };
  const read = scenario.value === null ? null : toScenario(scenario.value);
  const planned = plan === null || plan.value === null ? undefined : toTestplan(plan.value);
  const loaded = read === null ? null : withExemplars(read, planned);
  const library: Library = {
    ...catalogue,
    scenarios: new Map(loaded === null ? [] : [[loaded.id, loaded]]),
    testplans: new Map(loaded === null || planned === undefined ? [] : [[loaded.id, planned]]),
    // A school's own case is one plain case: its editor doesn't know `vary` yet, and the schema refuses it.
    templates: new Map(),
    short: new Map(),
    tasks: new Map(),
    parts: new Map(),
    shopFacts: new Map(),
    files: { ...files, cases: [ownFiles], short: [], tasks: [], parts: [] },
  };
  const diagnostics = [
    ...scenario.diagnostics,
    ...(plan?.diagnostics ?? []),
    ...checkCase(ownFiles, library),
    ...idInUse(scenario, taken),
  ];
  // A broken case can't be played, and its author mends it first. A placeholder or an id in use breaks nothing.
  const isBroken = diagnostics.some(
    ({ severity, code }) => severity === 'error' && code !== 'placeholder' && code !== 'duplicate-id',
  );
  const played = loaded === null || isBroken ? [] : runTestplans(library, loaded.id);
  return { scenario: loaded, diagnostics: inReadingOrder([...diagnostics, ...played]) };
};

const idInUse = ({ file, source, value }: AuthoredFile<{ id: string }>, owner: CaseText['taken']): Diagnostic[] => {
  const whose = value === null || !Object.hasOwn(owner, value.id) ? undefined : owner[value.id];
  return whose === undefined ? [] : [diagnose('duplicate-id', file, source.locate(['id']), whose)];
};
