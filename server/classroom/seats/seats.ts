import type { DrillOpener } from '#classroom/lesson/drill-opener.ts';
import type { ReplayTasks } from '#classroom/lesson/replay-tasks.ts';
import type { RunTimers } from '#classroom/lesson/run-timers.ts';
import { holds, joinBody, runView, seatBody } from '#classroom/lesson/seat-body.ts';
import type { Subscriptions } from '#classroom/lesson/subscriptions.ts';
import type { Walls } from '#classroom/lesson/walls.ts';
import { cleanText } from '#classroom/roster/roster-columns.ts';
import { entryOf, newId } from '#classroom/run-log/run-entries.ts';
import type { Asker } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import { type ErrorCode, failure, type Reply } from '#contract/errors.ts';
import { ROSTER_MAX } from '#contract/people.ts';
import type { JoinBody, SeatBody } from '#contract/runs.ts';
import type { DrillControl } from '#drills/runner/ports.ts';
import type { Run, Seat } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';

type Needs = { storage: Storage; runner: DrillControl; clock: Clock };
type Parts = { bells: RunTimers; opener: DrillOpener; redos: ReplayTasks; audience: Subscriptions; walls: Walls };
/** A device that joins has its cookie by then. */
export type Joining = Asker & { guest: string };
export type Wish = { seat: string } | { name: string };

export type Seats = {
  /** The run behind a code, as seen from the door. */
  door(code: string, asker: Asker): Reply<JoinBody>;
  /** Takes a free seat, or asks for a taken one. */
  join(code: string, asker: Joining, wish: Wish): Reply<SeatBody>;
  body(seatId: string, asker: Asker): Reply<SeatBody>;
  /** Opens the next attempt. */
  again(seatId: string, asker: Asker): Promise<Reply<SeatBody>>;
  approve(seatId: string, by: string): Reply<null>;
  refuse(seatId: string, by: string): Reply<null>;
  /** Unties the device; whoever comes next has the seat and what was done there. */
  release(seatId: string, by: string): Reply<null>;
  /** A seat's trainee is there: what the stage has for it and it hasn't got yet is opened. */
  came(run: Run, seat: Seat): void;
};

const LONGEST_NAME = 30;

