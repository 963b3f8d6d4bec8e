/**
 * The sheet of the trade's figures (赤兔指标): one row for each seat, the trade's columns, and a class row whose formulas
 * the reader's program calculates.
 */
import type { Sheet, SheetData } from 'write-excel-file/node';
import { DESK_COLUMNS, type DeskColumn, type DeskFigures, type RunResults } from '#contract/results.ts';
import type { Rubric } from '#engine/model/rubric.ts';
import { language } from '#i18n/language.ts';
import { say } from '#i18n/say.ts';
import { deskRules } from '#scoring/desk/rules.ts';
import { countedSeats } from './class-figures.ts';
import { columnName, formula, head, number, text, wide, widths } from './sheet-cells.ts';

/** The columns before the figures: the name, and whether the seat can be compared. */
const BEFORE = 2;

export const deskSheetName = (): string => say('exports:desk.sheet');

export const deskSheet = ({ seats }: Pick<RunResults, 'seats'>, rubric: Rubric): Sheet<Buffer> => {
  const rules = deskRules(rubric);
  const lastRow = seats.length + 1;
  const [name, comparable] = [say('exports:desk.trainee'), say('exports:head.comparable')];
  const data: SheetData = [
    [head(name), head(comparable), ...rules.map((rule) => head(rule.name))],
    ...seats.map((seat) => [
      text(seat.name),
      text(say(seat.comparable ? 'exports:yes' : 'exports:no')),
      ...rules.map(({ column }) => number(seat.result?.figures[column])),
    ]),
    seats.length === 0
      ? [text(say('exports:desk.class'), true)]
      : [
          text(say('exports:desk.class'), true),
          text(say('exports:desk.counted'), true),
          ...rules.map(({ column }) => classCell(column, lastRow)),
        ],
  ];
  return {
    sheet: deskSheetName(),
    data,
    columns: widths([wide(name, 12), wide(comparable, 12), ...rules.map((rule) => widthOf(rule.name))]),
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
  };
};

/** A Chinese character is as wide as two Latin ones. */
const widthOf = (name: string): number => (language() === 'zh' ? Math.max(10, name.length * 2 + 2) : wide(name, 10));

const letterOf = (column: DeskColumn): string => columnName(BEFORE + DESK_COLUMNS.indexOf(column));

/**
 * The class row's formula for a column, over comparable seats only: counts are added up, the answer ratio is made from
 * the sums, seconds and the answer rate are averaged; of the most customers at once it takes the maximum.
 */
const classCell = (column: DeskColumn, lastRow: number): ReturnType<typeof formula> => {
  const rangeOf = (of: DeskColumn): string => `${letterOf(of)}2:${letterOf(of)}${lastRow}`;
  const comparable = `$B$2:$B$${lastRow}`;
  const yesText = `"${say('exports:yes')}"`;
  const sum = (of: DeskColumn): string => `SUMIF(${comparable},${yesText},${rangeOf(of)})`;
  const total = lastRow + 1;
  switch (column) {
    case 'answerRatio':
      return formula(
        `IFERROR(${letterOf('traineeMessages')}${total}/${letterOf('customerMessages')}${total},"")`,
        '0.00',
      );
    case 'mostAtOnce':
      return formula(`SUMPRODUCT(MAX((${comparable}=${yesText})*${rangeOf(column)}))`);
    case 'answerRate':
    case 'firstResponseS':
    case 'meanResponseS':
    case 'meanServiceS':
      return formula(`IFERROR(AVERAGEIF(${comparable},${yesText},${rangeOf(column)}),"")`, '0.0');
    default:
      return formula(sum(column));
  }
};

/** The values of the class row's formulas, by cell; a mean of no figures has none. */
export const deskValues = ({ seats }: Pick<RunResults, 'seats'>): Map<string, number> => {
  const figures = countedSeats(seats).map(({ result }) => result.figures);
  const row = seats.length + 2;
  return new Map(
    DESK_COLUMNS.flatMap((column) => {
      const value = seats.length === 0 ? null : classValue(column, figures);
      return value === null ? [] : [[`${letterOf(column)}${row}`, value] as const];
    }),
  );
};

const classValue = (column: DeskColumn, figures: readonly DeskFigures[]): number | null => {
  const valuesOf = (deskColumn: DeskColumn): number[] => figures.flatMap((row) => row[deskColumn] ?? []);
  const sumOf = (deskColumn: DeskColumn): number => valuesOf(deskColumn).reduce((a, b) => a + b, 0);
  switch (column) {
    case 'answerRatio':
      return sumOf('customerMessages') === 0 ? null : sumOf('traineeMessages') / sumOf('customerMessages');
    case 'mostAtOnce':
      return Math.max(0, ...valuesOf(column));
    case 'answerRate':
    case 'firstResponseS':
    case 'meanResponseS':
    case 'meanServiceS':
      return valuesOf(column).length === 0 ? null : sumOf(column) / valuesOf(column).length;
    default:
      return sumOf(column);
  }
};
