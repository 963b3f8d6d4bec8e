/** The results table: which figures it has, what each seat's is, and their order. */
import type { DimensionId } from '#contract/report.ts';
import type { SeatResult } from '#contract/results.ts';
import type { FaultFamily } from '#contract/wall.ts';

export const FAMILIES: readonly FaultFamily[] = [
  'late',
  'quick-replies',
  'not-valuing',
  'evading',
  'wrong',
  'operation',
  'manner',
];
export type TimeColumn = 'firstResponseS' | 'meanResponseS';
/** Figures of a rush; a run that is none has no such columns. */
export const RUSH_COLUMNS = ['served', 'lost', 'p80FirstS', 'mostAtOnce'] as const;
export type RushColumn = (typeof RUSH_COLUMNS)[number];

/** A figure of a seat, and what its page of sources is about. */
export type Figure =
  | { kind: 'score' }
  | { kind: 'dimension'; id: DimensionId }
  | { kind: 'time'; column: TimeColumn }
  | { kind: 'rush'; column: RushColumn }
  | { kind: 'family'; family: FaultFamily }
  | { kind: 'unsure' };

export type SortKey = 'no' | 'name' | 'grade' | 'notes' | Figure;
export type Sort = { key: SortKey; descending: boolean };

export const keyName = (key: SortKey): string => {
  if (typeof key === 'string') return key;
  switch (key.kind) {
    case 'dimension':
      return key.id;
    case 'time':
      return key.column;
    case 'rush':
      return `rush-${key.column}`;
    case 'family':
      return `fault-${key.family}`;
    default:
      return key.kind;
  }
};

/** Share of a dimension's marks, 0–100; null without an opportunity. */
export const percentOf = ({ result }: SeatResult, id: DimensionId): number | null => {
  const row = result?.dimensions.find((dimension) => dimension.id === id);
  if (row === undefined || row.marks === null || row.weight === 0) return null;
  return Math.round((row.marks / row.weight) * 100);
};

export const faultCount = ({ result }: SeatResult, family: FaultFamily): number | null =>
  result === null ? null : result.faults.reduce((sum, fault) => (fault.family === family ? sum + fault.count : sum), 0);

const rushFigure = ({ result }: SeatResult, column: RushColumn): number | null => {
  if (result?.rush === undefined) return null;
  return column === 'mostAtOnce' ? result.figures.mostAtOnce : result.rush[column];
};

/** A seat's mark: of homework what counts after what lateness takes off. */
export const countedScore = ({ homework, result }: SeatResult): number | null =>
  result === null ? null : (homework?.counted ?? result.score);

/** The number of a figure; null when there is nothing to measure. */
export const figureValue = (seat: SeatResult, figure: Figure): number | null => {
  switch (figure.kind) {
    case 'score':
      return countedScore(seat);
    case 'dimension':
      return percentOf(seat, figure.id);
    case 'time':
      return seat.result?.figures[figure.column] ?? null;
    case 'rush':
      return rushFigure(seat, figure.column);
    case 'family':
      return faultCount(seat, figure.family);
    case 'unsure':
      return seat.result?.unsure ?? null;
  }
};

const GRADE_RANKS = { fail: 0, pass: 1, excellent: 2 } as const;

const sortValue = (seat: SeatResult, key: SortKey): number | string | null => {
  switch (key) {
    case 'no':
      return seat.no;
    case 'name':
      return seat.name;
    case 'grade':
      return seat.result === null ? null : GRADE_RANKS[seat.result.grade];
    case 'notes':
      return seat.notes.length === 0 ? null : seat.notes.join();
    default:
      return figureValue(seat, key);
  }
};

const compareValues = (a: number | string, b: number | string): number =>
  typeof a === 'number' && typeof b === 'number'
    ? a - b
    : String(a).localeCompare(String(b), 'zh-CN', { numeric: true });

/** Seats without the figure come last in either direction; equal ones stay in the order of the roster. */
export const sortSeats = (seats: readonly SeatResult[], { key, descending }: Sort): SeatResult[] =>
  seats.toSorted((seat, otherSeat) => {
    const a = sortValue(seat, key);
    const b = sortValue(otherSeat, key);
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return descending ? compareValues(b, a) : compareValues(a, b);
  });

/** The first direction of a sort: figures from the highest (best score, longest wait, most faults), the roster from its top. */
export const isInitiallyDescending = (key: SortKey): boolean => typeof key !== 'string';
