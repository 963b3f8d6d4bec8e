/** Practice that was handed in to a class or to one piece of homework, as an .xlsx (RULES H21). */
import type { Cell } from 'write-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import { dayOf, minuteOf } from '#classroom/exports/local-time.ts';
import { head, number, text, wide, widths } from '#classroom/exports/sheet-cells.ts';
import type { HandedInRow } from '#contract/homework/handed-in.ts';
import { listed, say } from '#i18n/say.ts';

type Column = { name: string; width: number; cell(row: HandedInRow): Cell };

export const handedInWorkbook = (rows: readonly HandedInRow[]): Promise<Buffer> => {
  const columns = columnsNow();
  return writeXlsxFile([
    {
      sheet: say('exports:handed-in.sheet'),
      data: [columns.map(({ name }) => head(name)), ...rows.map((row) => columns.map(({ cell }) => cell(row)))],
      columns: widths(columns.map(({ name, width }) => wide(name, width))),
      stickyRowsCount: 1,
    },
  ]).toBuffer();
};

const columnsNow = (): readonly Column[] => [
  { name: say('exports:handed-in.no'), width: 8, cell: ({ no }) => text(no) },
  { name: say('exports:handed-in.name'), width: 12, cell: ({ name }) => text(name) },
  { name: say('exports:handed-in.cases'), width: 30, cell: ({ titles }) => text(listed([...titles])) },
  { name: say('exports:handed-in.to'), width: 20, cell: ({ where }) => text(where) },
  { name: say('exports:handed-in.what'), width: 8, cell: ({ to }) => text(say(`exports:handed-in.${to}`)) },
  { name: say('exports:handed-in.at'), width: 17, cell: ({ at }) => text(minuteOf(at)) },
  { name: say('exports:handed-in.ended'), width: 17, cell: ({ endedAt }) => text(minuteOf(endedAt)) },
  { name: say('exports:handed-in.machine'), width: 10, cell: ({ score }) => number(score) },
  { name: say('exports:handed-in.mark'), width: 10, cell: ({ mark }) => number(mark?.score) },
  { name: say('exports:handed-in.note'), width: 40, cell: ({ mark }) => text(mark?.note ?? '') },
  { name: say('exports:handed-in.by'), width: 12, cell: ({ mark }) => text(mark?.by ?? '') },
  {
    name: say('exports:handed-in.markedAt'),
    width: 17,
    cell: ({ mark }) => text(mark === null ? '' : minuteOf(mark.at)),
  },
];

/** 交来的练习-电商 2403 班-2026-11-20.xlsx */
export const handedInFileName = (of: string, nowMs: number): string =>
  `${say('exports:handed-in.sheet')}-${of}-${dayOf(nowMs)}.xlsx`;
