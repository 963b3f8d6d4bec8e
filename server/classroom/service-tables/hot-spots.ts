/** 咨询热点 and complaint types, week by week and month by month (RULES J26). */
import { dayOf } from '#classroom/exports/local-time.ts';
import type { HotSpots, HotTopic } from '#contract/service-data/hot-spots.ts';
import { mondayOf, nextMonday } from './figures.ts';

/** `n`: how many customers it stands for. A topic that is empty is none. */
export type Counted = { at: number; topic: string; complaint: string; n: number };

export const MOST_WEEKS = 12;
export const MOST_MONTHS = 6;
export const MOST_TOPICS = 10;

/** Both are told by the first moment of theirs. */
type Span = { startOf: (at: number) => number; next: (start: number) => number; most: number };
const WEEKS: Span = { startOf: mondayOf, next: nextMonday, most: MOST_WEEKS };

/** The first moment of the month of `at`, or of one so many months later. */
const monthOf = (at: number, later: number): number => {
  const date = new Date(at);
  return new Date(date.getFullYear(), date.getMonth() + later, 1).getTime();
};

const MONTHS: Span = { startOf: (at) => monthOf(at, 0), next: (start) => monthOf(start, 1), most: MOST_MONTHS };

export const hotSpotsOf = (rows: readonly Counted[]): HotSpots => {
  const told = rows.filter(({ topic, complaint }) => topic !== '' || complaint !== '');
  const { starts: weeks, ...byWeek } = countedIn(told, WEEKS);
  const { starts: months, ...byMonth } = countedIn(told, MONTHS);
  return {
    ...{ weeks: weeks.map(dayOf), ...byWeek },
    byMonth: { months: months.map((start) => dayOf(start).slice(0, '2026-11'.length)), ...byMonth },
  };
};

const countedIn = (
  told: readonly Counted[],
  span: Span,
): { starts: number[]; topics: HotTopic[]; complaints: HotTopic[] } => {
  if (told.length === 0) return { starts: [], topics: [], complaints: [] };
  const starts = startsBetween(
    told.map(({ at }) => span.startOf(at)),
    span,
  );
  const places = new Map(starts.map((start, place) => [start, place]));
  const tally = (wordOf: (row: Counted) => string): HotTopic[] => {
    const topics = new Map<string, HotTopic>();
    for (const row of told) {
      const [name, place] = [wordOf(row), places.get(span.startOf(row.at))];
      if (name === '' || place === undefined || row.n === 0) continue;
      const topic = topics.get(name) ?? { name, counts: starts.map(() => 0), total: 0 };
      topic.counts[place] = (topic.counts[place] ?? 0) + row.n;
      topic.total += row.n;
      topics.set(name, topic);
    }
    const sorted = [...topics.values()].toSorted((a, b) => b.total - a.total || (a.name < b.name ? -1 : 1));
    return sorted.slice(0, MOST_TOPICS);
  };
  return { starts, topics: tally(({ topic }) => topic), complaints: tally(({ complaint }) => complaint) };
};

/** Every start from the first to the last, the last ones. */
const startsBetween = (found: readonly number[], { next, most }: Span): number[] => {
  const last = found.reduce((a, b) => Math.max(a, b));
  let starts: number[] = [];
  for (let start = found.reduce((a, b) => Math.min(a, b)); start <= last; start = next(start))
    starts = [...starts, start].slice(-most);
  return starts;
};
