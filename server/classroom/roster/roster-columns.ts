import type { Grid } from './roster-text.ts';

/** One person of a list before anything is checked. */
export type Entry = { line: number; no: string; name: string };
type Columns = { no: string | null; name: string | null };
/** The columns of number and name in each row. A list printed as two lists side by side has two pairs. */
type ColumnPair = { no: number | null; name: number };
type HeadRow = { rowIndex: number; wordCount: number; isSpaced: boolean; pairs: ColumnPair[]; headings: Columns };

const NAME_HEADS = new Set(
  '姓名 名字 学生 学生姓名 学员 学员姓名 员工姓名 真实姓名 name names fullname student studentname trainee traineename'.split(
    ' ',
  ),
);
/** Heads of number columns, the preferred first: the class's own short number before the school's long one. */
const NUMBER_HEADS = [
  new Set('座号 座位号 座位 席位 席位号 班内序号 seat seatno seatnumber'.split(' ')),
  new Set('序号 编号 号 号码 no number num # index'.split(' ')),
  new Set('学号 学生学号 工号 考号 学籍号 id studentid studentno studentnumber'.split(' ')),
];
/** Rows in which the head is looked for: a title or two may stand above it. */
const HEAD_ROWS = 6;
const NUMBER = /^#?[A-Za-z]{0,3}\d[\d-]*号?$/;
const NUMBER_FIRST = /^[([【#第]?\s*([A-Za-z]{0,3}\d[\d-]*)\s*[)\]】号.:、]*\s*(\D.*)$/u;
const NUMBER_LAST = /^(\D+?)\s+([A-Za-z]{0,3}\d+)$/u;
const NAME = /^\p{L}[\p{L}\p{M}·.'’\- ]*(\(.{1,8}\))?\d{0,2}$/u;
const NOT_A_NAME = /^(男|女|是|否|无|合计|总计|小计|备注)$|名单|花名册|点名册|一览表|登记表|\d{4}.*班/;

export const looksLikeName = (text: string): boolean => NAME.test(text) && !NOT_A_NAME.test(text);

/** The people in the rows, found by the words of the head or, without a head, by what the cells look like. */
export const entriesOf = (grid: Grid): { entries: Entry[]; columns: Columns } => {
  const cleanGrid = grid.map(({ line, cells }) => ({ line, cells: cells.map(cleanText) }));
  const head = headOf(cleanGrid);
  if (head === null) {
    const entries = cleanGrid.map(({ line, cells }) => ({ line, ...guessedColumns(cells) }));
    return { entries, columns: { no: null, name: null } };
  }
  const rows = cleanGrid.slice(head.rowIndex + 1);
  const entries = head.pairs.flatMap((pair) =>
    rows.flatMap(({ line, cells }) => {
      const entry = { line, ...cellsInColumns(cells, head, pair) };
      return entry.name === '' && (entry.no === '' || head.pairs.length > 1) ? [] : entry;
    }),
  );
  return { entries, columns: head.headings };
};

/** One spelling for texts that look the same: full width, middle dots, 张　三. */
export const cleanText = (text: string): string => {
  const cleaned = text
    .normalize('NFKC')
    .replace(/[•・‧∙]/g, '·')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  return /^\p{Script=Han} \p{Script=Han}$/u.test(cleaned) ? cleaned.replace(' ', '') : cleaned;
};

const cleanNumber = (text: string): string => text.replace(/^#/, '').replace(/[.号]$/, '');

const headOf = (grid: Grid): HeadRow | null => {
  for (const [rowIndex, { cells }] of grid.slice(0, HEAD_ROWS).entries()) {
    const isSpaced = cells.length === 1;
    const words = isSpaced ? (cells[0] ?? '').split(' ') : cells;
    const keys = words.map((word) => word.replace(/\(.*?\)|[\s*:._]/g, '').toLowerCase());
    const names = keys.flatMap((key, index) => (NAME_HEADS.has(key) ? [index] : []));
    const [firstName] = names;
    if (firstName === undefined) continue;
    const pairs = names.map((name, index): ColumnPair => {
      // A number stands left of its name, behind the name of the list before; when there is one list only, also right
      // of the name.
      const from = index === 0 ? 0 : (names[index - 1] ?? 0) + 1;
      const to = names.length === 1 ? keys.length : name;
      return { name, no: numberColumn(keys, from, to) };
    });
    const noIndex = pairs[0]?.no ?? null;
    const headings: Columns = {
      no: noIndex === null ? null : (words[noIndex] ?? null),
      name: words[firstName] ?? null,
    };
    return { rowIndex, wordCount: words.length, isSpaced: isSpaced, pairs, headings: headings };
  }
  return null;
};

const numberColumn = (keys: readonly string[], from: number, to: number): number | null => {
  for (const heads of NUMBER_HEADS) {
    const index = keys.findIndex((key, index) => index >= from && index < to && heads.has(key));
    if (index >= 0) return index;
  }
  return null;
};

const cellsInColumns = (row: readonly string[], head: HeadRow, pair: ColumnPair): { no: string; name: string } => {
  const cells = head.isSpaced && row.length === 1 ? splitAtSpaces(row[0] ?? '', head.wordCount, pair.name) : row;
  if (cells.length === 1 && head.wordCount > 1) return guessedColumns(cells);
  const name = cells[pair.name] ?? '';
  const no = pair.no === null ? '' : cleanNumber(cells[pair.no] ?? '');
  return pair.no === null && !looksLikeName(name) ? guessedColumns([name]) : { no, name };
};

/** The cells of a line whose head has spaces between its words. Words beyond the head's number belong to the name (欧阳 娜娜). */
const splitAtSpaces = (line: string, width: number, name: number): string[] => {
  const words = line.split(' ');
  const extraWords = words.length - width;
  if (extraWords < 0) return [line];
  return [
    ...words.slice(0, name),
    words.slice(name, name + extraWords + 1).join(' '),
    ...words.slice(name + extraWords + 1),
  ];
};

const guessedColumns = (row: readonly string[]): { no: string; name: string } => {
  const cells = row.flatMap((cell, index) => (index === 0 ? splitCell(cell) : [cell])).filter((cell) => cell !== '');
  const no = cells.find((cell) => NUMBER.test(cell)) ?? '';
  const words = cells.filter((cell) => !NUMBER.test(cell));
  const name = words.find(looksLikeName) ?? words[0] ?? '';
  return { no: cleanNumber(no), name: cleanText(name.replace(/ [男女]$/, '')) };
};

/** 1.张三, 01 李四, (3)王五, 赵六 4 → number and name. */
const splitCell = (cell: string): string[] => {
  const [, no, rest] = NUMBER_FIRST.exec(cell) ?? [];
  if (no !== undefined && rest !== undefined) return [no, rest];
  const [, name, trailingNo] = NUMBER_LAST.exec(cell) ?? [];
  return name !== undefined && trailingNo !== undefined ? [name, trailingNo] : [cell];
};
