import type { Logger } from 'pino';
import { moodWord } from '#drills/present/present-parts.ts';
import { advance as advanceMap, initialClockMap } from '#drills/reports/clock-map.ts';
import type { DrillRecords } from '#drills/runner/ports.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';
import { looksSame } from '#wall/looks-same.ts';
import { advance, contradictsWaits, newSeatDrill, recordDrillWaits, type SeatDrill } from '#wall/seat-drill.ts';
import type { DrillMoment } from './peers.ts';

/** What hangs from a seat: its latest attempt, and its answer to the latest replay task. */
export type FollowedSeat = { drill: SeatDrill | null; attempt: number; redo: { id: string; done: boolean } | null };

export type FollowedSeats = {
  of(seatId: string): Readonly<FollowedSeat>;
  /** Takes in a drill as its row and its log say. Those of a seat come in order of their opening. */
  add(row: DrillRow): Promise<void>;
  /** Whether the seat's tile looks different now. Where the log must be read for that, `onReread` is called later. */
  happened(row: DrillRow, events: readonly DrillEvent[], standing: DrillMoment): boolean;
  /** Records the waits that have become too long by now; returns the seats that have any. `now`: epoch milliseconds. */
  recordOverdueWaits(now: number): string[];
};

type Needs = {
  storage: Pick<Storage, 'read'>;
  runner: Pick<DrillRecords, 'content'>;
  logger: Logger;
};
/** A drill whose log is being read. `isStale`: something happened meanwhile, so that it must be read once more. */
type Reading = { id: string; isStale: boolean };
/** `latestDrillId`: the drill of the seat's latest attempt, whether its log has been read or not. */
type Entry = FollowedSeat & { latestDrillId: string | null; reading: Reading | null };

const EMPTY_ENTRY: Entry = { drill: null, attempt: 0, redo: null, latestDrillId: null, reading: null };

/**
 * The seats of one run: each drill is read once from its log, then followed event by event. `onReread` is called after
 * the log of a seat's drill was read again.
 */
export const createFollowedSeats = (
  { storage, runner, logger }: Needs,
  onReread: (seatId: string) => void,
): FollowedSeats => {
  const seats = new Map<string, Entry>();

  const entryOf = (seatId: string): Entry => {
    const entry = seats.get(seatId) ?? { ...EMPTY_ENTRY };
    seats.set(seatId, entry);
    return entry;
  };

  const readDrill = async (drillId: string): Promise<SeatDrill | null> => {
    const content = await runner.content(drillId);
    if (content === null) return null;
    const rows = await storage.read(drillId, 0);
    const drill = newSeatDrill(drillId, content, initialClockMap(rows[0]?.at ?? 0));
    for (const { at, events } of rows) advance(drill, events, advanceMap(drill.map, events, at));
    return drill;
  };

  /** The seat's drill is this one from now on, as its log says. */
  const follow = async (entry: Entry, id: string): Promise<void> => {
    if (entry.latestDrillId !== id) entry.attempt += 1;
    entry.latestDrillId = id;
    const reading: Reading = { id, isStale: false };
    entry.reading = reading;
    try {
      let drill: SeatDrill | null;
      do {
        reading.isStale = false;
        drill = await readDrill(id);
      } while (reading.isStale && entry.reading === reading);
      if (entry.reading === reading) entry.drill = drill;
    } finally {
      if (entry.reading === reading) entry.reading = null;
    }
  };

  return {
    of: (seatId) => seats.get(seatId) ?? EMPTY_ENTRY,
    add: async ({ id, place, state }) => {
      if (place === null) return;
      const entry = entryOf(place.seat);
      if (place.redo === null) await follow(entry, id);
      else entry.redo = { id: place.redo, done: state === 'ended' };
    },
    happened: ({ id, place }, events, { drill: { seq }, map }) => {
      if (place === null) return false;
      const entry = entryOf(place.seat);
      if (place.redo !== null) {
        entry.redo = { id: place.redo, done: events.some(({ kind }) => kind === 'drill-ended') };
        return true;
      }
      if (entry.reading?.id === id) {
        entry.reading.isStale = true;
        return false;
      }
      const isNext = entry.drill?.id === id && entry.drill.seq + events.length === seq;
      if (entry.drill !== null && isNext && !contradictsWaits(entry.drill, events)) {
        const stateBefore = entry.drill.state;
        advance(entry.drill, events, map);
        return !looksSame(stateBefore, entry.drill.state, moodWord);
      }
      // The drill is new here, events were missed, or a wait counted as late that was none: the log has all of it.
      follow(entry, id).then(
        () => onReread(place.seat),
        (error: unknown) => logger.error({ err: error, drill: id }, 'drill not read for the wall'),
      );
      return false;
    },
    recordOverdueWaits: (now) =>
      [...seats].flatMap(([seatId, { drill }]) => (drill !== null && recordDrillWaits(drill, now) ? [seatId] : [])),
  };
};
