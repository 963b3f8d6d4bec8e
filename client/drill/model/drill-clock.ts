/**
 * Drill time in this browser: the server's, estimated between its messages (RULES C1, C4). Screens show whole seconds
 * of it; the server alone decides what happens when.
 */
import { create } from 'zustand';

/** After this long without a connection the customers are on hold (RULES C4). */
export const GRACE_MS = 10_000;
const TICK_MS = 200;

type ClockState = { now: number };
export const useDrillClock = create<ClockState>(() => ({ now: 0 }));

let base = { now: 0, running: false, at: 0 };
/** Monotonic time at which the connection was lost. */
let lostAt: number | null = null;
let timer: ReturnType<typeof setInterval> | null = null;

const estimate = (): number => {
  if (!base.running) return base.now;
  const until = lostAt === null ? performance.now() : Math.min(performance.now(), lostAt + GRACE_MS);
  return base.now + Math.max(0, until - base.at);
};

const publish = (): void => {
  const now = estimate();
  if (now !== useDrillClock.getState().now) useDrillClock.setState({ now });
};

export const drillNow = estimate;

export const syncClock = (now: number, isRunning: boolean): void => {
  base = { now, running: isRunning, at: performance.now() };
  publish();
};

export const clockDisconnected = (): void => {
  lostAt ??= performance.now();
};
export const clockReconnected = (): void => {
  lostAt = null;
};

export const startClock = (): void => {
  base = { now: 0, running: false, at: performance.now() };
  lostAt = null;
  publish();
  timer ??= setInterval(publish, TICK_MS);
};
export const stopClock = (): void => {
  if (timer !== null) clearInterval(timer);
  timer = null;
};
