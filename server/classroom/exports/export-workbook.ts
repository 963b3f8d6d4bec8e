/** A run's results as an .xlsx: marks, the trade's figures, what each figure means, and every ruling. */
import type { Sheet, SheetData } from 'write-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import type { ProjectBoard } from '#contract/plans/projects.ts';
import type { Ruling, RunResults, SeatResult } from '#contract/results.ts';
import type { LeadBoard } from '#contract/together/leads.ts';
import type { Rubric } from '#engine/model/rubric.ts';
import { joinWithCommas, say } from '#i18n/say.ts';
import { type DeskRule, deskRules } from '#scoring/desk/rules.ts';
import { familyName } from '#scoring/marks/families.ts';
import { FAULT_FAMILIES } from '#scoring/marks/family-counts.ts';
import { DIMENSIONS, dimensionName } from '#scoring/marks/scorecard.ts';
import { type CertificateLine, certificateSheets } from './certificate-sheet.ts';
import { countedSeats } from './class-figures.ts';
import { durationText } from './comparable.ts';
import { deskSheet, deskSheetName, deskValues } from './export-desk.ts';
import { fileNamePart } from './file-name.ts';
import { handOverSheet } from './hand-over-sheet.ts';
import { type Column, homeworkColumns } from './homework-columns.ts';
import { leadSheet } from './lead-sheet.ts';
import { dayOf, minuteOf } from './local-time.ts';
import { gradeName, remarks } from './said.ts';
import { head, meanNumber, number, text, wide, widest, widths } from './sheet-cells.ts';
import { storedValues } from './stored-values.ts';

export type RulingRow = Ruling & { no: string; name: string };

/** The file's bytes. `rulings`, `certificates`: oldest first, undone and withdrawn ones included. */
export const workbook = (
  results: RunResults,
  rulings: readonly RulingRow[],
  rubric: Rubric,
  certificates: readonly CertificateLine[] = [],
  { project, leads }: { project?: ProjectBoard; leads?: LeadBoard } = {},
): Promise<Buffer> => {
  const sheets: Sheet<Buffer>[] = [
    marksSheet(results),
    deskSheet(results, rubric),
    rulesSheet(rubric, results),
    rulingsSheet(rulings),
    ...certificateSheets(certificates),
    ...(project === undefined ? [] : [handOverSheet(project)]),
    ...(leads === undefined ? [] : [leadSheet(leads)]),
  ];
  const features = [storedValues(new Map([[deskSheetName(), deskValues(results)]]))];
  return writeXlsxFile(sheets, { features }).toBuffer();
};

/** `<run>-<date>.xlsx`, without what Windows refuses in a name. */
export const workbookName = ({ run }: Pick<RunResults, 'run'>): string => {
  const plainName = fileNamePart(run.name);
  return `${plainName === '' ? say('exports:results.file') : plainName}-${dayOf(run.at)}.xlsx`;
};

/** A dimension's marks won, and how many it had; null without an opportunity: the other dimensions then share its marks. */
const dimensionOf = ({ result }: SeatResult, id: (typeof DIMENSIONS)[number]): { marks: number; of: number } | null => {
  const dimension = result?.dimensions.find((d) => d.id === id);
  return dimension === undefined || dimension.marks === null ? null : { marks: dimension.marks, of: dimension.weight };
};

/** Columns that only the results of a rush have. */
const rushColumns = (): readonly Column[] => [
  { name: say('exports:results.served'), width: 8, cell: (seat) => number(seat.result?.rush?.served) },
  { name: say('exports:results.lostCustomers'), width: 8, cell: (seat) => number(seat.result?.rush?.lost) },
  { name: say('exports:results.p80First'), width: 13, cell: (seat) => number(seat.result?.rush?.p80FirstS) },
  { name: say('exports:results.mostAtOnce'), width: 10, cell: (seat) => number(seat.result?.figures.mostAtOnce) },
];

