/** 试卷: what teachers and trainees do with a class's written paper. Ids have been checked by the route, but for the device. */
import type { z } from 'zod';
import { type ExamView, examViewOf } from '#classroom/exam-parts/seat-parts.ts';
import type { RunTimers } from '#classroom/lesson/run-timers.ts';
import { isSeatOf } from '#classroom/lesson/seat-body.ts';
import type { Subscriptions } from '#classroom/lesson/subscriptions.ts';
import { yieldToOthers } from '#classroom/results/run-drills.ts';
import { seatMs } from '#classroom/run-log/paper-clock.ts';
import type { Principal, SignedIn } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import { type ErrorCode, type Reply, refused } from '#contract/errors.ts';
import type { paperAppealSchema, paperRulingSchema, ReadPaper } from '#contract/papers/appeals.ts';
import type { AnswerStored, NewPaper, OwnPaper, PaperAnswer, PaperBoard, PaperSeat } from '#contract/papers/papers.ts';
import type { PaperPlan } from '#contract/questions.ts';
import type { Catalogs } from '#drills/catalog/catalog.ts';
import { type PaperSource, seatPaper } from '#drills/papers/draw.ts';
import type { Sitting } from '#storage/papers.ts';
import type { Run, Seat } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';
import { answerTo } from './answer-to.ts';
import { appealQuestion, ruleQuestion } from './appeals.ts';
import { boardOf } from './board.ts';
import { giveExtraTime } from './extra-time.ts';
import { answeredIn } from './given.ts';
import { type PaperTimes, phaseOf, timesOf } from './paper-state.ts';
import { readPaper } from './read-paper.ts';
import { ownPaper, seatBodyOf } from './seat-paper.ts';
import { setPaper } from './set-paper.ts';

type Needs = { storage: Storage; catalogs: Catalogs; clock: Clock };
type Parts = {
  runTimers: Pick<RunTimers, 'checkForSleep' | 'set'>;
  subscriptions: Pick<Subscriptions, 'allChanged' | 'runChanged'>;
};

export type Papers = {
  set(staff: Pick<SignedIn, 'id' | 'school'>, paper: NewPaper): Promise<Reply<{ id: string }>>;
  /** The papers of whoever asks, the newest first. */
  own(principal: Principal): Promise<OwnPaper[]>;
  seat(seatId: string, principal: Principal): Promise<Reply<PaperSeat>>;
  /** Begins, or goes on where the seat was. */
  begin(seatId: string, principal: Principal): Promise<Reply<PaperSeat>>;
  /** Stores an answer in the place of the question's last one. */
  answer(seatId: string, principal: Principal, answer: PaperAnswer): Promise<Reply<AnswerStored>>;
  handIn(seatId: string, principal: Principal): Promise<Reply<PaperSeat>>;
  board(runId: string): Promise<Reply<PaperBoard>>;
  /** So much more time, in percent, for a seat of a paper by itself that goes on. */
  extraTime(seatId: string, staffId: string, percent: number): Promise<Reply<null>>;
  /** A seat's paper with keys, for staff, once the seat can answer no more. */
  read(seatId: string): Promise<Reply<ReadPaper>>;
  /** Of every seat that sat and can answer no more, by their numbers. */
  readAll(runId: string): Promise<ReadPaper[]>;
  appeal(seatId: string, principal: Principal, appeal: z.infer<typeof paperAppealSchema>): Promise<Reply<PaperSeat>>;
  rule(seatId: string, staffId: string, ruling: z.infer<typeof paperRulingSchema>): Promise<Reply<ReadPaper>>;
};

type View = {
  run: Run;
  seat: Seat;
  sitting: Sitting | null;
  source: PaperSource;
  times: PaperTimes;
  /** Of a part of an exam. */
  exam: ExamView | null;
  now: number;
};

