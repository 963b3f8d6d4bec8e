/** Data of the run on this page. Changed by `run-live.ts`, read by lobby, wall, debrief and replay task. */
import { create } from 'zustand';
import type { Trouble } from '#client/lib/api.ts';
import type { RunBody } from '#contract/runs.ts';
import type { Tiles } from './run-tiles.ts';

/** connecting: never heard of the run yet · reconnecting: lost for up to 10 s · offline: longer. */
export type RunLink = 'connecting' | 'live' | 'reconnecting' | 'offline';

export type RunLive = {
  runId: string;
  run: RunBody | null;
  /** Monotonic time at which the server made `run`, as near as we know. */
  runHeardAt: number;
  tiles: Tiles;
  /** By seat number. */
  seats: readonly string[];
  link: RunLink;
  lostAt: number | null;
  /** Why the run can't be shown. */
  fatal: Trouble | null;
};

export const initialRun: RunLive = {
  runId: '',
  run: null,
  runHeardAt: 0,
  tiles: {},
  seats: [],
  link: 'connecting',
  lostAt: null,
  fatal: null,
};

export const useRun = create<RunLive>(() => initialRun);

/** Takes a newer body of the run, from the socket or from the answer to a command. */
export const takeRun = (run: RunBody): void => {
  const state = useRun.getState();
  if (run.id !== state.runId || (state.run !== null && run.now < state.run.now)) return;
  useRun.setState({ run, runHeardAt: performance.now() });
};

/** The server's epoch at `now` (monotonic). */
export const serverEpoch = ({ run, runHeardAt }: RunLive, now: number): number =>
  (run?.now ?? 0) + Math.max(0, now - runHeardAt);

/** The run with its clock as it stands at `now` (monotonic). */
export const clockAt = ({ run, runHeardAt }: RunLive, now: number): { elapsedMs: number; totalMs: number } => {
  if (run === null) return { elapsedMs: 0, totalMs: 0 };
  const { elapsedMs, totalMs, running } = run.clock;
  return { elapsedMs: Math.min(totalMs, elapsedMs + (running ? Math.max(0, now - runHeardAt) : 0)), totalMs };
};
