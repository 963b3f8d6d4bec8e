/** Runs every static check over every file; what they find is sorted by file and line. */
import { basename } from 'node:path';
import { say } from '#i18n/say.ts';
import { checkIds } from '#library/checks/ids/case-ids.ts';
import { duplicateIds, unknownIds } from '#library/checks/ids/id-references.ts';
import { checkFigures } from '#library/checks/money/figures.ts';
import { checkOrders } from '#library/checks/money/orders.ts';
import { checkBlueprint } from '#library/checks/questions/check-blueprint.ts';
import { checkQuestions } from '#library/checks/questions/check-questions.ts';
import { checkRedLineCircles } from '#library/checks/red-line-circles.ts';
import { allLines, checkLines } from '#library/checks/sentences/customer-lines.ts';
import { checkLanguage } from '#library/checks/sentences/judged-sentences.ts';
import { checkModelRedLines } from '#library/checks/sentences/model-red-lines.ts';
import { checkPlaceholders } from '#library/checks/sentences/placeholders.ts';
import { plain } from '#library/checks/sentences/plain-text.ts';
import { checkSecrets } from '#library/checks/sentences/secrets.ts';
import { checkPictures, checkPicturesNamed } from '#library/checks/shop/pictures.ts';
import { checkShop } from '#library/checks/shop/shop-files.ts';
import { checkStars } from '#library/checks/stars.ts';
import { checkTags } from '#library/checks/tags.ts';
import { type Diagnostic, diagnose, type Fault, inReadingOrder, type Path } from '#library/diagnostics/diagnostics.ts';
import type { CaseFiles, Library } from '#library/load.ts';
import { withParts } from '#library/load-projects.ts';
import type { ShopFiles } from '#library/load-shared-content.ts';
import { exemplarsIn, withExemplars } from '#library/reading/exemplars.ts';
import type { AuthoredFile } from '#library/reading/read-file.ts';
import { type CaseCheck, type CaseView, pointsOf } from '#library/view/case-view.ts';
import { checkBystanders } from './bystanders.ts';
import { checkDates } from './dates.ts';
import { checkGrounds } from './grounds.ts';
import { checkIncident, checkNotedPrices } from './incident.ts';
import { checkNeeds } from './needs.ts';
import { checkPoints } from './points.ts';
import { checkProject } from './project.ts';
import { checkReactions } from './reactions.ts';
import { checkRubric } from './rubric.ts';
import { checkRush } from './rush.ts';
import { checkStory } from './story.ts';
import { checkTestplan } from './testplan.ts';
import { checkPhrases, checkTyping } from './typing.ts';
import { checkVarying } from './variants.ts';
import { checkWindows } from './windows.ts';

/** In any order: what they find is sorted. */
const CASE_CHECKS: readonly CaseCheck[] = [
  checkIds,
  checkStory,
  checkRedLineCircles,
  checkWindows,
  checkPoints,
  checkNeeds,
  checkReactions,
  checkIncident,
  checkNotedPrices,
  checkLines,
  checkBystanders,
  checkOrders,
  checkSecrets,
  checkFigures,
  checkDates,
  checkLanguage,
  checkModelRedLines,
];

/**
 * All faults the static checks find. Files the loader couldn't read are left out: it has reported them. `isWanted`: only
 * these cases are checked, because judging their sentences takes long.
 */
