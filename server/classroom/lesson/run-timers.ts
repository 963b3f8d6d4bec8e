import type { Logger } from 'pino';
import { awayEntry } from '#classroom/run-log/run-entries.ts';
import type { Clock } from '#common/clock.ts';
import { startHeartbeat } from '#drills/runner/heartbeat.ts';
import type { Run } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';
import type { Peers } from './peers.ts';
import { bellInMs, clockAfterOutage, clockAtHeartbeat } from './run-clock.ts';
import { withRunLock } from './run-locks.ts';

type Needs = { storage: Storage; clock: Clock; logger: Logger; peers: Pick<Peers, 'isFirst' | 'wasAlone'> };

/** A bell whose work failed, such as a write to a busy disk, rings again after so many milliseconds. */
const AGAIN_MS = 1000;

export type RunTimers = {
  /** Sets, moves or takes away a run's bell, after its clock or its length has changed. */
  set(run: Run): void;
  /** Called before a clock is read or changed: time for which the machine slept must not count. */
  check(): Promise<void>;
  close(): Promise<void>;
};

/**
 * The timers of running lessons, and their heartbeat. `rung` is called when the drill's time is up, `changed` when a
 * clock went on or was set back.
 */
export function createRunTimers(
  { storage, clock, logger, peers }: Needs,
  rung: (runId: string) => Promise<void>,
  changed: (runId: string) => void,
): RunTimers {
  const timers = new Map<string, () => void>();
  /** Done when the clocks stand where they stood before the machine slept. */
  let cameBackBy: Promise<void> = Promise.resolve();
  const check = (): Promise<void> => {
    pulse.check();
    return cameBackBy;
  };

  const write = async (runId: string, change: (run: Run) => Run | Promise<Run>): Promise<Run | null> => {
    try {
      return await withRunLock(storage, runId, async () => {
        const run = await storage.runs.run(runId);
        if (run === null) return null;
        const changedRun = await change(run);
        if (changedRun !== run) await storage.runs.changeRun(changedRun);
        return changedRun;
      });
    } catch (error) {
      logger.error({ err: error, run: runId }, 'clock of a run not written');
      return null;
    }
  };

  const set = (run: Run): void => {
    timers.get(run.id)?.();
    timers.delete(run.id);
    const now = clock.now();
    const leftMs = bellInMs(run, now);
    if (leftMs === null) return;
    const countdown = run.clockAt - now;
    timers.set(
      run.id,
      clock.setTimer(countdown > 0 ? countdown : leftMs, () => wakeLater(run.id)),
    );
  };

  function wakeLater(runId: string): void {
    wake(runId).catch((error: unknown) => {
      logger.error({ err: error, run: runId }, 'bell failed');
      timers.set(
        runId,
        clock.setTimer(AGAIN_MS, () => wakeLater(runId)),
      );
    });
  }

  async function wake(runId: string): Promise<void> {
    await check();
    const run = await storage.runs.run(runId);
    if (run === null) return;
    if (bellInMs(run, clock.now()) === 0) {
      timers.delete(runId);
      return rung(runId);
    }
    set(run);
    changed(runId);
  }

  const pulse = startHeartbeat(
    clock,
    (now) => {
      // After a sleep the clocks are set back first: a beat before that would count the sleep as drill time.
      void cameBackBy.then(() => {
        if (!peers.isFirst()) return;
        for (const runId of timers.keys()) void write(runId, (run) => clockAtHeartbeat(run, now));
      });
    },
    (aliveAt) => {
      cameBackBy = cameBackBy.then(() => comeBack(aliveAt));
    },
  );

  async function comeBack(aliveAt: number): Promise<void> {
    for (const runId of [...timers.keys()]) {
      const now = clock.now();
      const run = await write(runId, async (before) => {
        // Another node may have gone on with it.
        if (!peers.wasAlone(before.clockAt, now)) return before;
        const resumed = clockAfterOutage(before, aliveAt, now);
        if (resumed !== before) await storage.runs.addLog(awayEntry(before, aliveAt, now));
        return resumed;
      });
      if (run !== null) set(run);
      changed(runId);
    }
  }

  return {
    set,
    check,
    close: async () => {
      pulse.stop();
      for (const [runId, cancel] of timers) {
        cancel();
        await write(runId, (run) => clockAtHeartbeat(run, clock.now()));
      }
      timers.clear();
    },
  };
}
