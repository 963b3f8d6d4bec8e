/** How a seat stands to its paper: follows from the run, the sitting and the time alone (RULES X2). */
import { type ExamView, isOpenPart } from '#classroom/exam-parts/seat-parts.ts';
import { clockBody, elapsedMs } from '#classroom/lesson/run-clock.ts';
import { isSeatOf } from '#classroom/lesson/seat-body.ts';
import type { Principal } from '#common/access.ts';
import type { PaperPhase } from '#contract/papers/papers.ts';
import type { RunClock } from '#contract/runs.ts';
import type { Sitting } from '#storage/papers.ts';
import type { Run, RunEntry, Seat } from '#storage/runs.ts';

/** Whether nobody may answer any more: the time is up, or the teacher has ended it. */
export const isPaperOver = (run: Run, now: number): boolean =>
  run.stage === 'drill' ? elapsedMs(run, now) >= run.totalMs : run.stage !== 'join' && run.stage !== 'card';

/** How a paper's time stands for a seat. `isStarted`: it may be begun. */
export type PaperTimes = { isStarted: boolean; isOver: boolean; clock: RunClock };

/** By the clock of the class, `ownMs` of it where the seat's time differs (RULES X24); of an exam's part by the seat's own time, which its own beginning starts (RULES O2). */
export const timesOf = (run: Run, exam: ExamView | null, now: number, ownMs = run.totalMs): PaperTimes => {
  if (exam === null) {
    const { elapsedMs: elapsed, running } = clockBody(run, now);
    const isUp = elapsed >= ownMs;
    const clock = { elapsedMs: Math.min(elapsed, ownMs), totalMs: ownMs, running: running && !isUp };
    return {
      isStarted: run.stage === 'drill',
      isOver: isPaperOver(run, now) || (run.stage === 'drill' && isUp),
      clock,
    };
  }
  const part = exam.parts.find(({ kind }) => kind === 'paper');
  const elapsed = part === undefined || part.begunAt === null ? 0 : (part.endedAt ?? now) - part.begunAt;
  const left = part?.begunAt == null ? 0 : exam.window.lastAt - part.begunAt;
  const totalMs = Math.min(part?.ms ?? 0, part?.begunAt == null ? Number.MAX_SAFE_INTEGER : left);
  return {
    isStarted: isOpenPart(exam.parts, 'paper'),
    isOver: part === undefined || part.state === 'done' || part.state === 'missed',
    clock: { elapsedMs: Math.min(elapsed, totalMs), totalMs, running: part?.state === 'going' },
  };
};

/** Whether its results may be seen. */
export const isPaperPublished = (run: Run, { isOver }: PaperTimes): boolean => run.publishedAt !== null && isOver;

export const phaseOf = (
  seat: Seat,
  sitting: Sitting | null,
  { isStarted, isOver }: PaperTimes,
  principal: Principal,
): PaperPhase => {
  // Once nothing can be answered any more, its own trainee reads it wherever they are signed in.
  const isHere = principal.guest !== null && principal.guest === seat.guest;
  if (!isHere && !(isOver && isSeatOf(principal, seat))) return 'elsewhere';
  if (isOver || (sitting !== null && sitting.handedInAt !== null)) return 'over';
  return sitting !== null && isStarted ? 'open' : 'before';
};

/** When the paper ended for all, epoch milliseconds; null: it goes on. */
export const endOf = (log: readonly RunEntry[]): number | null =>
  log.find(({ kind, body }) => kind === 'stage' && (body.stage === 'debrief' || body.stage === 'close'))?.at ?? null;

/** How long the seat sat, milliseconds; null: it hasn't begun, or still sits. */
export const satMs = (sitting: Sitting | null, endedAt: number | null): number | null => {
  if (sitting === null) return null;
  const end = sitting.handedInAt ?? endedAt;
  return end === null ? null : Math.max(0, end - sitting.begunAt);
};
