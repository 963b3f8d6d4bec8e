/** Which device holds a seat: taking it, leaving it, and what a change of hands does to the drills there. */
import { examViewOf, isMidExam } from '#classroom/exam-parts/seat-parts.ts';
import { hasAccount, movesFreely } from '#classroom/homework/moving.ts';
import type { DrillOpener } from '#classroom/lesson/drill-opener.ts';
import type { ReplayTasks } from '#classroom/lesson/replay-tasks.ts';
import type { Subscriptions } from '#classroom/lesson/subscriptions.ts';
import type { Walls } from '#classroom/lesson/walls.ts';
import { newId } from '#classroom/run-log/run-entries.ts';
import type { Clock } from '#common/clock.ts';
import { failure, type Reply } from '#contract/errors.ts';
import type { DrillControl } from '#drills/runner/ports.ts';
import type { Run, Seat } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';

export type HolderNeeds = { storage: Storage; runner: DrillControl; clock: Clock };
export type HolderParts = { opener: DrillOpener; replayTasks: ReplayTasks; subscriptions: Subscriptions; walls: Walls };

export type SeatHolders = {
  /** Stores a changed seat and tells everybody who watches it. False when the device already holds another seat of the run. */
  saveSeat(seat: Seat): Promise<boolean>;
  hasBegun(seat: Seat): Promise<boolean>;
  /** Whether it has begun an exam of parts that it hasn't sat to its end (RULES O28). False in any other run. */
  isMidExam(run: Run, seat: Seat): Promise<boolean>;
  /** Whether another device gets it by name and code alone (RULES H20). */
  movesFreely(run: Run, seat: Seat): Promise<boolean>;
  /**
   * Called when a seat's trainee has come: opens the drill or answer that belongs to the run's stage, unless the seat
   * has it.
   */
  noteArrival(run: Run, seat: Seat): Promise<void>;
  /** Gives the seat to the device, which leaves its other seat of the run. Refused when it has begun a drill on that seat. */
  take(run: Run, seat: Seat, guest: string): Promise<Reply<Seat>>;
  /** Takes the seat's device away. Its drills belong to no device until somebody takes the seat. */
  unassignDevice(seat: Seat, changes: Partial<Seat>): Promise<Seat>;
};

