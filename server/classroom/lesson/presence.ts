import type { Clock } from '#common/clock.ts';
import type { Seat } from '#storage/runs.ts';

export type Presence = {
  /** Whether anybody is there: at a desk, or with the seat's page open. */
  isHere(seat: Seat): boolean;
  /** When the last one left, epoch milliseconds; null when somebody is there or when it isn't known, as after a restart. */
  lostAt(seatId: string): number | null;
  desk(seatId: string, drillId: string, there: boolean): void;
  /** The seat's tabs, or whose seat it is, have changed. */
  tab(seat: Seat): void;
};

/** Tracks which seats have somebody there, and since when the others haven't. */
export function createPresence(clock: Clock, hasTab: (seat: Seat) => boolean): Presence {
  const desks = new Map<string, Set<string>>();
  const lost = new Map<string, number>();
  /** As they were last heard of: a desk's coming and going names the seat alone. */
  const seats = new Map<string, Seat>();

  const isHere = (seatId: string): boolean => {
    const seat = seats.get(seatId);
    return desks.has(seatId) || (seat !== undefined && hasTab(seat));
  };
  const noteChange = (seatId: string): void => {
    if (isHere(seatId)) lost.delete(seatId);
    else if (!lost.has(seatId)) lost.set(seatId, clock.now());
  };
  return {
    isHere: (seat) => {
      seats.set(seat.id, seat);
      return isHere(seat.id);
    },
    lostAt: (seatId) => lost.get(seatId) ?? null,
    desk: (seatId, drillId, isThere) => {
      const drills = desks.get(seatId) ?? new Set<string>();
      if (isThere) drills.add(drillId);
      else drills.delete(drillId);
      if (drills.size > 0) desks.set(seatId, drills);
      else desks.delete(seatId);
      noteChange(seatId);
    },
    tab: (seat) => {
      seats.set(seat.id, seat);
      noteChange(seat.id);
    },
  };
}
