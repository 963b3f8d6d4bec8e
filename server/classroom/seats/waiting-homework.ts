import { attemptOf, windowOfSeat } from '#classroom/homework/seat-homework.ts';
import { phaseAt } from '#classroom/homework/window.ts';
import { classNameOf } from '#classroom/lesson/run-body.ts';
import type { Principal } from '#common/access.ts';
import type { WaitingHomework } from '#contract/homework/homework.ts';
import { DAY_MS } from '#contract/wire/spans.ts';
import type { Seat } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';

/** Homework that was missed is told of for so long. */
const MISSED_TOLD_MS = 7 * DAY_MS;

/**
 * Homework of the device's or the person's own seats that still waits: nothing handed in yet, or a drill going on. What
 * was missed is told of for a week. The soonest due first.
 */
export const waitingHomework = async (
  storage: Storage,
  { guest, person }: Principal,
  now: number,
): Promise<WaitingHomework[]> => {
  const seats = await storage.runs.seatsHeld(guest, person?.id ?? null);
  const waiting = (await Promise.all(seats.map((seat) => waitingAt(storage, seat, guest, now)))).flat();
  return waiting.toSorted((one, other) => one.dueAt - other.dueAt);
};

const waitingAt = async (
  storage: Storage,
  seat: Seat,
  guest: string | null,
  now: number,
): Promise<WaitingHomework[]> => {
  const run = await storage.runs.run(seat.run);
  const window = run === null ? null : windowOfSeat(run, await storage.runs.log(run.id), seat.id);
  // An exam of parts and a contest have the same window, and lists of their own.
  if (run === null || window === null || run.plan.exam !== undefined || run.plan.contest !== undefined) return [];
  const drills = (await storage.drillsOfRun(run.id)).filter(({ place }) => place?.seat === seat.id);
  const phase = phaseAt(window, now);
  const isOpen = drills.some(({ state }) => state !== 'ended');
  const results = await Promise.all(drills.map(async (row) => attemptOf(row, await storage.results.result(row.id))));
  if (!isOpen && results.some(({ score }) => score !== null)) return [];
  if (phase === 'over' && now > window.lastAt + MISSED_TOLD_MS) return [];
  return [
    {
      seat: seat.id,
      mine: guest !== null && seat.guest === guest,
      code: run.code,
      name: run.name,
      className: await classNameOf(storage, run),
      ...{ opensAt: window.opensAt, dueAt: window.dueAt, lastAt: window.lastAt },
      phase,
      begun: isOpen,
      now,
    },
  ];
};
