import type { RunTimers } from '#classroom/lesson/run-timers.ts';
import { holds, joinBody, runView, seatBody } from '#classroom/lesson/seat-body.ts';
import { entryOf } from '#classroom/run-log/run-entries.ts';
import type { Principal } from '#common/access.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { JoinBody, SeatBody } from '#contract/runs.ts';
import type { Run, Seat } from '#storage/runs.ts';
import { createSeatHolders, type HolderNeeds, type HolderParts } from './seat-holders.ts';
import { closedTo, seatWished, type Wish } from './seat-wish.ts';

type Parts = HolderParts & { bells: RunTimers };
/** A principal that joins: its device has a cookie by now. */
export type Joining = Principal & { guest: string };

export type Seats = {
  /** The run behind a code, as seen from the door. */
  door(code: string, principal: Principal): Reply<JoinBody>;
  /** Takes a free seat, or asks for a taken one. */
  join(code: string, principal: Joining, wish: Wish): Reply<SeatBody>;
  body(seatId: string, principal: Principal): Reply<SeatBody>;
  /** Opens the next attempt. */
  again(seatId: string, principal: Principal): Promise<Reply<SeatBody>>;
  approve(seatId: string, by: string): Reply<null>;
  refuse(seatId: string, by: string): Reply<null>;
  /** Unties the device. Whoever comes next gets the seat and its drills. */
  release(seatId: string, by: string): Reply<null>;
  /**
   * Called when a seat's trainee has come: opens the drill or answer that belongs to the run's stage, unless the seat
   * has it.
   */
  came(run: Run, seat: Seat): void;
};

export function createSeats({ storage, runner, clock }: HolderNeeds, parts: Parts): Seats {
  const { bells, opener } = parts;
  const { runs } = storage;
  const holders = createSeatHolders({ storage, runner, clock }, parts);
  const { write, take, untie } = holders;

  const show = (seatId: string, principal: Principal): Reply<SeatBody> => {
    const seat = runs.seat(seatId);
    const run = seat === null ? null : runs.run(seat.run);
    if (seat === null || run === null) return refused('unknown-seat');
    return { ok: true, value: seatBody(storage, runView(storage, run, clock.now()), seat, principal) };
  };

  /** Runs a teacher's command on a seat, unless the run is over. */
  const rule = (seatId: string, act: (run: Run, seat: Seat) => Reply<unknown>): Reply<null> => {
    const seat = runs.seat(seatId);
    const run = seat === null ? null : runs.run(seat.run);
    if (seat === null || run === null) return refused('unknown-seat');
    if (run.endedAt !== null) return refused('run-over');
    const reply = act(run, seat);
    return reply.ok ? { ok: true, value: null } : reply;
  };
  const log = (run: Run, by: string, kind: 'approve' | 'refuse' | 'release', seat: Seat): void =>
    runs.addLog(entryOf(run, clock.now(), by, kind, seat.id));

  return {
    door: (code, principal) => {
      const run = runs.runByCode(code);
      return run === null ? refused('unknown-code') : { ok: true, value: joinBody(storage, run, principal) };
    },
    join: (code, principal, wish) => {
      bells.check();
      const run = runs.runByCode(code);
      if (run === null) return refused('unknown-code');
      const { guest } = principal;
      const wished = seatWished(storage, holders, run, guest, wish);
      if (!wished.ok) return wished;
      const seat = wished.value;
      if (seat.guest === guest) return show(seat.id, principal);
      const isOwn = principal.person !== null && seat.person === principal.person.id;
      const shut = closedTo(run);
      if (shut !== null && !(isOwn && seat.guest !== null)) return refused(shut);
      if (seat.guest === null || isOwn) {
        const taken = take(run, seat, guest);
        return taken.ok ? show(seat.id, principal) : taken;
      }
      write({ ...seat, askingGuest: guest, refusedGuest: seat.refusedGuest === guest ? null : seat.refusedGuest });
      return show(seat.id, principal);
    },
    body: show,
    again: async (seatId, principal) => {
      bells.check();
      const seat = runs.seat(seatId);
      if (seat === null || !holds(principal, seat)) return refused('unknown-seat');
      const opened = await opener.open(seatId, null);
      return opened.ok ? show(seatId, principal) : opened;
    },
    approve: (seatId, by) =>
      rule(seatId, (run, seat) => {
        if (seat.askingGuest === null) return refused('seat-not-asking');
        const taken = take(run, seat, seat.askingGuest);
        if (taken.ok) log(run, by, 'approve', seat);
        return taken;
      }),
    refuse: (seatId, by) =>
      rule(seatId, (run, seat) => {
        if (seat.askingGuest === null) return refused('seat-not-asking');
        write({ ...seat, askingGuest: null, refusedGuest: seat.askingGuest });
        log(run, by, 'refuse', seat);
        return { ok: true, value: null };
      }),
    release: (seatId, by) =>
      rule(seatId, (run, seat) => {
        if (seat.guest !== null) untie(seat, {});
        log(run, by, 'release', seat);
        return { ok: true, value: null };
      }),
    came: holders.came,
  };
}
