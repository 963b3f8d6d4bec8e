/** Whether the library makes sense: every check over every file, in reading order. */
import { basename } from 'node:path';
import { say } from '#i18n/say.ts';
import { checkFigures } from '#library/checks/desk/figures.ts';
import { checkIds } from '#library/checks/desk/ids.ts';
import { checkOrders } from '#library/checks/desk/orders.ts';
import { checkPictures, checkPicturesNamed } from '#library/checks/desk/pictures.ts';
import { checkShop } from '#library/checks/desk/sources.ts';
import { checkStars } from '#library/checks/desk/stars.ts';
import { checkLanguage } from '#library/checks/words/language.ts';
import { allLines, checkLines } from '#library/checks/words/lines.ts';
import { duplicates, unknown } from '#library/checks/words/mentions.ts';
import { checkModelRedLines } from '#library/checks/words/model-red-lines.ts';
import { checkPlaceholders } from '#library/checks/words/placeholders.ts';
import { checkRedLineCircles } from '#library/checks/words/red-line-circles.ts';
import { checkSecrets } from '#library/checks/words/secrets.ts';
import { checkTags } from '#library/checks/words/tags.ts';
import { plain } from '#library/checks/words/wording.ts';
import { type Diagnostic, diagnose, type Fault, inReadingOrder } from '#library/diagnostics/diagnostics.ts';
import type { CaseFiles, Library } from '#library/load.ts';
import { exemplarsIn, withExemplars } from '#library/reading/exemplars.ts';
import type { AuthoredFile } from '#library/reading/read-file.ts';
import { type CaseCheck, type CaseView, pointsOf } from '#library/view/case-view.ts';
import { checkBystanders } from './bystanders.ts';
import { checkDates } from './dates.ts';
import { checkGrounds } from './grounds.ts';
import { checkNeeds } from './needs.ts';
import { checkPoints } from './points.ts';
import { checkReactions } from './reactions.ts';
import { checkRubric } from './rubric.ts';
import { checkRush } from './rush.ts';
import { checkStory } from './story.ts';
import { checkTestplan } from './testplan.ts';
import { checkVarying } from './variants.ts';
import { checkWindows } from './windows.ts';

