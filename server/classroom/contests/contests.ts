/** Contests between classes and schools: made, entered, told and signed. Routes have checked who asks for a host's part. */
import type { ContestPlaces } from '#classroom/certificates/candidates.ts';
import { readCode } from '#classroom/certificates/code.ts';
import { isSeatOf } from '#classroom/lesson/seat-body.ts';
import { publish } from '#classroom/results/publishing.ts';
import type { ResultsNeeds } from '#classroom/results/run-drills.ts';
import { cleanText } from '#classroom/roster/roster-columns.ts';
import type { Principal, SignedIn } from '#common/access.ts';
import type { ContestBoard, SeatContest } from '#contract/contests/board.ts';
import type { CodeRow, ContestBody, ContestListRow } from '#contract/contests/contests.ts';
import type { NewContest } from '#contract/contests/rules.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { Replay } from '#contract/replay.ts';
import type { StoredContest } from '#storage/contests/contests.ts';
import { type ContestBoards, createContestBoards } from './boards.ts';
import { contestBody, contestList } from './bodies.ts';
import {
  claimContestCode,
  type EnterNeeds,
  type EnterParts,
  enterContest,
  leaveContest,
  makeContest,
  newContestCode,
} from './enter.ts';
import { mergeFile, resultFile } from './files.ts';
import { ownContests } from './own.ts';
import { phaseOf } from './phases.ts';
import { usualLabel } from './standings.ts';

type Needs = EnterNeeds &
  ResultsNeeds & { runner: ResultsNeeds['runner'] & { replay(id: string, isStaff: boolean): Promise<Reply<Replay>> } };
type Staff = Pick<SignedIn, 'id' | 'school'>;
type Entering = { classId: string | null; team: string };
const MOST_CODES = 40;

export type Contests = ReturnType<typeof createContests>;

export function createContests(needs: Needs, parts: EnterParts) {
  const { storage, clock, runner } = needs;
  const boards: ContestBoards = createContestBoards(needs);

  /** Changes a contest's stored things, and what everybody sees is read anew. */
  async function changing<T>(
    id: string,
    use: (contest: StoredContest) => Promise<Reply<T>>,
    principal: SignedIn,
  ): Promise<Reply<ContestBody>> {
    const contest = await storage.contests.contest(id);
    if (contest === null) return refused('contest-missing');
    const reply = await use(contest);
    boards.forget(id);
    return reply.ok ? await body(id, principal) : reply;
  }
  /** The contest as its host, or a school that has entered it, sees it; like one that doesn't exist for all others. */
  async function body(id: string, person: SignedIn): Promise<Reply<ContestBody>> {
    const contest = await storage.contests.contest(id);
    if (contest === null) return refused('contest-missing');
    const value = await contestBody(needs, boards, contest, person);
    return value === null ? refused('contest-missing') : { ok: true, value };
  }
  const isOver = (contest: StoredContest): boolean =>
    !['before', 'open', 'frozen'].includes(phaseOf(contest, clock.now()));
  const hostName = async ({ school }: StoredContest): Promise<string> =>
    (await storage.people.schools()).find(({ id }) => id === school)?.name ?? '';

  /** Lets every team's own people read their reports: all is told, and nobody plays any more (RULES M6). */
  async function publishAll(contest: StoredContest, staff: Staff): Promise<void> {
    for (const entry of await storage.contests.entries(contest.id)) {
      const run = await storage.runs.run(entry.run);
      if (run === null || run.publishedAt !== null) continue;
      await publish({ storage, clock, onRunChanged: parts.subscriptions.allChanged }, run, staff.id, true);
    }
  }

  async function seatOf(seatId: string, principal: Principal): Promise<Reply<SeatContest>> {
    const seat = await storage.runs.seat(seatId);
    const entry = seat === null || !isSeatOf(principal, seat) ? null : await storage.contests.entryOf(seat.run);
    if (seat === null || entry === null) return refused('contest-missing');
    const place = (await storage.runs.seats(seat.run)).findIndex(({ id }) => id === seatId);
    const usual = usualLabel(entry.team, place);
    const chosen = (await storage.contests.names(entry.contest)).get(seatId) ?? null;
    const label = chosen ?? usual;
    const value = { contest: entry.contest, team: entry.team, label, usual, chosen, left: entry.leftAt !== null };
    return { ok: true, value };
  }

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
        async (contest) => {
          const phase = phaseOf(contest, clock.now());
          if (phase === 'told') {
            // The server may have stopped between telling and publishing.
            await publishAll(contest, staff);
            return { ok: true, value: null };
          }
          if (phase !== 'closed' && phase !== 'unveiling') return refused('contest-not-over');
          boards.forget(id);
          if (!(await boards.standings(contest)).settled) return refused('contest-unsettled');
          const all = (await boards.final(contest)).length;
          const isLast = to >= all;
          await storage.contests.unveil(id, Math.min(to, all), isLast ? clock.now() : null);
          if (isLast) await publishAll(contest, staff);
          return { ok: true, value: null };
        },
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
    signed: async (contest: StoredContest): Promise<string> =>
      await resultFile(needs, contest, await hostName(contest), await boards.final(contest)),
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
    seat: seatOf,
    own: (principal: Principal) => ownContests(storage, principal, clock.now()),
    /** Null takes the name back. A name that the board shows for somebody else is refused. */
    rename: async (seatId: string, principal: Principal, typed: string | null): Promise<Reply<SeatContest>> => {
      const own = await seatOf(seatId, principal);
      if (!own.ok) return own;
      const contest = await storage.contests.contest(own.value.contest);
      if (contest === null || isOver(contest)) return refused('contest-over');
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
}
