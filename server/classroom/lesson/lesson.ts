import type { Logger } from 'pino';
import { awayEntry, entryOf } from '#classroom/run-log/run-entries.ts';
import type { Clock } from '#common/clock.ts';
import type { ErrorCode } from '#contract/errors.ts';
import type { Stage } from '#contract/runs.ts';
import type { Runner } from '#drills/runner/ports.ts';
import type { Run, RunEntryKind } from '#storage/runs.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';
import type { DrillOpener } from './drill-opener.ts';
import { endAll } from './end-drills.ts';
import type { Peers } from './peers.ts';
import type { ReplayTasks } from './replay-tasks.ts';
import { clockAfterOutage, setRunning } from './run-clock.ts';
import { withRunLock } from './run-locks.ts';
import type { RunTimers } from './run-timers.ts';
import { mayFollow } from './stages.ts';
import type { Subscriptions } from './subscriptions.ts';

type Needs = {
  storage: Storage;
  runner: Runner;
  clock: Clock;
  logger: Logger;
  peers: Pick<Peers, 'isFirst' | 'wasAlone'>;
};
type Parts = { bells: RunTimers; opener: DrillOpener; redos: ReplayTasks; audience: Subscriptions };

export type Lesson = {
  /** Moves the run to a stage; returns the code of the refusal, or null. */
  enter(run: Run, stage: Stage, by: string): Promise<ErrorCode | null>;
  freeze(run: Run, frozen: boolean, by: string): Promise<null>;
  extend(run: Run, minutes: number, by: string): Promise<ErrorCode | null>;
  /** Closes the run for good; its code is free again. */
  end(run: Run, by: string): Promise<null>;
  /** Gets the cases ready while the class is still coming in. */
  warm(run: Run): Promise<void>;
  /** Called when the drill's time is up. */
  rung(runId: string): Promise<void>;
  /**
   * After a restart: running clocks go on after the countdown that drills have, frozen drills stay frozen, run timers
   * are set again.
   */
  takeUp(): Promise<void>;
  /** Another node has changed the run: its bell is set by what it is now. */
  follow(runId: string): Promise<void>;
  /** What a node that died, or was out of reach, left half done is finished, and all bells are set. */
  followAll(): Promise<void>;
};

