import type { LeadReads } from '#classroom/lead-seats/lead-requests.ts';
import type { HomeworkWindows } from '#classroom/lesson/homework-window.ts';
import { withSeatsLock } from '#classroom/lesson/run-locks.ts';
import type { RunTimers } from '#classroom/lesson/run-timers.ts';
import { isSeatOf, joinBody, runView, seatBody } from '#classroom/lesson/seat-body.ts';
import { entryOf } from '#classroom/run-log/run-entries.ts';
import type { Principal } from '#common/access.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { WaitingHomework } from '#contract/homework/homework.ts';
import type { JoinBody, SeatBody } from '#contract/runs.ts';
import type { Run, Seat } from '#storage/runs.ts';
import { createSeatHolders, type HolderNeeds, type HolderParts } from './seat-holders.ts';
import { joinRefusal, lateRefusal, type SeatWish, seatWished } from './seat-wish.ts';
import { waitingHomework } from './waiting-homework.ts';

type Parts = HolderParts & { runTimers: RunTimers; homework: HomeworkWindows };
/** A principal that joins: its device has a cookie by now. */
export type JoiningPrincipal = Principal & { guest: string };

export type Seats = {
  /** The run behind a code, as somebody who hasn't joined may see it. */
  joinPage(code: string, principal: Principal): Promise<Reply<JoinBody>>;
  /** Takes a free seat, or asks for a taken one. */
  join(code: string, principal: JoiningPrincipal, wish: SeatWish): Promise<Reply<SeatBody>>;
  body(seatId: string, principal: Principal): Promise<Reply<SeatBody>>;
  /** Opens the next attempt. */
  openNextAttempt(seatId: string, principal: Principal): Promise<Reply<SeatBody>>;
  approve(seatId: string, staffId: string): Promise<Reply<null>>;
  refuse(seatId: string, staffId: string): Promise<Reply<null>>;
  /** Takes the seat from its device. Whoever comes next gets the seat and its drills. */
  release(seatId: string, staffId: string): Promise<Reply<null>>;
  /** Gives the seat a due time of its own for its homework. */
  extend(seatId: string, staffId: string, dueAt: number): Promise<Reply<null>>;
  /** Homework that waits for whoever asks, the soonest due first. */
  waiting(principal: Principal): Promise<WaitingHomework[]>;
  /**
   * Called when a seat's trainee has come: opens the drill or answer that belongs to the run's stage, unless the seat
   * has it.
   */
  noteArrival(run: Run, seat: Seat): Promise<void>;
};