export const checkLibrary = (library: Library, isWanted: (files: CaseFiles) => boolean = () => true): Diagnostic[] => {
  const { cases, short: shortCases, personas, rubrics, shops, types, law, actions, pictures, rush } = library.files;
  const { blueprint, questions, phrases, tasks, parts } = library.files;
  const whole = withParts(library);
  return inReadingOrder([
    ...parts.filter(isWanted).flatMap((files) => checkCase(files, whole)),
    ...tasks.flatMap((file) => {
      const where = { find: (id: string) => whole.scenarios.get(id), file: basename(file.file, '.yaml') };
      return file.value === null ? [] : diagnosticsIn(file, checkProject(file.value, where));
    }),
    ...[...cases, ...shortCases].filter(isWanted).flatMap((files) => checkCase(files, library)),
    ...shortCases.flatMap(checkShortCaseVaries),
    ...diagnosticsIn(types, duplicateIds(idsWithPaths(types.value), 'type')),
    ...diagnosticsIn(law, duplicateIds(idsWithPaths(law.value), 'law')),
    ...diagnosticsIn(actions, duplicateIds(idsWithPaths(actions.value), 'action')),
    ...diagnosticsIn(actions, unknownIds(shopsOfChoices(library), library.files.shops.map(shopOfFiles), 'shop')),
    ...diagnosticsIn(pictures, checkPictures(pictures)),
    ...diagnosticsIn(rush, rush.value ? checkRush(rush.value, library.types) : []),
    ...checkQuestions(library).flatMap(({ file, faults }) => diagnosticsIn(file, faults)),
    ...(blueprint?.value ? diagnosticsIn(blueprint, checkBlueprint(blueprint.value, valuesOf(questions))) : []),
    ...checkTyping(library).flatMap(({ file, faults }) => diagnosticsIn(file, faults)),
    ...(phrases?.value ? diagnosticsIn(phrases, checkPhrases(phrases.value)) : []),
    ...shops.flatMap((shop) =>
      checkShop(shop, library).flatMap(({ files, faults }) => diagnosticsIn(shop[files], faults)),
    ),
    ...rubrics.flatMap((rubric) => diagnosticsIn(rubric, checkRubric(rubric.value, library))),
    ...rubrics.flatMap((rubric) => diagnosticsIn(rubric, rubric.value ? checkStars(rubric.value) : [])),
    ...personas.flatMap((persona) => diagnosticsIn(persona, checkFileName(persona.file, persona.value?.id))),
    ...repeatedAcrossCases([...cases, ...shortCases, ...parts]),
  ]);
};

const shopOfFiles = ({ folder }: ShopFiles): { id: string } => ({ id: folder });

/** Where a choice of a form names the shops that have it. */
const shopsOfChoices = ({ actions }: Library): { id: string; path: Path }[] =>
  actions.flatMap(({ fields }, action) =>
    fields.flatMap(({ choices }, field) =>
      choices.flatMap(({ shops = [] }, choice) =>
        shops.map((id, shop) => ({ id, path: [action, 'fields', field, 'choices', choice, 'shops', shop] })),
      ),
    ),
  );

/** One case and the testplan beside it. */
export const checkCase = (
  { pathId, scenario: scenarioFile, testplan, varying }: CaseFiles,
  library: Library,
): Diagnostic[] => {
  const authored = scenarioFile.value;
  if (!authored) return [];
  const loaded = library.scenarios.get(authored.id);
  const view: CaseView = {
    authored,
    shop: library.shops.get(authored.shop) ?? null,
    actions: new Map(library.actions.map((action) => [action.id, action])),
    exemplars: loaded === undefined ? new Map() : exemplarsIn(withExemplars(loaded, library.testplans.get(loaded.id))),
  };
  // The newest rubric comes first (rubric.ts).
  const findings = library.rubrics[0]?.findings ?? [];
  return [
    ...diagnosticsIn(scenarioFile, checkIdentity(view, pathId, library)),
    ...CASE_CHECKS.flatMap((check) => diagnosticsIn(scenarioFile, check(view))),
    ...diagnosticsIn(scenarioFile, checkGrounds(view, library)),
    ...diagnosticsIn(scenarioFile, checkPlaceholders(authored)),
    ...diagnosticsIn(scenarioFile, checkPicturesNamed(authored, library.files.pictures.value)),
    ...diagnosticsIn(scenarioFile, checkTags(authored, testplan?.value ?? null, library.files.law.value ?? [])),
    ...(testplan?.value ? diagnosticsIn(testplan, checkTestplan({ ...view, testplan: testplan.value, findings })) : []),
    ...(varying ? checkVarying(varying) : []),
    ...(testplan
      ? []
      : diagnosticsIn(scenarioFile, [
          {
            code: 'no-testplan',
            path: ['id'],
            message: say('checker:head.testplan', { file: `${basename(scenarioFile.file, '.yaml')}.testplan.yaml` }),
          },
        ])),
  ];
};

