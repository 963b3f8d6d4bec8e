import { inRequest, type OpenRequest, requestNow } from '#common/request-id.ts';
import type { Acked } from '#contract/commands.ts';
import type { Reply } from '#contract/errors.ts';
import type { DrillRequest } from './requests.ts';

export type Job = {
  /** Commands with an id are answered alike when they come again (RULES N2). */
  commandId: string | null;
  /** Wall time of receipt; the command's drill time follows from it (RULES C1). */
  receivedAt: number;
  request: DrillRequest;
  answer(reply: Reply<Acked>): void;
};

type Hooks = {
  run(job: Job): void;
  /** The job threw, in `run` or later. */
  onError(job: Job, error: unknown): void;
  /** Nothing is in flight and nothing waits. */
  onIdle(): void;
};

/** A drill's commands, one in flight at a time (RULES N3): the next runs when the last is judged, stored and folded in. */
export function createCommandQueue({ run, onError, onIdle }: Hooks) {
  let waiting: Job[] = [];
  let isInFlight = false;
  /** The request that each job belongs to: the end of one job starts the next, in whatever request the first was. */
  const requests = new WeakMap<Job, OpenRequest | null>();

  function runInRequest(job: Job, work: () => void): void {
    inRequest(requests.get(job) ?? null, () => runCatching(job, work));
  }

  function runCatching(job: Job, work: () => void): void {
    try {
      work();
    } catch (error) {
      onError(job, error);
    }
  }

  function runWaiting(): void {
    while (!isInFlight) {
      const job = waiting.shift();
      if (job === undefined) break;
      runInRequest(job, () => run(job));
    }
    if (!isInFlight) onIdle();
  }

  return {
    submit: (job: Job): void => {
      requests.set(job, requestNow());
      waiting.push(job);
      if (!isInFlight) runWaiting();
    },
    /** Puts a job ahead of all that wait, because it happened before them in drill time. */
    submitFirst: (job: Job): void => {
      waiting = [job, ...waiting];
      if (!isInFlight) runWaiting();
    },
    /**
     * Makes the others wait for this job until the returned function is called with the rest of its work. That work
     * runs in the same step as the release: a command let in between would be decided on a drill about to change.
     */
    holdFor: (job: Job): ((finish: () => void) => void) => {
      isInFlight = true;
      return (finish) => {
        isInFlight = false;
        runInRequest(job, finish);
        runWaiting();
      };
    },
    isBusy: (): boolean => isInFlight || waiting.length > 0,
  };
}
