/** Service data as the page shows it: which rows, in which order, and a figure group by group. */
import { sum, toTenth } from '#client/lib/arithmetic.ts';
import type { Analysis, ServiceRow } from '#contract/analysis.ts';

export type Wait = 'any' | 'in-time' | 'late' | 'never';
/** `who`, `type`: asked of a shop's own table alone. */
export type Filter = { title: string; outcome: string; rating: string; wait: Wait; who: string; type: string };
export const NO_FILTER: Filter = { title: '', outcome: '', rating: '', wait: 'any', who: '', type: '' };

const waitOf = ({ firstS }: ServiceRow, passS: number): Wait =>
  firstS === null ? 'never' : firstS <= passS ? 'in-time' : 'late';

/** The rows a filter leaves; `passS` is the limit, in seconds, within which a first response is in time. */
export const filteredRows = (
  { rows, passS }: Pick<Analysis, 'rows' | 'passS'>,
  { title, outcome, rating, wait, who, type }: Filter,
): ServiceRow[] =>
  rows.filter(
    (row) =>
      (title === '' || row.title === title) &&
      (who === '' || row.who === who) &&
      (type === '' || row.type === type) &&
      (outcome === '' || row.outcome === outcome) &&
      (rating === '' || String(row.rating ?? 'none') === rating) &&
      (wait === 'any' || waitOf(row, passS) === wait),
  );

/** Every value there is, in order of first appearance. */
export const distinctValues = (rows: readonly ServiceRow[], readValue: (row: ServiceRow) => string): string[] => [
  ...new Set(rows.map(readValue)),
];

export const FIGURES = [
  'firstS',
  'meanS',
  'slowestS',
  'rating',
  'answeredShare',
  'takenShare',
  'faults',
  'mood',
  'served',
  'perDay',
  'conversion',
  'basket',
  'satisfied',
] as const;
export type FigureId = (typeof FIGURES)[number];
export const GROUPINGS = ['title', 'type', 'outcome', 'who', 'rating', 'worstFamily', 'complaint'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Figures that a shop's own table alone has. */
const OF_TABLES: readonly FigureId[] = ['served', 'perDay', 'conversion', 'basket', 'satisfied'];

/** What may be charted: of drills their eight figures, of a shop's own table those it has. */
export const figuresOf = (kind: Analysis['kind'], rows: readonly ServiceRow[]): FigureId[] =>
  FIGURES.filter((figure) =>
    kind === 'drills' ? !OF_TABLES.includes(figure) : rows.some((row) => hasFigure(row, figure)),
  );

/** Where a table doesn't say how many a row is of, it stands for one. */
const hasFigure = (row: ServiceRow, figure: FigureId): boolean =>
  figure === 'served' ? row.served !== 1 : figureOfRows([row], figure) !== null;

export const groupingsOf = (kind: Analysis['kind'], rows: readonly ServiceRow[]): Grouping[] =>
  GROUPINGS.filter((grouping) =>
    kind === 'drills'
      ? grouping !== 'complaint' && (grouping !== 'who' || rows.some(({ who }) => who !== ''))
      : rows.some((row) => groupName(row, grouping) !== ''),
  );

const groupName = (row: ServiceRow, grouping: Grouping): string =>
  grouping === 'rating' ? (row.rating === null ? '' : String(row.rating)) : row[grouping];

export type Group = { name: string; rowCount: number; value: number | null };

/** Below every value, so that a group without one comes last. */
const valueOrLast = ({ value }: Group): number => value ?? -1;

/** Mean of a figure, or a share of sums, by group; the highest first, groups without a value last. */
export const groupFigures = (rows: readonly ServiceRow[], grouping: Grouping, figure: FigureId): Group[] => {
  const groups = new Map<string, ServiceRow[]>();
  for (const row of rows) {
    const name = groupName(row, grouping);
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return [...groups]
    .map(([name, groupRows]): Group => ({ name, rowCount: groupRows.length, value: figureOfRows(groupRows, figure) }))
    .toSorted((a, b) => valueOrLast(b) - valueOrLast(a));
};

const percentage = (part: number, total: number): number | null => (total === 0 ? null : toTenth((part / total) * 100));

/** The customers a row's figure is of: those who enquired for a conversion, those who bought for a basket. */
const weightOf = ({ served, enquirers, buyers }: ServiceRow, figure: FigureId): number =>
  // Of several agents the mean of their days: a busy one's day is no longer than another's.
  figure === 'perDay'
    ? 1
    : figure === 'conversion'
      ? (enquirers ?? served)
      : figure === 'basket'
        ? (buyers ?? served)
        : served;

/**
 * Mean of a figure over rows, or a share of sums; null where no row has it. A row that is of more customers weighs more, so
 * that a day of three hundred isn't evened out by one of three. `served` is a sum.
 */
export const figureOfRows = (rows: readonly ServiceRow[], figure: FigureId): number | null => {
  const sumOf = (read: (row: ServiceRow) => number | null) => sum(rows.map((row) => read(row) ?? 0));
  if (figure === 'served') return sumOf((row) => row.served);
  if (figure === 'answeredShare')
    return percentage(
      sumOf((row) => row.answered),
      sumOf((row) => row.questions),
    );
  if (figure === 'takenShare')
    return percentage(
      sumOf((row) => row.taken),
      sumOf((row) => row.windows),
    );
  const known = rows.flatMap((row) => {
    const value = row[figure] ?? null;
    return value === null ? [] : [{ value, weight: weightOf(row, figure) }];
  });
  const weight = sum(known.map((one) => one.weight));
  return weight === 0 ? null : toTenth(sum(known.map((one) => one.value * one.weight)) / weight);
};

export type Column =
  | 'at'
  | 'who'
  | 'customer'
  | 'title'
  | 'outcome'
  | 'rating'
  | 'rounds'
  | 'firstS'
  | 'meanS'
  | 'slowestS'
  | 'answered'
  | 'faults'
  | 'taken'
  | 'mood'
  | 'type'
  | 'complaint'
  | 'served'
  | 'perDay'
  | 'conversion'
  | 'basket'
  | 'satisfied';
export type RowOrder = { column: Column; descending: boolean };

/** Rows without the figure stand last, ascending or descending. */
export const sortRows = (rows: readonly ServiceRow[], { column, descending }: RowOrder): ServiceRow[] =>
  rows.toSorted((a, b) => {
    const [x, y] = [a[column] ?? null, b[column] ?? null];
    if (x === y) return 0;
    if (x === null) return 1;
    if (y === null) return -1;
    const order = typeof x === 'string' && typeof y === 'string' ? x.localeCompare(y, 'zh') : Number(x) - Number(y);
    return descending ? -order : order;
  });
