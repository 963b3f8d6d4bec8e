import { plannedCases, sealedCases } from '#classroom/exams/sealed-cases.ts';
import { windowOfSeat } from '#classroom/homework/seat-homework.ts';
import { minuteInChina, phaseAt } from '#classroom/homework/window.ts';
import type { Clock } from '#common/clock.ts';
import { type Failure, failure } from '#contract/errors.ts';
import type { Run, Seat } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';

type Needs = { storage: Storage; clock: Pick<Clock, 'now'> };

/**
 * Why homework can't be begun now, or null; null for a lesson. A case that an exam of the school seals isn't trained at
 * home either (RULES M45).
 */
export const homeworkRefusal = async (
  { storage, clock }: Needs,
  run: Run,
  { id }: Pick<Seat, 'id'>,
): Promise<Failure | null> => {
  const window = windowOfSeat(run, await storage.runs.log(run.id), id);
  if (window === null) return null;
  const now = clock.now();
  const phase = phaseAt(window, now);
  if (phase === 'before') return failure('homework-not-open', minuteInChina(window.opensAt));
  if (phase === 'over') return failure('homework-over');
  const isSealed = (await sealedCases(storage.runs, now)).some(
    ({ school, scenario }) => school === run.school && plannedCases(run).includes(scenario),
  );
  // An exam of parts seals its own cases, and two exams may share theirs.
  return isSealed && run.plan.mode !== 'exam' ? failure('case-in-exam') : null;
};
