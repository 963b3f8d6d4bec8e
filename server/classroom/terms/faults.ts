/** What goes wrong in a term's drills by family of faults, how that changed from run to run, and what to teach next (RULES J8). */
import { dealtCases } from '#classroom/exams/sealed-cases.ts';
import { seatDueTimes } from '#classroom/homework/window.ts';
import { type ResultsNeeds, seatDrills, yieldToOthers } from '#classroom/results/run-drills.ts';
import type { DrillResult } from '#contract/results.ts';
import type { TermFault, TermFaults } from '#contract/terms/faults.ts';
import type { ContentData } from '#engine/model/content.ts';
import { toTenth } from '#scoring/log/arithmetic.ts';
import { familyName } from '#scoring/marks/families.ts';
import { nextCases } from '#scoring/practice-advice/next-cases.ts';
import type { Run } from '#storage/runs.ts';
import { countedResult } from './facts.ts';
import { dayIn, isPublished, kindOf, stateOf } from './term-items.ts';

/** A published lesson or homework with the drill that counts of each trainee; `by`: a person's id, or a seat's without one. */
export type PlayedRun = {
  run: string;
  name: string;
  day: string;
  scenarios: readonly string[];
  drills: readonly { by: string; result: DrillResult }[];
};
type Catalog = Pick<ContentData, 'scenarios' | 'rubric'>;

/** Runs by which the change is shown: more don't stand side by side, and what was long ago teaches nothing. */
export const MOST_RUNS = 8;

/** Of `runs`, a term's in the order of their days, the lessons and homework that are over and published. */
export const playedRuns = async (needs: ResultsNeeds, runs: readonly Run[], now: number): Promise<PlayedRun[]> => {
  const played: PlayedRun[] = [];
  for (const run of runs) {
    const kind = kindOf(run);
    if ((kind !== 'lesson' && kind !== 'homework') || stateOf(run, now) !== 'ended' || !isPublished(run)) continue;
    await yieldToOthers();
    const dueTimes = seatDueTimes(run.plan.homework === undefined ? [] : await needs.storage.runs.log(run.id));
    const drills = (await seatDrills(needs, run.id)).flatMap((ofSeat) => {
      const { seat } = ofSeat;
      const result = countedResult(run, ofSeat, dueTimes.get(seat.id));
      return result === null ? [] : [{ by: seat.person ?? seat.id, result }];
    });
    played.push({ ...{ run: run.id, name: run.name, day: dayIn(run) }, scenarios: dealtCases(run), drills });
  }
  return played;
};

/** `played`: oldest first. Cases are chosen from today's catalog against the family that cost most, those played last. */
export const termFaults = (played: readonly PlayedRun[], { scenarios, rubric }: Catalog): TermFaults => {
  const shown = played.slice(-MOST_RUNS);
  const faults = faultsOf(played, shown);
  const [dearest] = faults;
  const cases = nextCases(scenarios, {
    scenarios: [...new Set(played.flatMap((one) => one.scenarios))],
    ...{ score: null, pass: rubric.pass, excellent: rubric.excellent },
    // Without a number: the reasons would say it of one drill.
    weakness: dearest === undefined ? null : { family: dearest.family, name: dearest.name, count: 0 },
  });
  const titles = new Map(scenarios.map(({ id, title }) => [id, title]));
  return {
    trainees: new Set(played.flatMap(({ drills }) => drills.map(({ by }) => by))).size,
    runs: shown.map(({ run, name, day, drills }) => ({ run, name, day, trainees: drills.length })),
    faults,
    cases: cases.map(({ scenario, why }) => ({ scenario, title: titles.get(scenario) ?? scenario, why })),
  };
};

const has = (family: string, { faults }: DrillResult): boolean => faults.some((fault) => fault.family === family);

const faultsOf = (played: readonly PlayedRun[], shown: readonly PlayedRun[]): TermFault[] => {
  const drills = played.flatMap((one) => one.drills);
  const families = [...new Set(drills.flatMap(({ result }) => result.faults.map(({ family }) => family)))];
  return families
    .map((family) => {
      const own = drills.flatMap(({ result }) => result.faults.filter((fault) => fault.family === family));
      return {
        ...{ family, name: familyName(family) },
        trainees: new Set(drills.flatMap(({ by, result }) => (has(family, result) ? [by] : []))).size,
        count: own.reduce((sum, { count }) => sum + count, 0),
        marks: toTenth(own.reduce((sum, { marks }) => sum + marks, 0)),
        percent: shown.map((one) => percentOf(family, one)),
      };
    })
    .toSorted((a, b) => b.marks - a.marks || b.count - a.count || (a.family < b.family ? -1 : 1));
};

const percentOf = (family: string, { drills }: PlayedRun): number | null => {
  if (drills.length === 0) return null;
  return Math.round((100 * drills.filter(({ result }) => has(family, result)).length) / drills.length);
};
