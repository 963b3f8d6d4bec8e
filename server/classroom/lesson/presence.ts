import type { Clock } from '#common/clock.ts';
import type { Seat } from '#storage/runs.ts';
import type { Attendance } from './peers.ts';

export type Presence = {
  /** Whether anybody is there: at a desk, with the seat's page open, or where a customer is played. */
  isHere(seat: Seat): boolean;
  /** When the last one left, epoch milliseconds; null when somebody is there or when it isn't known, as after a restart. */
  lostAt(seatId: string): number | null;
  /** Somebody of the seat came or went on this node; its tabs are told by `tabsChanged`. */
  setAttending(attending: Attendance, isThere: boolean): void;
  /** Ids of the drills whose customer the seat plays (RULES J116), and the seats that play in one; on any node. */
  playedFrom(seatId: string): string[];
  playersOf(drillId: string): string[];
  /** The seat's tabs, or whose seat it is, have changed. */
  tabsChanged(seat: Seat): void;
  /** Who attends the seat on this node. */
  attendingHere(seat: Seat): Attendance[];
  /** Somebody came or went on another node. */
  setAttendingElsewhere(node: string, attending: Attendance, isThere: boolean): void;
  /** Nobody attends on that node any more (null: on any other). Gives the seats where somebody did. */
  nodeLeft(node: string | null): string[];
};

const PLAYING = 'plays:';
/** `by` of whoever plays the customer of a drill. */
export const byPlaying = (drillId: string): string => `${PLAYING}${drillId}`;
const drillPlayed = (by: string): string[] => (by.startsWith(PLAYING) ? [by.slice(PLAYING.length)] : []);

/** Tracks which seats have somebody there, and since when the others haven't. */
export const createPresence = (clock: Clock, hasTab: (seat: Seat) => boolean): Presence => {
  /** What is attended here beside tabs, for each seat. */
  const placesHere = new Map<string, Set<string>>();
  const lostAtBySeat = new Map<string, number>();
  /** Node and what is attended there, for each seat. */
  const placesElsewhere = new Map<string, Set<string>>();
  /** As they were last heard of: a desk's coming and going names the seat alone. */
  const seats = new Map<string, Seat>();

  const isHere = (seatId: string): boolean => {
    const seat = seats.get(seatId);
    return placesHere.has(seatId) || placesElsewhere.has(seatId) || (seat !== undefined && hasTab(seat));
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
      ...[...(placesHere.get(seat.id) ?? [])].map((by) => ({ seat: seat.id, by })),
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
    setAttending: ({ seat, by }, isThere) => {
      const places = placesHere.get(seat) ?? new Set<string>();
      if (isThere) places.add(by);
      else places.delete(by);
      if (places.size > 0) placesHere.set(seat, places);
      else placesHere.delete(seat);
      noteChange(seat);
    },
    playedFrom: (seatId) => [
      ...[...(placesHere.get(seatId) ?? [])].flatMap(drillPlayed),
      ...[...(placesElsewhere.get(seatId) ?? [])].flatMap((place) => drillPlayed(place.slice(place.indexOf(' ') + 1))),
    ],
    playersOf: (drillId) => {
      const by = byPlaying(drillId);
      const here = [...placesHere].filter(([, places]) => places.has(by));
      const elsewhere = [...placesElsewhere].filter(([, places]) => [...places].some((one) => one.endsWith(` ${by}`)));
      return [...here, ...elsewhere].map(([seatId]) => seatId);
    },
    tabsChanged: (seat) => {
      seats.set(seat.id, seat);
      noteChange(seat.id);
    },
  };
};