/** The stages of a run and what entering and leaving them does to its drills. */
export function createLesson({ storage, runner, clock, logger, peers }: Needs, parts: Parts): Lesson {
  const { bells, opener, redos, audience } = parts;

  const attemptsOf = async (run: Run): Promise<DrillRow[]> =>
    (await storage.drillsOfRun(run.id)).filter(({ place, state }) => place?.redo === null && state !== 'ended');

  const write = async (
    next: Run,
    by: string | null,
    kind: RunEntryKind,
    body: Readonly<Record<string, unknown>> = {},
  ): Promise<void> => {
    await storage.runs.changeRun(next);
    await storage.runs.addLog(entryOf(next, clock.now(), by, kind, null, body));
    bells.set(next);
    audience.allChanged(next.id);
  };

  const go = async (run: Run, stage: Stage, by: string | null): Promise<void> => {
    const now = clock.now();
    const base = setRunning(run, false, now);
    if (stage === 'drill') {
      await write({ ...base, stage, startedAt: now, clockRunning: !run.frozen }, by, 'stage', { stage });
      for (const seat of await storage.runs.seats(run.id)) if (seat.guest !== null) void opener.open(seat.id, null);
      return;
    }
    // Leaving the drill or closing the run ends the freeze, because no drill is left that could be frozen.
    const isFrozen = run.stage === 'drill' || stage === 'close' ? false : run.frozen;
    await write({ ...base, stage, frozen: isFrozen }, by, 'stage', { stage });
    if (run.stage === 'drill') await endAll(runner, await attemptsOf(run), by === null ? 'time' : 'teacher');
    if (run.stage === 'redo') await redos.close(run);
  };

  /** After a restart: ends the drills that the run's stage no longer uses and freezes again those of a frozen run. */
  const takeUpDrills = async (run: Run): Promise<void> => {
    if (run.stage !== 'redo') await redos.close(run);
    const redo = (await redos.current(run.id))?.id ?? null;
    const open = (await storage.drillsOfRun(run.id)).filter(({ state }) => state !== 'ended');
    const mayGoOn = ({ place }: DrillRow): boolean =>
      place?.redo === null ? run.stage === 'drill' : place?.redo === redo;
    if (run.frozen) await Promise.all(open.filter(mayGoOn).map(({ id }) => runner.setFrozen(id, true)));
    // These are left when the server stopped between the bell (or a teacher's command) and the end of the last drill.
    const leftOpen = open.filter((row) => !mayGoOn(row));
    await endAll(runner, leftOpen, 'time');
  };

  /** Of several nodes one does it. */
  const lookAfter = (run: Run): void => {
    if (!peers.isFirst()) return;
    takeUpDrills(run).catch((error: unknown) => logger.error({ err: error, run: run.id }, 'run not taken up'));
  };

  /** The run after the server was away, where no other node looked after it; null: there is none such. */
  const cameBackNow = async (runId: string): Promise<Run | null> => {
    const run = await storage.runs.run(runId);
    const now = clock.now();
    if (run === null || !peers.wasAlone(run.clockAt, now)) return run;
    const next = clockAfterOutage(run, run.clockAt, now);
    if (next === run) return run;
    await storage.runs.changeRun(next);
    await storage.runs.addLog(awayEntry(run, run.clockAt, now));
    return next;
  };

  const loadContent = async ({ id, school, plan }: Run): Promise<void> => {
    runner
      .warm([...plan.scenarios, ...plan.incidents], { school, versions: await storage.authored.runCases(id) })
      .catch((error: unknown) => logger.error({ err: error, run: id }, 'cases not made ready'));
  };

  return {
    warm: loadContent,
    enter: async (run, stage, by) => {
      if (stage === run.stage) return null;
      if (!mayFollow(run.stage, stage)) return 'stage-order';
      await go(run, stage, by);
      return null;
    },
    freeze: async (run, frozen, by) => {
      if (run.frozen === frozen) return null;
      const next = setRunning(run, run.stage === 'drill' && !frozen, clock.now());
      await write({ ...next, frozen }, by, frozen ? 'freeze' : 'unfreeze');
      const open = (await storage.drillsOfRun(run.id)).filter(({ state }) => state !== 'ended');
      await Promise.all(open.map(({ id }) => runner.setFrozen(id, frozen)));
      return null;
    },
    extend: async (run, minutes, by) => {
      if (!['join', 'card', 'drill'].includes(run.stage)) return 'run-not-drilling';
      await write({ ...run, totalMs: run.totalMs + minutes * 60_000 }, by, 'extend', { minutes });
      return null;
    },
    end: async (run, by) => {
      if (run.stage !== 'close') await go(run, 'close', by);
      await endAll(runner, await attemptsOf(run), 'teacher');
      // The run's end is written last: a run that is over is never taken up after a restart, and drills still open
      // would stay open. Somebody else may have ended it meanwhile.
      const latest = await storage.runs.run(run.id);
      if (latest !== null && latest.endedAt === null)
        await write({ ...latest, frozen: false, endedAt: clock.now() }, by, 'end');
      return null;
    },
    rung: (runId) =>
      withRunLock(storage, runId, async () => {
        const run = await storage.runs.run(runId);
        if (run?.stage === 'drill') await go(run, 'debrief', null);
      }),
    takeUp: async () => {
      for (const { id } of await storage.runs.openRuns()) {
        const run = await withRunLock(storage, id, () => cameBackNow(id));
        if (run === null) continue;
        bells.set(run);
        if (run.startedAt === null) await loadContent(run);
        else lookAfter(run);
      }
    },
    follow: async (runId) => {
      const run = await storage.runs.run(runId);
      if (run !== null) bells.set(run);
    },
    followAll: async () => {
      for (const run of await storage.runs.openRuns()) {
        bells.set(run);
        if (run.startedAt !== null) lookAfter(run);
      }
    },
  };
}