export const createSeatHolders = ({ storage, runner, clock }: HolderNeeds, parts: HolderParts): SeatHolders => {
  const { opener, replayTasks, subscriptions, walls } = parts;
  const { runs } = storage;
  const refusedDevice = (detail: string) => ({ ok: false as const, error: failure('device-has-seat', detail) });

  const drillsOf = async (seat: Seat) =>
    (await storage.drillsOfRun(seat.run)).filter(({ place }) => place?.seat === seat.id);
  const hasBegun = async (seat: Seat): Promise<boolean> =>
    (await drillsOf(seat)).some(({ state }) => state !== 'opened') ||
    (await storage.papers.sitting(seat.id)) !== null ||
    (await storage.exams.typing(seat.id)) !== null;

  const movesNow = async (run: Run, seat: Seat): Promise<boolean> =>
    movesFreely(run, await drillsOf(seat), await hasAccount(storage, seat));

  const saveSeat = async (seat: Seat): Promise<boolean> => {
    if (!(await runs.changeSeat(seat))) return false;
    subscriptions.seatChanged(seat.run, seat.id);
    subscriptions.runChanged(seat.run);
    walls.seatChanged(seat);
    return true;
  };

  const noteArrival = async (run: Run, seat: Seat): Promise<void> => {
    if (seat.guest === null) return;
    const drills = await drillsOf(seat);
    // After a crash between the two writes the seat has a new device and its drills the old one: they follow the seat.
    if (drills.some(({ guest }) => guest !== seat.guest)) await runner.handOver(seat.id, seat.guest);
    if (run.endedAt !== null) return;
    // Homework and a paper are begun when their trainee wishes.
    const opensByItself = run.plan.homework === undefined && run.plan.paper === undefined;
    if (opensByItself && run.stage === 'drill' && !drills.some(({ place }) => place?.redo === null)) {
      void opener.open(seat.id, null);
    }
    await replayTasks.give(run, seat);
  };

  const unassignDevice = async (seat: Seat, changes: Partial<Seat>): Promise<Seat> => {
    const unassigned = { ...seat, guest: null, ...changes };
    if ((await drillsOf(seat)).length > 0) await runner.handOver(seat.id, newId('x'));
    await saveSeat(unassigned);
    return unassigned;
  };

  const isMidExamNow = async (run: Run, seat: Seat): Promise<boolean> => {
    const exam = await examViewOf(storage, run, seat, clock.now());
    return exam !== null && isMidExam(exam.parts);
  };

  /** Whether the seat may not be left for another: what was begun there goes on at this device. */
  const isKept = async (run: Run, seat: Seat): Promise<boolean> => {
    if (run.plan.homework === undefined) return await hasBegun(seat);
    const isDrilling = (await drillsOf(seat)).some(({ state }) => state !== 'ended');
    return isDrilling || (await isMidExamNow(run, seat));
  };

  /**
   * Takes the device from its other seat in this run. Where it has begun a drill there, it stays and that seat's name is
   * returned; else null. Homework is done one after the other at a shared machine: there only a drill that is going on
   * keeps the seat, and an exam of parts from its first part begun until all is sat.
   */
  const leaveOtherSeat = async (run: Run, guest: string, keptSeatId: string): Promise<string | null> => {
    const otherSeat = (await runs.seats(run.id)).find((one) => one.guest === guest && one.id !== keptSeatId);
    if (otherSeat === undefined) return null;
    if (await isKept(run, otherSeat)) return otherSeat.name;
    await unassignDevice(otherSeat, { joinedAt: null });
    return null;
  };

  /**
   * Takes the device from seats of other trainees in lessons that are over or past the drill, and in homework and exams
   * where nothing keeps it. A school's machines are shared: the next trainee must not read what others did there (RULES M6).
   */
  const leaveStrangersSeats = async (guest: string, newSeat: Seat): Promise<void> => {
    const ofDrills = (await storage.drillsOf(guest, null)).map(({ place }) => place?.seat ?? '');
    for (const id of new Set([
      ...ofDrills,
      ...(await storage.papers.seatsSat(guest, null)),
      ...(await storage.exams.seatsHeld(guest, null)),
    ])) {
      const seat = await runs.seat(id);
      const run = seat === null ? null : await runs.run(seat.run);
      if (seat === null || run === null || seat.guest !== guest || isSameTrainee(seat, newSeat)) continue;
      const isDone =
        run.plan.homework === undefined ? !['join', 'card', 'drill'].includes(run.stage) : !(await isKept(run, seat));
      if (run.endedAt !== null || isDone) await unassignDevice(seat, {});
    }
  };

  const take = async (run: Run, seat: Seat, guest: string): Promise<Reply<Seat>> => {
    const begunSeatName = await leaveOtherSeat(run, guest, seat.id);
    if (begunSeatName !== null) return refusedDevice(begunSeatName);
    const takenSeat = { ...seat, guest, joinedAt: seat.joinedAt ?? clock.now(), askingGuest: null, refusedGuest: null };
    if (!(await saveSeat(takenSeat))) return refusedDevice(seat.name);
    if ((await drillsOf(takenSeat)).length > 0) await runner.handOver(seat.id, guest);
    await leaveStrangersSeats(guest, takenSeat);
    await noteArrival(run, takenSeat);
    return { ok: true, value: takenSeat };
  };

  return { saveSeat, hasBegun, isMidExam: isMidExamNow, movesFreely: movesNow, noteArrival, take, unassignDevice };
};

/** Whether two seats, of one run or of two, belong to the same trainee, as far as names and accounts can tell. */
const isSameTrainee = (a: Seat, b: Seat): boolean =>
  a.school === b.school && (a.name === b.name || (a.person !== null && a.person === b.person));
