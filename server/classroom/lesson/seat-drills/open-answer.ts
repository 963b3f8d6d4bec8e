import { withoutName } from '#classroom/results/anonymous.ts';
import { failure, type Reply } from '#contract/errors.ts';
import type { DrillOpening } from '#drills/runner/ports.ts';
import type { ReplayTask, Run, Seat } from '#storage/runs.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';
import { drillPlace } from './drill-place.ts';

type Needs = { storage: Storage; runner: Pick<DrillOpening, 'fork'> };

/** Opens the seat's answer to a replay task that goes on. */
export const openAnswer = async (
  { storage, runner }: Needs,
  run: Run,
  seat: Seat,
  guest: string,
  replayTask: ReplayTask,
): Promise<Reply<DrillRow>> => {
  const { drill, conversation, turn } = replayTask;
  if (run.endedAt !== null || run.stage !== 'redo' || !(await isTaskOpen(storage, replayTask.id, run))) {
    return Promise.resolve({ ok: false, error: failure('run-not-drilling') });
  }
  const answers = (await storage.drillsOfRun(run.id)).filter(({ place }) => place?.redo === replayTask.id);
  if (answers.some(({ place }) => place?.seat === seat.id)) return { ok: false, error: failure('drill-already-open') };
  const originalSeat = await storage.runs.seat((await storage.drill(drill))?.place?.seat ?? '');
  return runner.fork(
    { drill, conversation, turn, since: null },
    { guest, place: drillPlace(seat, replayTask.id) },
    (text) => withoutName(text, originalSeat?.name ?? ''),
  );
};

export const isTaskOpen = async (storage: Storage, replayTask: string, run: Run): Promise<boolean> =>
  (await storage.runs.replayTasks(run.id)).some(({ id, closedAt }) => id === replayTask && closedAt === null);