export const createSeats = (needs: HolderNeeds & LeadReads, parts: Parts): Seats => {
  const { storage, runner, clock } = needs;
  const { runTimers, opener, homework } = parts;
  const { runs } = storage;
  const holders = createSeatHolders({ storage, runner, clock }, parts);
  const { saveSeat, take, unassignDevice } = holders;

  const bodyOf = async (seatId: string, principal: Principal): Promise<Reply<SeatBody>> => {
    const seat = await runs.seat(seatId);
    const run = seat === null ? null : await runs.run(seat.run);
    if (seat === null || run === null) return refused('unknown-seat');
    return { ok: true, value: await seatBody(needs, await runView(storage, run, clock.now()), seat, principal) };
  };

  /** Runs a teacher's command on a seat, unless the run is over. */
  const changeSeat = async (
    seatId: string,
    change: (run: Run, seat: Seat) => Promise<Reply<unknown>>,
  ): Promise<Reply<null>> => {
    const seat = await runs.seat(seatId);
    const run = seat === null ? null : await runs.run(seat.run);
    if (seat === null || run === null) return refused('unknown-seat');
    if (run.endedAt !== null) return refused('run-over');
    const reply = await withSeatsLock(storage, run.id, async () => change(run, (await runs.seat(seatId)) ?? seat));
    return reply.ok ? { ok: true, value: null } : reply;
  };
  const addEntry = (run: Run, staffId: string, kind: 'approve' | 'refuse' | 'release', seat: Seat): Promise<void> =>
    runs.addLog(entryOf(run, clock.now(), staffId, kind, seat.id));

  /** The seat that the principal holds or asks for now. */
  const takeOrAsk = async (run: Run, { guest, person }: JoiningPrincipal, wish: SeatWish): Promise<Reply<Seat>> => {
    const wantedSeat = await seatWished({ runs, now: clock.now() }, holders, run, guest, wish);
    if (!wantedSeat.ok || wantedSeat.value.guest === guest) return wantedSeat;
    const seat = wantedSeat.value;
    const isOwn = person !== null && seat.person === person.id;
    const refusal = joinRefusal(run) ?? (seat.joinedAt === null ? lateRefusal(run, clock.now()) : null);
    if (refusal !== null && !(isOwn && seat.guest !== null)) return refused(refusal);
    // While a paper is being sat, its own trainee's second device asks, too (RULES X3).
    const isPaper = run.plan.paper !== undefined || run.plan.exam !== undefined;
    const isSat = isPaper && run.stage === 'drill' && (await holders.hasBegun(seat));
    // Between two parts, too, and where no device has the seat: who sits there the teacher sees (RULES O28).
    const isFree = seat.guest === null && !(await holders.isMidExam(run, seat));
    if (isFree || (isOwn && !isSat)) return take(run, seat, guest);
    if (seat.refusedGuest !== guest && (await holders.movesFreely(run, seat))) {
      const moved = await take(run, seat, guest);
      if (moved.ok) await runs.addLog(entryOf(run, clock.now(), null, 'moved', seat.id));
      return moved;
    }
    const refusedGuest = seat.refusedGuest === guest ? null : seat.refusedGuest;
    await saveSeat({ ...seat, askingGuest: guest, refusedGuest });
    return { ok: true, value: seat };
  };

  return {
    joinPage: async (code, principal) => {
      const run = await runs.runByCode(code);
      return run === null
        ? refused('unknown-code')
        : { ok: true, value: await joinBody(storage, run, principal, clock.now()) };
    },
    join: async (code, principal, wish) => {
      await runTimers.checkForSleep();
      const run = await runs.runByCode(code);
      if (run === null) return refused('unknown-code');
      const seat = await withSeatsLock(storage, run.id, () => takeOrAsk(run, principal, wish));
      return seat.ok ? await bodyOf(seat.value.id, principal) : seat;
    },
    body: bodyOf,
    openNextAttempt: async (seatId, principal) => {
      await runTimers.checkForSleep();
      const seat = await runs.seat(seatId);
      if (seat === null || !isSeatOf(principal, seat)) return refused('unknown-seat');
      const drill = await opener.open(seatId, null);
      const run = await runs.run(seat.run);
      // It may last no longer than the sitting (RULES O30).
      if (drill.ok && run?.plan.exam?.sitting !== undefined) await homework.settle(run);
      return drill.ok ? await bodyOf(seatId, principal) : drill;
    },
    approve: (seatId, staffId) =>
      changeSeat(seatId, async (run, seat) => {
        if (seat.askingGuest === null) return refused('seat-not-asking');
        const result = await take(run, seat, seat.askingGuest);
        if (result.ok) await addEntry(run, staffId, 'approve', seat);
        return result;
      }),
    refuse: (seatId, staffId) =>
      changeSeat(seatId, async (run, seat) => {
        if (seat.askingGuest === null) return refused('seat-not-asking');
        await saveSeat({ ...seat, askingGuest: null, refusedGuest: seat.askingGuest });
        await addEntry(run, staffId, 'refuse', seat);
        return { ok: true, value: null };
      }),
    release: (seatId, staffId) =>
      changeSeat(seatId, async (run, seat) => {
        if (seat.guest !== null) await unassignDevice(seat, {});
        await addEntry(run, staffId, 'release', seat);
        return { ok: true, value: null };
      }),
    extend: (seatId, staffId, dueAt) =>
      changeSeat(seatId, async (run, seat) => {
        if (run.plan.contest !== undefined) return refused('contest-run');
        const refusal = await homework.extendSeat(run, seat, dueAt, staffId);
        return refusal === null ? { ok: true, value: null } : refused(refusal);
      }),
    waiting: (principal) => waitingHomework(storage, principal, clock.now()),
    noteArrival: holders.noteArrival,
  };
};
