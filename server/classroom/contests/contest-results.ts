/** What a contest came to: its signed file and, once all is told, places for certificates and rounds to watch. */
import type { ContestPlaces } from '#classroom/certificates/candidates.ts';
import type { ResultsNeeds } from '#classroom/results/run-drills.ts';
import type { Clock } from '#common/clock.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { Replay } from '#contract/replay.ts';
import type { StoredContest } from '#storage/contests/contests.ts';
import type { Storage } from '#storage/storage.ts';
import type { ContestBoards } from './boards.ts';
import { resultFile } from './files.ts';

export type Replays = { replay(drillId: string, isStaff: boolean): Promise<Reply<Replay>> };
type Needs = {
  storage: Storage;
  clock: Pick<Clock, 'now'>;
  runner: ResultsNeeds['runner'] & Replays;
  boards: Pick<ContestBoards, 'final'>;
};

export const createContestResults = ({ storage, clock, runner, boards }: Needs) => {
  const hostName = async ({ school }: StoredContest): Promise<string> =>
    (await storage.people.schools()).find(({ id }) => id === school)?.name ?? '';

  return {
    signed: async (contest: StoredContest): Promise<string> =>
      await resultFile({ storage, clock }, contest, await hostName(contest), await boards.final(contest)),
    /** Where the seats of a run ended, for their certificates; null: not told, or its school has left. */
    placesOf: async (runId: string): Promise<ContestPlaces | null> => {
      const entry = await storage.contests.entryOf(runId);
      const contest = entry === null ? null : await storage.contests.contest(entry.contest);
      if (entry === null || contest === null || contest.openedAt === null || entry.leftAt !== null) return null;
      const rows = await boards.final(contest);
      const own = rows.filter(({ run }) => run === runId);
      const bySeat = new Map(
        own.map(({ seat, place, total, firstS, drills }) => [seat, { place, total, firstS, rounds: drills.length }]),
      );
      return { host: await hostName(contest), team: entry.team, of: rows.length, bySeat };
    },
    /** A counted round as its desk was shown it, once all is told; `n`: from 0, the best first. */
    replay: async (id: string, key: string, n: number): Promise<Reply<Replay>> => {
      const contest = await storage.contests.contest(id);
      if (contest === null) return refused('contest-missing');
      if (contest.openedAt === null || !contest.rules.replays) return refused('contest-not-over');
      const drill = (await boards.final(contest)).find((row) => row.key === key)?.drills[n];
      return drill === undefined ? refused('unknown-drill') : await runner.replay(drill, false);
    },
  };
};
