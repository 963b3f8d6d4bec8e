/** A run's results: every seat with the attempt that counts, and the class's figures. */

import { classFigures } from '#classroom/exports/class-figures.ts';
import { differences, type ResultContext, usualInjected } from '#classroom/exports/comparable.ts';
import { seatDueTimes } from '#classroom/homework/window.ts';
import { leadsIn } from '#classroom/lead-seats/who-leads.ts';
import { dealtOf } from '#classroom/run-log/dealt.ts';
import type { Clock } from '#common/clock.ts';
import type { DrillResult, RunResults, SeatResult } from '#contract/results.ts';
import { say } from '#i18n/say.ts';
import type { Run } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';
import { countedDrill, withHomework } from './homework-results.ts';
import { lostMs, pausedSpansOf } from './lost-time.ts';
import { type ResultsNeeds, type SeatDrills, seatDrills } from './run-drills.ts';

export const runResults = async (
  needs: ResultsNeeds & { clock: Pick<Clock, 'now'> },
  run: Run,
): Promise<RunResults> => {
  const { storage } = needs;
  const rulings = await storage.results.rulingCounts(run.id);
  const log = await storage.runs.log(run.id);
  const pausedSpans = pausedSpansOf(log);
  const withoutOutages = async (drill: string, result: DrillResult): Promise<DrillResult> => {
    const rows = await storage.read(drill, 0);
    // Where the words were deleted, the result was stored with this figure (personal-data/erasures.ts).
    return rows.length === 0 ? result : { ...result, lostMs: lostMs(rows, pausedSpans) };
  };
  const incidentsToAllAt = log.flatMap(({ kind, seat, at }) => (kind === 'inject' && seat === null ? [at] : []));
  const { homework } = run.plan;
  const dueTimes = seatDueTimes(log);
  const leads = leadsIn(log);
  const now = needs.clock.now();
  const handedIn = homework === undefined ? [] : await storage.handedIn.ofRun(run.id);
  const countedIn = (drillsOfSeat: SeatDrills): string | null =>
    homework === undefined
      ? (bestOf(drillsOfSeat)?.drill ?? null)
      : countedDrill(homework, drillsOfSeat, dueTimes.get(drillsOfSeat.seat.id));
  const rows = await Promise.all(
    (await seatDrills(needs, run.id)).map(async (drillsOfSeat) => ({
      drillsOfSeat,
      context: await contextOf(run, drillsOfSeat, countedIn(drillsOfSeat), withoutOutages, incidentsToAllAt),
    })),
  );
  // The usual number is taken from seats that nothing else keeps from being compared, such as coming late.
  const usualCount = usualInjected(
    rows.flatMap(({ context }) =>
      context.result !== null && differences(context, context.injected).length === 0 ? [context] : [],
    ),
  );
  const seats = rows.map(({ drillsOfSeat, context }) => {
    const result = seatResult(drillsOfSeat, context, countedIn(drillsOfSeat), usualCount, rulings);
    if (leads.has(drillsOfSeat.seat.id) && result.joined)
      return { ...result, notes: [say('results-said:apart.leads')] };
    if (homework === undefined) return result;
    const { id } = drillsOfSeat.seat;
    const ofSeat = handedIn.filter(({ seat }) => seat === id).length;
    const moved = log.filter(({ kind, seat }) => kind === 'moved' && seat === id).length;
    return withHomework(result, homework, { drillsOfSeat, own: dueTimes.get(id), now, handedIn: ofSeat, moved });
  });
  return {
    run: await runHead(storage, run, leads.size > 0),
    seats: run.plan.rolePlay ? await withPlayers(storage, seats) : seats,
    figures: classFigures(seats),
  };
};

