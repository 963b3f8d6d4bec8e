/** A contest is made, and runs of schools enter it and leave it (RULES J52, J54). */
import { newCode } from '#classroom/certificates/code.ts';
import type { HomeworkWindows } from '#classroom/lesson/homework-window.ts';
import { storeRun } from '#classroom/lesson/new-run.ts';
import { planFault } from '#classroom/lesson/plans.ts';
import type { Subscriptions } from '#classroom/lesson/subscriptions.ts';
import { cleanText } from '#classroom/roster/roster-columns.ts';
import { newId } from '#classroom/run-log/run-entries.ts';
import type { SignedIn } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import { MOST_ENTRIES, type NewContest } from '#contract/contests/rules.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { Plan } from '#contract/runs.ts';
import type { Catalogs } from '#drills/catalog/catalog.ts';
import type { ContestEntry, StoredContest } from '#storage/contests/contests.ts';
import type { Run } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';
import { rulesHash, seedOf } from './rules-hash.ts';

export type EnterNeeds = { storage: Storage; catalogs: Catalogs; clock: Clock };
export type EnterParts = {
  homework: Pick<HomeworkWindows, 'settle' | 'closeEarly'>;
  subscriptions: Pick<Subscriptions, 'allChanged'>;
};
type Staff = Pick<SignedIn, 'id' | 'school'>;
type Entering = { classId: string | null; team: string };

/** Story minutes to a minute, as everywhere but in a lesson that says otherwise. */
const PACE = 20;

/** Only cases that ship: another school, and another server, has no others. */
export const makeContest = async (
  { storage, catalogs, clock }: EnterNeeds,
  staff: Staff,
  { name, ...rules }: NewContest,
): Promise<Reply<StoredContest>> => {
  const now = clock.now();
  if (rules.closesAt <= now) return refused('contest-window');
  const id = newId('k');
  const fault = planFault(planOf(id, rules), await catalogs.of(null));
  if (fault !== null) return refused('contest-case', fault.detail);
  const hash = await rulesHash(catalogs, rules);
  const contest = { ...{ id, school: staff.school, name, by: staff.id, at: now }, rules: { ...rules, hash } };
  const stored: StoredContest = { ...contest, unveiled: null, openedAt: null };
  await storage.contests.create(stored);
  return { ok: true, value: stored };
};

/** A run of an exam with homework's window, which every seat begins by itself. */
const planOf = (id: string, rules: Omit<NewContest, 'name'>): Plan => {
  const { scenarios, minutes, arrivals, rounds, opensAt, closesAt, lateEntry } = rules;
  return {
    ...{ scenarios: [...scenarios], mode: 'exam', arrivals, pace: PACE, minutes, seed: 'fixed', attempts: 1 },
    ...{ results: 'published', incidents: [], stages: [] },
    homework: { opensAt, dueAt: closesAt, late: null, attempts: rounds, counts: 'best' },
    contest: { id, seed: seedOf(rules.seed), joinUntil: lateEntry ? null : opensAt },
  };
};

/** A class of the school, or whoever types a name there, becomes a team. Refused once the window is over. */
export const enterContest = async (
  needs: EnterNeeds,
  parts: EnterParts,
  contest: StoredContest,
  staff: Staff,
  asked: Entering,
): Promise<Reply<Run>> => {
  const { storage, clock } = needs;
  return await storage.locks.hold(`contest ${contest.id}`, async () => {
    const now = clock.now();
    if (now > contest.rules.closesAt) return refused('contest-over');
    const entries = (await storage.contests.entries(contest.id)).filter(({ leftAt }) => leftAt === null);
    if (entries.length >= MOST_ENTRIES) return refused('contest-full');
    const team = cleanText(asked.team);
    if (team === '') return refused('bad-request', 'team');
    if (entries.some((one) => one.team === team)) return refused('contest-name-taken', team);
    if (asked.classId !== null && (await isEntered(storage, entries, { school: staff.school, classId: asked.classId })))
      return refused('contest-entered');
    const planned = { name: contest.name, classId: asked.classId, plan: planOf(contest.id, contest.rules) };
    const run = await storeRun({ storage, clock }, staff, planned, async ({ id }) => {
      const entry = { run: id, contest: contest.id, school: staff.school, team, by: staff.id, at: now };
      await storage.contests.addEntry({ ...entry, leftAt: null });
    });
    if (run.ok) await parts.homework.settle(run.value);
    return run;
  });
};

/** Asked of the school's own runs alone: the answer tells nobody which classes others have. */
const isEntered = async (
  { runs }: Storage,
  entries: readonly ContestEntry[],
  { school, classId }: { school: string; classId: string },
): Promise<boolean> => {
  for (const { run } of entries.filter((one) => one.school === school))
    if ((await runs.run(run))?.classId === classId) return true;
  return false;
};

/** A code works for one school, which may enter further classes by it. */
export const claimContestCode = async (
  { storage, clock }: Pick<EnterNeeds, 'storage' | 'clock'>,
  code: string | null,
  staff: Staff,
): Promise<Reply<StoredContest>> => {
  const found = code === null ? null : await storage.contests.code(code);
  const contest = found === null ? null : await storage.contests.contest(found.contest);
  if (found === null || contest === null) return refused('unknown-contest-code');
  if (clock.now() > contest.rules.closesAt) return refused('contest-over');
  return (await storage.contests.claimCode(found.code, staff.school, clock.now()))
    ? { ok: true, value: contest }
    : refused('contest-code-used');
};

export const newContestCode = newCode;

/** Takes a school's run out: its drills end, its rows go from the board, and what was done there stays the school's own. */
export const leaveContest = async (
  { storage, clock }: Pick<EnterNeeds, 'storage' | 'clock'>,
  { homework, subscriptions }: EnterParts,
  run: Run,
  staff: Staff,
): Promise<Reply<null>> => {
  if (!(await storage.contests.leave(run.id, clock.now()))) return refused('contest-over');
  if (clock.now() <= (run.plan.homework?.dueAt ?? 0)) await homework.closeEarly(run, staff.id);
  subscriptions.allChanged(run.id);
  return { ok: true, value: null };
};

/** Whether a run is in a contest whose results aren't all told: its reports tell keys to whoever still plays. */
export const isContestUntold = async (
  { contests }: Pick<Storage, 'contests'>,
  { id }: Pick<Run, 'id'>,
): Promise<boolean> => {
  const entry = await contests.entryOf(id);
  if (entry === null) return false;
  const contest = await contests.contest(entry.contest);
  return contest !== null && contest.openedAt === null;
};
