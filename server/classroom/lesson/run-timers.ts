import type { Logger } from 'pino';
import { awayEntry } from '#classroom/run-log/run-entries.ts';
import type { Clock } from '#common/clock.ts';
import { startHeartbeat } from '#drills/runner/heartbeat.ts';
import type { Run } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';
import type { Peers } from './peers.ts';
import { bellInMs, clockAfterOutage, clockAtHeartbeat } from './run-clock.ts';
import { withRunLock } from './run-locks.ts';

type Needs = { storage: Storage; clock: Clock; logger: Logger; peers: Pick<Peers, 'isLeader' | 'wasUnattended'> };

/** Milliseconds after which a bell rings again when its work failed, for instance because the disk was busy. */
const RETRY_MS = 1000;

export type RunTimers = {
  /** Sets, moves or takes away a run's bell, after its clock or its length has changed. */
  set(run: Run): void;
  /** To be called before a clock is read or changed: it sets clocks back by the time the machine slept. */
  checkForSleep(): Promise<void>;
  close(): Promise<void>;
};

/**
 * The timers of running lessons, and their heartbeat. `onBell` is called when the drill stage's time is up,
 * `onClockChanged` when a clock went on or was set back.
 */
export const createRunTimers = (
  { storage, clock, logger, peers }: Needs,
  onBell: (runId: string) => Promise<void>,
  onClockChanged: (runId: string) => void,
): RunTimers => {
  const timers = new Map<string, () => void>();
  /** Resolved when the clocks stand where they stood before the machine slept. */
  let clocksRestored: Promise<void> = Promise.resolve();
  const checkForSleep = (): Promise<void> => {
    heartbeat.check();
    return clocksRestored;
  };

  const changeStoredRun = async (runId: string, change: (run: Run) => Run | Promise<Run>): Promise<Run | null> => {
    try {
      return await withRunLock(storage, runId, async () => {
        const run = await storage.runs.run(runId);
        if (run === null) return null;
        const runAfter = await change(run);
        if (runAfter !== run) await storage.runs.changeRun(runAfter);
        return runAfter;
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
    const countdownMs = run.clockAt - now;
    timers.set(
      run.id,
      clock.setTimer(countdownMs > 0 ? countdownMs : leftMs, () => runTimer(run.id)),
    );
  };

  const runTimer = (runId: string): void => {
    onTimer(runId).catch((error: unknown) => {
      logger.error({ err: error, run: runId }, 'bell failed');
      timers.set(
        runId,
        clock.setTimer(RETRY_MS, () => runTimer(runId)),
      );
    });
  };

  const onTimer = async (runId: string): Promise<void> => {
    await checkForSleep();
    const run = await storage.runs.run(runId);
    if (run === null) return;
    if (bellInMs(run, clock.now()) === 0) {
      timers.delete(runId);
      return onBell(runId);
    }
    set(run);
    onClockChanged(runId);
  };

  const restoreClocks = async (aliveAt: number): Promise<void> => {
    for (const runId of [...timers.keys()]) {
      const now = clock.now();
      const run = await changeStoredRun(runId, async (before) => {
        // Another node may have gone on with it.
        if (!peers.wasUnattended(before.clockAt, now)) return before;
        const resumed = clockAfterOutage(before, aliveAt, now);
        if (resumed !== before) await storage.runs.addLog(awayEntry(before, aliveAt, now));
        return resumed;
      });
      if (run !== null) set(run);
      onClockChanged(runId);
    }
  };

  const heartbeat = startHeartbeat(
    clock,
    (now) => {
      // After a sleep the clocks are set back first: a beat before that would count the sleep as drill time.
      void clocksRestored.then(() => {
        if (!peers.isLeader()) return;
        for (const runId of timers.keys()) void changeStoredRun(runId, (run) => clockAtHeartbeat(run, now));
      });
    },
    (aliveAt) => {
      clocksRestored = clocksRestored.then(() => restoreClocks(aliveAt));
    },
  );

  return {
    set,
    checkForSleep,
    close: async () => {
      heartbeat.stop();
      for (const [runId, cancel] of timers) {
        cancel();
        await changeStoredRun(runId, (run) => clockAtHeartbeat(run, clock.now()));
      }
      timers.clear();
    },
  };
};