const columns = (isRush: boolean, { homework, leads }: RunResults['run']): readonly Column[] => [
  { name: say('exports:head.no'), width: 8, cell: (seat) => text(seat.no) },
  { name: say('exports:head.name'), width: 12, cell: (seat) => text(seat.name) },
  ...(homework === undefined ? [] : homeworkColumns(homework)),
  { name: say('exports:head.score'), width: 8, cell: (seat) => number(seat.result?.score) },
  ...(leads
    ? [{ name: say('exports:leads.score'), width: 12, cell: (seat: SeatResult) => number(seat.lead?.score) }]
    : []),
  { name: say('exports:head.low'), width: 8, cell: (seat) => number(seat.result?.range[0]) },
  { name: say('exports:head.high'), width: 8, cell: (seat) => number(seat.result?.range[1]) },
  {
    name: say('exports:head.grade'),
    width: 8,
    cell: (seat) => text(seat.result === null ? '' : gradeName(seat.result.grade)),
  },
  { name: say('exports:results.machine'), width: 8, cell: (seat) => number(seat.result?.machineScore) },
  ...DIMENSIONS.flatMap((id): Column[] => {
    const dimension = dimensionName(id);
    return [
      { name: dimension, width: 10, cell: (seat) => number(dimensionOf(seat, id)?.marks) },
      { name: say('exports:head.most', { dimension }), width: 13, cell: (seat) => number(dimensionOf(seat, id)?.of) },
    ];
  }),
  {
    name: say('exports:head.firstResponse'),
    width: 13,
    cell: (seat) => number(seat.result?.figures.firstResponseS),
  },
  { name: say('exports:head.meanResponse'), width: 13, cell: (seat) => number(seat.result?.figures.meanResponseS) },
  ...(isRush ? rushColumns() : []),
  ...FAULT_FAMILIES.map(
    (family): Column => ({
      name: say('exports:head.times', { family: familyName(family) }),
      width: 13,
      cell: (seat) =>
        number(
          seat.result?.faults.filter((fault) => fault.family === family).reduce((sum, fault) => sum + fault.count, 0),
        ),
    }),
  ),
  { name: say('exports:results.unsure'), width: 9, cell: (seat) => number(seat.result?.unsure) },
  { name: say('exports:results.pasted'), width: 9, cell: (seat) => number(seat.result?.brought?.pasted) },
  { name: say('exports:results.fast'), width: 13, cell: (seat) => number(seat.result?.brought?.fast) },
  {
    name: say('exports:results.late'),
    width: 12,
    cell: (seat) => text(seat.lateMs > 0 ? durationText(seat.lateMs) : ''),
  },
  {
    name: say('exports:results.lost'),
    width: 12,
    cell: (seat) => text(seat.result !== null && seat.result.lostMs > 0 ? durationText(seat.result.lostMs) : ''),
  },
  { name: say('exports:results.attempts'), width: 6, cell: (seat) => number(seat.attempts.length) },
  { name: say('exports:results.rulings'), width: 9, cell: (seat) => number(seat.rulings) },
  {
    name: say('exports:head.comparable'),
    width: 6,
    cell: (seat) => text(say(seat.comparable ? 'exports:yes' : 'exports:no')),
  },
  { name: say('exports:results.notes'), width: 40, cell: (seat) => text(remarks(seat.notes)) },
];

const marksSheet = ({ run, seats, figures }: RunResults): Sheet<Buffer> => {
  const { rush } = figures;
  const seatsCounted = countedSeats(seats);
  const absent = seats.filter(({ joined }) => !joined).length;
  const foot = joinWithCommas([
    say('exports:results.counted', { n: figures.n }),
    ...(figures.leftOut > 0 ? [say('exports:results.leftOut', { n: figures.leftOut })] : []),
    ...(absent > 0 ? [say('exports:results.absent', { n: absent })] : []),
  ]);
  const means = [
    text(say('exports:results.mean'), true),
    text(foot),
    // Of homework the mean is of what counts, which has columns of its own before the score.
    ...(run.homework === undefined
      ? []
      : homeworkColumns(run.homework).map((_, place) => (place === 0 ? number(figures.mean, true) : null))),
    run.homework ? meanNumber(seatsCounted.map(({ result }) => result.score)) : number(figures.mean, true),
    ...Array.from({ length: run.leads ? 5 : 4 }, () => null),
    ...DIMENSIONS.flatMap((id) => {
      const had = seatsCounted.flatMap((seat) => dimensionOf(seat, id) ?? []);
      return [meanNumber(had.map(({ marks }) => marks)), meanNumber(had.map(({ of }) => of))];
    }),
    number(figures.firstResponseS, true),
    number(figures.meanResponseS, true),
    ...(rush === undefined
      ? []
      : [rush.served, rush.lost, rush.p80FirstS, rush.mostAtOnce].map((n) => number(n, true))),
  ];
  const shownColumns = columns(rush !== undefined, run);
  const data: SheetData = [
    shownColumns.map(({ name }) => head(name)),
    ...seats.map((seat) => shownColumns.map(({ cell }) => cell(seat))),
    means,
  ];
  return {
    sheet: say('exports:results.sheet'),
    data,
    columns: widths(shownColumns.map(({ name, width }) => wide(name, width))),
    stickyRowsCount: 1,
    stickyColumnsCount: 2,
  };
};

