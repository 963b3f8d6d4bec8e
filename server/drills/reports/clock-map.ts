import type { DrillEvent, DrillMs } from '#engine/model/events.ts';

/**
 * Ties drill time to wall time (RULES C1): at `wallAt` it was `drillAt`, and drill time runs on from there or stands
 * still.
 * When it stands, `wallAt` is the moment it stopped.
 */
export type ClockMap = {
  wallAt: number;
  drillAt: DrillMs;
  running: boolean;
  /**
   * Milliseconds of wall time the clock has stood for lost connections, and since when it does now. An exam limits them
   * (RULES C4).
   */
  lostMs: number;
  lostSince: number | null;
};

/** Before a drill's first event. */
export const startOfMap = (wallAt: number): ClockMap => ({
  wallAt,
  drillAt: 0,
  running: false,
  lostMs: 0,
  lostSince: null,
});

/** Drill time at a moment of wall time; for a moment before the last start, drill time at that start. */
export const drillTime = (map: ClockMap, wall: number): DrillMs =>
  map.running ? map.drillAt + Math.max(0, Math.round(wall - map.wallAt)) : map.drillAt;

/** Wall time at which a running drill reaches a drill time. */
export const wallTime = (map: ClockMap, at: DrillMs): number => map.wallAt + (at - map.drillAt);

/** The map after events caused at `wall`. A stop while the clock stands changes the reason, not the moment it stopped. */
export function advance(map: ClockMap, events: readonly DrillEvent[], wall: number): ClockMap {
  // One copy for all events: a start of the server advances the map of every drill that ran through its whole log.
  const next = { ...map };
  for (const event of events) {
    if (event.kind === 'clock-started') {
      addLostTime(next, wall);
      next.wallAt = wall;
      next.drillAt = event.at;
      next.running = true;
    } else if (event.kind === 'clock-stopped') {
      const stoppedAt = next.running ? wallTime(next, event.at) : wall;
      if (next.running) {
        next.wallAt = stoppedAt;
        next.running = false;
      } else addLostTime(next, wall);
      next.drillAt = event.at;
      if (event.why === 'connection') next.lostSince = stoppedAt;
    } else if (event.kind === 'drill-ended' && next.running) {
      next.wallAt = wallTime(next, event.at);
      next.drillAt = event.at;
      next.running = false;
    } else if (!next.running) {
      next.drillAt = event.at;
    }
  }
  return next;
}

const addLostTime = (own: ClockMap, wall: number): void => {
  if (own.lostSince === null) return;
  own.lostMs += Math.max(0, wall - own.lostSince);
  own.lostSince = null;
};

/** Wall time of a batch's last event; `after` is the map after the batch. */
export function wallOfLast(after: ClockMap, events: readonly DrillEvent[], wall: number): number {
  const last = events.at(-1);
  return after.running && last !== undefined ? wallTime(after, last.at) : wall;
}
