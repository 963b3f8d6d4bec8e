import Papa from 'papaparse';
import { isZip, sheetRows } from '#classroom/roster/roster-sheet.ts';
import { decodeText, MAX_COLUMNS, MAX_ROWS } from '#classroom/roster/roster-text.ts';
import { type Reply, refused } from '#contract/errors.ts';
import { headRow } from './table-columns.ts';

/** In China Excel writes commas or tabs, in Europe semicolons. */
const SEPARATORS = [',', '\t', ';'] as const;
/** Characters read of a cell: far more than any of its columns may hold. */
const LONGEST_CELL = 200;

/** The cells of an uploaded .xlsx or .csv (UTF-8, UTF-16 or GBK). `fileName` is for the refusal's text only. */
export const readFile = async (bytes: Buffer, fileName: string): Promise<Reply<string[][]>> => {
  if (bytes.length === 0) return refused('service-table-empty');
  if (isZip(bytes)) return shortCells(await sheetRows(bytes), fileName);
  const text = decodeText(bytes);
  const tables = text === null ? [] : SEPARATORS.map((separator) => csvRows(text, separator));
  // The separator under which headings are found is the right one; without any the refusal is the same for each.
  return shortCells(tables.find((rows) => headRow(rows) !== null) ?? tables[0] ?? null, fileName);
};

const shortCells = (rows: string[][] | null, fileName: string): Reply<string[][]> =>
  rows === null
    ? refused('service-table-unreadable', fileName)
    : { ok: true, value: rows.map((row) => row.map((cell) => cell.slice(0, LONGEST_CELL))) };

const csvRows = (text: string, delimiter: string): string[][] =>
  Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { delimiter, preview: MAX_ROWS }).data.map((row) =>
    row.slice(0, MAX_COLUMNS),
  );
