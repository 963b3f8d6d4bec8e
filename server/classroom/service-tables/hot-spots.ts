/** 咨询热点 and complaint types, week by week (RULES J26). */
import { dayOf } from '#classroom/exports/local-time.ts';
import type { HotSpots, HotTopic } from '#contract/service-data/hot-spots.ts';
import { mondayOf, nextMonday } from './figures.ts';

/** `n`: how many customers it stands for. A topic that is empty is none. */
export type Counted = { at: number; topic: string; complaint: string; n: number };

export const MOST_WEEKS = 12;
export const MOST_TOPICS = 10;

export function hotSpotsOf(rows: readonly Counted[]): HotSpots {
  const told = rows.filter(({ topic, complaint }) => topic !== '' || complaint !== '');
  if (told.length === 0) return { weeks: [], topics: [], complaints: [] };
  const mondays = weeksBetween(told.map(({ at }) => mondayOf(at)));
  const places = new Map(mondays.map((monday, place) => [monday, place]));
  const tally = (wordOf: (row: Counted) => string): HotTopic[] => {
    const topics = new Map<string, HotTopic>();
    for (const row of told) {
      const [name, place] = [wordOf(row), places.get(mondayOf(row.at))];
      if (name === '' || place === undefined || row.n === 0) continue;
      const topic = topics.get(name) ?? { name, counts: mondays.map(() => 0), total: 0 };
      topic.counts[place] = (topic.counts[place] ?? 0) + row.n;
      topic.total += row.n;
      topics.set(name, topic);
    }
    const sorted = [...topics.values()].toSorted((a, b) => b.total - a.total || (a.name < b.name ? -1 : 1));
    return sorted.slice(0, MOST_TOPICS);
  };
  return {
    weeks: mondays.map(dayOf),
    topics: tally(({ topic }) => topic),
    complaints: tally(({ complaint }) => complaint),
  };
}

/** Every Monday from the first to the last, the last twelve. */
function weeksBetween(mondays: readonly number[]): number[] {
  const [first, last] = [Math.min(...mondays), Math.max(...mondays)];
  let weeks: number[] = [];
  for (let monday = first; monday <= last; monday = nextMonday(monday)) weeks = [...weeks, monday].slice(-MOST_WEEKS);
  return weeks;
}
