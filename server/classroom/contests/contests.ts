/** Contests between classes and schools: made, entered, told and signed. Routes have checked who asks for a host's part. */
import { readCode } from '#classroom/certificates/code.ts';
import type { ResultsNeeds } from '#classroom/results/run-drills.ts';
import type { Principal, SignedIn } from '#common/access.ts';
import type { ContestBoard } from '#contract/contests/board.ts';
import type { CodeRow, ContestBody, ContestListRow } from '#contract/contests/contests.ts';
import type { NewContest } from '#contract/contests/rules.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { StoredContest } from '#storage/contests/contests.ts';
import { type ContestBoards, createContestBoards } from './boards.ts';
import { contestBody, contestList } from './bodies.ts';
import { createContestResults, type Replays } from './contest-results.ts';
import { createContestants } from './contestants.ts';
import {
  claimContestCode,
  type EnterNeeds,
  type EnterParts,
  enterContest,
  leaveContest,
  makeContest,
  newContestCode,
} from './enter.ts';
import { mergeFile } from './files.ts';
import { isContestOver } from './phases.ts';
import { unveilContest } from './unveil.ts';

type Needs = EnterNeeds & ResultsNeeds & { runner: ResultsNeeds['runner'] & Replays };
type Entering = { classId: string | null; team: string };
const MOST_CODES = 40;

export type Contests = ReturnType<typeof createContests>;

export const createContests = (needs: Needs, parts: EnterParts) => {
  const { storage, clock, runner } = needs;
  const boards: ContestBoards = createContestBoards(needs);

  /** Changes a contest's stored things, and what everybody sees is read anew. */
  const changing = async <T>(
    id: string,
    use: (contest: StoredContest) => Promise<Reply<T>>,
    principal: SignedIn,
  ): Promise<Reply<ContestBody>> => {
    const contest = await storage.contests.contest(id);
    if (contest === null) return refused('contest-missing');
    const reply = await use(contest);
    boards.forget(id);
    return reply.ok ? await body(id, principal) : reply;
  };
  /** The contest as its host, or a school that has entered it, sees it; like one that doesn't exist for all others. */
  const body = async (id: string, person: SignedIn): Promise<Reply<ContestBody>> => {
    const contest = await storage.contests.contest(id);
    if (contest === null) return refused('contest-missing');
    const value = await contestBody(needs, boards, contest, person);
    return value === null ? refused('contest-missing') : { ok: true, value };
  };
  const isOver = (contest: StoredContest): boolean => isContestOver(contest, clock.now());

  return {
    boards,
    list: (school: string): Promise<ContestListRow[]> => contestList(needs, school),
    body,
    make: async (staff: SignedIn, asked: NewContest): Promise<Reply<ContestBody>> => {
      const made = await makeContest(needs, staff, asked);
      return made.ok ? await body(made.value.id, staff) : made;
    },
    enter: (id: string, staff: SignedIn, asked: Entering) =>
      changing(id, (contest) => enterContest(needs, parts, contest, staff, asked), staff),
    /** Another school's teacher. The code is the school's from then on, also where this class doesn't get in. */
    enterByCode: async (
      staff: SignedIn,
      { code, ...asked }: Entering & { code: string },
    ): Promise<Reply<ContestBody>> => {
      const used = await claimContestCode(needs, readCode(code), staff);
      if (!used.ok) return used;
      return await changing(used.value.id, (contest) => enterContest(needs, parts, contest, staff, asked), staff);
    },
    /** A school takes its own run out. */
    leave: async (runId: string, staff: SignedIn): Promise<Reply<null>> => {
      const [entry, run] = [await storage.contests.entryOf(runId), await storage.runs.run(runId)];
      const contest = entry === null ? null : await storage.contests.contest(entry.contest);
      if (entry === null || run === null || contest === null) return refused('contest-missing');
      if (contest.unveiled !== null || contest.openedAt !== null) return refused('contest-over');
      const left = await leaveContest(needs, parts, run, staff);
      boards.forget(entry.contest);
      return left;
    },
    addCode: (id: string, staff: SignedIn, forWhom: string) =>
      changing(
        id,
        async (contest) => {
          if (isOver(contest)) return refused('contest-over');
          if ((await storage.contests.codes(id)).length >= MOST_CODES) return refused('contest-full');
          const code = { code: newContestCode(), contest: id, forWhom, at: clock.now(), usedBy: null, usedAt: null };
          await storage.contests.addCode(code);
          return { ok: true, value: null };
        },
        staff,
      ),
    removeCode: (id: string, staff: SignedIn, { code }: Pick<CodeRow, 'code'>) =>
      changing(
        id,
        async () =>
          (await storage.contests.removeCode(id, readCode(code) ?? ''))
            ? { ok: true, value: null }
            : refused('contest-code-used'),
        staff,
      ),
    /** Tells the results as far as `to` places from the last; with the first place all is told and reports open. */
    unveil: (id: string, staff: SignedIn, to: number) =>
      changing(
        id,
        (contest) =>
          unveilContest({ storage, clock, boards, onRunChanged: parts.subscriptions.allChanged }, contest, staff, to),
        staff,
      ),
    board: async (id: string, principal: Principal): Promise<Reply<ContestBoard>> => {
      const contest = await storage.contests.contest(id);
      return contest === null
        ? refused('contest-missing')
        : { ok: true, value: await boards.board(contest, principal) };
    },
    /** Places, teams and rules of a contest, for a file: the host's once it is over, everybody's once it is told. */
    results: async (id: string, person: SignedIn): Promise<Reply<{ contest: StoredContest; isHost: boolean }>> => {
      const seen = await body(id, person);
      const contest = seen.ok ? await storage.contests.contest(id) : null;
      if (contest === null) return refused('contest-missing');
      const isHost = contest.school === person.school;
      if (contest.openedAt === null && !(isHost && isOver(contest))) return refused('contest-not-over');
      if (!(await boards.standings(contest)).settled) return refused('contest-unsettled');
      return { ok: true, value: { contest, isHost } };
    },
    merge: (id: string, staff: SignedIn, asked: { file: string; trust: string | null }) =>
      changing(
        id,
        async (contest) => {
          if (!isOver(contest)) return refused('contest-not-over');
          if (contest.unveiled !== null || contest.openedAt !== null) return refused('contest-over');
          return await mergeFile(needs, contest, staff, asked);
        },
        staff,
      ),
    unmerge: (id: string, staff: SignedIn, { fingerprint, source }: { fingerprint: string; source: string }) =>
      changing(
        id,
        async (contest) => {
          if (contest.unveiled !== null || contest.openedAt !== null) return refused('contest-over');
          const removed = await storage.contests.removeFile(id, fingerprint, source);
          return removed ? { ok: true, value: null } : refused('not-found');
        },
        staff,
      ),
    ...createContestants({ storage, clock, boards }),
    ...createContestResults({ storage, clock, runner, boards }),
  };
};
