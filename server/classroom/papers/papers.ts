/** 试卷: what teachers and trainees do with a class's written paper. Ids have been checked by the route, but for the device. */
import type { z } from 'zod';
import type { RunTimers } from '#classroom/lesson/run-timers.ts';
import { isSeatOf } from '#classroom/lesson/seat-body.ts';
import type { Subscriptions } from '#classroom/lesson/subscriptions.ts';
import { yieldToOthers } from '#classroom/results/run-drills.ts';
import type { Principal, SignedIn } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import { type ErrorCode, type Reply, refused } from '#contract/errors.ts';
import type { paperAppealSchema, paperRulingSchema, ReadPaper } from '#contract/papers/appeals.ts';
import type { AnswerStored, NewPaper, OwnPaper, PaperAnswer, PaperBoard, PaperSeat } from '#contract/papers/papers.ts';
import { DAY_MS } from '#contract/wire/spans.ts';
import type { Catalogs } from '#drills/catalog/catalog.ts';
import { seatPaper } from '#drills/papers/draw.ts';
import type { Storage } from '#storage/storage.ts';
import { answerTo } from './answer-to.ts';
import { appealQuestion, ruleQuestion, withdrawQuestion } from './appeals.ts';
import { boardOf } from './board.ts';
import { giveExtraTime } from './extra-time.ts';
import { answeredIn } from './given.ts';
import { createPaperSources } from './paper-sources.ts';
import { phaseOf } from './paper-state.ts';
import { type PaperView, paperViewOf } from './paper-view.ts';
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
  withdrawAppeal(seatId: string, principal: Principal, question: string): Promise<Reply<PaperSeat>>;
  rule(seatId: string, staffId: string, ruling: z.infer<typeof paperRulingSchema>): Promise<Reply<ReadPaper>>;
};

export const createPapers = ({ storage, catalogs, clock }: Needs, { runTimers, subscriptions }: Parts): Papers => {
  const { runs, papers } = storage;

  const sources = createPaperSources(papers);
  const viewOf = (seatId: string): Promise<PaperView | null> =>
    paperViewOf({ storage, clock, sources, runTimers }, seatId);
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
    work: (view: PaperView) => Promise<Reply<T>>,
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
      const paper = await sources.paperOf(await runs.run(runId));
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
    withdrawAppeal: async (seatId, principal, question) => {
      const view = await viewOf(seatId);
      if (view === null || phaseOf(view.seat, view.sitting, view.times, principal) === 'elsewhere')
        return refused('unknown-seat');
      const reply = await withdrawQuestion(storage, view, question);
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
};

/** A paper stands in its trainee's list for a month. */
const LISTED_MS = 30 * DAY_MS;

const refusalOf = ({ seat, sitting, times }: PaperView, principal: Principal): ErrorCode | null => {
  const phase = phaseOf(seat, sitting, times, principal);
  if (phase === 'elsewhere') return isSeatOf(principal, seat) ? 'paper-elsewhere' : 'unknown-seat';
  return phase === 'over' ? 'paper-over' : null;
};
