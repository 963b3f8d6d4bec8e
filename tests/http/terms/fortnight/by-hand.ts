/**
 * The figures of a 成绩评定表 by plain arithmetic, from the logs and from what the trainee did: nothing of the product's own
 * reckoning is used, and its rules are written out as numbers.
 */
import type { DrillEvent } from '#engine/model/events.ts';

const tenth = (value: number): number => Math.round(value * 10) / 10;
const thousandth = (value: number): number => Math.round(value * 1000) / 1000;
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const mean = (values: readonly number[]): number => tenth(sum(values) / values.length);

/** Seconds. `rate`: percent. Of a drill with one customer. */
export type DrillByHand = { first: number; all: number; rate: number; served: number; score: number };

/** A round begins with what the customer says while nothing is open, and ends with the next words of the trainee. */
export function byHand(events: readonly DrillEvent[], score: number): DrillByHand {
  const rounds: number[] = [];
  let open: number | null = null;
  let replies = 0;
  for (const event of events) {
    if (event.kind === 'customer-said') open ??= event.at;
    if (event.kind !== 'trainee-said') continue;
    replies += 1;
    if (open !== null) rounds.push((event.at - open) / 1000);
    open = null;
  }
  const [first = 0] = rounds;
  return { first: tenth(first), all: mean(rounds), rate: replies > 0 ? 100 : 0, served: replies > 0 ? 1 : 0, score };
}

export type SeatByHand = {
  drills: readonly DrillByHand[];
  /** Customers that were planned for this trainee in lessons they were expected at, homework and project task. */
  planned: number;
  exam: { right: number; of: number };
  attendance: { present: number; late: number; absent: number };
  typed: { discipline: number; learning: number; teamwork: number; mentor: number };
};

/** First response within 30 s, mean response within 40 s, all answered, 80 marks, what was planned: 20, 20, 10, 20, 30. */
export function reachedByHand({ drills, planned }: Pick<SeatByHand, 'drills' | 'planned'>): number {
  const [first, all] = [mean(drills.map((one) => one.first)), mean(drills.map((one) => one.all))];
  const less = (figure: number, goal: number): number => (figure <= goal ? 1 : thousandth(goal / figure));
  const more = (figure: number, goal: number): number => thousandth(Math.min(1, figure / goal));
  return (
    (20 * less(first, 30) +
      20 * less(all, 40) +
      10 * more(mean(drills.map((one) => one.rate)), 100) +
      20 * more(mean(drills.map((one) => one.score)), 80) +
      30 * more(sum(drills.map((one) => one.served)), planned)) /
    100
  );
}

/** The seven cells, school's four first, the sums of both halves, the total and its level. */
export function rowByHand(seat: SeatByHand) {
  const { exam, attendance, typed } = seat;
  const expected = attendance.present + attendance.late + attendance.absent;
  const cells = {
    discipline: typed.discipline,
    learning: typed.learning,
    teamwork: typed.teamwork,
    exams: tenth((20 * tenth((100 * exam.right) / exam.of)) / 100),
    // 旷训 costs its share of the sessions, 迟到 half of that.
    attendance: tenth(10 * (1 - (attendance.absent + attendance.late / 2) / expected)),
    indicators: tenth(30 * reachedByHand(seat)),
    mentor: typed.mentor,
  };
  const school = tenth(cells.discipline + cells.learning + cells.teamwork + cells.exams);
  const enterprise = tenth(cells.attendance + cells.indicators + cells.mentor);
  const total = tenth(school + enterprise);
  const level = total >= 90 ? 'excellent' : total >= 80 ? 'good' : total >= 70 ? 'fair' : total >= 60 ? 'pass' : 'fail';
  return { cells, school, enterprise, total, level };
}
