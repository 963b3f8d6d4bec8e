import type { Clock } from '#common/clock.ts';
import type { Seat } from '#storage/runs.ts';
import type { Attendance } from './peers.ts';

export type Presence = {
  /** Whether anybody is there: at a desk, or with the seat's page open. */
  isHere(seat: Seat): boolean;
  /** When the last one left, epoch milliseconds; null when somebody is there or when it isn't known, as after a restart. */
  lostAt(seatId: string): number | null;
  setAtDesk(seatId: string, drillId: string, isThere: boolean): void;
  /** The seat's tabs, or whose seat it is, have changed. */
  tabsChanged(seat: Seat): void;
  /** Who attends the seat on this node. */
  attendingHere(seat: Seat): Attendance[];
  /** Somebody came or went on another node. */
  setAttendingElsewhere(node: string, attending: Attendance, isThere: boolean): void;
  /** Nobody attends on that node any more (null: on any other). Gives the seats where somebody did. */
  nodeLeft(node: string | null): string[];
};

/** Tracks which seats have somebody there, and since when the others haven't. */
export const createPresence = (clock: Clock, hasTab: (seat: Seat) => boolean): Presence => {
  const drillsAtDesk = new Map<string, Set<string>>();
  const lostAtBySeat = new Map<string, number>();
  /** Node and what is attended there, for each seat. */
  const placesElsewhere = new Map<string, Set<string>>();
  /** As they were last heard of: a desk's coming and going names the seat alone. */
  const seats = new Map<string, Seat>();

  const isHere = (seatId: string): boolean => {
    const seat = seats.get(seatId);
    return drillsAtDesk.has(seatId) || placesElsewhere.has(seatId) || (seat !== undefined && hasTab(seat));
  };
  const noteChange = (seatId: string): void => {
    if (isHere(seatId)) lostAtBySeat.delete(seatId);
    else if (!lostAtBySeat.has(seatId)) lostAtBySeat.set(seatId, clock.now());
  };
  const setPlacesElsewhere = (seatId: string, places: Set<string>): void => {
    if (places.size > 0) placesElsewhere.set(seatId, places);
    else placesElsewhere.delete(seatId);
    noteChange(seatId);
  };
  return {
    attendingHere: (seat) => [
      ...[...(drillsAtDesk.get(seat.id) ?? [])].map((drill) => ({ seat: seat.id, by: drill })),
      ...(hasTab(seat) ? [{ seat: seat.id, by: 'tab' }] : []),
    ],
    setAttendingElsewhere: (node, { seat, by }, isThere) => {
      const places = new Set(placesElsewhere.get(seat));
      if (isThere) places.add(`${node} ${by}`);
      else places.delete(`${node} ${by}`);
      setPlacesElsewhere(seat, places);
    },
    nodeLeft: (node) =>
      [...placesElsewhere].flatMap(([seatId, places]) => {
        const remaining = [...places].filter((place) => node !== null && !place.startsWith(`${node} `));
        if (remaining.length === places.size) return [];
        setPlacesElsewhere(seatId, new Set(remaining));
        return [seatId];
      }),
    isHere: (seat) => {
      seats.set(seat.id, seat);
      return isHere(seat.id);
    },
    lostAt: (seatId) => lostAtBySeat.get(seatId) ?? null,
    setAtDesk: (seatId, drillId, isThere) => {
      const drills = drillsAtDesk.get(seatId) ?? new Set<string>();
      if (isThere) drills.add(drillId);
      else drills.delete(drillId);
      if (drills.size > 0) drillsAtDesk.set(seatId, drills);
      else drillsAtDesk.delete(seatId);
      noteChange(seatId);
    },
    tabsChanged: (seat) => {
      seats.set(seat.id, seat);
      noteChange(seat.id);
    },
  };
};
