/** What a file's question would be in the bank, or what is wrong with it, by column (RULES B9). */
import { createHash } from 'node:crypto';
import {
  OPTIONS_MAX,
  type OwnQuestion,
  QUESTION_LIMITS,
  type QuestionColumn,
  type QuestionFault,
  USUAL_TOLERANCE,
} from '#contract/practice/own-questions.ts';
import { listed, say } from '#i18n/say.ts';
import { contentOf } from './compare-questions.ts';
import { keyOf } from './question-key.ts';
import type { AddFault, RawQuestion } from './raw-question.ts';
import { columnName } from './read-workbook.ts';
import { isGeneral, kindOf, levelOf, withoutCitationWord, wordOf } from './said-in-files.ts';

type Named = { id: string; name: string };
/** What rows are checked against. `shipped`: ids and contents of the bank that ships; `own`: the school's questions. */
export type QuestionRules = {
  topics: readonly Named[];
  shops: readonly Named[];
  shippedIds: ReadonlySet<string>;
  shippedByContent: ReadonlyMap<string, string>;
  own: readonly OwnQuestion[];
};
export type CheckedQuestion = {
  line: number;
  id: string;
  stem: string;
  /** Null: it has faults. */
  question: OwnQuestion | null;
  /** Null but where only an explanation, a source or a unit is missing, which are empty in it. */
  draft: OwnQuestion | null;
  faults: QuestionFault[];
};

/** What a file of another program doesn't have, and can be written while it is looked over (RULES B21). */
const WRITTEN_LATER: readonly QuestionFault['column'][] = ['why', 'basis', 'unit'];
const isOnlyLacking = (faults: readonly QuestionFault[]): boolean =>
  faults.length > 0 && faults.every(({ code, column }) => code === 'missing' && WRITTEN_LATER.includes(column));
/** Stands for what is written later, while the rest is read. */
const LATER = '-';
const filledLater = (raw: RawQuestion): RawQuestion => {
  const { why, basis, unit } = raw.cells;
  return { ...raw, cells: { ...raw.cells, why: why || LATER, basis: basis || LATER, unit: unit || LATER } };
};
/** Empty again: what the file lacks. */
const lackingAgain = (question: OwnQuestion, { cells: { why, basis, unit } }: RawQuestion): OwnQuestion => ({
  ...question,
  ...{ why, basis: withoutCitationWord(basis), unit: question.unit === null ? null : unit },
});

/** Of two rows with one id or one content the later has the fault. */
export const checkQuestions = (raws: readonly RawQuestion[], rules: QuestionRules): CheckedQuestion[] => {
  const lineById = new Map<string, number>();
  const lineByContent = new Map<string, number>();
  const ownByContent = new Map(rules.own.map((question) => [contentOf(question), question.id]));
  return raws.map((raw) => {
    const faults: QuestionFault[] = [];
    const add: AddFault = (code, column, text) =>
      faults.push({
        ...{ code, column },
        message: say('school:questions.fault.at', { line: raw.line, column: columnName(column), fault: text }),
      });
    for (const { code, column, text } of raw.faults) add(code, column, text);
    const sound = raw.faults.length > 0 ? null : questionOf(raw, rules, add);
    const whole = sound ?? (isOnlyLacking(faults) ? questionOf(filledLater(raw), rules, () => undefined) : null);
    const lacks = isOnlyLacking(faults);
    const id = whole?.id ?? raw.cells.id;
    if (whole !== null) {
      const content = contentOf(whole);
      // A row without an id of its own has the one of its content, whose fault is told below.
      if (raw.cells.id !== '') idFaults(whole.id, rules, lineById, add);
      const shipped = rules.shippedByContent.get(content);
      const own = ownByContent.get(content);
      const earlier = lineByContent.get(content);
      if (shipped !== undefined && shipped !== id)
        add('same-question', 'stem', say('school:questions.fault.same-shipped', { id: shipped }));
      else if (own !== undefined && own !== id)
        add('same-question', 'stem', say('school:questions.fault.same-own', { id: own }));
      else if (earlier !== undefined)
        add('same-question', 'stem', say('school:questions.fault.same-row', { line: earlier }));
      if (!lineById.has(id)) lineById.set(id, raw.line);
      if (!lineByContent.has(content)) lineByContent.set(content, raw.line);
    }
    const draft = whole !== null && lacks && isOnlyLacking(faults) ? lackingAgain(whole, raw) : null;
    return { line: raw.line, id, stem: raw.cells.stem, question: faults.length === 0 ? sound : null, draft, faults };
  });
};

const idFaults = (
  id: string,
  { shippedIds }: QuestionRules,
  lineById: ReadonlyMap<string, number>,
  add: AddFault,
): void => {
  const earlier = lineById.get(id);
  if (shippedIds.has(id)) add('shipped-id', 'id', say('school:questions.fault.shipped-id', { id }));
  else if (earlier !== undefined) add('same-id', 'id', say('school:questions.fault.same-id', { id, line: earlier }));
};

