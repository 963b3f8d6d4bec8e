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
  done(reply: Reply<Acked>): void;
};

type Hooks = {
  run(job: Job): void;
  /** The job threw, in `run` or later. */
  failed(job: Job, error: unknown): void;
  /** Nothing is in flight and nothing waits. */
  idle(): void;
};

/** A drill's commands, one in flight at a time (RULES N3): the next runs when the last is judged, stored and folded in. */
export function createCommandQueue({ run, failed, idle }: Hooks) {
  let waiting: Job[] = [];
  let inFlight = false;
  /** The request that each job belongs to: the end of one job starts the next, in whatever request the first was. */
  const requests = new WeakMap<Job, OpenRequest | null>();

  function attempt(job: Job, work: () => void): void {
    inRequest(requests.get(job) ?? null, () => attemptNow(job, work));
  }

  function attemptNow(job: Job, work: () => void): void {
    try {
      work();
    } catch (error) {
      failed(job, error);
    }
  }

  function pump(): void {
    while (!inFlight) {
      const job = waiting.shift();
      if (job === undefined) break;
      attempt(job, () => run(job));
    }
    if (!inFlight) idle();
  }

  return {
    submit: (job: Job): void => {
      requests.set(job, requestNow());
      waiting.push(job);
      if (!inFlight) pump();
    },
    /** Puts a job ahead of all that wait, because it happened before them in drill time. */
    submitFirst: (job: Job): void => {
      waiting = [job, ...waiting];
      if (!inFlight) pump();
    },
    /**
     * Makes the others wait for this job until the returned function is called with the rest of its work. That work
     * runs in the same step as the release: a command let in between would be decided on a drill about to change.
     */
    hold: (job: Job): ((rest: () => void) => void) => {
      inFlight = true;
      return (rest) => {
        inFlight = false;
        attempt(job, rest);
        pump();
      };
    },
    busy: (): boolean => inFlight || waiting.length > 0,
  };
}
