/** A shop's own service data: tables that a school's staff upload, and what reading one came to. */
import { z } from 'zod';

/** Tables of a school, and rows of one: ten agents over half a year. */
export const TABLES_MAX = 20;
export const TABLE_ROWS_MAX = 2000;
export const TABLE_NAME_MAX = 40;

export const TABLE_COLUMNS = [
  'at',
  'who',
  'shop',
  'type',
  'complaint',
  'outcome',
  'served',
  'perDay',
  'enquirers',
  'buyers',
  'firstS',
  'meanS',
  'slowestS',
  'lastedS',
  'customerMessages',
  'traineeMessages',
  'unanswered',
  'conversion',
  'basket',
  'satisfied',
  'rating',
] as const;
export type TableColumn = (typeof TABLE_COLUMNS)[number];

/**
 * One column as it was read. `column`: in letters, as the spreadsheet has it. `as`: `private` is never stored, `unused`
 * isn't known, is empty or is the second of its kind. `unit`: how its figures are told; null where only one is possible.
 */
export type ReadColumn = {
  column: string;
  head: string;
  as: TableColumn | 'private' | 'unused';
  unit: 'fraction' | 'percent' | 'seconds' | 'minutes' | 'milliseconds' | null;
};
/** `cell`: C5. The message never repeats what stands in the cell. */
export type CellFault = { cell: string; line: number; message: string };

/** Days, both counted. */
export type Period = { first: string; last: string };

/**
 * `rows`: without the lines of sums, which `sums` counts. `faults`: the first fifty of `faultCount`; with any the table
 * can't be stored. `first`, `last`: days, null without a row. `agents`: how many get a number for their name. `period`: the
 * table has no column of days, and is stored with those its uploader tells; a title or the file's name may suggest some.
 */
export type TablePreview = {
  columns: ReadColumn[];
  faults: CellFault[];
  faultCount: number;
  rows: number;
  sums: number;
  agents: number;
  first: string | null;
  last: string | null;
  period?: { suggested: (Period & { from: 'title' | 'file' }) | null };
};

/** `by`: a name. `first`, `last`: days. */
export type TableRow = {
  id: string;
  name: string;
  rows: number;
  first: string;
  last: string;
  by: string;
  at: number;
};
export type ServiceTables = { tables: TableRow[]; most: number; mostRows: number };

const day = z
  .string()
  .regex(/^20\d{2}-\d{2}-\d{2}$/)
  .optional();
/** Of a table without a column of days. */
export const periodQuery = z.object({ first: day, last: day });
export const renameTableSchema = z.strictObject({ name: z.string().trim().min(1).max(TABLE_NAME_MAX) });
