/** 模拟考试: what teachers and trainees do with an exam of parts. Ids have been checked by the route, but for the device. */
import { examViewOf, isSat } from '#classroom/exam-parts/seat-parts.ts';
import type { HomeworkWindows } from '#classroom/lesson/homework-window.ts';
import type { RunTimers } from '#classroom/lesson/run-timers.ts';
import type { Subscriptions } from '#classroom/lesson/subscriptions.ts';
import type { ResultsNeeds } from '#classroom/results/run-drills.ts';
import { entryOf } from '#classroom/run-log/run-entries.ts';
import type { Principal, SignedIn } from '#common/access.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { ExamBoard, ExamDefaults, NewExam, OwnExam, SeatExam } from '#contract/exams/parts.ts';
import type { PartKind } from '#contract/plans/exam.ts';
import { DAY_MS } from '#contract/wire/spans.ts';
import { examTexts } from '#drills/typing/exam-texts.ts';
import type { Run } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';
import { examBoard } from './board.ts';
import { openResit } from './open-resit.ts';
import { ownExam, seatExam } from './seat-exam.ts';
import { type SetNeeds, setExam } from './set-exam.ts';
import { createTypingParts, type TypingParts } from './typing-part.ts';
import { createTypingRulings, type TypingRulings } from './typing-rulings.ts';

type Needs = SetNeeds & ResultsNeeds;
type Parts = {
  runTimers: Pick<RunTimers, 'checkForSleep'>;
  subscriptions: Pick<Subscriptions, 'runChanged' | 'seatChanged'>;
  homework: Pick<HomeworkWindows, 'settle'>;
};
type Staff = Pick<SignedIn, 'id' | 'school'>;

export type MockExams = {
  /** The newest rubric's marks and speeds. */
  defaults(): ExamDefaults;
  set(staff: Staff, exam: NewExam): Promise<Reply<{ id: string }>>;
  /** Opens for these seats what they failed, to be sat again. */
  resit(
    runId: string,
    staff: Staff,
    asked: { seats: readonly string[]; opensAt: number; dueAt: number },
  ): Promise<Reply<{ id: string }>>;
  board(runId: string): Promise<Reply<ExamBoard>>;
  /** So much more time, in percent, for every part that the seat hasn't ended. */
  extraTime(seatId: string, staffId: string, percent: number): Promise<Reply<null>>;
  /** Counts that the page of a part that goes on at this device was left (RULES O23). */
  left(seatId: string, principal: Principal, part: PartKind): Promise<Reply<null>>;
  /** Of whoever asks, the newest first. */
  own(principal: Principal): Promise<OwnExam[]>;
  seat(seatId: string, principal: Principal): Promise<Reply<SeatExam>>;
  typing: TypingParts;
  typingRulings: TypingRulings;
};

export const createMockExams = (needs: Needs, { runTimers, subscriptions, homework }: Parts): MockExams => {
  const { storage, catalogs, clock } = needs;
  const { runs, exams } = storage;
  const settled = async (reply: Reply<Run>): Promise<Reply<{ id: string }>> => {
    if (!reply.ok) return reply;
    await homework.settle(reply.value);
    return { ok: true, value: { id: reply.value.id } };
  };
  return {
    defaults: () => {
      const { pass, excellent } = catalogs.data.rubric;
      const titles = (set: 'long' | 'short') => examTexts(catalogs.typing, set).map(({ id, title }) => ({ id, title }));
      const texts = { long: titles('long'), short: titles('short') };
      return { pass, excellent, typing: catalogs.typing.rates, texts };
    },
    set: async (staff, exam) => await settled(await setExam(needs, staff, exam)),
    resit: (runId, staff, asked) =>
      storage.locks.hold(`resit ${runId}`, async () => {
        const run = await runs.run(runId);
        return run === null ? refused('unknown-run') : await settled(await openResit(needs, run, staff, asked));
      }),
    board: async (runId) => {
      await runTimers.checkForSleep();
      const run = await runs.run(runId);
      const board = run === null ? null : await examBoard(needs, run, clock.now());
      return board === null ? refused('exam-none') : { ok: true, value: board };
    },
    extraTime: async (seatId, staffId, percent) => {
      const seat = await runs.seat(seatId);
      const run = seat === null ? null : await runs.run(seat.run);
      if (seat === null || run?.plan.exam === undefined) return refused('exam-none');
      if (run.endedAt !== null) return refused('run-over');
      await runs.addLog(entryOf(run, clock.now(), staffId, 'extra-time', seatId, { percent }));
      // A sitting ends later.
      await homework.settle(run);
      subscriptions.seatChanged(run.id, seatId);
      subscriptions.runChanged(run.id);
      return { ok: true, value: null };
    },
    left: async (seatId, principal, kind) => {
      const seat = await runs.seat(seatId);
      const run = seat === null ? null : await runs.run(seat.run);
      const view = seat === null || run === null ? null : await examViewOf(storage, run, seat, clock.now());
      if (seat === null || view === null) return refused('exam-none');
      if (principal.guest === null || principal.guest !== seat.guest) return refused('unknown-seat');
      const isGoing = view.parts.some((part) => part.kind === kind && part.state === 'going');
      if (!isGoing) return refused('part-over');
      await exams.noteLeft(seatId, kind);
      subscriptions.runChanged(seat.run);
      return { ok: true, value: null };
    },
    own: async (principal) => {
      const rows: OwnExam[] = [];
      for (const id of await exams.seatsHeld(principal.guest, principal.person?.id ?? null)) {
        const seat = await runs.seat(id);
        const run = seat === null ? null : await runs.run(seat.run);
        const lastAt = run?.plan.homework?.dueAt ?? 0;
        if (seat === null || run === null || clock.now() - lastAt > LISTED_MS) continue;
        const row = await ownExam(needs, run, seat, principal, clock.now());
        if (row !== null) rows.push(row);
      }
      return rows;
    },
    seat: async (seatId, principal) => {
      await runTimers.checkForSleep();
      const seat = await runs.seat(seatId);
      const run = seat === null ? null : await runs.run(seat.run);
      const body = seat === null || run === null ? null : await seatExam(needs, run, seat, principal, clock.now());
      return body === null ? refused('exam-none') : { ok: true, value: body };
    },
    typing: createTypingParts({ storage, now: clock.now }),
    typingRulings: createTypingRulings(needs, (run, seat) => {
      subscriptions.seatChanged(run, seat);
      subscriptions.runChanged(run);
    }),
  };
};

/** An exam stands in its trainee's list for a month after its end. */
const LISTED_MS = 30 * DAY_MS;

/** Whether somebody can still sit a part of the exam: its results tell keys. False for any other run. */
export const isExamRunning = async (storage: Storage, run: Run, now: number): Promise<boolean> => {
  if (run.plan.exam === undefined) return false;
  for (const seat of await storage.runs.seats(run.id)) {
    const view = await examViewOf(storage, run, seat, now);
    if (view !== null && !isSat(view.parts)) return true;
  }
  return false;
};
