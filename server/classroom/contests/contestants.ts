/** What contestants have of a contest: their seat's name in it, and the contests they are in (RULES J57). */
import { isSeatOf } from '#classroom/lesson/seat-body.ts';
import { cleanText } from '#classroom/roster/roster-columns.ts';
import type { Principal } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import type { SeatContest } from '#contract/contests/board.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { Storage } from '#storage/storage.ts';
import type { ContestBoards } from './boards.ts';
import { ownContests } from './own.ts';
import { isContestOver } from './phases.ts';
import { usualLabel } from './standings.ts';

type Needs = { storage: Storage; clock: Pick<Clock, 'now'>; boards: Pick<ContestBoards, 'forget' | 'standings'> };

export const createContestants = ({ storage, clock, boards }: Needs) => {
  const seatOf = async (seatId: string, principal: Principal): Promise<Reply<SeatContest>> => {
    const seat = await storage.runs.seat(seatId);
    const entry = seat === null || !isSeatOf(principal, seat) ? null : await storage.contests.entryOf(seat.run);
    if (seat === null || entry === null) return refused('contest-missing');
    const place = (await storage.runs.seats(seat.run)).findIndex(({ id }) => id === seatId);
    const usual = usualLabel(entry.team, place);
    const chosen = (await storage.contests.names(entry.contest)).get(seatId) ?? null;
    const label = chosen ?? usual;
    const value = { contest: entry.contest, team: entry.team, label, usual, chosen, left: entry.leftAt !== null };
    return { ok: true, value };
  };

  return {
    seat: seatOf,
    own: (principal: Principal) => ownContests(storage, principal, clock.now()),
    /** Null takes the name back. A name that the board shows for somebody else is refused. */
    rename: async (seatId: string, principal: Principal, typed: string | null): Promise<Reply<SeatContest>> => {
      const own = await seatOf(seatId, principal);
      if (!own.ok) return own;
      const contest = await storage.contests.contest(own.value.contest);
      if (contest === null || isContestOver(contest, clock.now())) return refused('contest-over');
      const name = typed === null ? null : cleanText(typed);
      if (name === '') return refused('bad-request', 'name');
      boards.forget(contest.id);
      const { contestants } = await boards.standings(contest);
      if (name !== null && contestants.some(({ label, seat }) => label === name && seat !== seatId))
        return refused('contest-name-taken', name);
      if (!(await storage.contests.putName(seatId, contest.id, name, clock.now())))
        return refused('contest-name-taken', name ?? '');
      boards.forget(contest.id);
      return await seatOf(seatId, principal);
    },
  };
};
