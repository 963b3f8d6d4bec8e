import type { DrillEvents, DrillTyping } from '#contract/wire-events.ts';

/** Somebody who watches a drill: one browser tab. */
export type Viewer = {
  id: string;
  sendEvents(message: DrillEvents): void;
  sendTyping(message: DrillTyping): void;
  sendTaken(message: { drillId: string }): void;
  /** The drill left this process, or can't be reached any more: the page must connect again to see it. */
  sendMoved?(): void;
};

/** `isBehind`: it still gets what it missed, piece by piece, and nothing else. */
export type DeskSeat = { viewer: Viewer; upTo: number; isBehind: boolean };

/** Who watches a drill, and which of them is its desk (RULES N6). */
export type Desk = {
  seats(): Iterable<DeskSeat>;
  isEmpty(): boolean;
  has(viewerId: string): boolean;
  isDesk(viewerId: string): boolean;
  /** Whether anybody sits at the desk. */
  isTaken(): boolean;
  seatOf(viewer: Viewer): DeskSeat;
  /** Whether this seat, and no later one of the same viewer, is still there. */
  isSeated(seatOf: DeskSeat): boolean;
  /** Makes the viewer the desk and tells the viewer that was it before. */
  take(viewer: Viewer, drillId: string): void;
  /** True when the one who left was the desk. */
  leave(viewerId: string): boolean;
  /** Tells everybody that the desk is no longer theirs and sends them away. True when one of them was the desk. */
  dismiss(drillId: string): boolean;
};

export const createDesk = (): Desk => {
  const seats = new Map<string, DeskSeat>();
  let holder: Viewer | null = null;
  return {
    seats: () => seats.values(),
    isEmpty: () => seats.size === 0,
    has: (viewerId) => seats.has(viewerId),
    isDesk: (viewerId) => holder?.id === viewerId,
    isTaken: () => holder !== null,
    seatOf: (viewer) => {
      const seat = seats.get(viewer.id) ?? { viewer, upTo: 0, isBehind: false };
      seats.set(viewer.id, seat);
      return seat;
    },
    isSeated: (seat) => seats.get(seat.viewer.id) === seat,
    take: (viewer, drillId) => {
      const previousHolder = holder;
      holder = viewer;
      if (previousHolder !== null && previousHolder.id !== viewer.id) previousHolder.sendTaken({ drillId });
    },
    leave: (viewerId) => {
      seats.delete(viewerId);
      if (holder?.id !== viewerId) return false;
      holder = null;
      return true;
    },
    dismiss: (drillId) => {
      const allSeats = [...seats.values()];
      const wasTaken = holder !== null;
      seats.clear();
      holder = null;
      for (const { viewer } of allSeats) viewer.sendTaken({ drillId });
      return wasTaken;
    },
  };
};
