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

/** A job and the request it belongs to: the end of one job starts the next, in whatever request the first was. */
type Queued = { job: Job; request: OpenRequest | null };

/** A drill's commands, one in flight at a time (RULES N3): the next runs when the last is judged, stored and folded in. */
export const createCommandQueue = ({ run, onError, onIdle }: Hooks) => {
  let waiting: Queued[] = [];
  let isInFlight = false;

  const runInRequest = ({ job, request }: Queued, work: () => void): void => {
    inRequest(request, () => runCatching(job, work));
  };

  const runCatching = (job: Job, work: () => void): void => {
    try {
      work();
    } catch (error) {
      onError(job, error);
    }
  };

  /** The one begun last, which is the one in flight where one is. */
  let current: Queued | undefined;

  const runWaiting = (): void => {
    while (!isInFlight) {
      const next = waiting.shift();
      if (next === undefined) break;
      current = next;
      runInRequest(next, () => run(next.job));
    }
    if (!isInFlight) onIdle();
  };

  return {
    submit: (job: Job): void => {
      waiting.push({ job, request: requestNow() });
      if (!isInFlight) runWaiting();
    },
    /** Puts a job ahead of all that wait, because it happened before them in drill time. */
    submitFirst: (job: Job): void => {
      waiting = [{ job, request: null }, ...waiting];
      if (!isInFlight) runWaiting();
    },
    /**
     * Makes the others wait for the job that runs until the returned function is called with the rest of its work. That
     * work runs in the same step as the release: a command let in between would be decided on a drill about to change.
     */
    holdFor: (job: Job): ((finish: () => void) => void) => {
      isInFlight = true;
      const held = current?.job === job ? current : { job, request: null };
      return (finish) => {
        isInFlight = false;
        runInRequest(held, finish);
        runWaiting();
      };
    },
    isBusy: (): boolean => isInFlight || waiting.length > 0,
  };
};
