import { newId } from '#classroom/run-log/run-entries.ts';
import type { Clock } from '#common/clock.ts';
import type { ErrorCode } from '#contract/errors.ts';
import type { DrillControl, DrillRecords } from '#drills/runner/ports.ts';
import type { ReplayTask, Run, Seat } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';
import type { DrillOpener } from './drill-opener.ts';
import { endAll } from './end-drills.ts';
import type { Subscriptions } from './subscriptions.ts';

type Needs = { storage: Storage; runner: DrillRecords & DrillControl; clock: Clock };
type Turn = { drill: string; conversation: string; turn: number };

export type ReplayTasks = {
  /** The replay task that is open, or null. */
  current(runId: string): Promise<ReplayTask | null>;
  /** Why this turn can't be done again now, or null. */
  refusalFor(run: Run, turn: Turn): Promise<ErrorCode | null>;
  /** Gives everybody the turn to do again; returns the code of the refusal, or null. */
  open(run: Run, turn: Turn): Promise<ErrorCode | null>;
  /** Ends the answers still open. */
  close(run: Run): Promise<void>;
  /** Gives one seat its own fork of the open replay task, unless it has one. */
  give(run: Run, seat: Seat): Promise<void>;
};

/** One turn that all do again (RULES N7): each seat gets a fork of the same drill. */
export const createReplayTasks = (
  { storage, runner, clock }: Needs,
  opener: DrillOpener,
  subscriptions: Subscriptions,
): ReplayTasks => {
  const currentTask = async (runId: string): Promise<ReplayTask | null> =>
    (await storage.runs.replayTasks(runId)).findLast(({ closedAt }) => closedAt === null) ?? null;

  const giveTask = async (run: Run, seat: Seat): Promise<void> => {
    const task = run.stage === 'redo' && seat.guest !== null ? await currentTask(run.id) : null;
    if (task === null) return;
    const hasAnswer = (await storage.drillsOfRun(run.id)).some(
      ({ place }) => place?.seat === seat.id && place.redo === task.id,
    );
    if (!hasAnswer) void opener.open(seat.id, task).then(() => subscriptions.runChanged(run.id));
  };

  const refusalFor = async (run: Run, turn: Turn): Promise<ErrorCode | null> => {
    if ((await currentTask(run.id)) !== null) return 'redo-open';
    const row = await storage.drill(turn.drill);
    if (row?.place?.run !== run.id || row.place.redo !== null) return 'unknown-drill';
    return (await hasTurn(runner, turn)) ? null : 'unknown-turn';
  };

  return {
    current: currentTask,
    refusalFor: refusalFor,
    open: async (run, turn) => {
      const refusalCode = await refusalFor(run, turn);
      if (refusalCode !== null) return refusalCode;
      await storage.runs.addReplayTask({ ...turn, id: newId('o'), run: run.id, at: clock.now(), closedAt: null });
      for (const seat of await storage.runs.seats(run.id)) await giveTask(run, seat);
      subscriptions.allChanged(run.id);
      return null;
    },
    close: async (run) => {
      const task = await currentTask(run.id);
      if (task === null) return;
      await storage.runs.closeReplayTask(task.id, clock.now());
      await endAll(
        runner,
        (await storage.drillsOfRun(run.id)).filter(({ place }) => place?.redo === task.id),
        'teacher',
      );
      subscriptions.allChanged(run.id);
    },
    give: giveTask,
  };
};

const hasTurn = async (runner: DrillRecords & DrillControl, { drill, conversation, turn }: Turn): Promise<boolean> =>
  (await runner.record(drill))?.events.some(
    (event) => event.kind === 'turn-judged' && event.conversation === conversation && event.judgement.turn === turn,
  ) ?? false;
