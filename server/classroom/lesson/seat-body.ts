import { examViewOf, isMidExam } from '#classroom/exam-parts/seat-parts.ts';
import { playedCases, sealedCases } from '#classroom/exams/sealed-cases.ts';
import { usedOf } from '#classroom/homework/marks.ts';
import { hasAccount, movesFreely } from '#classroom/homework/moving.ts';
import { attemptOf, seatHomework } from '#classroom/homework/seat-homework.ts';
import type { LeadReads } from '#classroom/lead-seats/lead-requests.ts';
import { seatLead } from '#classroom/lead-seats/seat-lead.ts';
import { casesOfSeat } from '#classroom/own-shops/shop-cases.ts';
import { seatProject } from '#classroom/project-groups/seat-project.ts';
import { emptyWhy } from '#classroom/results/run-drills.ts';
import { seatRolePlay } from '#classroom/role-plays/seat-plays.ts';
import { dealtOf } from '#classroom/run-log/dealt.ts';
import { isHeldBy, type Principal } from '#common/access.ts';
import type { JoinBody, SeatBody, SeatState } from '#contract/runs.ts';
import { MINUTE_MS } from '#contract/wire/spans.ts';
import type { ReplayTask, Run, RunEntry, Seat } from '#storage/runs.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';
import { noticesFor } from './notices.ts';
import { classNameOf } from './run-body.ts';
import { clockBody } from './run-clock.ts';

/** What the bodies of a run's seats have in common, read once for all of them. */
export type RunView = {
  run: Run;
  className: string | null;
  drills: readonly DrillRow[];
  log: readonly RunEntry[];
  replayTask: ReplayTask | null;
  /** An open exam of the school uses one of the run's cases, the run itself perhaps: reports wait. */
  isSealed: boolean;
  now: number;
};

export const runView = async (storage: Storage, run: Run, now: number): Promise<RunView> => {
  const drills = await storage.drillsOfRun(run.id);
  const played = playedCases(run, drills);
  return {
    run,
    className: await classNameOf(storage, run),
    drills,
    log: await storage.runs.log(run.id),
    replayTask: (await storage.runs.replayTasks(run.id)).findLast(({ closedAt }) => closedAt === null) ?? null,
    isSealed: (await sealedCases(storage.runs, now)).some(
      ({ school, scenario }) => school === run.school && played.includes(scenario),
    ),
    now,
  };
};

/** Whether the principal sits here: by device, or as the roster's own trainee. */
export const isSeatOf = (principal: Principal, seat: Seat): boolean => isHeldBy(principal, seat);

/** A seat as this principal may see it (RULES M6): a device that only asks for it learns nothing of what goes on there. */
export const seatBody = async (
  reads: LeadReads,
  view: RunView,
  seat: Seat,
  principal: Principal,
): Promise<SeatBody> => {
  const { storage } = reads;
  const { run, now } = view;
  // At another device not even its own trainee has a paper that is being sat (RULES X3).
  const isFree = run.plan.paper === undefined && run.plan.exam === undefined;
  const isMine = isFree ? isSeatOf(principal, seat) : principal.guest === seat.guest;
  const drillsOfSeat = isMine ? view.drills.filter(({ place }) => place?.seat === seat.id) : [];
  const attempts = drillsOfSeat.filter(({ place }) => place?.redo === null);
  const latestAttempt = attempts.at(-1) ?? null;
  const answer =
    view.replayTask === null ? undefined : drillsOfSeat.find(({ place }) => place?.redo === view.replayTask?.id);
  const isPublished = !view.isSealed && (run.plan.results === 'at-once' || run.publishedAt !== null);
  const done = await Promise.all(attempts.map(async (row) => attemptOf(row, await storage.results.result(row.id))));
  const dealt = dealtOf(run.plan);
  const isTold = dealt !== undefined && attempts.some(({ state }) => state === 'ended');
  const homework = seatHomework(run, { ...{ log: view.log, seat, isPublished, now }, attempts: done });
  const project = isMine ? await seatProject(storage, run, seat) : null;
  const mates = isMine && run.plan.transfers === true ? await storage.runs.seats(run.id) : null;
  const plays = isMine ? await seatRolePlay(storage, view, seat) : null;
  const lead = isMine ? await seatLead(reads, view, seat, isPublished) : null;
  return {
    seat: { id: seat.id, no: seat.no, name: seat.name },
    run: {
      id: run.id,
      name: run.name,
      className: view.className,
      mode: run.plan.mode,
      stage: run.stage,
      frozen: run.frozen,
      clock: clockBody(run, now),
      minutes: await minutesOf(storage, run, seat, now),
      scenarios: [...(await casesOfSeat(storage, run, seat))],
      ...(run.plan.rush && { rush: run.plan.rush }),
      ...(run.plan.paper && { paper: run.plan.paper.questions }),
      ...(run.plan.exam && { parts: run.plan.exam.parts.length }),
      ...(run.plan.contest && { contest: run.plan.contest.id }),
      ended: run.endedAt !== null,
      ...(isPublished && isTold && { dealt }),
    },
    state: isMine ? servingState(latestAttempt) : askingState(principal, seat),
    drill: latestAttempt === null || latestAttempt.state === 'ended' ? null : latestAttempt.id,
    attemptsLeft: leftOf(run, homework === null ? attempts.length : usedOf(done)),
    redo: answer === undefined ? null : { drill: answer.id, done: answer.state === 'ended' },
    notices: isMine ? noticesFor(seat.id, view.log) : [],
    reports: isPublished ? await reportsOf(storage, run, attempts) : [],
    waitsForPublishing: !isPublished,
    ...(homework !== null && { homework }),
    ...(project !== null && { project }),
    ...(lead !== null && { lead }),
    ...(plays !== null && { rolePlay: plays }),
    ...(mates !== null && { transfers: { mates: mates.map(({ id, name }) => ({ seat: id, name })) } }),
    now,
  };
};

