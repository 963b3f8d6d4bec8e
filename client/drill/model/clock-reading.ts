/** A drill's clock as the server last told it, and what it shows until the server tells it again (RULES C1). */

export type ClockReading = {
  /** Drill time at the reading, ms. */
  drillMs: number;
  /** When it was read, by `performance.now()`, ms. */
  readAtMs: number;
  /** Whether drill time passes: it stands still while the drill is stopped. */
  isRunning: boolean;
};

/** Drill time in ms at `monotonicMs` of `performance.now()`. A moment before the reading counts as the reading itself. */
export const drillTimeAt = ({ drillMs, readAtMs, isRunning }: ClockReading, monotonicMs: number): number =>
  isRunning ? drillMs + Math.max(0, monotonicMs - readAtMs) : drillMs;

/** The same clock, stopped at `monotonicMs` of `performance.now()`. */
export const stoppedClock = (reading: ClockReading, monotonicMs: number): ClockReading => ({
  drillMs: drillTimeAt(reading, monotonicMs),
  readAtMs: monotonicMs,
  isRunning: false,
});
