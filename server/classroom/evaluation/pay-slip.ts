/** What a month's pay would be, line by line with its formula (RULES R7). Yuan to a cent where a coefficient makes them. */
import type { KeptRow } from '#classroom/terms/kept-row.ts';
import type { PayLine, PayRules, PaySlip } from '#contract/terms/pay.ts';
import type { SheetRules } from '#contract/terms/sheet.ts';
import { say } from '#i18n/say.ts';
import { toTenth } from '#scoring/log/arithmetic.ts';

/** Editable defaults of a beginner's post; no law and no wage table stands behind them. */
export const DEFAULT_PAY: PayRules = {
  base: 3000,
  performance: 1500,
  steps: [
    { from: 95, coefficient: 1.2 },
    { from: 85, coefficient: 1 },
    { from: 70, coefficient: 0.8 },
    { from: 60, coefficient: 0.5 },
    { from: 0, coefficient: 0 },
  ],
  absent: 50,
  redLine: 100,
};

type Row = Pick<KeptRow, 'person' | 'no' | 'name' | 'cells'>;
const toCent = (value: number): number => Math.round(value * 100) / 100;

/** Percent of the column's weight; null: the sheet has no such column, or its cell is missing. */
const reachedOf = ({ cells }: Row, { columns }: SheetRules): number | null => {
  const column = columns.find(({ source }) => source === 'indicators');
  const value = cells.find(({ item }) => item === column?.id)?.value ?? null;
  return column === undefined || value === null ? null : toTenth((100 * value) / column.weight);
};

/** Null: the sheet has no column of attendance, and nothing is taken off. */
const absencesOf = ({ cells }: Row): number | null => {
  const source = cells.map((cell) => cell.source).find(({ kind }) => kind === 'attendance');
  if (source === undefined || source.kind !== 'attendance') return null;
  return source.sessions.filter(({ mark }) => mark === 'absent').length;
};

/** `redLines`: how often one was crossed in the drills that count. */
export const paySlip = (rules: PayRules, sheet: SheetRules, row: Row, redLines: number): PaySlip => {
  const { base, performance, steps, absent, redLine } = rules;
  const reached = reachedOf(row, sheet);
  const coefficient = reached === null ? null : (steps.find(({ from }) => reached >= from)?.coefficient ?? 0);
  const absences = absencesOf(row);
  const earned = coefficient === null ? null : toCent(performance * coefficient);
  const lines: PayLine[] = [
    { id: 'base', said: say('pay-said:base', { base }), yuan: base },
    {
      id: 'performance',
      said:
        reached === null || coefficient === null || earned === null
          ? say('pay-said:noReached')
          : say('pay-said:performance', { reached, coefficient, performance, earned }),
      yuan: earned,
    },
    absences === null
      ? { id: 'absent', said: say('pay-said:noAttendance'), yuan: 0 }
      : takenOff('absent', absences, absent),
    takenOff('redLine', redLines, redLine),
  ];
  const sums = lines.flatMap(({ yuan }) => yuan ?? []);
  const isWhole = sums.length === lines.length;
  return {
    ...{ person: row.person, no: row.no, name: row.name, reached, coefficient, lines },
    total: isWhole ? Math.max(0, toCent(sums.reduce((sum, yuan) => sum + yuan, 0))) : null,
  };
};

const takenOff = (id: 'absent' | 'redLine', n: number, each: number): PayLine => ({
  id,
  said: say(`pay-said:${id}`, { n, each, off: n * each }),
  yuan: n === 0 ? 0 : -n * each,
});
