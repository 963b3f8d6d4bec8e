/** A seat's homework as its trainee sees it, and its attempts as its results have them. */
import type { SeatHomework } from '#contract/homework/homework.ts';
import type { DrillResult } from '#contract/results.ts';
import { isUnjudged } from '#scoring/marks/unjudged.ts';
import type { Run, RunEntry, Seat } from '#storage/runs.ts';
import type { DrillRow } from '#storage/storage.ts';
import { type Attempt, countedMark } from './marks.ts';
import { phaseAt, type SeatWindow, seatDueTimes, windowOf } from './window.ts';

/** The seat's window; null: the run is a lesson. */
export const windowOfSeat = ({ plan }: Pick<Run, 'plan'>, log: readonly RunEntry[], seat: string): SeatWindow | null =>
  plan.homework === undefined ? null : windowOf(plan.homework, seatDueTimes(log).get(seat));

/** An attempt to which nobody came, such as one that was opened and never begun, or in which nothing fell due, has no mark. */
export const attemptOf = (row: DrillRow, result: DrillResult | null): Attempt => {
  const marked = result === null || result.came === 0 || isUnjudged(result) ? null : result;
  return {
    ...{ drill: row.id, state: row.state, openedAt: row.openedAt, endedAt: row.endedAt },
    score: row.state === 'ended' ? (marked?.score ?? null) : null,
    passed: marked !== null && marked.grade !== 'fail',
    // One that isn't scored yet counts as used: it may have had customers.
    isVoid: row.state === 'ended' && result !== null && result.came === 0,
  };
};

/** `isPublished`: whether the trainee may see the scores (RULES M6). When something was handed in is no secret. */
export const seatHomework = (
  { plan: { homework } }: Pick<Run, 'plan'>,
  {
    log,
    seat,
    attempts,
    isPublished,
    now,
  }: {
    log: readonly RunEntry[];
    seat: Pick<Seat, 'id'>;
    attempts: readonly Attempt[];
    isPublished: boolean;
    now: number;
  },
): SeatHomework | null => {
  if (homework === undefined) return null;
  const window = windowOf(homework, seatDueTimes(log).get(seat.id));
  const { drill: _, ...mark } = countedMark(homework, window, attempts);
  return {
    ...homework,
    ...window,
    ...(isPublished ? mark : { ...mark, counted: null, off: 0 }),
    phase: phaseAt(window, now),
    done: attempts.map(({ drill, state, openedAt, endedAt, score }) => ({
      drill,
      state,
      at: endedAt ?? openedAt,
      score: isPublished ? score : null,
      late: state === 'ended' && (endedAt ?? 0) > window.dueAt && window.lastAt > window.dueAt,
    })),
  };
};
