/** The ended drills of a run with their results; a result that is missing after a crash is made now. */
import type { DrillResult } from '#contract/results.ts';
import type { DrillRecords } from '#drills/runner/ports.ts';
import type { Run, Seat } from '#storage/runs.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';
import { shownResult } from './shown-records.ts';

export type ResultsNeeds = { storage: Storage; runner: Pick<DrillRecords, 'report' | 'record'> };

export type SeatDrills = {
  seat: Seat;
  /**
   * Oldest first, answers to replay tasks left out: they never count. `nobodyCame`: of a project task, to whom no
   * customer was handed; there is no result then, because nothing was asked of the trainee (RULES J72).
   */
  drills: { row: DrillRow; result: DrillResult | null; nobodyCame?: true }[];
};

type WithPlan = Pick<Run, 'plan'>;
/** Whether a drill of the run ended without any customer that the seat was waiting for. Only a project task can do that. */
export const isEmptyDrill = (run: WithPlan | null, result: Pick<DrillResult, 'came'> | null): boolean =>
  run?.plan.project !== undefined && result?.came === 0;

/** Lets other work of this process run first: reading 45 logs must not keep a desk waiting. */
export const yieldToOthers = (): Promise<void> => new Promise((done) => setImmediate(done));

/** The drills of each seat, in the roster's order. */
export async function seatDrills({ storage, runner }: ResultsNeeds, runId: string): Promise<SeatDrills[]> {
  const drills = (await storage.drillsOfRun(runId)).filter(({ place }) => place?.redo === null);
  const results = await storage.results.resultsOfRun(runId);
  const shownOrNull = (result: DrillResult | undefined): DrillResult | null =>
    result === undefined ? null : shownResult(result);
  for (const { id } of drills.filter((row) => row.state === 'ended' && !results.has(row.id))) {
    await yieldToOthers();
    const computed = (await runner.report(id)).ok ? await storage.results.result(id) : null;
    if (computed !== null) results.set(id, computed);
  }
  const run = await storage.runs.run(runId);
  return (await storage.runs.seats(runId)).map((seat) => ({
    seat,
    drills: drills
      .filter(({ place }) => place?.seat === seat.id)
      .map((row) => {
        const result = row.state === 'ended' ? shownOrNull(results.get(row.id)) : null;
        return isEmptyDrill(run, result) ? { row, result: null, nobodyCame: true } : { row, result };
      }),
  }));
}
