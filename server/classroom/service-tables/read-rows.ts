/** An uploaded service table as rows: which column is what, what stands in it, and every cell that can't be stored. */
import { dayOf } from '#classroom/exports/local-time.ts';
import { type Reply, refused } from '#contract/errors.ts';
import { type CellFault, TABLE_ROWS_MAX, type TableColumn, type TablePreview } from '#contract/service-data/tables.ts';
import { DAY_MS } from '#contract/wire/spans.ts';
import { say } from '#i18n/say.ts';
import { countOf, isNone, moneyOf, perDayOf, type Read, secondsOf, shareOf, starsOf, timeOf } from './figures.ts';
import { periodIn } from './periods.ts';
import { areNoKinds, looksLikeName, privateKind } from './private-cells.ts';
import { type Columns, columnsOf, headRow, missingHeads } from './table-columns.ts';

/**
 * One row. `who`: an agent's number in the order in which their names come, null without a name. Figures are null where
 * the table has none; percents are of a hundred.
 */
export type TableEntry = {
  at: number;
  /** Of a row over several days: the first moment of the last. */
  until?: number;
  who: number | null;
  shop: string;
  type: string;
  complaint: string;
  outcome: string;
} & Record<FigureColumn, number | null>;
export type FigureColumn = Exclude<TableColumn, 'at' | 'who' | TextColumn>;
type TextColumn = (typeof TEXTS)[number];

export const TEXTS = ['shop', 'type', 'complaint', 'outcome'] as const;
const SECONDS = ['firstS', 'meanS', 'slowestS', 'lastedS'] as const;
const COUNTS = ['served', 'enquirers', 'buyers', 'customerMessages', 'traineeMessages', 'unanswered'] as const;
const SHARES = ['conversion', 'satisfied'] as const;

/** Faults shown: whoever reads a hundred of one kind has understood it after ten. */
const SHOWN_FAULTS = 50;
/** Lines of sums and means under the rows: they would be counted twice. */
const SUMS = /^(?:合计|总计|小计|汇总|总和|平均|均值|平均值|店铺平均|全店|total|sum|average)[::]?$/i;
/** A name comes as often as one customer complains. */
const MOST_OF_A_NAME = 2;
/** A day at most ahead: a table of tomorrow has its days in the wrong column. */
const AHEAD_MS = DAY_MS;

export type ReadTable = { preview: TablePreview; entries: TableEntry[] };

type Told = { fileName: string; period: { first: number; last: number } | null };

/**
 * `rows`: cells as they stand in the file, headings included. `now`: epoch milliseconds. `period`: what the uploader told
 * of a table without a column of days; with one it isn't looked at.
 */
export const readRows = (
  rows: readonly (readonly string[])[],
  now: number,
  { fileName, period }: Told = { fileName: '', period: null },
): Reply<ReadTable> => {
  const at = headRow(rows);
  if (at === null) return refused('service-table-headings', missingHeads());
  const head = rows[at] ?? [];
  const lines = rows
    .map((cells, index) => ({ line: index + 1, cells }))
    .filter(({ line, cells }) => line > at + 1 && cells.some((cell) => !isNone(cell)));
  const isSum = (cells: readonly string[]): boolean => cells.slice(0, 3).some((cell) => SUMS.test(cell.trim()));
  const kept = lines.filter(({ cells }) => !isSum(cells));
  if (kept.length === 0) return refused('service-table-empty');
  if (kept.length > TABLE_ROWS_MAX) return refused('service-table-too-long', String(TABLE_ROWS_MAX));
  const cellsOf = (index: number): string[] => kept.map(({ cells }) => cells[index] ?? '');
  const columns = columnsOf(head, cellsOf);
  const missing = columns.missing();
  if (missing !== null) return refused('service-table-headings', missing);
  const names = agentsOf(columns, kept);
  const isBareName = bareNames(columns, cellsOf);
  const faults: CellFault[] = columnFaults(columns, cellsOf, at + 1);
  const entries = kept.flatMap(({ line, cells }): TableEntry[] => {
    const { entry, wrong } = entryOf(columns, line, cells, { names, isBareName, period }, now);
    faults.push(...wrong);
    return entry === null ? [] : [entry];
  });
  const hasDays = columns.indexOf('at') !== null;
  const times = hasDays || period !== null ? entries.flatMap((entry) => [entry.at, entry.until ?? entry.at]) : [];
  return {
    ok: true,
    value: {
      preview: {
        columns: columns.shown,
        faults: faults.slice(0, SHOWN_FAULTS),
        faultCount: faults.length,
        rows: kept.length,
        sums: lines.length - kept.length,
        agents: names.length,
        first: times.length === 0 ? null : dayOf(Math.min(...times)),
        last: times.length === 0 ? null : dayOf(Math.max(...times)),
        ...(!hasDays && { period: { suggested: suggestedIn(rows.slice(0, at), fileName) } }),
      },
      entries: faults.length > 0 ? [] : entries.toSorted((a, b) => a.at - b.at),
    },
  };
};

/** The title above the headings is of the table itself; a file may have been called anything. */
const suggestedIn = (titles: readonly (readonly string[])[], fileName: string) => {
  const ofTitle = periodIn(titles.flat().join(' '));
  if (ofTitle !== null) return { ...ofTitle, from: 'title' as const };
  const ofFile = periodIn(fileName);
  return ofFile === null ? null : { ...ofFile, from: 'file' as const };
};