/** Notes that stand below the formulas: a column's name and what it means. */
const notes = (isRush: boolean, isHomework: boolean): readonly (readonly [string, string])[] => [
  [say('exports:desk.class'), say('exports:rules.note.class')],
  [say('exports:head.comparable'), say('exports:rules.note.comparable')],
  [say('exports:rules.most'), say('exports:rules.note.most')],
  [say('exports:rules.pasted'), say('exports:rules.note.pasted')],
  [say('exports:results.lost'), say('exports:rules.note.lost')],
  ...(isRush ? [[say('exports:rules.rush'), say('exports:rules.note.rush')] as const] : []),
  ...(isHomework ? [[say('exports:results.homework.counted'), say('exports:rules.note.homework')] as const] : []),
  [say('exports:head.score'), say('exports:rules.note.score')],
];

const rulesSheet = (rubric: Rubric, { run, figures }: Pick<RunResults, 'run' | 'figures'>): Sheet<Buffer> => {
  const rules = deskRules(rubric);
  const below = notes(figures.rush !== undefined, run.homework !== undefined);
  const names = [...rules.map(({ name }) => name), ...below.map(([name]) => name)];
  const data: SheetData = [
    [
      head(say('exports:rules.column')),
      head(say('exports:rules.unit')),
      head(say('exports:rules.formula')),
      head(say('exports:rules.source')),
      head(say('exports:rules.leftOut')),
    ],
    ...rules.map(({ name, unit, formula, source, leftOut }) =>
      [name, unitName(unit), formula, source, leftOut].map((rule) => text(rule)),
    ),
    ...below.map(([name, note]) => [text(name), null, text(note)]),
  ];
  return {
    sheet: say('exports:rules.sheet'),
    data,
    columns: widths([widest(names, 18), 8, 50, 44, 56]),
    stickyRowsCount: 1,
  };
};

const unitName = (unit: DeskRule['unit']): string => say(`exports:rules.units.${unit}`);

const rulingHeads = (): readonly (readonly [string, number])[] => [
  [say('exports:head.no'), 8],
  [say('exports:head.name'), 12],
  [say('exports:rulings.verdict'), 8],
  [say('exports:rulings.title'), 40],
  [say('exports:rulings.score'), 8],
  [say('exports:rulings.reason'), 40],
  [say('exports:rulings.by'), 12],
  [say('exports:rulings.at'), 17],
  [say('exports:rulings.undone'), 12],
  [say('exports:rulings.undoneAt'), 17],
];

const rulingsSheet = (rulings: readonly RulingRow[]): Sheet<Buffer> => {
  const heads = rulingHeads();
  const data: SheetData = [
    heads.map(([name]) => head(name)),
    ...rulings.map((ruling) => [
      text(ruling.no),
      text(ruling.name),
      text(say(`exports:rulings.verdicts.${ruling.verdict}`)),
      text(ruling.title),
      number(ruling.score),
      text(ruling.reason),
      text(ruling.by),
      text(minuteOf(ruling.at)),
      text(ruling.undone?.by ?? ''),
      text(ruling.undone === null ? '' : minuteOf(ruling.undone.at)),
    ]),
  ];
  return {
    sheet: say('exports:rulings.sheet'),
    data,
    columns: widths(heads.map(([name, width]) => wide(name, width))),
    stickyRowsCount: 1,
  };
};
