/** The labelled lines of `tests/language`, sorted by whether the judge was tuned on them. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readJudgeLine } from '#language/judge-line.ts';
import { ACTS, ANSWERS, type PointWordings, RED_LINES, TONES } from '#language/terms/verdicts.ts';

export const EXAMPLES_FOLDER = 'tests/language/lines';

/** Lines written while the rules were made; they lie outside the folder. */
const TUNED_ON = ['tests/language/dev-set.jsonl', 'tests/language/accuracy/other-topics.jsonl'];

export const TASKS = ['points', 'tone', 'redline', 'evasion', 'act'] as const;
export type Task = (typeof TASKS)[number];

type Said = { id: string; customer: string | undefined; reply: string; hard: boolean };
export type LabelledExample = Said &
  (
    | { task: 'points'; points: PointWordings[]; expect: { covered: string[]; wrong: string[] } }
    | { task: 'tone'; expect: string }
    | { task: 'evasion'; expect: string }
    | { task: 'redline'; expect: string[] }
    | { task: 'act'; expect: string[] }
  );

export type ExampleSets = {
  /** Lines written before tuning; people who tune the judge never read them. */
  blind: LabelledExample[];
  /**
   * The blind lines on points once more, with `about yes no value unless examples` filled in for each point by an
   * author who hadn't seen the replies.
   */
  keyed: LabelledExample[];
  /**
   * Lines the classifier learns from, lines the rules were tuned on, and blind lines of earlier versions that have been
   * opened since.
   */
  tuned: LabelledExample[];
  /** Blind lines left out because the same words stand among the tuned ones. */
  shared: number;
  /** Changes with any line. */
  digest: string;
};

/** Every labelled line. Throws with file and line number where one is no legal line. */
export const readExamples = (folder = EXAMPLES_FOLDER): ExampleSets => {
  const hash = createHash('sha256');
  const read = (file: string): LabelledExample[] => {
    const text = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
    hash.update(basename(file)).update('\0').update(text);
    return text.split('\n').flatMap((line, index) => (line === '' ? [] : [parsed(line, `${file}:${index + 1}`)]));
  };
  const named = (start: string) =>
    readdirSync(folder)
      .filter((file) => file.startsWith(start) && file.endsWith('.jsonl'))
      .sort()
      .map((file) => join(folder, file));
  const written = named('blind-').flatMap(read);
  const keyed = named('keyed-').flatMap(read);
  const tuned = [...named('train-'), ...TUNED_ON].flatMap(read);
  const seen = new Set(tuned.map(wordsOf));
  const blind = written.filter((line) => !seen.has(wordsOf(line)));
  return { blind, keyed, tuned, shared: written.length - blind.length, digest: hash.digest('hex').slice(0, 16) };
};

/** What makes two lines the same: task, customer and reply without spaces and marks. */
const wordsOf = ({ task, customer, reply }: LabelledExample): string =>
  [task, customer ?? '', reply].map((text) => text.replace(/[\s\p{P}]/gu, '')).join('\0');

const LABELS: Readonly<Record<Exclude<Task, 'points'>, readonly string[]>> = {
  tone: TONES,
  evasion: ANSWERS,
  redline: RED_LINES,
  act: ACTS,
};

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((text) => typeof text === 'string');

const parsed = (text: string, at: string): LabelledExample => {
  const fault = (what: string): Error => new Error(`${at}: ${what}`);
  const read = readJudgeLine(text);
  if (!read.ok) throw fault(read.error.message);
  const { task, expect, hard } = JSON.parse(text) as { task?: Task; expect?: unknown; hard?: unknown };
  const { id, customer, reply, points } = read.value;
  const said = { id: String(id), customer, reply, hard: hard === true };
  if (task === undefined || !TASKS.includes(task)) throw fault(`unknown task: ${task}`);
  if (task === 'points') {
    const { covered, wrong } = (expect ?? {}) as { covered?: unknown; wrong?: unknown };
    if (!isTexts(covered) || !isTexts(wrong)) throw fault('points need {covered: [ids], wrong: [ids]}');
    const strange = [...covered, ...wrong].find((id) => !points.some((point) => point.id === id));
    if (strange !== undefined) throw fault(`no such point: ${strange}`);
    return { ...said, task, points, expect: { covered, wrong } };
  }
  const labels = isTexts(expect) ? expect : [expect];
  const strange = labels.find((label) => !LABELS[task].some((known) => known === label));
  if (strange !== undefined) throw fault(`no such label of ${task}: ${strange}`);
  if (task === 'tone' || task === 'evasion') {
    if (typeof expect !== 'string') throw fault(`${task} has one label`);
    return { ...said, task, expect };
  }
  if (!isTexts(expect)) throw fault(`${task} has a list of labels`);
  return { ...said, task, expect };
};
