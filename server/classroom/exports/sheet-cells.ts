import type { CellObject, SheetOptions } from 'write-excel-file/node';
import { language } from '#i18n/language.ts';
import { meanToTenth } from '#scoring/log/arithmetic.ts';

/** Always a string: words that begin with = + - @ must never run as a formula on the reader's machine. */
export const text = (value: string, isBold = false): CellObject | null =>
  value === '' ? null : { type: String, value, ...(isBold ? { fontWeight: 'bold' } : {}) };

export const number = (value: number | null | undefined, isBold = false): CellObject | null =>
  value === null || value === undefined ? null : { type: Number, value, ...(isBold ? { fontWeight: 'bold' } : {}) };

/** The mean of a column, for its last row. */
export const meanNumber = (values: readonly number[]): CellObject | null => number(meanToTenth(values), true);

/**
 * `expression` has no leading = and is written by this program; a trainee's words never stand in it, or they would run
 * as a formula on the reader's machine. `storedValues` stores its value.
 */
export const formula = (expression: string, format?: string): CellObject => ({
  type: 'Formula',
  value: expression,
  fontWeight: 'bold',
  ...(format === undefined ? {} : { format }),
});

export const head = (value: string): CellObject => ({
  type: String,
  value,
  fontWeight: 'bold',
  backgroundColor: '#e8edf3',
  alignVertical: 'center',
});

export const widths = (list: readonly number[]): NonNullable<SheetOptions<Buffer>['columns']> =>
  list.map((width) => ({ width }));

/** A column's width in characters, as measured for its Chinese head; more where another language's head is longer. */
export const wide = (heading: string, width: number): number =>
  language() === 'zh' ? width : Math.max(width, heading.length + 2);

/** The same for a column that holds such texts one below the other. */
export const widest = (texts: readonly string[], width: number): number =>
  Math.max(width, ...texts.map((line) => wide(line, width)));

/** A, B … Z, AA …; 0-based. */
export const columnName = (index: number): string => {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
};
