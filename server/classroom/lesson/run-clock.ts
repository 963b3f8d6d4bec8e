/** The lesson's clock: the drill stage only, standing still while frozen and while the server was away (RULES C4). */
import type { RunClock } from '#contract/runs.ts';
import { COUNTDOWN_MS } from '#drills/runner/stopped-clock.ts';
import type { Run } from '#storage/runs.ts';

/**
 * Milliseconds of the drill that have passed at `now`. `clockAt` lies in the future while a countdown runs before the
 * clock goes on.
 */
export const elapsedMs = (run: Run, now: number): number =>
  Math.min(run.totalMs, run.clockMs + (run.clockRunning ? Math.max(0, now - run.clockAt) : 0));

export const clockBody = (run: Run, now: number): RunClock => ({
  elapsedMs: elapsedMs(run, now),
  totalMs: run.totalMs,
  running: run.clockRunning && now >= run.clockAt,
});

/** Lets the clock run on from here, or stops it here. */
export const setRunning = (run: Run, isRunning: boolean, now: number): Run => ({
  ...run,
  clockMs: elapsedMs(run, now),
  clockAt: now,
  clockRunning: isRunning,
});

/** The same clock written as of now: after a crash the next process goes on from here. */
export const clockAtHeartbeat = (run: Run, now: number): Run =>
  run.clockRunning && now > run.clockAt ? setRunning(run, true, now) : run;

/**
 * The clock after the server was away since `aliveAt`: it goes on from that moment, after the countdown that drills
 * have too.
 */
export const clockAfterOutage = (run: Run, aliveAt: number, now: number): Run =>
  run.clockRunning ? { ...run, clockMs: elapsedMs(run, aliveAt), clockAt: now + COUNTDOWN_MS } : run;

/** Milliseconds to the bell; null while the clock stands. */
export const bellInMs = (run: Run, now: number): number | null =>
  run.clockRunning ? Math.max(0, run.clockAt - now) + run.totalMs - elapsedMs(run, now) : null;
