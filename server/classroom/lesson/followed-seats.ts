import type { Clock } from '#common/clock.ts';
import { moodWord } from '#drills/present/present-parts.ts';
import type { DrillObserver, DrillRecords } from '#drills/runner/ports.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';
import { looksSame } from '#wall/looks-same.ts';
import { advance, noticeLates, readSeatDrill, type SeatDrill } from '#wall/seat-drill.ts';

/** What hangs from a seat: its latest attempt, and its answer to the latest replay task. */
export type FollowedSeat = { drill: SeatDrill | null; attempt: number; redo: { id: string; done: boolean } | null };

export type FollowedSeats = {
  of(seatId: string): Readonly<FollowedSeat>;
  add(row: DrillRow): void;
  /** Whether the seat's tile looks otherwise now. */
  happened(...told: Parameters<DrillObserver['happened']>): boolean;
  /** Puts on record whoever has waited too long by now; the seats where there was anybody. */
  noticeLates(now: number): string[];
};

type Needs = { storage: Pick<Storage, 'read'>; runner: Pick<DrillRecords, 'record'>; clock: Pick<Clock, 'now'> };

const untouched: FollowedSeat = { drill: null, attempt: 0, redo: null };

/** The seats of one run: each drill read once from its log, then followed event by event. */
export function createFollowedSeats({ storage, runner, clock }: Needs): FollowedSeats {
  const seats = new Map<string, FollowedSeat>();

  const entryOf = (seatId: string): FollowedSeat => {
    const entry = seats.get(seatId) ?? { ...untouched };
    seats.set(seatId, entry);
    return entry;
  };

  const readDrill = (drillId: string): SeatDrill | null => {
    const record = runner.record(drillId);
    return record === null ? null : readSeatDrill(drillId, record.content, storage.read(drillId, 0));
  };

  return {
    of: (seatId) => seats.get(seatId) ?? untouched,
    add: ({ id, place, state }) => {
      if (place === null) return;
      const entry = entryOf(place.seat);
      if (place.redo !== null) {
        entry.redo = { id: place.redo, done: state === 'ended' };
      } else if (entry.drill?.id !== id) {
        entry.attempt += 1;
        entry.drill = readDrill(id);
      }
    },
    happened: ({ id, place }, events, { drill: { seq }, now }) => {
      if (place === null) return false;
      const entry = entryOf(place.seat);
      if (place.redo !== null) {
        entry.redo = { id: place.redo, done: events.some(({ kind }) => kind === 'drill-ended') };
        return true;
      }
      if (entry.drill?.id === id && entry.drill.seq + events.length === seq) {
        const before = entry.drill.state;
        advance(entry.drill, events, { wallAt: clock.now(), drillAt: now });
        return !looksSame(before, entry.drill.state, moodWord);
      }
      // First heard of, or something was missed: the log has it all.
      if (entry.drill?.id !== id) entry.attempt += 1;
      entry.drill = readDrill(id);
      return true;
    },
    noticeLates: (now) =>
      [...seats].flatMap(([seatId, { drill }]) => (drill !== null && noticeLates(drill, now) ? [seatId] : [])),
  };
}
