/** The first sheet of an .xlsx as questions: headings in a row near the top, a question a row (RULES B8, B9). */
import { isZip, sheetRows } from '#classroom/roster/roster-sheet.ts';
import { decodeText } from '#classroom/roster/roster-text.ts';
import { type Reply, refused } from '#contract/errors.ts';
import {
  FILE_QUESTIONS_MAX,
  OPTIONS_MAX,
  QUESTION_COLUMNS,
  type QuestionColumn,
  type QuestionsPreview,
} from '#contract/practice/own-questions.ts';
import { listed, say } from '#i18n/say.ts';
import { cellText, type RawQuestion } from './raw-question.ts';
import { readGift } from './read-gift.ts';
import { HEADINGS, OPTION_HEADING } from './said-in-files.ts';

/** Rows in which headings are looked for: a title or two may stand above them. */
const HEAD_WITHIN = 6;
const LONGEST_HEAD = 40;
/** Without these a table can't be one of questions; the others may be left out, and each row says what it lacks. */
const NEEDED: readonly QuestionColumn[] = ['kind', 'stem', 'key'];

type Heads = { rowIndex: number; columns: Map<QuestionColumn, number>; options: Map<number, number>; twice: string[] };

/** An uploaded file: a zip is a table, any other text GIFT. `fileName` is for the refusal's text only. */
export const readQuestions = async (
  bytes: Buffer,
  fileName: string,
): Promise<Reply<{ format: QuestionsPreview['format']; questions: RawQuestion[] }>> => {
  if (bytes.length === 0) return refused('questions-empty');
  if (!isZip(bytes)) {
    const text = decodeText(bytes);
    const read = text === null ? refused('questions-unreadable', fileName) : readGift(text);
    return read.ok ? { ok: true, value: { format: 'gift', questions: read.value } } : read;
  }
  const rows = await sheetRows(bytes);
  if (rows === null) return refused('questions-unreadable', fileName);
  const read = readRows(rows);
  return read.ok ? { ok: true, value: { format: 'xlsx', questions: read.value } } : read;
};

const readRows = (rows: readonly (readonly string[])[]): Reply<RawQuestion[]> => {
  const isFilled = (cells: readonly string[]) => cells.some((cell) => cell.trim() !== '');
  if (!rows.some(isFilled)) return refused('questions-empty');
  const heads = headsOf(rows);
  const missing = NEEDED.filter((column) => !heads.columns.has(column)).map(columnName);
  if (missing.length > 0)
    return refused('questions-headings', say('school:questions.heads.missing', { columns: listed(missing) }));
  if (heads.twice.length > 0)
    return refused('questions-headings', say('school:questions.heads.twice', { columns: listed(heads.twice) }));
  const questions = rows.flatMap((cells, index) =>
    index > heads.rowIndex && isFilled(cells) ? [rowQuestion(cells, index + 1, heads)] : [],
  );
  if (questions.length === 0) return refused('questions-empty');
  return questions.length > FILE_QUESTIONS_MAX
    ? refused('questions-too-many', String(FILE_QUESTIONS_MAX))
    : { ok: true, value: questions };
};

/** The row with the most headings. */
const headsOf = (rows: readonly (readonly string[])[]): Heads => {
  const all = rows.slice(0, HEAD_WITHIN).map((cells, rowIndex): Heads => {
    const heads: Heads = { rowIndex, columns: new Map(), options: new Map(), twice: [] };
    for (const [index, cell] of cells.entries()) {
      const word = headWord(cell);
      const column = QUESTION_COLUMNS.find((one) => HEADINGS[one].includes(word));
      const letter = OPTION_HEADING.exec(word)?.[1];
      const isTwice =
        column === undefined ? letter !== undefined && heads.options.has(placeOf(letter)) : heads.columns.has(column);
      if (isTwice) heads.twice.push(cell.trim().slice(0, LONGEST_HEAD));
      else if (column !== undefined) heads.columns.set(column, index);
      else if (letter !== undefined) heads.options.set(placeOf(letter), index);
    }
    return heads;
  });
  const count = ({ columns, options }: Heads) => columns.size + options.size;
  return all.reduce<Heads>((best, one) => (count(one) > count(best) ? one : best), {
    ...{ rowIndex: -1, columns: new Map(), options: new Map(), twice: [] },
  });
};

const placeOf = (letter: string): number => letter.charCodeAt(0) - 'a'.charCodeAt(0);
/** 题干（必填）, *题干 and 题 干 are all 题干. */
const headWord = (cell: string): string =>
  cell
    .slice(0, LONGEST_HEAD)
    .normalize('NFKC')
    .replace(/\(.*?\)|[\s*:.\ufeff]/g, '')
    .toLowerCase();

const rowQuestion = (cells: readonly string[], line: number, { columns, options }: Heads): RawQuestion => {
  const cell = (column: QuestionColumn): string => {
    const index = columns.get(column);
    return index === undefined ? '' : cellText(cells[index]);
  };
  const optionCells = Array.from({ length: OPTIONS_MAX }, (_, place) => {
    const index = options.get(place);
    return index === undefined ? '' : cellText(cells[index]);
  });
  const last = optionCells.findLastIndex((option) => option !== '');
  return {
    line,
    title: null,
    isTopicLoose: false,
    cells: {
      ...{ id: cell('id'), topic: cell('topic'), level: cell('level'), kind: cell('kind'), shop: cell('shop') },
      ...{ stem: cell('stem'), key: cell('key'), unit: cell('unit'), tolerance: cell('tolerance') },
      ...{ why: cell('why'), basis: cell('basis') },
    },
    options: optionCells.slice(0, last + 1),
    faults: [],
  };
};

/** A column as the template heads it and a fault names it. */
export const columnName = (column: QuestionColumn | 'options'): string =>
  column === 'options' ? say('school:questions.options') : say(`exports:questions.head.${column}`);
