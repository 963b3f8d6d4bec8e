/** What a term sheet's marks rest on, as sheets of its file: the source of each cell, and every entry. */
import type { Sheet } from 'write-excel-file/node';
import { minuteOf } from '#classroom/exports/local-time.ts';
import { remarks } from '#classroom/exports/said.ts';
import { head, number, text, wide, widths } from '#classroom/exports/sheet-cells.ts';
import type { SheetBody } from '#contract/terms/sheet.ts';
import { say } from '#i18n/say.ts';

/** One line a cell: what it stands on. */
export const sourcesSheet = ({ rows, rules }: SheetBody): Sheet<Buffer> => {
  const heads = ['no', 'name', 'item', 'value', 'outOf', 'byData', 'source', 'why', 'note'] as const;
  const lines = rows.flatMap((row) =>
    rules.columns.flatMap((column) => {
      const cell = row.cells.find(({ item }) => item === column.id);
      if (cell === undefined) return [];
      const notes = [
        ...(cell.corrected ? [say('terms-said:file.corrected')] : []),
        ...(cell.partial ? [say('terms-said:file.partial')] : []),
      ];
      return [
        [
          ...[text(row.no), text(row.name), text(column.name), number(cell.value), number(column.weight)],
          ...[number(cell.byData), text(say(`terms-said:source.${column.source}`))],
          ...[text(remarks(cell.because)), text(remarks(notes))],
        ],
      ];
    }),
  );
  return {
    sheet: say('terms-said:file.because'),
    data: [heads.map((name) => head(say(`terms-said:file.${name}`))), ...lines],
    columns: widths([8, 12, 18, 8, 8, 10, 60, 100, 20].map((width) => wide('', width))),
    stickyRowsCount: 1,
  };
};

/** Every entry, oldest first in its cell; a correction with its reason. */
export const entriesSheet = ({ rows, rules }: SheetBody): Sheet<Buffer> => {
  const heads = ['no', 'name', 'item', 'value', 'outOf', 'reason', 'by', 'at'] as const;
  const lines = rows.flatMap((row) =>
    rules.columns.flatMap((column) =>
      (row.cells.find(({ item }) => item === column.id)?.entries ?? []).map(({ value, outOf, reason, by, at }) => [
        ...[text(row.no), text(row.name), text(column.name)],
        value === null ? text(say('terms-said:file.takenBack')) : number(value),
        ...[number(outOf), text(reason), text(by), text(minuteOf(at))],
      ]),
    ),
  );
  return {
    sheet: say('terms-said:file.entries'),
    data: [heads.map((name) => head(say(`terms-said:file.${name}`))), ...lines],
    columns: widths([8, 12, 18, 8, 8, 40, 14, 17].map((width) => wide('', width))),
    stickyRowsCount: 1,
  };
};
