/** 试卷: what teachers and trainees do with a class's written paper. Ids have been checked by the route, but for the device. */

import { clockBody } from '#classroom/lesson/run-clock.ts';
import type { RunTimers } from '#classroom/lesson/run-timers.ts';
import { isSeatOf } from '#classroom/lesson/seat-body.ts';
import type { Subscriptions } from '#classroom/lesson/subscriptions.ts';
import type { Principal, SignedIn } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import { type ErrorCode, type Reply, refused } from '#contract/errors.ts';
import type { AnswerStored, NewPaper, OwnPaper, PaperAnswer, PaperBoard, PaperSeat } from '#contract/papers/papers.ts';
import type { GivenAnswer, PaperPlan } from '#contract/questions.ts';
import type { Catalogs } from '#drills/catalog/catalog.ts';
import { type PaperSource, seatPaper } from '#drills/papers/draw.ts';
import type { DrawnPaper } from '#drills/papers/marks.ts';
import type { Sitting } from '#storage/papers.ts';
import type { Run, Seat } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';
import { boardOf } from './board.ts';
import { phaseOf } from './paper-state.ts';
import { answeredIn, ownPaper, seatBodyOf } from './seat-paper.ts';
import { setPaper } from './set-paper.ts';

type Needs = { storage: Storage; catalogs: Catalogs; clock: Clock };
type Parts = { runTimers: Pick<RunTimers, 'checkForSleep'>; subscriptions: Pick<Subscriptions, 'runChanged'> };

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
};

type View = { run: Run; plan: PaperPlan; seat: Seat; sitting: Sitting | null; source: PaperSource; now: number };

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
    const plan = run?.plan.paper;
    const source = run === null || plan === undefined ? null : await sourceOf(run.id);
    return run === null || plan === undefined || source === null ? null : { run, plan, source };
  };
  const viewOf = async (seatId: string): Promise<View | null> => {
    await runTimers.checkForSleep();
    const seat = await runs.seat(seatId);
    const paper = seat === null ? null : await paperOf(await runs.run(seat.run));
    if (seat === null || paper === null) return null;
    return { ...paper, seat, sitting: await papers.sitting(seat.id), now: clock.now() };
  };
  const bodyOf = async (seatId: string, principal: Principal): Promise<Reply<PaperSeat>> => {
    const view = await viewOf(seatId);
    if (view === null) return refused('paper-none');
    const answers = await papers.answers(seatId);
    return { ok: true, value: await seatBodyOf(storage, { ...view, answers }, principal, view.now) };
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
        if (view === null || view.now - view.run.createdAt > LISTED_MS) continue;
        rows.push(await ownPaper(storage, { ...view, answers: await papers.answers(id) }, principal, view.now));
      }
      return rows;
    },
    seat: bodyOf,
    begin: async (seatId, principal) => {
      const reply = await change(seatId, principal, async ({ run, sitting, now }) => {
        if (run.stage !== 'drill') return refused('paper-not-open');
        if (sitting === null) await papers.begin({ seat: seatId, run: run.id, begunAt: now });
        subscriptions.runChanged(run.id);
        return { ok: true, value: null };
      });
      return reply.ok ? await bodyOf(seatId, principal) : reply;
    },
    answer: (seatId, principal, { question: id, answer, flagged }) =>
      change(seatId, principal, async ({ run, seat, sitting, source, now }): Promise<Reply<AnswerStored>> => {
        if (sitting === null) return refused('paper-not-begun');
        const question = seatPaper(source, seat.id).find((one) => one.id === id);
        if (question === undefined) return refused('bad-request', 'question');
        const given = answer === null ? null : answerTo(question, answer);
        if (given === undefined) return refused('bad-request', 'answer');
        await papers.putAnswer({ seat: seat.id, question: id, answer: given, flagged, at: now });
        const answered = answeredIn(await papers.answers(seat.id));
        return { ok: true, value: { at: now, answered, clock: clockBody(run, now), now } };
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
  };
}

/** Papers kept in memory with what was drawn of them, about a megabyte each: as many classes sit one at a time. */
const MAX_SOURCES = 8;
/** A paper stands in its trainee's list for a month. */
const LISTED_MS = 30 * 24 * 3600_000;

function refusalOf({ run, seat, sitting, now }: View, principal: Principal): ErrorCode | null {
  const phase = phaseOf(run, seat, sitting, principal, now);
  if (phase === 'elsewhere') return isSeatOf(principal, seat) ? 'paper-elsewhere' : 'unknown-seat';
  return phase === 'over' ? 'paper-over' : null;
}

/** The answer as it is stored, null for an empty one; undefined: it can't be one to this question. */
function answerTo({ kind, options }: DrawnPaper[number], answer: GivenAnswer): GivenAnswer | null | undefined {
  if ('figure' in answer) return kind === 'calculate' ? answer : undefined;
  const { chosen } = answer;
  const isPossible = new Set(chosen).size === chosen.length && chosen.every((place) => place < options.length);
  if (kind === 'calculate' || !isPossible) return undefined;
  if (chosen.length === 0) return null;
  return (kind === 'single' || kind === 'judge') && chosen.length > 1 ? undefined : { chosen };
}

function sourceIn(body: string): PaperSource {
  return JSON.parse(body);
}
