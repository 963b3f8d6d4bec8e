import type { Clock } from '#common/clock.ts';
import type { Seat } from '#storage/runs.ts';
import type { Attending } from './peers.ts';

export type Presence = {
  /** Whether anybody is there: at a desk, or with the seat's page open. */
  isHere(seat: Seat): boolean;
  /** When the last one left, epoch milliseconds; null when somebody is there or when it isn't known, as after a restart. */
  lostAt(seatId: string): number | null;
  desk(seatId: string, drillId: string, there: boolean): void;
  /** The seat's tabs, or whose seat it is, have changed. */
  tab(seat: Seat): void;
  /** Who attends the seat on this node. */
  here(seat: Seat): Attending[];
  /** Somebody came or went on another node. */
  elsewhere(node: string, attending: Attending, isThere: boolean): void;
  /** Nobody attends on that node any more (null: on any other). Gives the seats where somebody did. */
  nodeLeft(node: string | null): string[];
};

/** Tracks which seats have somebody there, and since when the others haven't. */
export function createPresence(clock: Clock, hasTab: (seat: Seat) => boolean): Presence {
  const desks = new Map<string, Set<string>>();
  const lost = new Map<string, number>();
  /** Node and what is attended there, for each seat. */
  const elsewhere = new Map<string, Set<string>>();
  /** As they were last heard of: a desk's coming and going names the seat alone. */
  const seats = new Map<string, Seat>();

  const isHere = (seatId: string): boolean => {
    const seat = seats.get(seatId);
    return desks.has(seatId) || elsewhere.has(seatId) || (seat !== undefined && hasTab(seat));
  };
  const noteChange = (seatId: string): void => {
    if (isHere(seatId)) lost.delete(seatId);
    else if (!lost.has(seatId)) lost.set(seatId, clock.now());
  };
  const setElsewhere = (seatId: string, places: Set<string>): void => {
    if (places.size > 0) elsewhere.set(seatId, places);
    else elsewhere.delete(seatId);
    noteChange(seatId);
  };
  return {
    here: (seat) => [
      ...[...(desks.get(seat.id) ?? [])].map((drill) => ({ seat: seat.id, by: drill })),
      ...(hasTab(seat) ? [{ seat: seat.id, by: 'tab' }] : []),
    ],
    elsewhere: (node, { seat, by }, isThere) => {
      const places = new Set(elsewhere.get(seat));
      if (isThere) places.add(`${node} ${by}`);
      else places.delete(`${node} ${by}`);
      setElsewhere(seat, places);
    },
    nodeLeft: (node) =>
      [...elsewhere].flatMap(([seatId, places]) => {
        const left = [...places].filter((place) => node !== null && !place.startsWith(`${node} `));
        if (left.length === places.size) return [];
        setElsewhere(seatId, new Set(left));
        return [seatId];
      }),
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
