/** The record of sign-ins as an .xlsx. */
import type { Cell } from 'write-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import { SIGN_INS_KEPT_DAYS, type SignInRow } from '#contract/sign-ins.ts';
import { say } from '#i18n/say.ts';
import { dayOf, minuteOf } from './local-time.ts';
import { head, number, text, wide, widths } from './sheet-cells.ts';

type Column = { name: string; width: number; cell(row: SignInRow): Cell };
const columns = (): readonly Column[] => [
  { name: say('sign-ins:head.at'), width: 17, cell: (row) => text(minuteOf(row.at)) },
  { name: say('sign-ins:head.lastAt'), width: 17, cell: (row) => text(row.count > 1 ? minuteOf(row.lastAt) : '') },
  { name: say('sign-ins:head.person'), width: 16, cell: (row) => text(row.person ?? say('sign-ins:nobody')) },
  { name: say('sign-ins:head.what'), width: 26, cell: (row) => text(row.what) },
  { name: say('sign-ins:head.count'), width: 8, cell: (row) => number(row.count) },
  { name: say('sign-ins:head.by'), width: 16, cell: (row) => text(row.by ?? '') },
  { name: say('sign-ins:head.device'), width: 24, cell: (row) => text(row.device) },
  { name: say('sign-ins:head.address'), width: 24, cell: (row) => text(row.address) },
];

/** The file's bytes; the rows as they come, and below them how long they are kept. */
export const signInsWorkbook = (rows: readonly SignInRow[]): Promise<Buffer> => {
  const shownRows = columns();
  const sheet = {
    sheet: say('sign-ins:sheet'),
    data: [
      shownRows.map(({ name }) => head(name)),
      ...rows.map((row) => shownRows.map(({ cell }) => cell(row))),
      [text(say('sign-ins:kept', { days: SIGN_INS_KEPT_DAYS }))],
    ],
    columns: widths(shownRows.map(({ name, width }) => wide(name, width))),
    stickyRowsCount: 1,
  };
  return writeXlsxFile([sheet]).toBuffer();
};

/** 登录记录-2026-11-20.xlsx */
export const signInsName = (nowMs: number): string => `${say('sign-ins:file')}-${dayOf(nowMs)}.xlsx`;
