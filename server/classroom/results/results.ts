/** A run's results: every seat with the attempt that counts, and the class's figures. */
import { classFigures } from '#classroom/exports/class-figures.ts';
import { differences, type ResultContext, usualInjected } from '#classroom/exports/comparable.ts';
import type { DrillResult, RunResults, SeatResult } from '#contract/results.ts';
import type { Run } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';
import { lostMs, pausedSpansOf } from './lost-time.ts';
import { type ResultsNeeds, type SeatDrills, seatDrills } from './run-drills.ts';

export async function runResults(needs: ResultsNeeds, run: Run): Promise<RunResults> {
  const { storage } = needs;
  const rulings = await storage.results.rulingCounts(run.id);
  const log = await storage.runs.log(run.id);
  const stills = pausedSpansOf(log);
  const withoutOutages = async (drill: string, result: DrillResult): Promise<DrillResult> => {
    const rows = await storage.read(drill, 0);
    // Where the words were deleted, the result was stored with this figure (personal-data/erasures.ts).
    return rows.length === 0 ? result : { ...result, lostMs: lostMs(rows, stills) };
  };
  const sent = log.flatMap(({ kind, seat, at }) => (kind === 'inject' && seat === null ? [at] : []));
  const rows = await Promise.all(
    (await seatDrills(needs, run.id)).map(async (one) => ({
      one,
      standing: await standingOf(run, one, withoutOutages, sent),
    })),
  );
  // The usual number is taken from seats that nothing else keeps from being compared, such as coming late.
  const injected = usualInjected(
    rows.flatMap(({ standing }) =>
      standing.result !== null && differences(standing, standing.injected).length === 0 ? [standing] : [],
    ),
  );
  const seats = rows.map(({ one, standing }) => seatResult(one, standing, injected, rulings));
  return { run: await runHead(storage, run), seats, figures: classFigures(seats) };
}

type Ended = { drill: string; score: number };

/** The attempt with the best score, of equal ones the earlier. Null before any has ended. */
function bestOf({ drills }: SeatDrills): Ended | null {
  return drills.reduce<Ended | null>(
    (best, { row, result }) =>
      result !== null && (best === null || result.score > best.score) ? { drill: row.id, score: result.score } : best,
    null,
  );
}

/**
 * `fair`: makes a result whose lost time is that of the wall clock. `sent`: when an incident went to everybody, epoch
 * milliseconds. A seat that had finished by then isn't short of a customer: otherwise the quickest would be left out,
 * and the averages would be those of the slow.
 */
async function standingOf(
  run: Run,
  drillsOfSeat: SeatDrills,
  fair: (drill: string, result: DrillResult) => Promise<DrillResult>,
  sent: readonly number[],
): Promise<ResultContext> {
  const { seat, drills } = drillsOfSeat;
  const best = bestOf(drillsOfSeat)?.drill ?? null;
  const { row, result = null } = drills.find((drill) => drill.row.id === best) ?? {};
  const due = sent.filter((at) => row !== undefined && row.openedAt <= at && at < (row.endedAt ?? at + 1)).length;
  const late = seat.joinedAt === null || run.startedAt === null ? 0 : seat.joinedAt - run.startedAt;
  return {
    joined: seat.joinedAt !== null,
    attempts: drills.length,
    running: drills.some(({ row }) => row.state !== 'ended'),
    lateMs: Math.max(0, late),
    injected: (result?.injected ?? 0) - due,
    result: result === null || best === null ? null : await fair(best, result),
  };
}

function seatResult(
  drillsOfSeat: SeatDrills,
  standing: ResultContext,
  injected: number,
  rulings: ReadonlyMap<string, number>,
): SeatResult {
  const { seat, drills } = drillsOfSeat;
  const notes = differences(standing, injected);
  const drill = bestOf(drillsOfSeat)?.drill ?? drills.at(-1)?.row.id ?? null;
  return {
    seat: seat.id,
    no: seat.no,
    name: seat.name,
    joined: standing.joined,
    drill,
    attempts: drills.map(({ row, result }) => ({ drill: row.id, score: result?.score ?? null, state: row.state })),
    lateMs: standing.lateMs,
    result: standing.result,
    rulings: drill === null ? 0 : (rulings.get(drill) ?? 0),
    comparable: notes.length === 0,
    notes,
  };
}

async function runHead({ people }: Storage, run: Run): Promise<RunResults['run']> {
  return {
    id: run.id,
    name: run.name,
    className: run.classId === null ? null : ((await people.schoolClass(run.classId))?.name ?? null),
    at: run.startedAt ?? run.createdAt,
    minutes: Math.round(run.totalMs / 60_000),
    publishedAt: run.publishedAt,
    mode: run.plan.mode,
  };
}
