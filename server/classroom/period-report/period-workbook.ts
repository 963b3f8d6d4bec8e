/** A class's report over some days as an .xlsx: an overview, a row a trainee, the runs, the families of faults. */
import type { Cell } from 'write-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import { dayOf, minuteOf } from '#classroom/exports/local-time.ts';
import { head, number, text, wide, widths } from '#classroom/exports/sheet-cells.ts';
import type { PeriodMember, PeriodReport } from '#contract/terms/period.ts';
import { DAY_MS } from '#contract/wire/spans.ts';
import { say } from '#i18n/say.ts';
import { dimensionName } from '#scoring/marks/scorecard.ts';

/** `silent`: from so many days without anything somebody is to be contacted. */
export const periodWorkbook = (report: PeriodReport, silent: number): Promise<Buffer> => {
  return writeXlsxFile([
    overview(report, silent),
    table('members', memberColumns(silent), report.members),
    table('runs', runColumns(), report.runs),
    table('faults', faultColumns(), report.faults),
  ]).toBuffer();
};

type Column<T> = { name: string; width: number; cell(row: T): Cell };

const table = <T>(sheet: 'members' | 'runs' | 'faults', columns: readonly Column<T>[], rows: readonly T[]) => ({
  sheet: say(`period-said:file.${sheet}`),
  data: [columns.map(({ name }) => head(name)), ...rows.map((row) => columns.map(({ cell }) => cell(row)))],
  columns: widths(columns.map(({ name, width }) => wide(name, width))),
  stickyRowsCount: 1,
});

export const isSilent = ({ silentDays }: Pick<PeriodMember, 'silentDays'>, silent: number): boolean =>
  silentDays === null || silentDays >= silent;

const overview = ({ class: { name }, from, to, members, figures, spread }: PeriodReport, silent: number) => {
  const row = (label: string, cell: Cell): Cell[] => [head(label), cell];
  return {
    sheet: say('period-said:file.overview'),
    data: [
      row(say('period-said:file.class'), text(name)),
      row(say('period-said:file.period'), text(say('period-said:file.days', { from, to }))),
      row(say('period-said:file.trainees'), number(members.length)),
      row(say('period-said:file.counted'), number(figures.n)),
      row(say('period-said:file.mean'), number(figures.mean)),
      row(say('period-said:file.median'), number(figures.median)),
      row(say('period-said:file.passed'), number(figures.passed)),
      row(say('period-said:file.excellent'), number(figures.excellent)),
      row(say('period-said:file.first'), number(figures.firstResponseS)),
      row(say('period-said:file.response'), number(figures.meanResponseS)),
      row(
        say('period-said:file.silent', { n: silent }),
        number(members.filter((member) => isSilent(member, silent)).length),
      ),
      ...figures.dimensions.map(({ id, percent }) =>
        row(say('period-said:file.share', { name: dimensionName(id) }), number(percent)),
      ),
      ...spread.map((n, bin) =>
        row(say('period-said:file.band', { from: 10 * bin, to: bin === 9 ? 100 : 10 * bin + 9 }), number(n)),
      ),
    ],
    columns: widths([24, 24]),
  };
};

const memberColumns = (silent: number): Column<PeriodMember>[] => [
  { name: say('period-said:file.no'), width: 8, cell: ({ no }) => text(no) },
  { name: say('period-said:file.person'), width: 12, cell: ({ name }) => text(name) },
  { name: say('period-said:file.drills'), width: 10, cell: ({ drills }) => number(drills) },
  { name: say('period-said:file.mean'), width: 8, cell: ({ mean }) => number(mean) },
  { name: say('period-said:file.exams'), width: 10, cell: ({ exams }) => number(exams) },
  { name: say('period-said:file.exam-mean'), width: 10, cell: ({ examMean }) => number(examMean) },
  { name: say('period-said:file.missed'), width: 10, cell: ({ missed }) => number(missed) },
  { name: say('period-said:file.held'), width: 8, cell: ({ held }) => number(held) },
  { name: say('period-said:file.red-lines'), width: 10, cell: ({ redLines }) => number(redLines) },
  { name: say('period-said:file.weakness'), width: 14, cell: ({ weakness }) => text(weakness ?? '') },
  {
    name: say('period-said:file.last'),
    width: 18,
    cell: ({ last }) => text(last === null ? say('period-said:nothing') : minuteOf(last.at)),
  },
  { name: say('period-said:file.last-name'), width: 24, cell: ({ last }) => text(last === null ? '' : last.name) },
  { name: say('period-said:file.silent-days'), width: 10, cell: ({ silentDays }) => number(silentDays) },
  {
    name: say('period-said:file.is-silent'),
    width: 8,
    cell: (member) => text(isSilent(member, silent) ? say('period-said:file.yes') : ''),
  },
];

const runColumns = (): Column<PeriodReport['runs'][number]>[] => [
  { name: say('period-said:file.day'), width: 12, cell: ({ day }) => text(day) },
  { name: say('period-said:file.run'), width: 28, cell: ({ name }) => text(name) },
  { name: say('period-said:file.kind'), width: 8, cell: ({ kind }) => text(say(`period-said:kind.${kind}`)) },
  { name: say('period-said:file.with-mark'), width: 12, cell: ({ trainees }) => number(trainees) },
  { name: say('period-said:file.seats'), width: 8, cell: ({ of }) => number(of) },
  { name: say('period-said:file.mean'), width: 8, cell: ({ mean }) => number(mean) },
];

const faultColumns = (): Column<PeriodReport['faults'][number]>[] => [
  { name: say('period-said:file.family'), width: 16, cell: ({ name }) => text(name) },
  { name: say('period-said:file.of-trainees'), width: 12, cell: ({ trainees }) => number(trainees) },
  { name: say('period-said:file.count'), width: 8, cell: ({ count }) => number(count) },
  { name: say('period-said:file.marks'), width: 8, cell: ({ marks }) => number(marks) },
];

/** 班级报告-2403 班-2026-11-20.xlsx */
export const periodFileName = ({ class: { name }, to }: PeriodReport): string =>
  `${say('period-said:file.name')}-${name}-${to}.xlsx`;

/** The first day of so many that end with `to`. */
export const firstDayOf = (to: string, days: number): string =>
  dayOf(Date.parse(`${to}T12:00:00`) - (days - 1) * DAY_MS);
