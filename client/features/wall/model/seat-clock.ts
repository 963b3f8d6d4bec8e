import { useWallClock } from './wall-clock.ts';
import { drillTimeAt, useWatched } from './watch-store.ts';

/** Begun seconds since a moment of the watched drill; `since` null: answered. */
export const useWatchedSeconds = (since: number | null): number | null =>
  useWallClock(({ now }) =>
    since === null ? null : Math.max(0, Math.ceil((drillTimeAt(useWatched.getState(), now) - since) / 1000)),
  );
