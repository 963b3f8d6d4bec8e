/** Which cases open exams seal: nobody who may sit the exam practises them or reads their key (RULES M45). */

import { seatDueTimes } from '#classroom/homework/window.ts';
import { DAY_MS } from '#contract/wire/spans.ts';
import { casesOf as drawnCases } from '#drills/catalog/drill-cases.ts';
import type { Run, RunsStorage } from '#storage/runs.ts';
import type { DrillCases } from '#storage/storage.ts';

/** A prepared exam that nobody begins seals its cases so long: teachers prepare a week ahead, and forget some. */
const PREPARED_EXAM_SEALS_MS = 7 * DAY_MS;
/** An exam that was begun and never ended, left frozen for instance, seals no longer than this beyond its length. */
const BEGUN_EXAM_SEALS_MS = DAY_MS;

export type SealedCase = {
  scenario: string;
  school: string;
  run: string;
  /** When the exam's bell will ring, epoch milliseconds; null while nobody can say: it hasn't begun, or its clock stands. */
  backAt: number | null;
};

type SealingRuns = Pick<RunsStorage, 'openExams' | 'log'>;

/**
 * The cases of exams that are prepared or under way. A case is sealed from when a teacher has made the run until its
 * drill stage is left: attempts end there, so every retake within the run is over. A later retake is a run of its own.
 */
export const sealedCases = async (runs: SealingRuns, now: number): Promise<SealedCase[]> =>
  (await sealingRuns(runs, now)).flatMap(casesOf);

/** The exams, written papers among them, that seal what they are made of now. */
export const sealingRuns = async (runs: SealingRuns, now: number): Promise<Run[]> => {
  const exams = await runs.openExams();
  const sealing = await Promise.all(
    exams.map(async (run) =>
      run.plan.homework === undefined ? isSealing(run, now) : await isWindowSealing(runs, run, now),
    ),
  );
  return exams.filter((_, place) => sealing[place]);
};

type Planned = Pick<Run, 'plan' | 'candidates' | 'shopCases'>;

/** The plan's cases, and those that teams get of their own shop. */
export const dealtCases = ({ plan, shopCases = [] }: Pick<Run, 'plan' | 'shopCases'>): readonly string[] => [
  ...new Set([...plan.scenarios, ...shopCases.flatMap(({ cases }) => cases)]),
];

/**
 * The cases of a run: what its seats are given, and what may be sent to them. Of a rush all that may come: to seal those
 * alone that do would tell who they are (RULES Q21).
 */
export const plannedCases = ({ plan, candidates = [], shopCases }: Planned): readonly string[] => [
  ...dealtCases({ plan, ...(shopCases && { shopCases }) }),
  ...candidates,
  ...plan.incidents,
  ...(plan.project?.tasks.flatMap(({ cases }) => cases) ?? []),
];

/** The cases of a run by which its reports and debrief are kept back: of a rush those that its drills drew. */
export const playedCases = (run: Pick<Run, 'plan' | 'shopCases'>, drills: readonly DrillCases[]): readonly string[] => [
  ...(run.plan.rush === undefined ? dealtCases(run) : new Set(drills.flatMap(drawnCases))),
  ...run.plan.incidents,
];

const casesOf = (run: Run): SealedCase[] =>
  plannedCases(run).map((scenario) => ({ scenario, school: run.school, run: run.id, backAt: bellAt(run) }));

const isSealing = ({ startedAt, createdAt, totalMs, stage }: Run, now: number): boolean => {
  if (stage !== 'drill') return now < createdAt + PREPARED_EXAM_SEALS_MS;
  return startedAt !== null && now < startedAt + totalMs + BEGUN_EXAM_SEALS_MS;
};

/** An exam with a window of its own seals from a week before it opens until the last seat's time there is up. */
const isWindowSealing = async (runs: SealingRuns, { id, plan, createdAt }: Run, now: number): Promise<boolean> => {
  if (plan.homework === undefined) return false;
  const { opensAt, dueAt } = plan.homework;
  if (now < Math.max(createdAt, opensAt - PREPARED_EXAM_SEALS_MS)) return false;
  return now <= Math.max(dueAt, ...seatDueTimes(await runs.log(id)).values());
};

const bellAt = ({ stage, clockRunning, clockAt, clockMs, totalMs }: Run): number | null =>
  stage === 'drill' && clockRunning ? clockAt + totalMs - clockMs : null;