/** With who played the customer of the drill that counts, or of the one that has no mark (RULES J107, J118). */
const withPlayers = async ({ rolePlays }: Storage, seats: readonly SeatResult[]): Promise<SeatResult[]> =>
  await Promise.all(
    seats.map(async (seat) => {
      if (seat.drill === null || (seat.result === null && seat.empty !== 'asked-little')) return seat;
      const name = (await rolePlays.ofDrill(seat.drill))?.player?.name ?? null;
      const by = name === null ? say('results-said:played.gone') : say('results-said:played.by', { name });
      return { ...seat, notes: [by, ...seat.notes] };
    }),
  );

type EndedDrill = { drill: string; score: number };

/** The attempt with the best score, of equal ones the earlier. Null before any has ended. */
const bestOf = ({ drills }: SeatDrills): EndedDrill | null => {
  return drills.reduce<EndedDrill | null>(
    (best, { row, result }) =>
      result !== null && (best === null || result.score > best.score) ? { drill: row.id, score: result.score } : best,
    null,
  );
};

/**
 * `withoutOutages`: makes a result whose lost time is that of the wall clock. `incidentsToAllAt`: when an incident went
 * to everybody, epoch milliseconds. A seat that had finished by then isn't short of a customer: otherwise the quickest
 * would be left out, and the averages would be those of the slow.
 */
const contextOf = async (
  run: Run,
  drillsOfSeat: SeatDrills,
  counted: string | null,
  withoutOutages: (drill: string, result: DrillResult) => Promise<DrillResult>,
  incidentsToAllAt: readonly number[],
): Promise<ResultContext> => {
  const { seat, drills } = drillsOfSeat;
  const { row, result = null } = drills.find((drill) => drill.row.id === counted) ?? {};
  const empty = drills.findLast((drill) => drill.empty !== undefined)?.empty;
  const dueIncidents = incidentsToAllAt.filter(
    (at) => row !== undefined && row.openedAt <= at && at < (row.endedAt ?? at + 1),
  ).length;
  const lateMs = seat.joinedAt === null || run.startedAt === null ? 0 : seat.joinedAt - run.startedAt;
  return {
    joined: seat.joinedAt !== null,
    attempts: drills.length,
    running: drills.some(({ row }) => row.state !== 'ended'),
    lateMs: Math.max(0, lateMs),
    injected: (result?.injected ?? 0) - dueIncidents,
    empty: empty?.why ?? null,
    askedLittle: empty?.stored.askedLittle,
    result: result === null || counted === null ? null : await withoutOutages(counted, result),
  };
};

const seatResult = (
  drillsOfSeat: SeatDrills,
  context: ResultContext,
  counted: string | null,
  usualCount: number,
  rulings: ReadonlyMap<string, number>,
): SeatResult => {
  const { seat, drills } = drillsOfSeat;
  const notes = differences(context, usualCount);
  const drill = counted ?? drills.at(-1)?.row.id ?? null;
  return {
    seat: seat.id,
    no: seat.no,
    name: seat.name,
    joined: context.joined,
    drill,
    attempts: drills.map(({ row, result }) => ({ drill: row.id, score: result?.score ?? null, state: row.state })),
    lateMs: context.lateMs,
    result: context.result,
    rulings: drill === null ? 0 : (rulings.get(drill) ?? 0),
    comparable: notes.length === 0,
    ...(context.empty != null && context.result === null && { empty: context.empty }),
    notes,
  };
};

const runHead = async ({ people }: Storage, run: Run, hasLeads: boolean): Promise<RunResults['run']> => {
  const dealt = dealtOf(run.plan);
  return {
    id: run.id,
    name: run.name,
    className: run.classId === null ? null : ((await people.schoolClass(run.classId))?.name ?? null),
    at: run.startedAt ?? run.createdAt,
    minutes: Math.round(run.totalMs / 60_000),
    publishedAt: run.publishedAt,
    mode: run.plan.mode,
    ...(run.plan.homework && { homework: run.plan.homework }),
    ...(run.plan.project && { project: true }),
    ...(hasLeads && { leads: true }),
    ...(dealt && { dealt }),
    ...(run.plan.exam && { parts: run.plan.exam.parts.length }),
  };
};