/** What a drill of the seat has; at an exam with its extra time, and as its sitting leaves it. */
const minutesOf = async (storage: Storage, run: Run, seat: Seat, now: number): Promise<number> => {
  const exam = await examViewOf(storage, run, seat, now);
  const part = exam?.parts.find(({ kind }) => kind === 'customers');
  return part === undefined ? run.plan.minutes : part.ms / MINUTE_MS;
};

const leftOf = ({ plan }: Run, begun: number): number | null => {
  const most = plan.homework === undefined ? plan.attempts : plan.homework.attempts;
  return most === null ? null : Math.max(0, most - begun);
};

const askingState = ({ guest }: Principal, seat: Seat): SeatState =>
  guest !== null && seat.askingGuest === guest ? 'asking' : 'refused';

const servingState = (latestAttempt: DrillRow | null): SeatState => {
  if (latestAttempt === null) return 'waiting';
  return latestAttempt.state === 'ended' ? 'done' : 'serving';
};

const reportsOf = async (storage: Storage, run: Run, attempts: readonly DrillRow[]): Promise<SeatBody['reports']> =>
  await Promise.all(
    attempts
      .filter(({ state }) => state === 'ended')
      .toReversed()
      .map(async ({ id, score }) => {
        const result = await storage.results.result(id);
        const isEmpty = result !== null && emptyWhy(run, result) !== null;
        return { drill: id, score: isEmpty ? null : (result?.score ?? score) };
      }),
  );

/** The run as somebody with its code sees it before joining. */
export const joinBody = async (storage: Storage, run: Run, { guest }: Principal, now: number): Promise<JoinBody> => {
  const seats = await storage.runs.seats(run.id);
  const drills = run.plan.homework === undefined ? [] : await storage.drillsOfRun(run.id);
  const movesNow = async (seat: Seat): Promise<boolean> => {
    // A device that comes for the first time has no cookie yet, and wasn't refused.
    const isRefused = guest !== null && seat.refusedGuest === guest;
    if (run.plan.homework === undefined || seat.guest === null || isRefused) return false;
    const ofSeat = drills.filter(({ place }) => place?.seat === seat.id);
    return movesFreely(run, ofSeat, await hasAccount(storage, seat));
  };
  // An exam's seat that lost its device asks the teacher, too (RULES O28). Who has never come has begun nothing.
  const isTaken = async (seat: Seat): Promise<boolean> => {
    if (seat.guest !== null || seat.joinedAt === null) return seat.guest !== null;
    const exam = await examViewOf(storage, run, seat, now);
    return exam !== null && isMidExam(exam.parts);
  };
  return {
    run: {
      id: run.id,
      name: run.name,
      className: await classNameOf(storage, run),
      mode: run.plan.mode,
      stage: run.stage,
      locked: run.locked,
      ...(run.plan.homework && { homework: run.plan.homework }),
      ...(run.plan.paper && { paper: run.plan.paper.questions }),
      ...(run.plan.exam && { parts: run.plan.exam.parts.length }),
      ...(run.plan.contest && { contest: run.plan.contest.id }),
    },
    roster:
      run.classId === null
        ? []
        : await Promise.all(
            seats.map(async (seat) => ({
              ...{ seat: seat.id, no: seat.no, name: seat.name, taken: await isTaken(seat) },
              moves: await movesNow(seat),
            })),
          ),
    walkIn: run.classId === null,
    mine: seats.find((seat) => guest !== null && seat.guest === guest)?.id ?? null,
  };
};
