import type { Logger } from 'pino';
import { homeworkRefusal } from '#classroom/lesson/seat-drills/homework-refusal.ts';
import { isTaskOpen, openAnswer } from '#classroom/lesson/seat-drills/open-answer.ts';
import { type AttemptNeeds, openAttempt } from '#classroom/lesson/seat-drills/open-attempt.ts';
import { newId } from '#classroom/run-log/run-entries.ts';
import { failure, type Reply } from '#contract/errors.ts';
import type { DrillControl, DrillOpening } from '#drills/runner/ports.ts';
import type { ReplayTask, Seat } from '#storage/runs.ts';
import type { DrillRow } from '#storage/storage.ts';
import type { Peers } from './peers.ts';

type Needs = AttemptNeeds & {
  runner: DrillOpening & DrillControl;
  logger: Logger;
  peers: Pick<Peers, 'withLock'>;
};
type Job = { seatId: string; redo: ReplayTask | null; resolve(reply: Reply<DrillRow>): void };

export type DrillOpener = {
  /**
   * Opens the seat's next drill, or its answer to a replay task. Calls that come while it is being opened get the same
   * drill.
   */
  open(seatId: string, replayTask: ReplayTask | null): Promise<Reply<DrillRow>>;
  close(): void;
};

/** Drills made at once: a class of 45 starts in the same second, and other requests are served in between. */
const MAX_RUNNING = 3;

/** Opens the drills of seats, a few at a time. `onOpened` is called with each. */
export const createDrillOpener = (needs: Needs, onOpened: (row: DrillRow) => void): DrillOpener => {
  const { storage, runner, logger, peers } = needs;
  const openings = new Map<string, Promise<Reply<DrillRow>>>();
  const queue: Job[] = [];
  let running = 0;
  let isClosed = false;

  const openWaiting = (): void => {
    const job = isClosed || running >= MAX_RUNNING ? undefined : queue.shift();
    if (job === undefined) return;
    running += 1;
    openInTurn(job)
      .catch((error: unknown): Reply<DrillRow> => {
        logger.error({ err: error, seat: job.seatId }, 'drill not opened');
        return { ok: false, error: failure('internal') };
      })
      .then((reply) => {
        running -= 1;
        job.resolve(reply);
        setImmediate(openWaiting);
      });
    setImmediate(openWaiting);
  };

  const openInTurn = (job: Job): Promise<Reply<DrillRow>> => peers.withLock(`open ${job.seatId}`, () => openNow(job));

  const openNow = async ({ seatId, redo: replayTask }: Job): Promise<Reply<DrillRow>> => {
    // Everything is read again: while the job waited, the bell may have rung or the seat's device changed.
    const seat = await storage.runs.seat(seatId);
    const run = seat === null ? null : await storage.runs.run(seat.run);
    if (seat === null || run === null || seat.guest === null) return { ok: false, error: failure('unknown-seat') };
    const reply =
      replayTask === null
        ? await openAttempt(needs, run, seat, seat.guest)
        : await openAnswer(needs, run, seat, seat.guest, replayTask);
    if (!reply.ok) return reply;
    await catchUp(reply.value, seat);
    if (!isClosed) onOpened(reply.value);
    return reply;
  };

  /** Applies to the new drill what happened to its run and seat while it was being stored. */
  const catchUp = async (row: DrillRow, seatBefore: Seat): Promise<void> => {
    const run = await storage.runs.run(seatBefore.run);
    const seat = await storage.runs.seat(seatBefore.id);
    if (run === null || seat === null) return;
    // The seat's device changed meanwhile. A seat without one gives its drills an id that no device has, until somebody
    // takes it.
    if (seat.guest !== seatBefore.guest) await runner.handOver(seat.id, seat.guest ?? newId('x'));
    const replayTask = row.place?.redo ?? null;
    const isHomeworkOver = (await homeworkRefusal(needs, run, seat))?.code === 'homework-over';
    const mayContinue =
      replayTask === null
        ? run.stage === 'drill' && !isHomeworkOver
        : run.stage === 'redo' && (await isTaskOpen(storage, replayTask, run));
    if (!mayContinue) await runner.end(row.id, 'teacher');
    else if (run.frozen) await runner.setFrozen(row.id, true);
  };

  return {
    open: (seatId, replayTask) => {
      const key = `${seatId} ${replayTask?.id ?? ''}`;
      const ongoing = openings.get(key);
      if (ongoing !== undefined) return ongoing;
      const newOpening = new Promise<Reply<DrillRow>>((resolve) => {
        queue.push({
          seatId,
          redo: replayTask,
          resolve: (reply) => {
            openings.delete(key);
            resolve(reply);
          },
        });
      });
      openings.set(key, newOpening);
      openWaiting();
      return newOpening;
    },
    close: () => {
      isClosed = true;
    },
  };
};
