/**
 * Places by what the rules say (RULES J53, J54): the total, where that is equal fewer red lines, where these are equal
 * the faster first response; who is equal in all three shares a place. Pure.
 */
import type { ContestMarks } from '#contract/contests/board.ts';
import type { PlayRules } from '#contract/contests/rules.ts';
import { meanToTenth, sum, toTenth } from '#scoring/log/arithmetic.ts';

/** An ended round with its marks as the program gave them. */
export type Round = { drill: string; endedAt: number; score: number; redLines: number; firstS: number | null };
/** `label`: what everybody may see; `name`: the roster's, for the contestant's own school. */
export type Contestant = {
  key: string;
  run: string;
  school: string;
  team: string;
  label: string;
  /** Whether they chose a name for the board: nobody else stands on the public one. */
  listed: boolean;
  name: string;
  seat: string;
  person: string | null;
  guest: string | null;
  rounds: readonly Round[];
  /** Of another server's file: the server's school, and what its rules came to there. */
  from?: string;
  merged?: ContestMarks & { rounds: number };
};
/** What a contestant's rounds come to. `drills`: those that count, the best first. */
export type Marked = Omit<Contestant, 'rounds' | 'merged'> &
  ContestMarks & { rounds: number; drills: readonly string[] };
export type Placed<T> = T & { place: number };
export type TeamMarks = ContestMarks & { key: string; team: string; of: number; people: number };

const measured = (all: readonly { firstS: number | null }[]): number[] =>
  all.flatMap(({ firstS }) => (firstS === null ? [] : firstS));

/** Below nought: `a` stands before `b`. A first response that can't be measured stands behind all that can. */
export const compareMarks = (a: ContestMarks, b: ContestMarks): number =>
  b.total - a.total || a.redLines - b.redLines || slowness(a) - slowness(b);
const slowness = ({ firstS }: Pick<ContestMarks, 'firstS'>): number => firstS ?? Number.MAX_SAFE_INTEGER;

/**
 * What a contestant's best rounds come to: the rule's number of them added up, with their red lines, and the mean of
 * their first responses. Of equal rounds the earlier one counts. Null: none has ended. `until`: rounds that ended
 * after it don't count yet, and what came by a
 * file, which is of the end, doesn't either.
 */
export const markOf = (
  { rounds, merged, ...contestant }: Contestant,
  { counted }: Pick<PlayRules, 'counted'>,
  until = Number.POSITIVE_INFINITY,
): Marked | null => {
  if (merged !== undefined) return until === Number.POSITIVE_INFINITY ? { ...contestant, ...merged, drills: [] } : null;
  const ended = rounds.filter(({ endedAt }) => endedAt <= until);
  if (ended.length === 0) return null;
  const asMarks = ({ score, ...rest }: Round): ContestMarks => ({ total: score, ...rest });
  const best = ended
    .toSorted((a, b) => compareMarks(asMarks(a), asMarks(b)) || a.endedAt - b.endedAt)
    .slice(0, counted);
  return {
    ...contestant,
    total: toTenth(sum(best.map(({ score }) => score))),
    redLines: sum(best.map(({ redLines }) => redLines)),
    firstS: meanToTenth(measured(best)),
    rounds: ended.length,
    drills: best.map(({ drill }) => drill),
  };
};

/** In the order of places; `key` orders those who share one, so that the board doesn't jump. */
export const placed = <T extends ContestMarks & { key: string }>(all: readonly T[]): Placed<T>[] => {
  const sorted = all.toSorted((a, b) => compareMarks(a, b) || (a.key < b.key ? -1 : 1));
  let place = 0;
  return sorted.map((one, index) => {
    const before = sorted[index - 1];
    if (before === undefined || compareMarks(before, one) !== 0) place = index + 1;
    return { ...one, place };
  });
};

/** Contestants with at least one ended round, in the order of places. */
export const ranking = (
  contestants: readonly Contestant[],
  rules: Pick<PlayRules, 'counted'>,
  until?: number,
): Placed<Marked>[] => placed(contestants.flatMap((one) => markOf(one, rules, until) ?? []));

/**
 * A team's mark is the mean of its best, as many as the rule says; who is missing counts as 0. The red lines are those
 * of these people together, the first response the mean of theirs. `teamOf`: what a team is.
 */
export const teamRanking = (
  rows: readonly Placed<Marked>[],
  { teamBest }: Pick<PlayRules, 'teamBest'>,
  teamOf: (row: Marked) => { key: string; team: string },
): Placed<TeamMarks>[] => {
  const byKey = new Map<string, { team: string; rows: Placed<Marked>[] }>();
  for (const row of rows) {
    const { key, team } = teamOf(row);
    const own = byKey.get(key) ?? { team, rows: [] };
    own.rows.push(row);
    byKey.set(key, own);
  }
  return placed(
    [...byKey].map(([key, own]) => {
      // The rows come in the order of places.
      const best = own.rows.slice(0, teamBest);
      return {
        ...{ key, team: own.team, of: best.length, people: own.rows.length },
        total: toTenth(sum(best.map(({ total }) => total)) / teamBest),
        redLines: sum(best.map(({ redLines }) => redLines)),
        firstS: meanToTenth(measured(best)),
      };
    }),
  );
};