const CASE_CHECKS: readonly CaseCheck[] = [
  checkIds,
  checkStory,
  checkRedLineCircles,
  checkWindows,
  checkPoints,
  checkNeeds,
  checkReactions,
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
 * All faults the static checks find. Files the loader couldn't read are left out: it has reported them. `wanted`: only
 * these cases are checked, because judging their sentences takes long.
 */
export function checkLibrary(library: Library, wanted: (files: CaseFiles) => boolean = () => true): Diagnostic[] {
  const { cases, short, personas, rubrics, shops, types, law, actions, pictures, rush } = library.files;
  return inReadingOrder([
    ...[...cases, ...short].filter(wanted).flatMap((files) => checkCase(files, library)),
    ...short.flatMap(checkShort),
    ...inFile(types, duplicates(idsWithPaths(types.value), 'type')),
    ...inFile(law, duplicates(idsWithPaths(law.value), 'law')),
    ...inFile(actions, duplicates(idsWithPaths(actions.value), 'action')),
    ...inFile(pictures, checkPictures(pictures)),
    ...inFile(rush, rush.value ? checkRush(rush.value, library.types) : []),
    ...shops.flatMap((shop) => checkShop(shop, library).flatMap(({ files, faults }) => inFile(shop[files], faults))),
    ...rubrics.flatMap((rubric) => inFile(rubric, checkRubric(rubric.value, library))),
    ...rubrics.flatMap((rubric) => inFile(rubric, rubric.value ? checkStars(rubric.value) : [])),
    ...personas.flatMap((persona) => inFile(persona, checkFileName(persona.file, persona.value?.id))),
    ...sameAcrossCases([...cases, ...short]),
  ]);
}

/** One case and the testplan beside it. */
export function checkCase({ pathId, scenario: file, testplan, varying }: CaseFiles, library: Library): Diagnostic[] {
  const authored = file.value;
  if (!authored) return [];
  const scenario = library.scenarios.get(authored.id);
  const view: CaseView = {
    authored,
    shop: library.shops.get(authored.shop) ?? null,
    actions: new Map(library.actions.map((action) => [action.id, action])),
    exemplars:
      scenario === undefined ? new Map() : exemplarsIn(withExemplars(scenario, library.testplans.get(scenario.id))),
  };
  const findings = library.rubrics[0]?.findings ?? [];
  return [
    ...inFile(file, checkHead(view, pathId, library)),
    ...CASE_CHECKS.flatMap((check) => inFile(file, check(view))),
    ...inFile(file, checkGrounds(view, library)),
    ...inFile(file, checkPlaceholders(authored)),
    ...inFile(file, checkPicturesNamed(authored, library.files.pictures.value)),
    ...inFile(file, checkTags(authored, testplan?.value ?? null, library.files.law.value ?? [])),
    ...(testplan?.value ? inFile(testplan, checkTestplan({ ...view, testplan: testplan.value, findings })) : []),
    ...(varying ? checkVarying(varying) : []),
    ...(testplan
      ? []
      : inFile(file, [
          {
            code: 'no-testplan',
            path: ['id'],
            message: say('checker:head.testplan', { file: `${basename(file.file, '.yaml')}.testplan.yaml` }),
          },
        ])),
  ];
}

function* checkHead({ authored }: CaseView, pathId: string | null, library: Library): Iterable<Fault> {
  if (pathId !== null && authored.id !== pathId)
    yield { code: 'id-not-path', path: ['id'], message: say('checker:head.path', { id: pathId }) };
  if (!authored.id.startsWith(`${authored.type}/`))
    yield {
      code: 'id-not-path',
      path: ['type'],
      message: say('checker:head.type', { start: authored.id.split('/')[0] ?? '', type: authored.type }),
    };
  yield* unknown([{ id: authored.type, path: ['type'] }], library.types, 'type');
  // A shop with unreadable files still counts as present: its own errors are reported, and one more would only repeat
  // them.
  const shops = library.files.shops.map(({ folder }) => ({ id: folder }));
  yield* unknown([{ id: authored.shop, path: ['shop'] }], shops, 'shop');
  yield* unknown(
    [{ id: authored.customer.persona, path: ['customer', 'persona'] }],
    [...library.personas.values()],
    'persona',
  );
  const { obstacle } = authored;
  const answers = [...pointsOf(authored).map(({ point }) => point), ...library.actions];
  if (obstacle && obstacle.answer === undefined)
    yield { code: 'obstacle-without-answer', path: ['obstacle'], message: say('checker:head.obstacle') };
  yield* unknown([{ id: obstacle?.answer, path: ['obstacle', 'answer'] }], answers, 'point-or-action');
}

function inFile(file: Pick<AuthoredFile<unknown>, 'file' | 'source'>, faults: Iterable<Fault>): Diagnostic[] {
  return [...faults].map(({ code, path, message }) => diagnose(code, file.file, file.source.locate(path), message));
}

function idsWithPaths(items: readonly { id: string }[] | null) {
  return (items ?? []).map(({ id }, index) => ({ id, path: [index, 'id'] }));
}

function* checkFileName(file: string, id: string | undefined): Iterable<Fault> {
  if (id !== undefined && basename(file, '.yaml') !== id)
    yield { code: 'id-not-path', path: ['id'], message: say('checker:head.file', { id: basename(file, '.yaml') }) };
}

/** Short customers are met again and again, in any of their shops: one that is the same each time is learnt by heart. */
const checkShort = ({ scenario, varying }: CaseFiles): Diagnostic[] =>
  scenario.value === null || varying !== null
    ? []
    : inFile(scenario, [{ code: 'answer-fixed', path: ['id'], message: say('checker:head.short-plain') }]);

/** Characters: two customers may well use the same words in a shorter line. */
const MIN_OWN = 7;

/** Lines that two customers share, reported at the second case; also two cases with one id. */
function sameAcrossCases(cases: readonly CaseFiles[]): Diagnostic[] {
  const seen = new Map<string, string>();
  const ids = new Set<string>();
  return cases.flatMap(({ scenario }) => {
    const authored = scenario.value;
    if (!authored) return [];
    const isTwice = ids.has(authored.id);
    ids.add(authored.id);
    if (isTwice)
      return inFile(scenario, [
        { code: 'duplicate-id', path: ['id'], message: say('checker:mention.case-twice', { id: authored.id }) },
      ]);
    const faults = allLines(authored).flatMap(({ line, path }): Fault[] => {
      const words = plain(line);
      const before = seen.get(words);
      if (words.length < MIN_OWN) return [];
      seen.set(words, before ?? authored.id);
      if (before === undefined || before === authored.id) return [];
      return [{ code: 'line-repeated', path, message: say('checker:line.repeated', { line, case: before }) }];
    });
    return inFile(scenario, faults);
  });
}
