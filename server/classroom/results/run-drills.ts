/** The ended drills of a run with their results; a result that is missing after a crash is made now. */
import type { DrillResult, EmptyWhy } from '#contract/results.ts';
import type { DrillRecords } from '#drills/runner/ports.ts';
import { isUnjudged } from '#scoring/marks/unjudged.ts';
import type { Run, Seat } from '#storage/runs.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';
import { shownResult } from './shown-records.ts';

export type ResultsNeeds = { storage: Storage; runner: Pick<DrillRecords, 'report' | 'record'> };

export type SeatDrills = {
  seat: Seat;
  /**
   * Oldest first, answers to replay tasks left out: they never count. `empty`: nothing was asked of the trainee, so
   * that there is no result; what was stored of it says who came and went on (RULES J72, J96).
   */
  drills: { row: DrillRow; result: DrillResult | null; empty?: { why: EmptyWhy; stored: DrillResult } }[];
};

/** What was stored of a drill, whether it asked anything of its trainee or not. */
export const storedOf = ({ result, empty }: SeatDrills['drills'][number]): DrillResult | null =>
  result ?? empty?.stored ?? null;

type WithPlan = Pick<Run, 'plan'>;
/**
 * Why a drill of the run asked nothing of its trainee; null: it did. `nobody-came`: a seat of a project task to which
 * nobody was handed on. `passed-on`: whoever came went on to classmates before anything was due here. `asked-little`:
 * who played the customer put too few questions (RULES J118).
 */
export const emptyWhy = (run: WithPlan | null, result: DrillResult): EmptyWhy | null => {
  if (run?.plan.project !== undefined && result.came === 0) return 'nobody-came';
  if (!isUnjudged(result)) return null;
  if (result.askedLittle !== undefined) return 'asked-little';
  return (result.figures.forwardedOut ?? 0) > 0 ? 'passed-on' : 'nothing-due';
};

/** Lets other work of this process run first: reading 45 logs must not keep a desk waiting. */
export const yieldToOthers = (): Promise<void> => new Promise((done) => setImmediate(done));

/** The drills of each seat, in the roster's order. */
export const seatDrills = async ({ storage, runner }: ResultsNeeds, runId: string): Promise<SeatDrills[]> => {
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
        const why = result === null ? null : emptyWhy(run, result);
        return result === null || why === null
          ? { row, result }
          : { row, result: null, empty: { why, stored: result } };
      }),
  }));
};
