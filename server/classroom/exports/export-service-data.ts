/** Service data as an .xlsx to calculate with: one row for each conversation, what each column means, and the questions. */
import type { Cell, Sheet, SheetData } from 'write-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import type { Analysis, ServiceRow } from '#contract/analysis.ts';
import { say } from '#i18n/say.ts';
import { dayOf, minuteOf } from './local-time.ts';
import { head, number, text, wide, widest, widths } from './sheet-cells.ts';

/** A row over several days says which. */
const whenOf = ({ at, until }: ServiceRow): string =>
  until === undefined ? minuteOf(at) : `${dayOf(at)} – ${dayOf(until)}`;

const COLUMNS = [
  { id: 'who', width: 10, cell: (r) => text(r.who) },
  { id: 'at', width: 17, cell: (r) => text(whenOf(r)) },
  { id: 'customer', width: 14, cell: (r) => text(r.customer) },
  { id: 'type', width: 16, cell: (r) => text(r.type) },
  { id: 'title', width: 26, cell: (r) => text(r.title) },
  { id: 'outcome', width: 12, cell: (r) => text(r.outcome) },
  { id: 'rating', width: 7, cell: (r) => number(r.rating) },
  { id: 'lasted', width: 10, cell: (r) => number(r.lastedS) },
  { id: 'rounds', width: 7, cell: (r) => number(r.rounds) },
  { id: 'customerMessages', width: 10, cell: (r) => number(r.customerMessages) },
  { id: 'traineeMessages', width: 10, cell: (r) => number(r.traineeMessages) },
  { id: 'first', width: 13, cell: (r) => number(r.firstS) },
  { id: 'mean', width: 13, cell: (r) => number(r.meanS) },
  { id: 'slowest', width: 13, cell: (r) => number(r.slowestS) },
  { id: 'unanswered', width: 10, cell: (r) => number(r.unanswered) },
  { id: 'questions', width: 7, cell: (r) => number(r.questions) },
  { id: 'answered', width: 7, cell: (r) => number(r.answered) },
  { id: 'faults', width: 7, cell: (r) => number(r.faults) },
  { id: 'worstFamily', width: 14, cell: (r) => text(r.worstFamily) },
  { id: 'windows', width: 7, cell: (r) => number(r.windows) },
  { id: 'taken', width: 7, cell: (r) => number(r.taken) },
  { id: 'mood', width: 10, cell: (r) => number(r.mood) },
  { id: 'complaint', width: 14, cell: (r) => text(r.complaint) },
  { id: 'served', width: 10, cell: (r) => number(r.served) },
  { id: 'perDay', width: 10, cell: (r) => number(r.perDay ?? null) },
  { id: 'enquirers', width: 10, cell: (r) => number(r.enquirers) },
  { id: 'buyers', width: 10, cell: (r) => number(r.buyers) },
  { id: 'conversion', width: 12, cell: (r) => number(r.conversion) },
  { id: 'basket', width: 10, cell: (r) => number(r.basket) },
  { id: 'satisfied', width: 10, cell: (r) => number(r.satisfied) },
] as const satisfies readonly { id: string; width: number; cell(row: ServiceRow): Cell }[];

/** Columns that say of drills alone, or of a school's own table alone, what the other never has. */
const OF_DRILLS = ['customer', 'rounds', 'questions', 'answered', 'faults', 'worstFamily', 'windows', 'taken', 'mood'];
const OF_TABLES = ['complaint', 'served', 'perDay', 'enquirers', 'buyers', 'conversion', 'basket', 'satisfied'];

type Column = { name: string; means: string; width: number; cell(row: ServiceRow): Cell };

const columns = (kind: Analysis['kind']): Column[] =>
  COLUMNS.filter(({ id }) => !(kind === 'drills' ? OF_TABLES : OF_DRILLS).includes(id)).map(({ id, width, cell }) => {
    // A table has a shop where drills have a case.
    const isShop = kind !== 'drills' && id === 'title';
    const name = say(isShop ? 'exports:service.head.shop' : `exports:service.head.${id}`);
    const means = say(isShop ? 'exports:service.means.shop' : `exports:service.means.${id}`);
    return { name, means, width: wide(name, width), cell };
  });

/** The file's bytes. */
export const serviceDataWorkbook = ({ kind, rows, questions }: Analysis): Promise<Buffer> => {
  const shownColumns = columns(kind);
  const data: SheetData = [
    shownColumns.map(({ name }) => head(name)),
    ...rows.map((row) => shownColumns.map((column) => column.cell(row))),
  ];
  const names = shownColumns.map(({ name }) => name);
  const meanings: SheetData = [
    [head(say('exports:service.column')), head(say('exports:service.meaning'))],
    ...shownColumns.map(({ name, means }) => [text(name), text(means)]),
  ];
  const sheet: SheetData = [
    [head(say('exports:service.question')), head(say('exports:service.answer')), head(say('exports:service.seen'))],
    ...questions.map((question) => [text(question.text), null, null]),
  ];
  const sheets: Sheet<Buffer>[] = [
    {
      sheet: say('exports:service.sheet.rows'),
      data,
      columns: widths(shownColumns.map(({ width }) => width)),
      stickyRowsCount: 1,
    },
    {
      sheet: say('exports:service.sheet.meanings'),
      data: meanings,
      columns: widths([widest(names, 14), 56]),
      stickyRowsCount: 1,
    },
    {
      sheet: say('exports:service.sheet.questions'),
      data: sheet,
      columns: widths([56, 18, 40]),
      stickyRowsCount: 1,
    },
  ];
  return writeXlsxFile(sheets).toBuffer();
};
