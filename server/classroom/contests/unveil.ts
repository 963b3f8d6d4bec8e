import { publish } from '#classroom/results/publishing.ts';
import type { SignedIn } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { StoredContest } from '#storage/contests/contests.ts';
import type { Storage } from '#storage/storage.ts';
import type { ContestBoards } from './boards.ts';
import { phaseOf } from './phases.ts';

type Needs = {
  storage: Pick<Storage, 'contests' | 'runs'>;
  clock: Pick<Clock, 'now'>;
  boards: Pick<ContestBoards, 'forget' | 'standings' | 'final'>;
  onRunChanged(runId: string): void;
};
type Staff = Pick<SignedIn, 'id'>;

/**
 * Tells the results as far as `to` places from the last; with the first place all is told and reports open (RULES J56).
 */
export const unveilContest = async (
  needs: Needs,
  contest: StoredContest,
  staff: Staff,
  to: number,
): Promise<Reply<null>> => {
  const { storage, clock, boards } = needs;
  const { id } = contest;
  const phase = phaseOf(contest, clock.now());
  if (phase === 'told') {
    // The server may have stopped between telling and publishing.
    await publishAll(needs, contest, staff);
    return { ok: true, value: null };
  }
  if (phase !== 'closed' && phase !== 'unveiling') return refused('contest-not-over');
  boards.forget(id);
  if (!(await boards.standings(contest)).settled) return refused('contest-unsettled');
  const all = (await boards.final(contest)).length;
  const isLast = to >= all;
  await storage.contests.unveil(id, Math.min(to, all), isLast ? clock.now() : null);
  if (isLast) await publishAll(needs, contest, staff);
  return { ok: true, value: null };
};

/** Lets every team's own people read their reports: all is told, and nobody plays any more (RULES M6). */
const publishAll = async (
  { storage, clock, onRunChanged }: Pick<Needs, 'storage' | 'clock' | 'onRunChanged'>,
  contest: StoredContest,
  staff: Staff,
): Promise<void> => {
  for (const entry of await storage.contests.entries(contest.id)) {
    const run = await storage.runs.run(entry.run);
    if (run === null || run.publishedAt !== null) continue;
    await publish({ storage, clock, onRunChanged }, run, staff.id, true);
  }
};
