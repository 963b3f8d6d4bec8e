/** What a period says of each trainee of a class (RULES A21). */
import { isRedLine } from '#classroom/exports/fault-order.ts';
import type { PlayedRun } from '#classroom/terms/faults.ts';
import type { TermFacts } from '#classroom/terms/sheet-row.ts';
import type { DrillResult } from '#contract/results.ts';
import type { PeriodMember } from '#contract/terms/period.ts';
import { meanToTenth } from '#scoring/log/arithmetic.ts';
import { familyName } from '#scoring/marks/families.ts';

/** `done`: their drills that count, oldest first. */
export type MemberFacts = Pick<PeriodMember, 'drills' | 'mean' | 'exams' | 'examMean' | 'missed' | 'held'> & {
  done: readonly DrillResult[];
  redLines: PeriodMember['redLines'];
  weakness: PeriodMember['weakness'];
};

/** Homework that is over, with the people who have a seat in it. */
export type HeldHomework = Pick<PlayedRun, 'name' | 'day' | 'drills'> & { seated: ReadonlySet<string> };

/** `facts`: their exams and who came; `homework`: what there was in the period. */
export const memberFacts = (
  person: string,
  played: readonly PlayedRun[],
  facts: Pick<TermFacts, 'exams' | 'attended'>,
  homework: readonly HeldHomework[],
): MemberFacts => {
  const done = played.flatMap(({ drills }) => drills.flatMap(({ by, result }) => (by === person ? [result] : [])));
  const marks = facts.exams.flatMap(({ mark }) => mark ?? []);
  const own = homework.filter(({ seated }) => seated.has(person));
  // A paper is a session and an exam at once, and is missed once.
  const key = ({ name, day }: { name: string; day: string }): string => `${day} ${name}`;
  const held = [...facts.attended, ...facts.exams.filter(({ state }) => state !== 'waiting'), ...own];
  const missed = [
    ...facts.attended.filter(({ there }) => !there),
    ...facts.exams.filter(({ state }) => state === 'absent'),
    ...own.filter(({ drills }) => !drills.some(({ by }) => by === person)),
  ];
  return {
    ...{ done, drills: done.length, mean: meanToTenth(done.map(({ score }) => score)) },
    ...{ exams: marks.length, examMean: meanToTenth(marks) },
    ...{ missed: new Set(missed.map(key)).size, held: new Set(held.map(key)).size },
    redLines: done.flatMap(({ faults }) => faults.filter(isRedLine)).reduce((sum, { count }) => sum + count, 0),
    weakness: weaknessOf(done),
  };
};

/** The family that cost most in all; of equals the first by its id. */
const weaknessOf = (done: readonly DrillResult[]): string | null => {
  const cost = new Map<string, number>();
  for (const { family, marks } of done.flatMap(({ faults }) => faults))
    cost.set(family, (cost.get(family) ?? 0) + marks);
  const [dearest] = [...cost].toSorted(([a, lost], [b, other]) => other - lost || (a < b ? -1 : 1));
  return dearest === undefined || dearest[1] <= 0 ? null : familyName(dearest[0]);
};
