/** How a seat stands to its paper: follows from the run, the sitting and the time alone (RULES X2). */
import { elapsedMs } from '#classroom/lesson/run-clock.ts';
import { isSeatOf } from '#classroom/lesson/seat-body.ts';
import type { Principal } from '#common/access.ts';
import type { PaperPhase } from '#contract/papers/papers.ts';
import type { Sitting } from '#storage/papers.ts';
import type { Run, RunEntry, Seat } from '#storage/runs.ts';

/** Whether nobody may answer any more: the time is up, or the teacher has ended it. */
export const isPaperOver = (run: Run, now: number): boolean =>
  run.stage === 'drill' ? elapsedMs(run, now) >= run.totalMs : run.stage !== 'join' && run.stage !== 'card';

/** Whether its results may be seen. */
export const isPaperPublished = (run: Run, now: number): boolean => run.publishedAt !== null && isPaperOver(run, now);

export function phaseOf(run: Run, seat: Seat, sitting: Sitting | null, principal: Principal, now: number): PaperPhase {
  const isOver = isPaperOver(run, now);
  // Once nothing can be answered any more, its own trainee reads it wherever they are signed in.
  const isHere = principal.guest !== null && principal.guest === seat.guest;
  if (!isHere && !(isOver && isSeatOf(principal, seat))) return 'elsewhere';
  if (isOver || (sitting !== null && sitting.handedInAt !== null)) return 'over';
  return sitting !== null && run.stage === 'drill' ? 'open' : 'before';
}

/** When the paper ended for all, epoch milliseconds; null: it goes on. */
export const endOf = (log: readonly RunEntry[]): number | null =>
  log.find(({ kind, body }) => kind === 'stage' && (body.stage === 'debrief' || body.stage === 'close'))?.at ?? null;

/** How long the seat sat, milliseconds; null: it hasn't begun, or still sits. */
export function satMs(sitting: Sitting | null, endedAt: number | null): number | null {
  if (sitting === null) return null;
  const end = sitting.handedInAt ?? endedAt;
  return end === null ? null : Math.max(0, end - sitting.begunAt);
}
