import type { SecondsUntil } from '#client/drill/hold/hold-clock.ts';
import { drillTimeAt } from '#client/drill/model/clock-reading.ts';
import { useWallClock } from './wall-clock.ts';
import { useWatched } from './watch-store.ts';

/** Seconds since `sinceMs` of the watched drill's time, rounded up; null where `sinceMs` is null or no desk is open. */
export const useWatchedSeconds = (sinceMs: number | null): number | null =>
  useWallClock(({ now }) => {
    const { desk } = useWatched.getState();
    if (sinceMs === null || desk === null) return null;
    return Math.max(0, Math.ceil((drillTimeAt(desk.clock, now) - sinceMs) / 1000));
  });

/** Seconds until a moment of the watched drill's time; below zero since then. */
export const useWatchedSecondsUntil: SecondsUntil = (at) =>
  useWallClock(({ now }) => {
    const { desk } = useWatched.getState();
    return desk === null ? 0 : Math.ceil((at - drillTimeAt(desk.clock, now)) / 1000);
  });
