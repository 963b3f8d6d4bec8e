/** Who plays whose customer in a lesson of role plays (RULES J105). */
import { entryOf } from '#classroom/run-log/run-entries.ts';
import type { Run, RunEntry, Seat } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';

/**
 * Pairs in the roster's order; of an odd number the last three are together. Each plays for the one before them, the first
 * for the last, and they serve in this order. Who is alone is in none.
 */
export const formPairs = (seats: readonly Pick<Seat, 'id'>[]): string[][] => {
  const pairs: string[][] = [];
  for (let at = 0; at + 1 < seats.length; at += 2) pairs.push(seats.slice(at, at + 2).map(({ id }) => id));
  const last = seats.length % 2 === 1 ? seats.at(-1)?.id : undefined;
  if (last !== undefined) pairs.at(-1)?.push(last);
  return pairs;
};

/** Of whoever is there as the drill begins. */
export const storePairs = async ({ runs }: Pick<Storage, 'runs'>, run: Run, now: number): Promise<void> => {
  const there = (await runs.seats(run.id)).filter(({ guest }) => guest !== null);
  await runs.addLog(entryOf(run, now, null, 'groups', null, { groups: formPairs(there) }));
};

/** As they were formed when the drill began. */
export const pairsIn = (log: readonly RunEntry[]): string[][] => {
  const groups = log.findLast(({ kind }) => kind === 'groups')?.body.groups;
  return Array.isArray(groups) ? groups.map((pair: unknown) => (Array.isArray(pair) ? pair.map(String) : [])) : [];
};

/**
 * Who plays for the seat, for whom it plays, and in which of the group's rounds it does either: each serves in the round of
 * its place in the group, from 1 (RULES J117). Null: it is in no pair.
 */
export const partsOf = (
  pairs: readonly (readonly string[])[],
  seat: string,
): { player: string; playsFor: string; servesIn: number; playsIn: number; pair: readonly string[] } | null => {
  const pair = pairs.find((one) => one.includes(seat));
  if (pair === undefined) return null;
  const at = pair.indexOf(seat);
  const [player, playsFor] = [pair[(at + 1) % pair.length], pair.at(at - 1)];
  return player === undefined || playsFor === undefined
    ? null
    : { player, playsFor, pair, servesIn: at + 1, playsIn: pair.indexOf(playsFor) + 1 };
};