const ID = /^[a-z0-9-]{1,60}$/;
const MADE_ID_CHARS = 12;
const madeId = (text: string): string =>
  `own-${createHash('sha256').update(text).digest('hex').slice(0, MADE_ID_CHARS)}`;

const questionOf = (raw: RawQuestion, rules: QuestionRules, add: AddFault): OwnQuestion | null => {
  const { cells, options, title } = raw;
  sizeFaults(raw, add);
  const [kind, level] = [kindOf(cells.kind), levelOf(cells.level)];
  if (kind === null)
    add(
      cells.kind === '' ? 'missing' : 'unknown-kind',
      'kind',
      say('school:questions.fault.kind', { said: cells.kind.slice(0, 20), kinds: kindNames() }),
    );
  if (level === null)
    add(
      cells.level === '' ? 'missing' : 'unknown-level',
      'level',
      say('school:questions.fault.level', { said: cells.level.slice(0, 20) }),
    );
  const isLoose = raw.isTopicLoose && idNamed(cells.topic, rules.topics) === undefined;
  const topic = isLoose ? null : namedId('unknown-topic', 'topic', cells.topic, rules.topics, add);
  const shop = namedId('unknown-shop', 'shop', cells.shop, rules.shops, add);
  const key = kind === null ? null : keyOf(kind, raw, add);
  const isOdd = cells.id !== '' && !ID.test(cells.id);
  // Moodle names questions in words; a table that writes an id means one.
  if (isOdd && title === null) add('odd-id', 'id', say('school:questions.fault.odd-id', { id: cells.id.slice(0, 20) }));
  if (kind === null || level === null || key === null || topic === undefined || shop === undefined) return null;
  const content = { kind, level, topic, shop, stem: cells.stem, ...key };
  const id = cells.id === '' ? madeId(contentOf(content)) : isOdd ? madeId(cells.id) : cells.id;
  const isFigure = kind === 'calculate';
  const tolerance = isFigure ? (key.tolerance ?? USUAL_TOLERANCE) : null;
  return {
    ...{ id, kind, level, topic, shop, stem: cells.stem },
    ...{ options: kind === 'judge' || isFigure ? [] : inOrder(options, kind === 'order' ? key.right : null) },
    ...{ right: kind === 'order' ? options.map((_, place) => place) : key.right },
    ...{ figure: key.figure, unit: isFigure ? cells.unit : null, tolerance },
    ...{ why: cells.why, basis: withoutCitationWord(cells.basis) },
  };
};

/** An ordering's options as they are done. */
const inOrder = (options: readonly string[], order: readonly number[] | null): string[] =>
  order === null ? [...options] : order.map((place) => options[place] ?? '');

const kindNames = (): string =>
  listed(
    (['single', 'multiple', 'judge', 'order', 'calculate'] as const).map((kind) =>
      say(`exports:questions.kind.${kind}`),
    ),
  );

const SIZED = ['id', 'stem', 'unit', 'why', 'basis'] as const;
const REQUIRED: readonly QuestionColumn[] = ['stem', 'why', 'basis'];

const sizeFaults = ({ cells, options }: RawQuestion, add: AddFault): void => {
  for (const column of SIZED) {
    const [now, most] = [cells[column].length, QUESTION_LIMITS[column]];
    if (now > most) add('too-long', column, say('school:questions.fault.too-long', { now, most }));
    else if (cells[column] === '' && REQUIRED.includes(column))
      add(
        'missing',
        column,
        column === 'stem'
          ? say('school:questions.fault.missing')
          : say(`school:questions.fault.no-${asNeeded(column)}`),
      );
  }
  for (const [place, option] of options.slice(0, OPTIONS_MAX).entries())
    if (option.length > QUESTION_LIMITS.option)
      add(
        'too-long',
        'options',
        say('school:questions.fault.option-long', {
          ...{ letter: String.fromCharCode(65 + place), now: option.length, most: QUESTION_LIMITS.option },
        }),
      );
};
const asNeeded = (column: QuestionColumn): 'why' | 'basis' => (column === 'why' ? 'why' : 'basis');

/** The id a name stands for, null for 通用; undefined: it is unknown, which is told. */
const namedId = (
  code: 'unknown-topic' | 'unknown-shop',
  column: 'topic' | 'shop',
  cell: string,
  known: readonly Named[],
  add: AddFault,
): string | null | undefined => {
  const found = idNamed(cell, known);
  if (found !== undefined) return found;
  const names = listed(known.map(({ name }) => name));
  add(code, column, say('school:questions.fault.unknown', { said: cell.slice(0, 20), names }));
  return undefined;
};

/** GIFT parts categories by strokes, so that a topic's name has none there. */
const idNamed = (cell: string, known: readonly Named[]): string | null | undefined => {
  if (isGeneral(cell)) return null;
  const word = wordOf(cell);
  return known.find(({ id, name }) => id === word || [name, name.replaceAll('/', '')].map(wordOf).includes(word))?.id;
};
