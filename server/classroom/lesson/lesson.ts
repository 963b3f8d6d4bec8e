import type { Logger } from 'pino';
import { dealtCases } from '#classroom/exams/sealed-cases.ts';
import { storeGroups } from '#classroom/project-groups/store-groups.ts';
import { storePairs } from '#classroom/role-plays/pairs.ts';
import { longestMs } from '#classroom/run-log/paper-clock.ts';
import { awayEntry, entryOf } from '#classroom/run-log/run-entries.ts';
import type { Clock } from '#common/clock.ts';
import type { ErrorCode } from '#contract/errors.ts';
import type { Stage } from '#contract/runs.ts';
import type { DrillControl, DrillOpening } from '#drills/runner/ports.ts';
import type { Run, RunEntryKind } from '#storage/runs.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';
import type { DrillOpener } from './drill-opener.ts';
import { endAll } from './end-drills.ts';
import type { HomeworkWindows } from './homework-window.ts';
import type { Peers } from './peers.ts';
import type { ReplayTasks } from './replay-tasks.ts';
import { clockAfterOutage, setRunning } from './run-clock.ts';
import { withRunLock } from './run-locks.ts';
import type { RunTimers } from './run-timers.ts';
import { mayFollow } from './stages.ts';
import type { Subscriptions } from './subscriptions.ts';

type Needs = {
  storage: Storage;
  runner: DrillControl & DrillOpening;
  clock: Clock;
  logger: Logger;
  peers: Pick<Peers, 'isLeader' | 'wasUnattended'>;
};
type Parts = {
  runTimers: RunTimers;
  opener: DrillOpener;
  replayTasks: ReplayTasks;
  subscriptions: Subscriptions;
  homework: HomeworkWindows;
};

/** What a paper has of a lesson's stages: who comes in, the paper itself, and what is said afterwards. */
const PAPER_STAGES: readonly Stage[] = ['join', 'drill', 'debrief', 'close'];

export type Lesson = {
  /** Moves the run to a stage; returns the code of the refusal, or null. */
  enter(run: Run, stage: Stage, staffId: string): Promise<ErrorCode | null>;
  freeze(run: Run, frozen: boolean, staffId: string): Promise<null>;
  extend(run: Run, minutes: number, staffId: string): Promise<ErrorCode | null>;
  /** Closes the run for good; its code is free again. */
  end(run: Run, staffId: string): Promise<null>;
  /** Compiles the run's cases while the class is still coming in. */
  preloadCases(run: Run): Promise<void>;
  /** Called when the drill stage's time is up. */
  endDrillStage(runId: string): Promise<void>;
  /**
   * After a restart: running clocks go on after the countdown that drills have, frozen drills stay frozen, run timers
   * are set again.
   */
  resumeAll(): Promise<void>;
  /** Sets the run's bell anew after another node has changed the run. */
  resetBell(runId: string): Promise<void>;
  /** Finishes what a node that died or couldn't be reached left half done, and sets all bells. */
  takeOverAll(): Promise<void>;
};

