/**
 * Drill time in this browser: the server's, estimated between its messages (RULES C1, C4). Screens show whole seconds
 * of it; the server alone decides what happens when.
 */
import { create } from 'zustand';
import { isOnline } from '#client/lib/hooks/use-online.ts';
import { type ClockReading, drillTimeAt } from './clock-reading.ts';

/** After this long without a connection the customers are on hold (RULES C4). */
export const GRACE_MS = 10_000;
const TICK_MS = 200;

type ClockState = {
  /** Drill time of the last tick, ms. */
  now: number;
};
export const useDrillClock = create<ClockState>(() => ({ now: 0 }));

let reading: ClockReading = { drillMs: 0, readAtMs: 0, isRunning: false };
/** When the connection was lost, by `performance.now()`, ms; null while it is up. */
let lostAtMs: number | null = null;
/** So long it runs on from there: with the network gone the server's does; a server that doesn't answer may be down (RULES X75). */
let runsOnMs = 0;
/** A server that was down has lost up to so much of its clock: what was shown stands until it is reached again. */
const LOST_BEAT_MS = 2000;
let timer: ReturnType<typeof setInterval> | null = null;

/** Drill time at this instant, ms. Without a connection it stops, with the network gone after the grace time. */
export const drillNow = (): number => {
  const monotonicMs = performance.now();
  return drillTimeAt(reading, lostAtMs === null ? monotonicMs : Math.min(monotonicMs, lostAtMs + runsOnMs));
};

const publish = (): void => {
  const now = drillNow();
  const shown = useDrillClock.getState().now;
  if (now > shown || shown - now > LOST_BEAT_MS) useDrillClock.setState({ now });
};

/** Takes the drill time that the server has just told, ms. */
export const syncClock = (drillMs: number, isRunning: boolean): void => {
  reading = { drillMs, readAtMs: performance.now(), isRunning };
  publish();
};

export const clockDisconnected = (): void => {
  if (lostAtMs !== null) return;
  lostAtMs = performance.now();
  runsOnMs = isOnline() ? 0 : GRACE_MS;
};
export const clockReconnected = (): void => {
  lostAtMs = null;
};

/** Starts the ticks of a drill that has just been opened, at zero and not yet running. */
export const startClock = (): void => {
  reading = { drillMs: 0, readAtMs: performance.now(), isRunning: false };
  lostAtMs = null;
  useDrillClock.setState({ now: 0 });
  timer ??= setInterval(publish, TICK_MS);
};
export const stopClock = (): void => {
  if (timer !== null) clearInterval(timer);
  timer = null;
};
