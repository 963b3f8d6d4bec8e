/**
 * The figures of a 成绩评定表 by plain arithmetic, from the logs and from what the trainee did: nothing of the product's own
 * reckoning is used, and its rules are written out as numbers.
 */
import type { Report } from '#contract/report.ts';
import type { DrillEvent } from '#engine/model/events.ts';

const tenth = (value: number): number => Math.round(value * 10) / 10;
const thousandth = (value: number): number => Math.round(value * 1000) / 1000;
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const mean = (values: readonly number[]): number => tenth(sum(values) / values.length);

/** Seconds and percent; null: nothing to measure. `passed`: who went to a classmate without a word, and who came from one. */
export type DrillByHand = {
  first: number | null;
  all: number | null;
  rate: number | null;
  served: number;
  score: number;
  passed: { out: number; in: number };
};

const meanOrNone = (values: readonly number[]): number | null => (values.length === 0 ? null : mean(values));

/**
 * A round begins with what the customer says while nothing is open, and ends with the next words of the trainee. Null:
 * nobody came, or whoever came went on to a classmate before a word.
 */
export const byHand = (events: readonly DrillEvent[], score: number): DrillByHand | null => {
  const customers = new Map<string, { open: number | null; rounds: number[]; replies: number; asked: boolean }>();
  const passed = { out: 0, in: 0 };
  for (const event of events) {
    if (!('conversation' in event)) continue;
    const { conversation, at } = event;
    const own = customers.get(conversation);
    if (event.kind === 'customer-arrived')
      customers.set(conversation, { open: null, rounds: [], replies: 0, asked: false });
    if (event.kind === 'customer-added' && event.passed) passed.in += 1;
    if (own === undefined) continue;
    if (event.kind === 'customer-said') {
      own.open ??= at;
      own.asked = true;
    }
    if (event.kind === 'conversation-closed' && event.passedTo !== undefined && own.replies === 0) {
      passed.out += 1;
      customers.delete(conversation);
    }
    if (event.kind !== 'trainee-said') continue;
    own.replies += 1;
    if (own.open !== null) own.rounds.push((at - own.open) / 1000);
    own.open = null;
  }
  const there = [...customers.values()];
  if (there.length === 0) return null;
  const asked = there.filter((one) => one.asked);
  return {
    first: meanOrNone(there.flatMap(({ rounds: [round] }) => round ?? [])),
    all: meanOrNone(there.flatMap(({ rounds }) => rounds)),
    rate: asked.length === 0 ? null : tenth((100 * asked.filter(({ replies }) => replies > 0).length) / asked.length),
    served: there.filter(({ replies }) => replies > 0).length,
    ...{ score, passed },
  };
};

/** The paper of so many questions, half a right one counting half. */
export const paperByHand = (right: number, of: number): number => tenth((100 * right) / of);

/** The marks of a report once more from its rows: what each dimension could give, less what each row says it lost. */
export const scoreByHand = ({ dimensions, capAt }: Pick<Report, 'dimensions' | 'capAt'>): number => {
  const taken = dimensions.map(({ weight, lost }) => weight - sum(lost.map(({ marks }) => marks)));
  return Math.round(Math.min(tenth(sum(taken)), capAt ?? 100));
};

/** An exam of a paper for 40, a minute's typing for 20 and a customer for 40. */
export type ExamByHand = { right: number; of: number; typed: number; customers: number };
export const examByHand = ({ right, of, typed, customers }: ExamByHand) => {
  // 55 characters a minute are 60 marks and 88 are 100, in straight lines.
  const typing = tenth(typed < 55 ? (60 * typed) / 55 : Math.min(100, 60 + (40 * (typed - 55)) / 33));
  const paper = paperByHand(right, of);
  return { paper, typing, customers, whole: tenth((40 * paper + 20 * typing + 40 * customers) / 100) };
};

export type SeatByHand = {
  drills: readonly DrillByHand[];
  /** Customers that were planned for this trainee in lessons they were expected at, homework and project task. */
  planned: number;
  /** Out of a hundred: the paper's, and the whole of the exam of parts. */
  exams: readonly number[];
  attendance: { present: number; late: number; absent: number };
  typed: { discipline: number; learning: number; teamwork: number; mentor: number };
};

/** First response within 30 s, mean response within 40 s, all answered, 80 marks, what was planned: 20, 20, 10, 20, 30. */
export const reachedByHand = ({ drills, planned }: Pick<SeatByHand, 'drills' | 'planned'>): number => {
  const meanFigure = (id: 'first' | 'all' | 'rate'): number => mean(drills.flatMap((one) => one[id] ?? []));
  const [first, all] = [meanFigure('first'), meanFigure('all')];
  const less = (figure: number, goal: number): number => (figure <= goal ? 1 : thousandth(goal / figure));
  const more = (figure: number, goal: number): number => thousandth(Math.min(1, figure / goal));
  return (
    (20 * less(first, 30) +
      20 * less(all, 40) +
      10 * more(meanFigure('rate'), 100) +
      20 * more(mean(drills.map((one) => one.score)), 80) +
      30 * more(sum(drills.map((one) => one.served)), planned)) /
    100
  );
};

/** The seven cells, school's four first, the sums of both halves, the total and its level. */
export const rowByHand = (seat: SeatByHand) => {
  const { exams, attendance, typed } = seat;
  const expected = attendance.present + attendance.late + attendance.absent;
  const cells = {
    discipline: typed.discipline,
    learning: typed.learning,
    teamwork: typed.teamwork,
    exams: tenth((20 * sum(exams)) / (100 * exams.length)),
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
};

/** Teams by the mean of their members' marks out of 100, with what their places are awarded, in whole yuan. */
export const teamsByHand = (
  teams: readonly (readonly Pick<SeatByHand, 'drills' | 'planned'>[])[],
  awards: number[],
) => {
  const scores = teams.map((members) => mean(members.map((seat) => tenth(100 * reachedByHand(seat)))));
  return scores.map((score) => {
    const before = scores.filter((other) => other > score).length;
    const equal = scores.filter((other) => other === score).length;
    return { score, rank: before + 1, award: Math.floor(sum(awards.slice(before, before + equal)) / equal) };
  });
};
