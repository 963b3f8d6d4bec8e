/** The columns of an uploaded service table. */
import type { ReadColumn, TableColumn } from '#contract/service-data/tables.ts';
import { say } from '#i18n/say.ts';
import { isNone, shareUnit } from './figures.ts';
import { durationUnit, type Head, headOf } from './heads.ts';

/** Rows in which headings are looked for: a title or two may stand above them. */
const HEAD_WITHIN = 6;
const LONGEST_HEAD = 40;
const LETTERS = 26;

/** What at least one column has to be: with none of them there is nothing to look at. */
const SUBJECTS: readonly TableColumn[] = [
  ...(['served', 'firstS', 'meanS', 'slowestS', 'conversion', 'basket', 'satisfied', 'rating', 'perDay'] as const),
  ...(['type', 'complaint'] as const),
];

/** Which row has the headings: the first of those with the most known ones; null where none has two. */
export const headRow = (rows: readonly (readonly string[])[]): number | null => {
  let best = { at: -1, known: 1 };
  for (const [at, cells] of rows.slice(0, HEAD_WITHIN).entries()) {
    const known = cells.filter((cell) => !['private', 'unused'].includes(headOf(cell).as)).length;
    if (known > best.known) best = { at, known };
  }
  return best.at < 0 ? null : best.at;
};

export const missingHeads = (): string => say('service-tables:missing');

/** A, B, … Z, AA. */
const letters = (index: number): string => {
  const last = String.fromCharCode(65 + (index % LETTERS));
  return index < LETTERS ? last : `${letters(Math.floor(index / LETTERS) - 1)}${last}`;
};

export type Columns = {
  shown: ReadColumn[];
  /** Where a column stands, 0-based; null: the table has none. */
  indexOf(column: TableColumn): number | null;
  unitOf(column: TableColumn): ReadColumn['unit'];
  letters(index: number): string;
  /** What can't be missing and is; null: nothing. */
  missing(): string | null;
};

/** `cellsOf`: what stands under a heading, row by row. */
export const columnsOf = (head: readonly string[], cellsOf: (index: number) => string[]): Columns => {
  const heads = head.map((text, index) => ({ index, text: text.trim(), ...headOf(text) }));
  const isEmpty = (index: number): boolean => cellsOf(index).every(isNone);
  const chosen = new Map<TableColumn, number>();
  for (const { as, index } of heads.toSorted((a, b) => a.rank - b.rank))
    if (isColumn(as) && !chosen.has(as) && !isEmpty(index)) chosen.set(as, index);
  const unitAt = (as: TableColumn, index: number): ReadColumn['unit'] => {
    if (as === 'conversion' || as === 'satisfied') return shareUnit(cellsOf(index));
    const isDuration = as === 'firstS' || as === 'meanS' || as === 'slowestS' || as === 'lastedS';
    return isDuration ? (durationUnit(head[index] ?? '') ?? 'seconds') : null;
  };
  const indexOf = (column: TableColumn): number | null => chosen.get(column) ?? null;
  return {
    indexOf,
    letters,
    shown: heads
      .filter(({ index, text }) => text !== '' || !isEmpty(index))
      .map(({ index, text, as }) => {
        const isRead = isColumn(as) && chosen.get(as) === index;
        return {
          ...{ column: letters(index), head: text.slice(0, LONGEST_HEAD) },
          as: isRead || as === 'private' ? as : 'unused',
          unit: isRead ? unitAt(as, index) : null,
        };
      }),
    unitOf: (column) => {
      const index = indexOf(column);
      return index === null ? null : unitAt(column, index);
    },
    missing: () => {
      return SUBJECTS.every((column) => !chosen.has(column)) ? missingHeads() : null;
    },
  };
};

const isColumn = (as: Head['as']): as is TableColumn => as !== 'private' && as !== 'unused';
