import { withSeatsLock } from '#classroom/lesson/run-locks.ts';
import type { RunTimers } from '#classroom/lesson/run-timers.ts';
import { isSeatOf, joinBody, runView, seatBody } from '#classroom/lesson/seat-body.ts';
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
  door(code: string, principal: Principal): Promise<Reply<JoinBody>>;
  /** Takes a free seat, or asks for a taken one. */
  join(code: string, principal: Joining, wish: Wish): Promise<Reply<SeatBody>>;
  body(seatId: string, principal: Principal): Promise<Reply<SeatBody>>;
  /** Opens the next attempt. */
  again(seatId: string, principal: Principal): Promise<Reply<SeatBody>>;
  approve(seatId: string, by: string): Promise<Reply<null>>;
  refuse(seatId: string, by: string): Promise<Reply<null>>;
  /** Unties the device. Whoever comes next gets the seat and its drills. */
  release(seatId: string, by: string): Promise<Reply<null>>;
  /**
   * Called when a seat's trainee has come: opens the drill or answer that belongs to the run's stage, unless the seat
   * has it.
   */
  came(run: Run, seat: Seat): Promise<void>;
};

export function createSeats({ storage, runner, clock }: HolderNeeds, parts: Parts): Seats {
  const { bells, opener } = parts;
  const { runs } = storage;
  const holders = createSeatHolders({ storage, runner, clock }, parts);
  const { write, take, untie } = holders;

  const show = async (seatId: string, principal: Principal): Promise<Reply<SeatBody>> => {
    const seat = await runs.seat(seatId);
    const run = seat === null ? null : await runs.run(seat.run);
    if (seat === null || run === null) return refused('unknown-seat');
    return { ok: true, value: await seatBody(storage, await runView(storage, run, clock.now()), seat, principal) };
  };

  /** Runs a teacher's command on a seat, unless the run is over. */
  const rule = async (seatId: string, act: (run: Run, seat: Seat) => Promise<Reply<unknown>>): Promise<Reply<null>> => {
    const seat = await runs.seat(seatId);
    const run = seat === null ? null : await runs.run(seat.run);
    if (seat === null || run === null) return refused('unknown-seat');
    if (run.endedAt !== null) return refused('run-over');
    const reply = await withSeatsLock(storage, run.id, async () => act(run, (await runs.seat(seatId)) ?? seat));
    return reply.ok ? { ok: true, value: null } : reply;
  };
  const log = (run: Run, by: string, kind: 'approve' | 'refuse' | 'release', seat: Seat): Promise<void> =>
    runs.addLog(entryOf(run, clock.now(), by, kind, seat.id));

  /** The seat that the principal holds or asks for now. */
  const takeOrAsk = async (run: Run, { guest, person }: Joining, wish: Wish): Promise<Reply<Seat>> => {
    const wished = await seatWished(storage, holders, run, guest, wish);
    if (!wished.ok || wished.value.guest === guest) return wished;
    const seat = wished.value;
    const isOwn = person !== null && seat.person === person.id;
    const shut = closedTo(run);
    if (shut !== null && !(isOwn && seat.guest !== null)) return refused(shut);
    if (seat.guest === null || isOwn) return take(run, seat, guest);
    const refusedGuest = seat.refusedGuest === guest ? null : seat.refusedGuest;
    await write({ ...seat, askingGuest: guest, refusedGuest });
    return { ok: true, value: seat };
  };

  return {
    door: async (code, principal) => {
      const run = await runs.runByCode(code);
      return run === null ? refused('unknown-code') : { ok: true, value: await joinBody(storage, run, principal) };
    },
    join: async (code, principal, wish) => {
      await bells.check();
      const run = await runs.runByCode(code);
      if (run === null) return refused('unknown-code');
      const seat = await withSeatsLock(storage, run.id, () => takeOrAsk(run, principal, wish));
      return seat.ok ? await show(seat.value.id, principal) : seat;
    },
    body: show,
    again: async (seatId, principal) => {
      await bells.check();
      const seat = await runs.seat(seatId);
      if (seat === null || !isSeatOf(principal, seat)) return refused('unknown-seat');
      const opened = await opener.open(seatId, null);
      return opened.ok ? await show(seatId, principal) : opened;
    },
    approve: (seatId, by) =>
      rule(seatId, async (run, seat) => {
        if (seat.askingGuest === null) return refused('seat-not-asking');
        const taken = await take(run, seat, seat.askingGuest);
        if (taken.ok) await log(run, by, 'approve', seat);
        return taken;
      }),
    refuse: (seatId, by) =>
      rule(seatId, async (run, seat) => {
        if (seat.askingGuest === null) return refused('seat-not-asking');
        await write({ ...seat, askingGuest: null, refusedGuest: seat.askingGuest });
        await log(run, by, 'refuse', seat);
        return { ok: true, value: null };
      }),
    release: (seatId, by) =>
      rule(seatId, async (run, seat) => {
        if (seat.guest !== null) await untie(seat, {});
        await log(run, by, 'release', seat);
        return { ok: true, value: null };
      }),
    came: holders.came,
  };
}
