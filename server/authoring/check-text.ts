/** Reads, checks and plays a case that is given as text: an uploaded case stands in no folder of the library. */

import type { CardsChecked } from '#contract/authored.ts';
import type { Scenario } from '#engine/model/content.ts';
import { say } from '#i18n/say.ts';
import { checkCase } from '#library/checks/check-library.ts';
import { unusedPartDiagnostics } from '#library/checks/variants.ts';
import { type Diagnostic, diagnose, inReadingOrder } from '#library/diagnostics/diagnostics.ts';
import { type CaseFiles, factsOf, type Library } from '#library/load.ts';
import type { SharedContent, SharedFiles } from '#library/load-shared-content.ts';
import { withExemplars } from '#library/reading/exemplars.ts';
import { toScenario } from '#library/reading/normalise.ts';
import { readCase, type VaryingCase } from '#library/reading/read-case.ts';
import type { AuthoredFile } from '#library/reading/read-file.ts';
import { toTestplan } from '#library/schema/testplan.ts';
import type { CaseTemplate } from '#library/variations/case-template.ts';
import { checkCards, type HasTime, placeOf } from './check-cards.ts';
import { runTestplans } from './testplan.ts';

export type CaseText = {
  file: { name: string; text: string };
  testplan: { name: string; text: string } | null;
  /** Ids of other cases, each with the sentence that says whose id it is. */
  taken: Readonly<Record<string, string>>;
};
export type CheckedText = {
  /** Null where the text has not the shape of a case; of one that varies, its usual variant. */
  scenario: Scenario | null;
  /** Null where the case is plain. */
  template: CaseTemplate | null;
  diagnostics: Diagnostic[];
  /** How far the check of a case that varies went. */
  cards: CardsChecked | null;
};

/**
 * All diagnostics of the static checks and, where the case can be played, those of its testplan's plays. `hasTime`: for
 * the cards of a case that varies.
 */
export const checkText = (
  { catalogue, files }: { catalogue: SharedContent; files: SharedFiles },
  { file, testplan, taken }: CaseText,
  hasTime: HasTime = () => true,
): CheckedText => {
  const facts = factsOf(files.shops);
  const planText = testplan === null ? null : { file: testplan.name, text: testplan.text };
  const ownFiles: CaseFiles = { pathId: null, ...readCase({ file: file.name, text: file.text }, planText, facts) };
  const { scenario, testplan: plan, varying } = ownFiles;
  const manyShops = inManyShops(ownFiles);
  const read = scenario.value === null || manyShops.length > 0 ? null : toScenario(scenario.value);
  const planned = plan === null || plan.value === null ? undefined : toTestplan(plan.value);
  const loaded = read === null ? null : withExemplars(read, planned);
  const library: Library = {
    ...catalogue,
    scenarios: new Map(loaded === null ? [] : [[loaded.id, loaded]]),
    testplans: new Map(loaded === null || planned === undefined ? [] : [[loaded.id, planned]]),
    templates: new Map(loaded === null || varying === null ? [] : [[loaded.id, varying.template]]),
    short: new Map(),
    tasks: new Map(),
    parts: new Map(),
    shopFacts: facts,
    files: { ...files, cases: [ownFiles], short: [], tasks: [], parts: [] },
  };
  const diagnostics = [
    ...scenario.diagnostics,
    ...(plan?.diagnostics ?? []),
    ...manyShops,
    ...tooManyCards(varying),
    // What is found in variants is told with their cards.
    ...checkCase({ ...ownFiles, varying: null }, library),
    ...(varying === null ? [] : unusedPartDiagnostics(varying)),
    ...idInUse(scenario, taken),
  ];
  if (loaded !== null && varying !== null) {
    const { diagnostics: onCards, cards } = checkCards(varying, library, hasTime);
    // The usual card is among them: what was found on it is told with the cards that have it.
    const places = new Set(onCards.map(placeOf));
    const others = diagnostics.filter((fault) => !places.has(placeOf(fault)));
    return {
      ...{ scenario: loaded, template: varying.template, cards },
      diagnostics: inReadingOrder([...others, ...onCards]),
    };
  }
  // A broken case can't be played, and its author mends it first. A placeholder or an id in use breaks nothing.
  const isBroken = diagnostics.some(
    ({ severity, code }) => severity === 'error' && code !== 'placeholder' && code !== 'duplicate-id',
  );
  const played = loaded === null || isBroken ? [] : runTestplans(library, loaded.id);
  return {
    ...{ scenario: loaded, template: null, cards: null },
    diagnostics: inReadingOrder([...diagnostics, ...played]),
  };
};

/** Only short customers play in several shops, each as a case of its own; lists name one shop for a case. */
const inManyShops = ({ scenario: { source }, varying }: CaseFiles): Diagnostic[] => {
  const { file, locate, value } = varying?.scenario ?? source;
  const body: Readonly<Record<string, unknown>> = Object(value);
  return 'vary' in body && 'shops' in body
    ? [diagnose('schema', file, locate(['shops']), say('school:cases.one-shop'))]
    : [];
};

/** The server lays a case's cards out beside its other work, and anew for each trainee who practises: more take a tenth of a second. */
const MAX_CARDS = 1000;

const tooManyCards = (varying: VaryingCase | null): Diagnostic[] => {
  const count = varying?.layouts[0]?.legal.length ?? 0;
  if (varying === null || count <= MAX_CARDS) return [];
  const { file, locate } = varying.scenario;
  const message = say('school:cases.many-cards', { count, most: MAX_CARDS });
  return [diagnose('too-many-variants', file, locate(['vary', 'draw']), message)];
};

const idInUse = ({ file, source, value }: AuthoredFile<{ id: string }>, owner: CaseText['taken']): Diagnostic[] => {
  const whose = value === null || !Object.hasOwn(owner, value.id) ? undefined : owner[value.id];
  return whose === undefined ? [] : [diagnose('duplicate-id', file, source.locate(['id']), whose)];
};