type Line = { line: number; cells: readonly string[] };
const cleaned = (cell: string): string =>
  cell
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The agents' names in the order in which they come; they are only compared, never stored. */
const agentsOf = ({ indexOf }: Columns, lines: readonly Line[]): string[] => {
  const index = indexOf('who');
  if (index === null) return [];
  const names = lines.map(({ cells }) => cleaned(cells[index] ?? ''));
  return [...new Set(names.filter((name) => !isNone(name)))];
};

type IsBareName = (column: TextColumn, cell: string) => boolean;

/**
 * Whether a cell is somebody's name alone: it looks like one and its column says it once or twice, as no kind of thing is
 * said. A shop's name may be a person's (张小泉).
 */
const bareNames = ({ indexOf }: Columns, cellsOf: (index: number) => string[]): IsBareName => {
  const counts = new Map<TextColumn, Map<string, number>>();
  for (const column of TEXTS) {
    const index = indexOf(column);
    const own = new Map<string, number>();
    if (index !== null) for (const cell of cellsOf(index).map(cleaned)) own.set(cell, (own.get(cell) ?? 0) + 1);
    counts.set(column, own);
  }
  return (column, cell) =>
    column !== 'shop' && looksLikeName(cell) && (counts.get(column)?.get(cell) ?? 0) <= MOST_OF_A_NAME;
};

/** Columns of kinds that hold names or somebody's own words. */
const columnFaults = (
  { indexOf, letters }: Columns,
  cellsOf: (index: number) => string[],
  line: number,
): CellFault[] => {
  return TEXTS.flatMap((column) => {
    const index = indexOf(column);
    if (index === null) return [];
    const filled = cellsOf(index)
      .map(cleaned)
      .filter((cell) => !isNone(cell));
    const named = filled.filter(looksLikeName).length;
    const isOfNames = filled.length > 0 && named * 2 > filled.length;
    if (!isOfNames && !areNoKinds(filled)) return [];
    const cell = `${letters(index)}${line}`;
    const kind = isOfNames ? 'names' : 'words';
    return [{ cell, line, message: say(`service-tables:fault.column.${kind}`, { n: new Set(filled).size }) }];
  });
};

const entryOf = (
  { indexOf, letters, unitOf }: Columns,
  line: number,
  cells: readonly string[],
  { names, isBareName, period }: { names: readonly string[]; isBareName: IsBareName; period: Told['period'] },
  now: number,
): { entry: TableEntry | null; wrong: CellFault[] } => {
  const wrong: CellFault[] = [];
  const refuse = (index: number, message: string): null => {
    wrong.push({ cell: `${letters(index)}${line}`, line, message });
    return null;
  };
  const figure = (column: TableColumn, read: (cell: string) => Read, message: string): number | null => {
    const index = indexOf(column);
    if (index === null) return null;
    const value = read(cells[index] ?? '');
    if (value === 'wrong') return refuse(index, message);
    return value === 'none' ? null : value;
  };
  const text = (column: TextColumn): string => {
    const index = indexOf(column);
    const cell = index === null ? '' : cleaned(cells[index] ?? '');
    if (index === null || isNone(cell)) return '';
    const kind = privateKind(cell, names) ?? (isBareName(column, cell) ? 'name' : null);
    if (kind !== null) refuse(index, say(`service-tables:fault.${kind}`));
    return kind === null ? cell : '';
  };
  const dayIndex = indexOf('at');
  const at = dayIndex === null ? (period?.first ?? 0) : timeOf(cells[dayIndex] ?? '');
  if (dayIndex !== null && typeof at !== 'number') refuse(dayIndex, say(`service-tables:fault.day-${at}`));
  else if (dayIndex !== null && Number(at) > now + AHEAD_MS) refuse(dayIndex, say('service-tables:fault.day-ahead'));
  const whoIndex = indexOf('who');
  const who = whoIndex === null ? -1 : names.indexOf(cleaned(cells[whoIndex] ?? ''));
  const part = <C extends FigureColumn>(columns: readonly C[], read: (column: C) => number | null) =>
    // The cast is safe: every column of the list has its figure.
    Object.fromEntries(columns.map((column) => [column, read(column)])) as Record<C, number | null>;
  const entry = {
    ...(dayIndex === null && period !== null && period.last > period.first && { until: period.last }),
    ...{ at: typeof at === 'number' ? at : 0, who: who < 0 ? null : who + 1 },
    ...{ shop: text('shop'), type: text('type'), complaint: text('complaint'), outcome: text('outcome') },
    ...part(SECONDS, (column) => {
      const unit = unitOf(column);
      const isDuration = unit === 'minutes' || unit === 'milliseconds';
      return figure(
        column,
        (cell) => secondsOf(cell, isDuration ? unit : 'seconds'),
        say('service-tables:fault.seconds'),
      );
    }),
    ...part(COUNTS, (column) => figure(column, countOf, say('service-tables:fault.count'))),
    ...part(SHARES, (column) => {
      const unit = unitOf(column) === 'fraction' ? 'fraction' : 'percent';
      return figure(column, (cell) => shareOf(cell, unit), say('service-tables:fault.share'));
    }),
    perDay: figure('perDay', perDayOf, say('service-tables:fault.per-day')),
    basket: figure('basket', moneyOf, say('service-tables:fault.money')),
    rating: figure('rating', starsOf, say('service-tables:fault.stars')),
  };
  return { entry: wrong.length > 0 ? null : entry, wrong };
};
