/**
 * One tick a second for everything on the wall that counts: waits, the bell, "12 seconds ago". Monotonic milliseconds.
 * It stands still while the connection is down, so that old figures don't look live.
 */
import { create } from 'zustand';

const TICK_MS = 1000;

export const useWallClock = create<{ now: number }>(() => ({ now: 0 }));

/** Monotonic time at which the connection was lost. */
let pausedAtMs: number | null = null;
let timer: ReturnType<typeof setInterval> | null = null;

export const wallNow = (): number => pausedAtMs ?? performance.now();

export const tickWall = (): void => {
  const now = wallNow();
  if (now !== useWallClock.getState().now) useWallClock.setState({ now });
};

export const pauseWallClock = (): void => {
  pausedAtMs ??= performance.now();
  tickWall();
};
export const resumeWallClock = (): void => {
  pausedAtMs = null;
  tickWall();
};

export const startWallClock = (): void => {
  pausedAtMs = null;
  tickWall();
  timer ??= setInterval(tickWall, TICK_MS);
};
export const stopWallClock = (): void => {
  if (timer !== null) clearInterval(timer);
  timer = null;
};
