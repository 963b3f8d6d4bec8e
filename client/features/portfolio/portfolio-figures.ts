import { DAY_MS } from '#client/lib/spans.ts';
import type { PortfolioRow, SkillRow } from '#contract/portfolio.ts';

export type Mode = 'all' | PortfolioRow['mode'];
export type Period = 'ever' | 'month' | 'week';

const PERIOD_DAYS = { month: 30, week: 7 } as const;
/** Number of latest drills that the weak spots are taken from. */
const LATEST_DRILLS = 5;

/** `entries` newest first, and so is what is left; `now`: epoch milliseconds. */
export const shownEntries = (
  entries: readonly PortfolioRow[],
  mode: Mode,
  period: Period,
  now: number,
): PortfolioRow[] =>
  entries.filter(
    (entry) =>
      (mode === 'all' || entry.mode === mode) &&
      (period === 'ever' || entry.endedAt >= now - PERIOD_DAYS[period] * DAY_MS),
  );

export type Series = {
  id: string;
  name: string;
  /** Oldest first; null where there was nothing to measure. */
  values: (number | null)[];
};

const oldestFirst = (entries: readonly PortfolioRow[]): PortfolioRow[] => entries.toReversed();

/** Share of its weight each dimension won, in percent. */
export const dimensionSeries = (entries: readonly PortfolioRow[]): Series[] => {
  const names = new Map(entries.flatMap((entry) => entry.dimensions.map(({ id, name }) => [id, name] as const)));
  return [...names].map(([id, name]) => ({
    id,
    name,
    values: oldestFirst(entries).map((entry) => {
      const ownDimension = entry.dimensions.find((dimension) => dimension.id === id);
      return ownDimension === undefined || ownDimension.marks === null || ownDimension.weight === 0
        ? null
        : Math.round((ownDimension.marks / ownDimension.weight) * 100);
    }),
  }));
};

/** Faults a drill by family; null where a drill gave no chance for it. */
export const familySeries = (entries: readonly PortfolioRow[]): Series[] => {
  const names = new Map(entries.flatMap((entry) => entry.families.map(({ family, name }) => [family, name] as const)));
  return [...names].map(([id, name]) => ({
    id,
    name,
    values: oldestFirst(entries).map((entry) => {
      const ownFamily = entry.families.find(({ family }) => family === id);
      return ownFamily === undefined || ownFamily.chances === 0 ? null : ownFamily.count;
    }),
  }));
};

export type FigureId = keyof PortfolioRow['figures'];

export const figureValues = (entries: readonly PortfolioRow[], id: FigureId): (number | null)[] =>
  oldestFirst(entries).map((entry) => entry.figures[id]);

/** The best of a figure; null when it was never measured. */
export const bestOf = (
  entries: readonly PortfolioRow[],
  readValue: (entry: PortfolioRow) => number | null,
  better: 'high' | 'low',
): number | null => {
  const knownValues = entries.flatMap((entry) => readValue(entry) ?? []);
  if (knownValues.length === 0) return null;
  return better === 'high' ? Math.max(...knownValues) : Math.min(...knownValues);
};

export type WeakSpot = { name: string; count: number; marks: number };

/** Ended while customers still waited: what it lost says that, and nothing of what is weak. */
const wasLeft = ({ faults }: PortfolioRow): boolean => faults.some(({ code }) => code === 'ended-early');

/** Families that cost marks in the latest drills, the costliest first. */
export const weakSpots = (entries: readonly PortfolioRow[]): { of: number; left: number; spots: WeakSpot[] } => {
  const looked = entries.slice(0, LATEST_DRILLS);
  const latest = looked.filter((entry) => !wasLeft(entry));
  const spots = new Map<string, WeakSpot>();
  for (const { family, name, count, marks } of latest.flatMap((entry) => entry.families)) {
    const soFar = spots.get(family) ?? { name, count: 0, marks: 0 };
    spots.set(family, { name, count: soFar.count + count, marks: soFar.marks + marks });
  }
  return {
    of: latest.length,
    left: looked.length - latest.length,
    spots: [...spots.values()].filter(({ marks }) => marks > 0).toSorted((a, b) => b.marks - a.marks),
  };
};

/** The skill map of these drills alone: a case done only in other drills counts as never done. */
export const skillMapOf = (rows: readonly SkillRow[], entries: readonly PortfolioRow[]): SkillRow[] =>
  rows.map((row) => ({
    ...row,
    levels: row.levels.map((cell) => {
      const ownEntries = entries.filter((entry) =>
        entry.cases.some(({ type, level }) => type === row.type && level === cell.level),
      );
      const best = ownEntries.toSorted((a, b) => b.score - a.score)[0];
      return { ...cell, done: ownEntries.length, best: best?.score ?? null, grade: best?.grade ?? null };
    }),
  }));
