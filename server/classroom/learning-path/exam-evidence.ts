/** What exams of parts say of somebody on the learning path: the whole, and how fast they typed (RULES U20). */
import { isSat } from '#classroom/exam-parts/seat-parts.ts';
import { type Again, againOf, markWithResits, type SeatMarks, seatMarksOf } from '#classroom/mock-exams/seat-marks.ts';
import { type ResultsNeeds, yieldToOthers } from '#classroom/results/run-drills.ts';
import type { Run, Seat } from '#storage/runs.ts';
import type { Evidence } from './position.ts';

/** The exams of a whole class, each read once. */
export type ReadExams = Map<string, { all: SeatMarks[]; again: ReadonlyMap<string, Again[]> }>;

/**
 * Of exams that are published. A whole counts as an exam where customers were a part of it: a paper alone says nothing
 * of how somebody serves. A re-sit counts in its first exam's marks. `read` left out: only these seats are read.
 */
export const examEvidence = async (
  needs: ResultsNeeds,
  seatIds: readonly string[],
  now: number,
  isCounted: (seat: Seat) => boolean,
  read?: ReadExams,
): Promise<Evidence[]> => {
  const { runs } = needs.storage;
  const evidence: Evidence[] = [];
  for (const id of seatIds) {
    const seat = await runs.seat(id);
    const run = seat === null || !isCounted(seat) ? null : await runs.run(seat.run);
    if (run === null || run.publishedAt === null || run.plan.exam === undefined) continue;
    if (run.plan.exam.of !== undefined) continue;
    await yieldToOthers();
    const { all, again } = await marksOf(needs, run, now, id, read);
    const own = all.find((one) => one.seat.id === id);
    if (own !== undefined && isSat(own.view.parts)) evidence.push(...evidenceOf(run, own, again.get(id) ?? []));
  }
  return evidence;
};

const marksOf = async (needs: ResultsNeeds, run: Run, now: number, seat: string, read: ReadExams | undefined) => {
  const known = read?.get(run.id);
  if (known !== undefined) return known;
  const isAll = read !== undefined;
  const marks = {
    all: await seatMarksOf(needs, run, now, isAll ? undefined : [seat]),
    again: await againOf(needs, run.id, now, isAll ? undefined : seat),
  };
  read?.set(run.id, marks);
  return marks;
};

const evidenceOf = (run: Run, own: SeatMarks, again: readonly Again[]): Evidence[] => {
  const { parts, whole } = markWithResits(own, again);
  const ends = own.view.parts.flatMap(({ endedAt }) => endedAt ?? []);
  // Who sat nothing has no exam.
  if (ends.length === 0) return [];
  const source = { kind: 'exam', id: own.seat.id, title: run.name, at: Math.max(...ends) } as const;
  const typed = parts.find(({ kind }) => kind === 'typing')?.typed;
  return [
    ...(parts.some(({ kind }) => kind === 'customers')
      ? [{ ...source, measure: 'exam-best', value: whole } as const]
      : []),
    ...(typed === undefined ? [] : [{ ...source, measure: 'typing-best', value: typed.speed } as const]),
  ];
};
