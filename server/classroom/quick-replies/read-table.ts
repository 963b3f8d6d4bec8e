import Papa from 'papaparse';
import { isZip, sheetRows } from '#classroom/roster/roster-sheet.ts';
import { decodeText, MAX_COLUMNS, MAX_ROWS } from '#classroom/roster/roster-text.ts';
import { type Reply, refused } from '#contract/errors.ts';
import { REPLIES_MAX, type SchoolQuickReply } from '#contract/quick-replies.ts';
import { type Columns, findColumns, type HeadFault } from './columns.ts';

/** A row under the headings before anything is checked; `stray`: something stands right of the last heading. */
export type TableRow = SchoolQuickReply & { line: number; stray: boolean };

/**
 * In China Excel writes commas or tabs, in Europe semicolons. Chinese punctuation never separates cells: quick replies
 * are full of it.
 */
const SEPARATORS = [',', '\t', ';'] as const;

/** The rows of an uploaded .xlsx or .csv (UTF-8, UTF-16 or GBK). `fileName` is for the refusal's text only. */
export const readTable = async (bytes: Buffer, fileName: string): Promise<Reply<TableRow[]>> => {
  if (bytes.length === 0) return refused('replies-empty');
  const isZipped = isZip(bytes);
  const text = isZipped ? null : decodeText(bytes);
  const tables = isZipped
    ? [await sheetRows(bytes)]
    : text === null
      ? [null]
      : SEPARATORS.map((each) => csvRows(text, each));
  let bestFault: HeadFault | null = null;
  for (const rows of tables) {
    if (rows === null) return refused('replies-unreadable', fileName);
    if (!rows.some((row) => row.some((cell) => cell.trim() !== ''))) return refused('replies-empty');
    const columns = findColumns(rows);
    if (columns.ok) return rowsUnder(rows, columns.value);
    // The separator under which most headings are found is taken as the right one: the refusal tells its fault.
    if (bestFault === null || columns.error.foundHeadings > bestFault.foundHeadings) bestFault = columns.error;
  }
  return refused('replies-headings', bestFault?.detail);
};

const csvRows = (text: string, delimiter: string): string[][] =>
  Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { delimiter, preview: MAX_ROWS }).data.map((row) =>
    row.slice(0, MAX_COLUMNS),
  );

const rowsUnder = (
  rows: readonly (readonly string[])[],
  { rowIndex, cellCount, cellIndexes }: Columns,
): Reply<TableRow[]> => {
  const filledRows = rows.flatMap((cells, index): TableRow[] => {
    if (index <= rowIndex || !cells.some((cell) => cell.trim() !== '')) return [];
    return [
      {
        line: index + 1,
        group: lineOf(cells[cellIndexes.group]),
        code: codeOf(cells[cellIndexes.code]),
        title: lineOf(cells[cellIndexes.title]),
        text: textOf(cells[cellIndexes.text]),
        stray: cells.slice(cellCount).some((cell) => cell.trim() !== ''),
      },
    ];
  });
  if (filledRows.length === 0) return refused('replies-empty');
  return filledRows.length > REPLIES_MAX
    ? refused('replies-too-many', String(REPLIES_MAX))
    : { ok: true, value: filledRows };
};

/**
 * Takes off the apostrophe that keeps a spreadsheet from calculating a text that begins like a formula (template.ts
 * writes it).
 */
const withoutFormulaGuard = (cell: string): string => cell.replace(/^'(?=[=+\-@])/, '');

/** Characters read of a cell: far more than may be saved. The rest is neither checked nor sent back. */
export const LONGEST_CELL = 2000;

/** A cell's text without invisible characters. Line breaks stay: a quick reply's text may have them. */
export const textOf = (cell = ''): string =>
  withoutFormulaGuard(cell.slice(0, LONGEST_CELL))
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)[\p{Cc}\u200b\u2060\ufeff]/gu, '')
    .trim();
export const lineOf = (cell = ''): string => textOf(cell).replace(/\s+/g, ' ');
/** A code without the slash that people write before it, in small letters: the desk's search knows no capitals. */
export const codeOf = (cell = ''): string =>
  lineOf(cell)
    .normalize('NFKC')
    .replace(/^[/、]/, '')
    .toLowerCase();