function* checkIdentity({ authored }: CaseView, pathId: string | null, library: Library): Iterable<Fault> {
  if (pathId !== null && authored.id !== pathId)
    yield { code: 'id-not-path', path: ['id'], message: say('checker:head.path', { id: pathId }) };
  if (!authored.id.startsWith(`${authored.type}/`))
    yield {
      code: 'id-not-path',
      path: ['type'],
      message: say('checker:head.type', { start: authored.id.split('/')[0] ?? '', type: authored.type }),
    };
  yield* unknownIds([{ id: authored.type, path: ['type'] }], library.types, 'type');
  // A shop with unreadable files still counts as present: its own errors are reported, and one more would only repeat
  // them.
  const shops = library.files.shops.map(shopOfFiles);
  yield* unknownIds([{ id: authored.shop, path: ['shop'] }], shops, 'shop');
  yield* unknownIds(
    [{ id: authored.customer.persona, path: ['customer', 'persona'] }],
    [...library.personas.values()],
    'persona',
  );
  const { obstacle } = authored;
  const answers = [...pointsOf(authored).map(({ point }) => point), ...library.actions];
  if (obstacle && obstacle.answer === undefined)
    yield { code: 'obstacle-without-answer', path: ['obstacle'], message: say('checker:head.obstacle') };
  yield* unknownIds([{ id: obstacle?.answer, path: ['obstacle', 'answer'] }], answers, 'point-or-action');
}

const diagnosticsIn = (file: Pick<AuthoredFile<unknown>, 'file' | 'source'>, faults: Iterable<Fault>): Diagnostic[] => {
  return [...faults].map(({ code, path, message }) => diagnose(code, file.file, file.source.locate(path), message));
};

const idsWithPaths = (items: readonly { id: string }[] | null): { id: string; path: [number, 'id'] }[] => {
  return (items ?? []).map(({ id }, index) => ({ id, path: [index, 'id'] }));
};

const valuesOf = <T>(files: readonly AuthoredFile<T>[]): T[] =>
  files.flatMap(({ value }) => (value === null ? [] : [value]));

function* checkFileName(file: string, id: string | undefined): Iterable<Fault> {
  if (id !== undefined && basename(file, '.yaml') !== id)
    yield { code: 'id-not-path', path: ['id'], message: say('checker:head.file', { id: basename(file, '.yaml') }) };
}

/** A short case must vary: trainees meet it again and again, and would learn a fixed answer by heart. */
const checkShortCaseVaries = ({ scenario, varying }: CaseFiles): Diagnostic[] =>
  scenario.value === null || varying !== null
    ? []
    : diagnosticsIn(scenario, [{ code: 'answer-fixed', path: ['id'], message: say('checker:head.short-plain') }]);

/** Shorter lines may be the same in two cases. */
const MIN_DISTINCTIVE_CHARS = 7;

/** Lines that two customers share, reported at the second case; also two cases with one id. */
const repeatedAcrossCases = (cases: readonly CaseFiles[]): Diagnostic[] => {
  const firstCaseByLine = new Map<string, string>();
  const knownIds = new Set<string>();
  return cases.flatMap(({ scenario }) => {
    const authored = scenario.value;
    if (!authored) return [];
    const isDuplicateId = knownIds.has(authored.id);
    knownIds.add(authored.id);
    if (isDuplicateId)
      return diagnosticsIn(scenario, [
        { code: 'duplicate-id', path: ['id'], message: say('checker:mention.case-twice', { id: authored.id }) },
      ]);
    const faults = allLines(authored).flatMap(({ line, path }): Fault[] => {
      const plainLine = plain(line);
      const firstCaseId = firstCaseByLine.get(plainLine);
      if (plainLine.length < MIN_DISTINCTIVE_CHARS) return [];
      firstCaseByLine.set(plainLine, firstCaseId ?? authored.id);
      if (firstCaseId === undefined || firstCaseId === authored.id) return [];
      return [{ code: 'line-repeated', path, message: say('checker:line.repeated', { line, case: firstCaseId }) }];
    });
    return diagnosticsIn(scenario, faults);
  });
};
