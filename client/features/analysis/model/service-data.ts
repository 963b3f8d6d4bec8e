/** Service data as the page shows it: which rows, in which order, and a figure group by group. */
import type { Analysis, ServiceRow } from '#contract/analysis.ts';

export type Wait = 'any' | 'in-time' | 'late' | 'never';
export type Filter = { title: string; outcome: string; rating: string; wait: Wait };
export const NO_FILTER: Filter = { title: '', outcome: '', rating: '', wait: 'any' };

const waitOf = ({ firstS }: ServiceRow, passS: number): Wait =>
  firstS === null ? 'never' : firstS <= passS ? 'in-time' : 'late';

/** The rows a filter leaves; `passS` is the limit, in seconds, within which a first response is in time. */
export const filteredRows = (
  { rows, passS }: Pick<Analysis, 'rows' | 'passS'>,
  { title, outcome, rating, wait }: Filter,
): ServiceRow[] =>
  rows.filter(
    (row) =>
      (title === '' || row.title === title) &&
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
] as const;
export type FigureId = (typeof FIGURES)[number];
export const GROUPINGS = ['title', 'type', 'outcome', 'who', 'rating', 'worstFamily'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export type Group = { name: string; rowCount: number; value: number | null };

/** Below every value, so that a group without one comes last. */
const valueOrLast = ({ value }: Group): number => value ?? -1;

/** Mean of a figure, or a share of sums, by group; the highest first, groups without a value last. */
export const groupFigures = (rows: readonly ServiceRow[], grouping: Grouping, figure: FigureId): Group[] => {
  const groups = new Map<string, ServiceRow[]>();
  for (const row of rows) {
    const name = grouping === 'rating' ? (row.rating === null ? '' : String(row.rating)) : row[grouping];
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return [...groups]
    .map(([name, groupRows]): Group => ({ name, rowCount: groupRows.length, value: figureOfRows(groupRows, figure) }))
    .toSorted((a, b) => valueOrLast(b) - valueOrLast(a));
};

const sum = (list: readonly number[]): number => list.reduce((total, value) => total + value, 0);
const toTenth = (value: number): number => Math.round(value * 10) / 10;
const percentage = (part: number, total: number): number | null => (total === 0 ? null : toTenth((part / total) * 100));

export const figureOfRows = (rows: readonly ServiceRow[], figure: FigureId): number | null => {
  if (figure === 'answeredShare')
    return percentage(sum(rows.map((row) => row.answered)), sum(rows.map((row) => row.questions)));
  if (figure === 'takenShare')
    return percentage(sum(rows.map((row) => row.taken)), sum(rows.map((row) => row.windows)));
  const knownFigures = rows.flatMap((row) => row[figure] ?? []);
  return knownFigures.length === 0 ? null : toTenth(sum(knownFigures) / knownFigures.length);
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
  | 'mood';
export type RowOrder = { column: Column; descending: boolean };

/** Rows without the figure stand last, ascending or descending. */
export const sortRows = (rows: readonly ServiceRow[], { column, descending }: RowOrder): ServiceRow[] =>
  rows.toSorted((a, b) => {
    const [x, y] = [a[column], b[column]];
    if (x === y) return 0;
    if (x === null) return 1;
    if (y === null) return -1;
    const order = typeof x === 'string' && typeof y === 'string' ? x.localeCompare(y, 'zh') : Number(x) - Number(y);
    return descending ? -order : order;
  });
