/** The drills of a run with the figures that teams are told by: what was sold, how it was rated, what 质检 gave (RULES J85). */
import type { DrillResult } from '#contract/results.ts';
import { marksOfPerson } from '#drills/inspections/party-marks.ts';
import { scorecardForm } from '#drills/inspections/scorecard-form.ts';
import type { Run } from '#storage/runs.ts';
import { type ResultsNeeds, type SeatDrills, seatDrills, yieldToOthers } from './run-drills.ts';

/** `inspected`: the mean total, out of 100, of the markings that staff handed in of this drill; null: there is none. */
export type FiguredResult = DrillResult & { inspected: number | null };
export type FiguredDrills = {
  seat: SeatDrills['seat'];
  drills: (Pick<SeatDrills['drills'][number], 'row' | 'empty'> & { result: FiguredResult | null })[];
};

/** `isAsked` false: nothing is looked up, and `inspected` is null. */
export const figuredDrills = async (needs: ResultsNeeds, run: Run, isAsked: boolean): Promise<FiguredDrills[]> => {
  const marks = isAsked ? await staffMarks(needs, run.id) : new Map<string, number>();
  const all: FiguredDrills[] = [];
  for (const { seat, drills } of await seatDrills(needs, run.id)) {
    const figured: FiguredDrills['drills'] = [];
    for (const { row, result, empty } of drills) {
      const whole = result === null || !isAsked ? result : await withTrade(needs, row.id, result);
      const own = whole === null ? null : { ...whole, inspected: marks.get(row.id) ?? null };
      figured.push({ row, result: own, ...(empty && { empty }) });
    }
    all.push({ seat, drills: figured });
  }
  return all;
};

/**
 * A result from before trade figures were counted is made anew, once: its report is stored with them. Where the words
 * are deleted, or the drill can't be scored any more, it stays as it is.
 */
const withTrade = async (
  { storage, runner }: ResultsNeeds,
  drill: string,
  result: DrillResult,
): Promise<DrillResult> => {
  if (result.trade !== undefined || (await storage.read(drill, 0)).length === 0) return result;
  await yieldToOthers();
  const report = await runner.report(drill).catch(() => null);
  return report?.ok === true ? ((await storage.results.result(drill)) ?? result) : result;
};

/** By drill. Classmates' markings are an exercise and count nowhere. */
const staffMarks = async ({ storage, runner }: ResultsNeeds, run: string): Promise<ReadonlyMap<string, number>> => {
  const totals = new Map<string, number[]>();
  for (const { drill, inspector, marking, handedInAt } of await storage.inspections.markings(run)) {
    if (handedInAt === null || 'seat' in inspector) continue;
    const record = await runner.record(drill);
    if (record === null) continue;
    const { total } = marksOfPerson(scorecardForm(record.content.rubric), marking, { by: 'teacher', name: null });
    if (total !== null) totals.set(drill, [...(totals.get(drill) ?? []), total]);
  }
  return new Map([...totals].map(([drill, own]) => [drill, own.reduce((sum, one) => sum + one, 0) / own.length]));
};
