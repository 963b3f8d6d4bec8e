/**
 * Turns rulings on points into examples of the cases: a patch that an author reads before it is applied. Files on disk
 * are read, never written; a drill may have pinned an older version of them.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, parseDocument } from 'yaml';
import { say } from '#i18n/say.ts';
import { similarity } from '#language/quick-replies/match-quick-replies.ts';
import { checkLanguage } from '#library/checks/sentences/judged-sentences.ts';
import { severityOf } from '#library/diagnostics/codes.ts';
import type { Fault, Path } from '#library/diagnostics/diagnostics.ts';
import { factsOf } from '#library/load.ts';
import { loadSharedContent } from '#library/load-shared-content.ts';
import { readCase, type ShopFactsById } from '#library/reading/read-case.ts';
import type { AuthoredScenario } from '#library/schema/scenario.ts';
import { type PointAt, pointsOf } from '#library/view/case-view.ts';
import { type ExampleList, withExample } from './example-edit.ts';
import { exampleText } from './example-text.ts';
import { unifiedDiff } from './unified-diff.ts';

/** A reply that a person ruled on, without its trainee's name. `by`: who ruled; `at`: epoch milliseconds. */
export type RuledReply = {
  ruling: string;
  scenario: string;
  point: string;
  list: ExampleList;
  text: string;
  by: string;
  at: number;
};
export type Added = { lesson: RuledReply; file: string; text: string };
/** `there`: the case has the example already. `opposite`: it says the contrary of the same words. */
export type LeftWhy =
  | 'there'
  | 'opposite'
  | 'no-case'
  | 'no-point'
  | 'unreadable'
  | 'private'
  | 'too-short'
  | 'too-long'
  | 'varies'
  | 'needs-key';
/** `message`: the checker's message, where that is the reason. */
export type LeftOut = { lesson: RuledReply; why: LeftWhy; text: string; message: string };
export type Harvest = {
  added: Added[];
  left: LeftOut[];
  /** Changed files in order: `file` is the path within the project, `path` the path on disk. */
  files: { file: string; path: string; before: string; after: string }[];
};

const MIN_SIMILARITY = 0.9;

type Options = {
  /** Also takes examples that the judge contradicts. */
  force?: boolean;
  /** The checker's faults of a case. */
  faultsOf?: (authored: AuthoredScenario) => readonly Fault[];
  /** Lets other work run between two lessons. */
  breathe?: () => Promise<void>;
};

const languageFaults = (authored: AuthoredScenario): readonly Fault[] => [
  ...checkLanguage({ authored, shop: null, actions: new Map(), exemplars: new Map() }),
];

/** `casesDir`: the folder `scenarios/cases`. Cases are taken by id, and the lessons of each case in order of time. */
export const harvest = async (
  casesDir: string,
  lessons: readonly RuledReply[],
  options: Options = {},
): Promise<Harvest> => {
  const result: Harvest = { added: [], left: [], files: [] };
  let read: ShopFactsById | null = null;
  const facts = (): ShopFactsById => {
    read ??= factsOf(loadSharedContent(join(casesDir, '..')).files.shops);
    return read;
  };
  const ids = [...new Set(lessons.map(({ scenario }) => scenario))].sort();
  for (const id of ids) {
    const rulingsOfCase = lessons
      .filter(({ scenario }) => scenario === id)
      .toSorted((a, b) => a.at - b.at || (a.ruling < b.ruling ? -1 : 1));
    const path = join(casesDir, `${id}.yaml`);
    const file = `scenarios/cases/${id}.yaml`;
    if (!/^[a-z0-9-]+\/[a-z0-9-]+$/.test(id) || !existsSync(path)) {
      result.left.push(...rulingsOfCase.map((lesson) => leaveOut(lesson, 'no-case')));
      continue;
    }
    const contentBefore = readFileSync(path, 'utf8');
    let contentAfter = contentBefore;
    for (const lesson of rulingsOfCase) {
      await options.breathe?.();
      const accepted = addLesson(file, contentAfter, lesson, { ...options, facts });
      if ('why' in accepted) result.left.push(accepted);
      else {
        contentAfter = accepted.yaml;
        result.added.push({ lesson, file, text: accepted.text });
      }
    }
    if (contentAfter !== contentBefore) result.files.push({ file, path, before: contentBefore, after: contentAfter });
  }
  return result;
};

const leaveOut = (lesson: RuledReply, reason: LeftWhy, text = lesson.text, message = ''): LeftOut => ({
  lesson,
  why: reason,
  text,
  message,
});