export function createPapers({ storage, catalogs, clock }: Needs, { runTimers, subscriptions }: Parts): Papers {
  const { runs, papers } = storage;

  /** Read once: what is stored of a paper never changes. */
  const sources = new Map<string, PaperSource>();
  const sourceOf = async (run: string): Promise<PaperSource | null> => {
    const known = sources.get(run);
    if (known !== undefined) return known;
    const stored = await papers.paper(run);
    if (stored === null) return null;
    const source = sourceIn(stored.body);
    sources.set(run, source);
    const [oldest] = sources.keys();
    if (sources.size > MAX_SOURCES && oldest !== undefined) sources.delete(oldest);
    return source;
  };
  const paperOf = async (run: Run | null): Promise<{ run: Run; plan: PaperPlan; source: PaperSource } | null> => {
    const source = run === null ? null : await sourceOf(run.id);
    if (run === null || source === null) return null;
    const { seed, questions } = source;
    // What the paper of an exam is made of stands in the exam's own plan.
    return { run, source, plan: run.plan.paper ?? { cells: [], seed, questions: questions.length } };
  };
  const viewOf = async (seatId: string): Promise<View | null> => {
    await runTimers.checkForSleep();
    const seat = await runs.seat(seatId);
    const run = seat === null ? null : await runs.run(seat.run);
    const source = run === null ? null : await sourceOf(run.id);
    if (seat === null || run === null || source === null) return null;
    const now = clock.now();
    const exam = await examViewOf(storage, run, seat, now);
    // A re-sit's seat may have no paper to sit.
    if (exam !== null && !exam.parts.some(({ kind }) => kind === 'paper')) return null;
    const ownMs = exam === null ? seatMs(run, await runs.log(run.id), seat.id) : undefined;
    const times = timesOf(run, exam, now, ownMs);
    return { run, source, seat, sitting: await papers.sitting(seat.id), exam, times, now };
  };
  const storedOf = async (seatId: string) => ({
    answers: await papers.answers(seatId),
    disputes: await storage.paperAppeals.ofSeat(seatId),
  });
  const bodyOf = async (seatId: string, principal: Principal): Promise<Reply<PaperSeat>> => {
    const view = await viewOf(seatId);
    if (view === null) return refused('paper-none');
    const body = await seatBodyOf(storage, { ...view, ...(await storedOf(seatId)) }, principal, view.now);
    return { ok: true, value: body };
  };
  const readOf = async (seatId: string): Promise<Reply<ReadPaper>> => {
    const view = await viewOf(seatId);
    if (view === null) return refused('paper-none');
    if (!view.times.isOver) return refused('paper-sat');
    return { ok: true, value: await readPaper(storage, { ...view, ...(await storedOf(seatId)) }) };
  };

  /** Runs a trainee's command on their paper: one after the other at a seat, and only where `allowed` says nothing. */
  const change = async <T>(
    seatId: string,
    principal: Principal,
    work: (view: View) => Promise<Reply<T>>,
  ): Promise<Reply<T>> =>
    await storage.locks.hold(`paper ${seatId}`, async () => {
      const view = await viewOf(seatId);
      if (view === null) return refused('paper-none');
      const refusal = refusalOf(view, principal);
      return refusal === null ? await work(view) : refused(refusal);
    });

  return {
    set: async (staff, paper) => {
      const reply = await setPaper({ storage, catalogs, clock }, staff, paper);
      return reply.ok ? { ok: true, value: { id: reply.value.id } } : reply;
    },
    own: async (principal) => {
      const held = (await runs.seatsHeld(principal.guest, principal.person?.id ?? null))
        .map(({ id }) => id)
        .toReversed();
      const sat = await papers.seatsSat(principal.guest, principal.person?.id ?? null);
      const rows: OwnPaper[] = [];
      for (const id of new Set([...held, ...sat])) {
        const view = await viewOf(id);
        // An exam stands in a list of its own.
        if (view === null || view.exam !== null || view.now - view.run.createdAt > LISTED_MS) continue;
        rows.push(await ownPaper(storage, { ...view, ...(await storedOf(id)) }, principal));
      }
      return rows;
    },
    seat: bodyOf,
    begin: async (seatId, principal) => {
      const reply = await change(seatId, principal, async ({ run, sitting, times, exam, now }) => {
        if (!times.isStarted) return refused(exam === null ? 'paper-not-open' : 'part-locked');
        if (sitting === null) await papers.begin({ seat: seatId, run: run.id, begunAt: now });
        subscriptions.runChanged(run.id);
        return { ok: true, value: null };
      });
      return reply.ok ? await bodyOf(seatId, principal) : reply;
    },
    answer: (seatId, principal, { question: id, answer, flagged }) =>
      change(seatId, principal, async ({ seat, sitting, source, times, now }): Promise<Reply<AnswerStored>> => {
        if (sitting === null) return refused('paper-not-begun');
        const question = seatPaper(source, seat.id).find((one) => one.id === id);
        if (question === undefined) return refused('bad-request', 'question');
        const given = answer === null ? null : answerTo(question, answer);
        if (given === undefined) return refused('bad-request', 'answer');
        await papers.putAnswer({ seat: seat.id, question: id, answer: given, flagged, at: now });
        const answered = answeredIn(await papers.answers(seat.id));
        return { ok: true, value: { at: now, answered, clock: times.clock, now } };
      }),
    handIn: async (seatId, principal) => {
      const reply = await change(seatId, principal, async ({ run, sitting, now }) => {
        if (sitting === null) return refused('paper-not-begun');
        await papers.handIn(seatId, now);
        subscriptions.runChanged(run.id);
        return { ok: true, value: null };
      });
      // Handed in before, or by the paper's end: the same outcome.
      return reply.ok || reply.error.code === 'paper-over' ? await bodyOf(seatId, principal) : reply;
    },
    board: async (runId) => {
      await runTimers.checkForSleep();
      const paper = await paperOf(await runs.run(runId));
      if (paper === null) return refused('paper-none');
      return { ok: true, value: await boardOf(storage, paper.run, paper, clock.now()) };
    },
    extraTime: (seatId, staffId, percent) =>
      giveExtraTime({ storage, clock, runTimers, subscriptions }, seatId, staffId, percent),
    read: readOf,
    readAll: async (runId) => {
      const all: ReadPaper[] = [];
      for (const { seat } of await papers.sittings(runId)) {
        await yieldToOthers();
        const paper = await readOf(seat);
        if (paper.ok) all.push(paper.value);
      }
      return all.toSorted((a, b) => a.seat.no.localeCompare(b.seat.no));
    },
    appeal: async (seatId, principal, appeal) => {
      const view = await viewOf(seatId);
      if (view === null || phaseOf(view.seat, view.sitting, view.times, principal) === 'elsewhere')
        return refused('unknown-seat');
      const reply = await appealQuestion(storage, view, appeal);
      return reply.ok ? await bodyOf(seatId, principal) : reply;
    },
    rule: async (seatId, staffId, ruling) => {
      const view = await viewOf(seatId);
      if (view === null) return refused('paper-none');
      const reply = await ruleQuestion(storage, view, staffId, ruling);
      if (!reply.ok) return reply;
      subscriptions.runChanged(view.run.id);
      return await readOf(seatId);
    },
  };
}

/** Papers kept in memory with what was drawn of them, about a megabyte each: as many classes sit one at a time. */
const MAX_SOURCES = 8;
/** A paper stands in its trainee's list for a month. */
const LISTED_MS = 30 * 24 * 3600_000;

function refusalOf({ seat, sitting, times }: View, principal: Principal): ErrorCode | null {
  const phase = phaseOf(seat, sitting, times, principal);
  if (phase === 'elsewhere') return isSeatOf(principal, seat) ? 'paper-elsewhere' : 'unknown-seat';
  return phase === 'over' ? 'paper-over' : null;
}

function sourceIn(body: string): PaperSource {
  return JSON.parse(body);
}
