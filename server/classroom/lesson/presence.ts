import type { Clock } from '#common/clock.ts';

export type Presence = {
  /** Whether anybody is there: at a desk, or with the seat's page open. */
  isHere(seatId: string): boolean;
  /** When the last one left, epoch milliseconds; null when somebody is there or when it isn't known, as after a restart. */
  lostAt(seatId: string): number | null;
  desk(seatId: string, drillId: string, there: boolean): void;
  tab(seatId: string): void;
};

/** Tracks which seats have somebody there, and since when the others haven't. */
export function createPresence(clock: Clock, hasTab: (seatId: string) => boolean): Presence {
  const desks = new Map<string, Set<string>>();
  const lost = new Map<string, number>();

  const isHere = (seatId: string): boolean => hasTab(seatId) || desks.has(seatId);
  const noteChange = (seatId: string): void => {
    if (isHere(seatId)) lost.delete(seatId);
    else if (!lost.has(seatId)) lost.set(seatId, clock.now());
  };
  return {
    isHere,
    lostAt: (seatId) => lost.get(seatId) ?? null,
    desk: (seatId, drillId, isThere) => {
      const drills = desks.get(seatId) ?? new Set<string>();
      if (isThere) drills.add(drillId);
      else drills.delete(drillId);
      if (drills.size > 0) desks.set(seatId, drills);
      else desks.delete(seatId);
      noteChange(seatId);
    },
    tab: noteChange,
  };
}
