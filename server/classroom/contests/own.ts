import type { Principal } from '#common/access.ts';
import type { OwnContest } from '#contract/contests/board.ts';
import { DAY_MS } from '#contract/wire/spans.ts';
import type { Storage } from '#storage/storage.ts';
import { phaseOf } from './phases.ts';

/** A contest stands in its contestants' list for a month after its end. */
const LISTED_MS = 30 * DAY_MS;

/** The contests in which the device or the person has a seat, the one that ends last first; those that a school left are out. */
export const ownContests = async (
  { runs, contests }: Pick<Storage, 'runs' | 'contests'>,
  { guest, person }: Principal,
  now: number,
): Promise<OwnContest[]> => {
  const own: OwnContest[] = [];
  for (const seat of await runs.seatsHeld(guest, person?.id ?? null, 'all')) {
    const entry = (await runs.run(seat.run))?.plan.contest === undefined ? null : await contests.entryOf(seat.run);
    const contest = entry === null || entry.leftAt !== null ? null : await contests.contest(entry.contest);
    if (entry === null || contest === null || now - contest.rules.closesAt > LISTED_MS) continue;
    const { opensAt, closesAt } = contest.rules;
    own.push({
      ...{ seat: seat.id, name: contest.name, team: entry.team, phase: phaseOf(contest, now), opensAt, closesAt, now },
    });
  }
  return own.toSorted((a, b) => b.closesAt - a.closesAt);
};
