/**
 * One tick a second for everything on the wall that counts: waits, the bell, "12 seconds ago". Monotonic milliseconds.
 * It stands still while the connection is down, so that old figures don't look live.
 */
import { create } from 'zustand';

const TICK_MS = 1000;

export const useWallClock = create<{ now: number }>(() => ({ now: 0 }));

/** Monotonic time at which the connection was lost. */
let stoodAt: number | null = null;
let timer: ReturnType<typeof setInterval> | null = null;

export const wallNow = (): number => stoodAt ?? performance.now();

export const tickWall = (): void => {
  const now = wallNow();
  if (now !== useWallClock.getState().now) useWallClock.setState({ now });
};

export const stopWallClock = (): void => {
  stoodAt ??= performance.now();
  tickWall();
};
export const goOnWallClock = (): void => {
  stoodAt = null;
  tickWall();
};

export const openWallClock = (): void => {
  stoodAt = null;
  tickWall();
  timer ??= setInterval(tickWall, TICK_MS);
};
export const closeWallClock = (): void => {
  if (timer !== null) clearInterval(timer);
  timer = null;
};
