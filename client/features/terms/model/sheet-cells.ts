/** Cells of a sheet on the page: what may be typed, where a key leads, what stands in one. */
import { mean, toTenth } from '#client/lib/arithmetic.ts';
import type { SheetCell, SheetRow, ShownColumn, TermSheet } from '#contract/terms/sheet.ts';

/** What of a sheet is needed to show it, living or as it was published. */
export type ShownSheet = Pick<TermSheet, 'rules' | 'mayEnter' | 'teams'>;

/** What is entered in a cell. */
export type Change = { person: string; item: string; value: number | null; reason: string };

/** A place in the table: the row of a trainee, the place of a column. */
export type Place = { row: number; column: number };
export const keyOf = (person: string, item: string): string => `${person} ${item}`;

const STEPS: Readonly<Record<string, Place>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

/** The place an arrow, Home or End leads to; null: another key, or the table's edge. */
export const placeAfter = (key: string, { row, column }: Place, rows: number, columns: number): Place | null => {
  if (key === 'Home') return { row, column: 0 };
  if (key === 'End') return { row, column: columns - 1 };
  const step = STEPS[key];
  if (step === undefined) return null;
  const next = { row: row + step.row, column: column + step.column };
  return next.row < 0 || next.row >= rows || next.column < 0 || next.column >= columns ? null : next;
};

/** A comma, or what an input method for Chinese makes of it and of a full stop. */
const FULL_WIDTH = /[,\uFF0C\u3002]/;

/** A mark as it was typed, a full stop or a comma before the tenth; null: none, finer than a tenth, or above `most`. */
export const markIn = (text: string, most: number): number | null => {
  const typed = text.trim().replace(FULL_WIDTH, '.');
  if (!/^\d{1,3}(\.\d?)?$/.test(typed)) return null;
  const mark = Number(typed);
  return mark <= most ? mark : null;
};

export const cellOf = ({ cells }: Pick<SheetRow, 'cells'>, item: string): SheetCell | undefined =>
  cells.find((cell) => cell.item === item);

/** The entry that counts; null: none. */
export const entryOf = (cell: SheetCell | undefined): SheetCell['entries'][number] | null => {
  const last = cell?.entries.at(-1);
  return last === undefined || last.value === null ? null : last;
};

export const columnsOfPart = ({ rules }: Pick<TermSheet, 'rules'>, part: ShownColumn['part']): ShownColumn[] =>
  rules.columns.filter((column) => column.part === part);

/** In the order of the page: the school's columns first. */
export const columnsOf = (sheet: Pick<TermSheet, 'rules'>): ShownColumn[] => [
  ...columnsOfPart(sheet, 'school'),
  ...columnsOfPart(sheet, 'enterprise'),
];

/** To a tenth, of those who have one; null: nobody. */
export const meanOf = (values: readonly (number | null)[]): number | null => {
  const exact = mean(values.flatMap((value) => value ?? []));
  return exact === null ? null : toTenth(exact);
};
