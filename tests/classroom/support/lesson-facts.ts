/**
 * The facts of a lesson, counted from the logs and the single reports alone; every page of the class must agree with
 * them.
 */
import type { Report, ReportFinding } from '#contract/report.ts';
import type { SeatResult } from '#contract/results.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import type { Lesson } from './whole-lesson.ts';

export type SeatFacts = { seat: SeatResult; report: Report; events: readonly DrillEvent[]; faults: ReportFinding[] };

/** Seats that played, in the roster's order. */
export const factsOf = async ({ room }: Lesson, seats: readonly SeatResult[]): Promise<SeatFacts[]> =>
  (
    await Promise.all(
      seats.map(async (seat) => {
        if (seat.drill === null) return [];
        const report = await room.runner.report(seat.drill);
        if (!report.ok) throw new Error(report.error.code);
        const events = (await room.storage.read(seat.drill, 0)).flatMap((row) => row.events);
        const faults = report.value.findings.filter((f) => f.severity !== 'merit' && !f.unsure);
        return [{ seat, report: report.value, events, faults }];
      }),
    )
  ).flat();

const times = ({ again }: ReportFinding): number => 1 + again.length;

/** How many seats had a fault, how often, and what it cost in all. */
export const tallyOf = (facts: readonly SeatFacts[], code: string): { seats: number; count: number; marks: number } => {
  const own = facts.map(({ faults }) => faults.filter((f) => f.code === code)).filter(({ length }) => length > 0);
  const all = own.flat();
  const count = all.reduce((sum, f) => sum + times(f), 0);
  return { seats: own.length, count, marks: all.reduce((sum, f) => sum + f.marks, 0) };
};

export const hadFault = ({ faults }: SeatFacts, test: (code: string) => boolean): number =>
  faults.filter((f) => test(f.code)).reduce((sum, f) => sum + times(f), 0);

/** All the trainee said to one customer, in order. */
export const saidTo = ({ events }: SeatFacts, conversation: string): string[] =>
  events.flatMap((e) => (e.kind === 'trainee-said' && e.conversation === conversation ? [e.text] : []));

/** All the customer said in words. */
export const heardFrom = ({ events }: SeatFacts, conversation: string): string[] =>
  events.flatMap((e) =>
    e.kind === 'customer-said' && e.conversation === conversation && e.bubble.kind === 'text' ? [e.bubble.text] : [],
  );

export const isRed = (code: string): boolean => code.startsWith('red-line:');
export const meanOf = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
