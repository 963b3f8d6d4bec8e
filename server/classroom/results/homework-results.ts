/** A seat's result of homework: which attempt counts, how late it was, where the seat stands. */

import { type CountedMark, countedMark, lastMoment, statusOf, usedOf } from '#classroom/homework/marks.ts';
import { attemptOf } from '#classroom/homework/seat-homework.ts';
import { windowOf } from '#classroom/homework/window.ts';
import type { Homework } from '#contract/homework/homework.ts';
import type { SeatResult } from '#contract/results.ts';
import { DAY_MS } from '#contract/wire/spans.ts';
import { say } from '#i18n/say.ts';
import { type SeatDrills, storedOf } from './run-drills.ts';

const markOf = (homework: Homework, { drills }: SeatDrills, own: number | undefined): CountedMark =>
  countedMark(
    homework,
    windowOf(homework, own),
    drills.map((drill) => attemptOf(drill.row, storedOf(drill))),
  );

/** The drill that is shown for the seat's mark; null before anything was handed in. `own`: the seat's own due time. */
export const countedDrill = (homework: Homework, drills: SeatDrills, own: number | undefined): string | null =>
  markOf(homework, drills, own).drill;

/**
 * The result with what homework adds. Whoever handed it in is compared with the others: each did it at a time of their
 * own, and a connection lost at home costs nobody a customer, because the seat's clock stands meanwhile.
 */
export const withHomework = (
  result: SeatResult,
  homework: Homework,
  {
    drillsOfSeat,
    own,
    now,
    handedIn,
    moved,
  }: { drillsOfSeat: SeatDrills; own: number | undefined; now: number; handedIn: number; moved: number },
): SeatResult => {
  const window = windowOf(homework, own);
  const attempts = drillsOfSeat.drills.map((drill) => attemptOf(drill.row, storedOf(drill)));
  const { drill: _, ...mark } = markOf(homework, drillsOfSeat, own);
  return {
    ...result,
    comparable: result.result !== null,
    notes: result.result === null ? result.notes : notesOf(homework, mark, usedOf(attempts)),
    homework: {
      ...mark,
      status: statusOf(homework, mark, attempts, now),
      used: usedOf(attempts),
      dueAt: window.dueAt,
      extended: window.extended,
      lastAt: lastMoment(attempts),
      asking: drillsOfSeat.seat.askingGuest !== null,
      moved,
      handedIn,
    },
  };
};

/** What the mark is made of, where the row alone doesn't say it. */
const notesOf = (homework: Homework, { lateMs, off }: Omit<CountedMark, 'drill'>, attempts: number): string[] => {
  const days = Math.ceil(lateMs / DAY_MS);
  return [
    ...(attempts > 1 ? [say(`results-said:homework.counts.${homework.counts}`, { n: attempts })] : []),
    ...(lateMs === 0 ? [] : [say('results-said:homework.late', { n: days })]),
    ...(off === 0 ? [] : [say('results-said:homework.off', { marks: off })]),
  ];
};
