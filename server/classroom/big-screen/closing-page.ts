/** How a lesson closes: what the class did, what went well and what to take away; nobody is told by name (RULES Z24). */
import { countedSeats } from '#classroom/exports/class-figures.ts';
import { byWeight, isRedLine } from '#classroom/exports/fault-order.ts';
import { faultAdvice, faultTitle } from '#classroom/exports/said.ts';
import { runResults } from '#classroom/results/results.ts';
import { type ResultsNeeds, seatDrills, storedOf } from '#classroom/results/run-drills.ts';
import type { Clock } from '#common/clock.ts';
import type { ClosingPage, DoneWell } from '#contract/big-screen/pages.ts';
import type { DrillResult, RunResults } from '#contract/results.ts';
import type { Rubric } from '#engine/model/rubric.ts';
import { LEFT_ALONE_CODES } from '#scoring/facts/codes.ts';
import { tierFor } from '#scoring/facts/concurrency.ts';
import { dimensionName } from '#scoring/marks/scorecard.ts';
import type { Run } from '#storage/runs.ts';

/** A fault of one seat alone would point at somebody. */
const MIN_SHARED = 2;
const MAX_WELL = 3;
/** Percent of a dimension's marks that count as well done. */
const WELL_PERCENT = 80;

export const closingPage = async (
  needs: ResultsNeeds & { clock: Pick<Clock, 'now'> },
  rubric: Rubric,
  run: Run,
): Promise<ClosingPage> => {
  const { seats, figures } = await runResults(needs, run);
  const drills = (await seatDrills(needs, run.id)).flatMap((ofSeat) => ofSeat.drills);
  const results = drills.flatMap((drill) => storedOf(drill) ?? []);
  const sumOf = (column: 'served' | 'traineeMessages'): number =>
    results.reduce((sum, result) => sum + (result.figures[column] ?? 0), 0);
  return {
    people: seats.filter(({ joined }) => joined).map(({ seat, name }) => ({ seat, name })),
    unscored: drills.filter(({ row }) => row.state !== 'ended').length,
    customers: sumOf('served'),
    messages: sumOf('traineeMessages'),
    firstResponseS: figures.firstResponseS,
    passed: figures.passed,
    of: figures.n,
    well: doneWell(
      { seats, figures },
      results,
      tierFor(rubric, run.plan.rush?.capacity ?? Math.max(1, run.plan.scenarios.length)).excellentS,
    ),
    takeAway: takeAwayOf(figures.faults, rubric),
  };
};

/** The weightiest fault that several had. */
const takeAwayOf = (faults: RunResults['figures']['faults'], rubric: Rubric): ClosingPage['takeAway'] => {
  const [fault] = faults.filter(({ seats }) => seats >= MIN_SHARED).toSorted(byWeight);
  const rule = rubric.findings.find(({ code }) => code === fault?.code);
  if (fault === undefined || rule === undefined) return null;
  return { title: faultTitle(fault.code, rule.title), advice: faultAdvice(rule) };
};

const doneWell = (
  { seats, figures }: Pick<RunResults, 'seats' | 'figures'>,
  results: readonly DrillResult[],
  excellentS: number,
): DoneWell[] => {
  // Where nobody answered a customer, that no line was crossed is no praise.
  const hasAnswered = results.some(({ figures }) => (figures.traineeMessages ?? 0) > 0);
  if (countedSeats(seats).length === 0 || !hasAnswered) return [];
  const faults = results.flatMap((result) => result.faults);
  const [best] = figures.dimensions
    .flatMap(({ id, percent }) => (percent === null || percent < WELL_PERCENT ? [] : [{ id, percent }]))
    .toSorted((a, b) => b.percent - a.percent);
  const better = seats.filter(({ attempts }) => {
    const scores = attempts.flatMap(({ score }) => score ?? []);
    return scores.length > 1 && (scores.at(-1) ?? 0) > (scores[0] ?? 0);
  }).length;
  const { firstResponseS } = figures;
  const all: DoneWell[] = [
    ...(faults.some(isRedLine) ? [] : [{ kind: 'no-red-line' } as const]),
    ...(faults.some(({ code }) => LEFT_ALONE_CODES.includes(code)) ? [] : [{ kind: 'nobody-left' } as const]),
    ...(firstResponseS !== null && firstResponseS <= excellentS
      ? [{ kind: 'first-response', seconds: Math.round(firstResponseS) } as const]
      : []),
    ...(better === 0 ? [] : [{ kind: 'better-again', seats: better } as const]),
    ...(best === undefined
      ? []
      : [{ kind: 'dimension', id: best.id, name: dimensionName(best.id), percent: Math.round(best.percent) } as const]),
  ];
  return all.slice(0, MAX_WELL);
};