/** The stages of a run and what entering and leaving them does to its drills. */
export const createLesson = ({ storage, runner, clock, logger, peers }: Needs, parts: Parts): Lesson => {
  const { runTimers, opener, replayTasks, subscriptions, homework } = parts;

  /** Sets the bell, or of homework the timer of its window, whose drills are ended where it is over. */
  const setTimers = (run: Run): void => {
    runTimers.set(run);
    homework
      .settle(run)
      .catch((error: unknown) => logger.error({ err: error, run: run.id }, 'homework not brought up to date'));
  };

  const openAttemptsOf = async (run: Run): Promise<DrillRow[]> =>
    (await storage.drillsOfRun(run.id)).filter(({ place, state }) => place?.redo === null && state !== 'ended');

  const saveRun = async (
    next: Run,
    staffId: string | null,
    kind: RunEntryKind,
    body: Readonly<Record<string, unknown>> = {},
  ): Promise<void> => {
    await storage.runs.changeRun(next);
    await storage.runs.addLog(entryOf(next, clock.now(), staffId, kind, null, body));
    setTimers(next);
    subscriptions.allChanged(next.id);
  };

  const enterStage = async (run: Run, stage: Stage, staffId: string | null): Promise<void> => {
    const now = clock.now();
    const stopped = setRunning(run, false, now);
    if (stage === 'drill') {
      await saveRun({ ...stopped, stage, startedAt: now, clockRunning: !run.frozen }, staffId, 'stage', { stage });
      if (run.plan.paper !== undefined) return;
      if (run.plan.project !== undefined) await storeGroups(storage, run, now);
      if (run.plan.rolePlay === true) await storePairs(storage, run, now);
      for (const seat of await storage.runs.seats(run.id)) if (seat.guest !== null) void opener.open(seat.id, null);
      return;
    }
    // Leaving the drill or closing the run ends the freeze, because no drill is left that could be frozen.
    const isFrozen = run.stage === 'drill' || stage === 'close' ? false : run.frozen;
    await saveRun({ ...stopped, stage, frozen: isFrozen }, staffId, 'stage', { stage });
    if (run.stage === 'drill') await endAll(runner, await openAttemptsOf(run), staffId === null ? 'time' : 'teacher');
    if (run.stage === 'redo') await replayTasks.close(run);
  };

  /** After a restart: ends the drills that the run's stage no longer uses and freezes again those of a frozen run. */
  const settleDrills = async (run: Run): Promise<void> => {
    if (run.stage !== 'redo') await replayTasks.close(run);
    const redo = (await replayTasks.current(run.id))?.id ?? null;
    const open = (await storage.drillsOfRun(run.id)).filter(({ state }) => state !== 'ended');
    const mayContinue = ({ place }: DrillRow): boolean =>
      place?.redo === null ? run.stage === 'drill' : place?.redo === redo;
    if (run.frozen) await Promise.all(open.filter(mayContinue).map(({ id }) => runner.setFrozen(id, true)));
    // These are left when the server stopped between the bell (or a teacher's command) and the end of the last drill.
    const leftovers = open.filter((row) => !mayContinue(row));
    await endAll(runner, leftovers, 'time');
  };

  /** Does it in the background; of several nodes only the leader does. */
  const settleInBackground = (run: Run): void => {
    if (!peers.isLeader()) return;
    settleDrills(run).catch((error: unknown) => logger.error({ err: error, run: run.id }, 'run not taken up'));
  };

  /** The run, with its clock moved on where no node looked after it while the server was away; null: no such run. */
  const runAfterOutage = async (runId: string): Promise<Run | null> => {
    const run = await storage.runs.run(runId);
    const now = clock.now();
    if (run === null || !peers.wasUnattended(run.clockAt, now)) return run;
    const next = clockAfterOutage(run, run.clockAt, now);
    if (next === run) return run;
    await storage.runs.changeRun(next);
    await storage.runs.addLog(awayEntry(run, run.clockAt, now));
    return next;
  };

  const preloadCases = async (run: Run): Promise<void> => {
    const { id, school, plan, candidates = [] } = run;
    runner
      // Who comes to a rush hangs on the seat: one of the cases loads what all drills need.
      .preload([...dealtCases(run), ...candidates.slice(0, 1), ...plan.incidents], {
        school,
        versions: await storage.authored.runCases(id),
      })
      .catch((error: unknown) => logger.error({ err: error, run: id }, 'cases not made ready'));
  };

  return {
    preloadCases,
    enter: async (run, stage, staffId) => {
      if (stage === run.stage) return null;
      if (!mayFollow(run.stage, stage)) return 'stage-order';
      if (run.plan.paper !== undefined && !PAPER_STAGES.includes(stage)) return 'stage-order';
      await enterStage(run, stage, staffId);
      return null;
    },
    freeze: async (run, frozen, staffId) => {
      if (run.frozen === frozen) return null;
      const next = setRunning(run, run.stage === 'drill' && !frozen, clock.now());
      await saveRun({ ...next, frozen }, staffId, frozen ? 'freeze' : 'unfreeze');
      const openDrills = (await storage.drillsOfRun(run.id)).filter(({ state }) => state !== 'ended');
      await Promise.all(openDrills.map(({ id }) => runner.setFrozen(id, frozen)));
      return null;
    },
    extend: async (run, minutes, staffId) => {
      if (!['join', 'card', 'drill'].includes(run.stage)) return 'run-not-drilling';
      const longer = { ...run, totalMs: run.totalMs + minutes * 60_000 };
      if (run.plan.paper !== undefined) {
        const log = await storage.runs.log(run.id);
        longer.totalMs = longestMs(run, [...log, entryOf(run, clock.now(), staffId, 'extend', null, { minutes })]);
      }
      await saveRun(longer, staffId, 'extend', { minutes });
      return null;
    },
    end: async (run, staffId) => {
      if (run.stage !== 'close') await enterStage(run, 'close', staffId);
      await endAll(runner, await openAttemptsOf(run), 'teacher');
      // The run's end is written last: a run that is over is never taken up after a restart, and drills still open
      // would stay open. Somebody else may have ended it meanwhile.
      const latest = await storage.runs.run(run.id);
      if (latest !== null && latest.endedAt === null)
        await saveRun({ ...latest, frozen: false, endedAt: clock.now() }, staffId, 'end');
      return null;
    },
    endDrillStage: (runId) =>
      withRunLock(storage, runId, async () => {
        const run = await storage.runs.run(runId);
        if (run?.stage === 'drill') await enterStage(run, 'debrief', null);
      }),
    resumeAll: async () => {
      for (const { id } of await storage.runs.openRuns()) {
        const run = await withRunLock(storage, id, () => runAfterOutage(id));
        if (run === null) continue;
        setTimers(run);
        if (run.startedAt === null) await preloadCases(run);
        else settleInBackground(run);
      }
    },
    resetBell: async (runId) => {
      const run = await storage.runs.run(runId);
      if (run !== null) setTimers(run);
    },
    takeOverAll: async () => {
      for (const run of await storage.runs.openRuns()) {
        setTimers(run);
        if (run.startedAt !== null) settleInBackground(run);
      }
    },
  };
};