export function createSeats({ storage, runner, clock }: Needs, parts: Parts): Seats {
  const { bells, opener, redos, audience, walls } = parts;
  const { runs } = storage;
  const refused = (code: ErrorCode, detail?: string) => ({ ok: false as const, error: failure(code, detail) });

  const drillsOf = (seat: Seat) => storage.drillsOfRun(seat.run).filter(({ place }) => place?.seat === seat.id);
  const hasBegun = (seat: Seat): boolean => drillsOf(seat).some(({ state }) => state !== 'opened');

  const write = (seat: Seat): boolean => {
    if (!runs.changeSeat(seat)) return false;
    audience.seatChanged(seat.run, seat.id);
    audience.runChanged(seat.run);
    walls.seatChanged(seat);
    return true;
  };

  const came = (run: Run, seat: Seat): void => {
    if (seat.guest === null) return;
    const own = drillsOf(seat);
    // A crash between the seat and its drills leaves them with the device before: the seat is right.
    if (own.some(({ guest }) => guest !== seat.guest)) runner.handOver(seat.id, seat.guest);
    if (run.endedAt !== null) return;
    if (run.stage === 'drill' && !own.some(({ place }) => place?.redo === null)) {
      void opener.open(seat.id, null);
    }
    redos.give(run, seat);
  };

  /** The device leaves a seat; drills there are nobody's until somebody takes it. */
  const untie = (seat: Seat, over: Partial<Seat>): Seat => {
    const next = { ...seat, guest: null, ...over };
    if (drillsOf(seat).length > 0) runner.handOver(seat.id, newId('x'));
    write(next);
    return next;
  };

  /** Why the device can't come here from the seat it has, or null: one not begun is given up. */
  const giveUp = (run: Run, guest: string, but: string): string | null => {
    const other = runs.seats(run.id).find((one) => one.guest === guest && one.id !== but);
    if (other === undefined) return null;
    if (hasBegun(other)) return other.name;
    untie(other, { joinedAt: null });
    return null;
  };

  /** A school's machines are shared: what others did there in lessons gone by isn't the next one's to read (RULES M6). */
  const leaveOthers = (guest: string, now: Seat): void => {
    for (const id of new Set(storage.drillsOf(guest, null).map(({ place }) => place?.seat ?? ''))) {
      const seat = runs.seat(id);
      const run = seat === null ? null : runs.run(seat.run);
      if (seat === null || run === null || seat.guest !== guest || isSame(seat, now)) continue;
      if (run.endedAt !== null || !['join', 'card', 'drill'].includes(run.stage)) untie(seat, {});
    }
  };

  const take = (run: Run, seat: Seat, guest: string): Reply<Seat> => {
    const other = giveUp(run, guest, seat.id);
    if (other !== null) return refused('device-has-seat', other);
    const next = { ...seat, guest, joinedAt: seat.joinedAt ?? clock.now(), askingGuest: null, refusedGuest: null };
    if (!write(next)) return refused('device-has-seat', seat.name);
    if (drillsOf(next).length > 0) runner.handOver(seat.id, guest);
    leaveOthers(guest, next);
    came(run, next);
    return { ok: true, value: next };
  };

  /** The seat a wish means; a typed name makes one, or renames the one this device has and hasn't begun. */
  const wished = (run: Run, guest: string, wish: Wish): Reply<Seat> => {
    const all = runs.seats(run.id);
    if ('seat' in wish) {
      const seat = all.find(({ id }) => id === wish.seat);
      return seat === undefined ? refused('unknown-seat') : { ok: true, value: seat };
    }
    if (run.classId !== null) return refused('unknown-seat');
    // What can't be seen makes no other name.
    const name = cleanText(wish.name);
    if (name === '' || name.length > LONGEST_NAME) return refused('bad-request', 'name');
    const mine = all.find((seat) => seat.guest === guest);
    const same = all.find((seat) => seat.name === name);
    // One that nobody holds was untied by the teacher: whoever comes under its name goes on there.
    if (same !== undefined) {
      return same === mine || same.guest === null ? { ok: true, value: same } : refused('name-taken', name);
    }
    const shut = closedTo(run);
    if (shut !== null) return refused(shut);
    if (mine !== undefined) {
      if (hasBegun(mine)) return refused('device-has-seat', mine.name);
      const renamed = { ...mine, name };
      write(renamed);
      return { ok: true, value: renamed };
    }
    if (all.length >= ROSTER_MAX) return refused('run-full');
    const seat = newSeat(run, name, (all.at(-1)?.place ?? 0) + 1);
    runs.addSeat(seat);
    return { ok: true, value: seat };
  };

  const show = (seatId: string, asker: Asker): Reply<SeatBody> => {
    const seat = runs.seat(seatId);
    const run = seat === null ? null : runs.run(seat.run);
    if (seat === null || run === null) return refused('unknown-seat');
    return { ok: true, value: seatBody(storage, runView(storage, run, clock.now()), seat, asker) };
  };

  /** A teacher's deed on a seat of a run that isn't over. */
  const ruled = (seatId: string, act: (run: Run, seat: Seat) => Reply<unknown>): Reply<null> => {
    const seat = runs.seat(seatId);
    const run = seat === null ? null : runs.run(seat.run);
    if (seat === null || run === null) return refused('unknown-seat');
    if (run.endedAt !== null) return refused('run-over');
    const done = act(run, seat);
    return done.ok ? { ok: true, value: null } : done;
  };
  const log = (run: Run, by: string, kind: 'approve' | 'refuse' | 'release', seat: Seat): void =>
    runs.addLog(entryOf(run, clock.now(), by, kind, seat.id));

  return {
    door: (code, asker) => {
      const run = runs.runByCode(code);
      return run === null ? refused('unknown-code') : { ok: true, value: joinBody(storage, run, asker) };
    },
    join: (code, asker, wish) => {
      bells.check();
      const run = runs.runByCode(code);
      if (run === null) return refused('unknown-code');
      const { guest } = asker;
      const found = wished(run, guest, wish);
      if (!found.ok) return found;
      const seat = found.value;
      if (seat.guest === guest) return show(seat.id, asker);
      const own = asker.person !== null && seat.person === asker.person.id;
      const shut = closedTo(run);
      if (shut !== null && !(own && seat.guest !== null)) return refused(shut);
      if (seat.guest === null || own) {
        const taken = take(run, seat, guest);
        return taken.ok ? show(seat.id, asker) : taken;
      }
      write({ ...seat, askingGuest: guest, refusedGuest: seat.refusedGuest === guest ? null : seat.refusedGuest });
      return show(seat.id, asker);
    },
    body: show,
    again: async (seatId, asker) => {
      bells.check();
      const seat = runs.seat(seatId);
      if (seat === null || !holds(asker, seat)) return refused('unknown-seat');
      const opened = await opener.open(seatId, null);
      return opened.ok ? show(seatId, asker) : opened;
    },
    approve: (seatId, by) =>
      ruled(seatId, (run, seat) => {
        if (seat.askingGuest === null) return refused('seat-not-asking');
        const taken = take(run, seat, seat.askingGuest);
        if (taken.ok) log(run, by, 'approve', seat);
        return taken;
      }),
    refuse: (seatId, by) =>
      ruled(seatId, (run, seat) => {
        if (seat.askingGuest === null) return refused('seat-not-asking');
        write({ ...seat, askingGuest: null, refusedGuest: seat.askingGuest });
        log(run, by, 'refuse', seat);
        return { ok: true, value: null };
      }),
    release: (seatId, by) =>
      ruled(seatId, (run, seat) => {
        if (seat.guest !== null) untie(seat, {});
        log(run, by, 'release', seat);
        return { ok: true, value: null };
      }),
    came,
  };
}

/** As far as can be told the same trainee, in this run and that. */
const isSame = (a: Seat, b: Seat): boolean =>
  a.school === b.school && (a.name === b.name || (a.person !== null && a.person === b.person));

/** Why nobody new comes in, or null. */
function closedTo(run: Run): ErrorCode | null {
  if (run.stage === 'close') return 'run-over';
  return run.locked ? 'run-locked' : null;
}

const newSeat = (run: Run, name: string, place: number): Seat => ({
  id: newId('s'),
  run: run.id,
  school: run.school,
  person: null,
  no: '',
  name,
  place,
  guest: null,
  joinedAt: null,
  askingGuest: null,
  refusedGuest: null,
});