const addLesson = (
  file: string,
  yaml: string,
  lesson: RuledReply,
  { facts, ...options }: Options & { facts: () => ShopFactsById },
): LeftOut | { yaml: string; text: string } => {
  const { source, value: authored } = readCase({ file, text: yaml }, null, facts()).scenario;
  if (authored === null) return leaveOut(lesson, 'unreadable');
  const place = pointsOf(authored).find(({ point }) => point.id === lesson.point);
  if (place === undefined) return leaveOut(lesson, 'no-point');
  const clean = exampleText(lesson.text, [authored.customer.name]);
  if (!clean.ok) return leaveOut(lesson, clean.why);
  const { text } = clean;
  const like = (words: readonly string[]): boolean =>
    words.some((wording) => similarity(wording, text) >= MIN_SIMILARITY);
  const { right, wrong } = saidAlready(place);
  if (like(lesson.list === 'yes' ? right : wrong)) return leaveOut(lesson, 'there', text);
  if (like(lesson.list === 'yes' ? wrong : right)) return leaveOut(lesson, 'opposite', text);
  const path = source.pathInFile(place.path);
  // A reply to one variant may be wrong in another.
  if (isVaried(yaml, path)) return leaveOut(lesson, 'varies', text);
  const patched = withExample(yaml, path, lesson.list, text);
  const textAfter = patched === null ? null : readCase({ file, text: patched }, null, facts()).scenario.value;
  if (patched === null || textAfter === null) return leaveOut(lesson, 'unreadable', text);
  const [fault] = newErrors(authored, textAfter, options.faultsOf ?? languageFaults);
  if (fault !== undefined && options.force !== true) return leaveOut(lesson, 'needs-key', text, fault.message);
  return { yaml: patched, text };
};

/** Whether the point says another thing on another card: it is there under a condition, or its words have slots. */
const isVaried = (yaml: string, path: Path): boolean => {
  const point = parseDocument(yaml).getIn(path);
  if (!isMap(point)) return false;
  const { says, value } = Object.fromEntries(
    ['says', 'value'].map((key) => [key, JSON.stringify(point.get(key) ?? '')]),
  );
  return point.has('when') || /【|"(?:when|any)":/.test(`${says}${value}`);
};

const saidAlready = ({ point }: PointAt): { right: string[]; wrong: string[] } => {
  return {
    right: [point.says, ...(point.also ?? []), ...(point.examples?.yes ?? [])],
    wrong: [
      ...(point.contradicts ?? []),
      ...(point.wrongs ?? []).flatMap(({ says }) => says),
      ...(point.examples?.no ?? []),
    ],
  };
};

/** Errors that only `after` has. Examples are added at the end, so older errors keep their paths. */
const newErrors = (
  errorsBefore: AuthoredScenario,
  errorsAfter: AuthoredScenario,
  faultsOf: NonNullable<Options['faultsOf']>,
): Fault[] => {
  const keysNamed = ({ code, path }: Fault): string => JSON.stringify([code, path]);
  const knownKeys = new Set(faultsOf(errorsBefore).map(keysNamed));
  return faultsOf(errorsAfter).filter(
    (fault) => severityOf(fault.code) === 'error' && !knownKeys.has(keysNamed(fault)),
  );
};

/**
 * The patch as text: above each file's diff who ruled and when, at the end what was left out. These lines begin with
 * `#`, so that `git apply` skips them. Examples the case has already aren't listed. Empty where there was nothing to
 * harvest.
 */
export const printHarvest = ({ added, left, files }: Harvest): string => {
  const diffs = files.map(({ file, before, after }) => {
    const heads = added
      .filter((added) => added.file === file)
      .map(({ lesson: { by, at, point, list }, text }) =>
        remark(say('case-files:harvest.taken', { by, at: minute(at), point, list, text })),
      );
    return heads.join('') + unifiedDiff(file, before, after);
  });
  const news = left.filter(({ why }) => why !== 'there');
  return diffs.join('') + news.map((keptCount) => remark(leftOut(keptCount))).join('');
};

/** A line that `git apply` passes over. */
const remark = (sentence: string): string => `# ${sentence}\n`;

const leftOut = ({ lesson: { scenario, point, list }, why, text, message }: LeftOut): string => {
  const words = oneLine(why === 'private' ? '…' : text);
  const values = { scenario, point, list, text: words, why: say(`case-files:harvest.why.${why}`) };
  return message === ''
    ? say('case-files:harvest.left', values)
    : say('case-files:harvest.left-saying', { ...values, message: oneLine(message) });
};

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');
/** A time to the minute, in UTC, so that every machine writes the same. */
const minute = (at: number): string => `${new Date(at).toISOString().slice(0, 16)}Z`;
