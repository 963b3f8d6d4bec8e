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
export const initialClockMap = (wallAt: number): ClockMap => ({
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
export const advance = (map: ClockMap, events: readonly DrillEvent[], wall: number): ClockMap => {
  // One copy for all events: a start of the server advances the map of every drill that ran through its whole log. Field
  // by field, since a copy of a copy made by `...` takes V8 several times as long (engine/state/new-conversation.ts).
  const { wallAt, drillAt, running, lostMs, lostSince } = map;
  const nextMap = { wallAt, drillAt, running, lostMs, lostSince };
  for (const event of events) {
    if (event.kind === 'clock-started') {
      addLostTime(nextMap, wall);
      nextMap.wallAt = wall;
      nextMap.drillAt = event.at;
      nextMap.running = true;
    } else if (event.kind === 'clock-stopped') {
      const stoppedAt = nextMap.running ? wallTime(nextMap, event.at) : wall;
      if (nextMap.running) {
        nextMap.wallAt = stoppedAt;
        nextMap.running = false;
      } else addLostTime(nextMap, wall);
      nextMap.drillAt = event.at;
      if (event.why === 'connection') nextMap.lostSince = stoppedAt;
    } else if (event.kind === 'drill-ended' && nextMap.running) {
      nextMap.wallAt = wallTime(nextMap, event.at);
      nextMap.drillAt = event.at;
      nextMap.running = false;
    } else if (!nextMap.running) {
      nextMap.drillAt = event.at;
    }
  }
  return nextMap;
};

const addLostTime = (map: ClockMap, wall: number): void => {
  if (map.lostSince === null) return;
  map.lostMs += Math.max(0, wall - map.lostSince);
  map.lostSince = null;
};

/** Wall time of a batch's last event; `after` is the map after the batch. */
export const wallOfLast = (after: ClockMap, events: readonly DrillEvent[], wall: number): number => {
  const last = events.at(-1);
  return after.running && last !== undefined ? wallTime(after, last.at) : wall;
};
