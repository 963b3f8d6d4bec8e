/** Who leads a contest, by how much and since when (RULES J95). Pure. */
import type { ContestLead } from '#contract/contests/board.ts';
import type { PlayRules } from '#contract/contests/rules.ts';
import { toTenth } from '#scoring/log/arithmetic.ts';
import { type Contestant, compareMarks, type Marked, markOf } from './ranking.ts';

export type Lead = { leaders: readonly Marked[]; margin: ContestLead['margin']; since: number };

/**
 * Null before any round has ended. Who is equal in all leads together; `since`: when the last round ended that changed who
 * leads. `until`: rounds that ended after it don't count, so that a frozen board keeps its lead.
 */
export const leadOf = (
  contestants: readonly Contestant[],
  rules: Pick<PlayRules, 'counted'>,
  until: number,
): Lead | null => {
  const here = contestants.filter(({ merged }) => merged === undefined);
  const byKey = new Map(here.map((one) => [one.key, one]));
  const ends = here
    .flatMap(({ key, rounds }) => rounds.map(({ endedAt }) => ({ key, endedAt })))
    .filter(({ endedAt }) => endedAt <= until)
    .toSorted((a, b) => a.endedAt - b.endedAt || (a.key < b.key ? -1 : 1));
  const marks = new Map<string, Marked>();
  let [since, before, leaders]: [number, string, readonly Marked[]] = [0, '', []];
  for (const [index, { key, endedAt }] of ends.entries()) {
    const contestant = byKey.get(key);
    const mark = contestant === undefined ? null : markOf(contestant, rules, endedAt);
    if (mark !== null) marks.set(key, mark);
    // Rounds that ended in the same millisecond are one step.
    if (ends[index + 1]?.endedAt === endedAt) continue;
    leaders = firstOf([...marks.values()]);
    const now = leaders.map((one) => one.key).join(' ');
    if (now !== before) since = endedAt;
    before = now;
  }
  const [leader] = leaders;
  return leader === undefined ? null : { leaders, margin: marginOf(leader, [...marks.values()]), since };
};

const firstOf = (marked: readonly Marked[]): Marked[] => {
  const [first, ...others] = marked;
  if (first === undefined) return [];
  const best = others.reduce((a, b) => (compareMarks(b, a) < 0 ? b : a), first);
  return marked.filter((one) => compareMarks(one, best) === 0).toSorted((a, b) => (a.key < b.key ? -1 : 1));
};

/** By what decides the place: the total, else the red lines, else the first response. Null: nobody stands behind. */
const marginOf = (leader: Marked, marked: readonly Marked[]): ContestLead['margin'] => {
  const behind = marked.filter((one) => compareMarks(one, leader) > 0);
  const [first, ...others] = behind;
  if (first === undefined) return null;
  const next = others.reduce((a, b) => (compareMarks(b, a) < 0 ? b : a), first);
  if (next.total !== leader.total) return { by: 'total', n: toTenth(leader.total - next.total) };
  if (next.redLines !== leader.redLines) return { by: 'redLines', n: next.redLines - leader.redLines };
  return next.firstS === null || leader.firstS === null
    ? { by: 'firstS', n: null }
    : { by: 'firstS', n: toTenth(next.firstS - leader.firstS) };
};
