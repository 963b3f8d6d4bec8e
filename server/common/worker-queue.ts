import type { Worker } from 'node:worker_threads';

/** What a thread answers to a question. */
export type ThreadAnswer<A> = { ok: true; value: A } | { ok: false; why: string };

/** The question wasn't answered, and may be when it is asked again. */
export class ThreadGone extends Error {}

export type WorkerQueue<Q, A> = {
  /**
   * Asks when all that was asked before is answered. `question` is made then, for the thread that will get it: it may
   * be a new one that knows nothing. Rejects when the thread can't answer and, with a
   * ThreadGone, when it dies or takes too long.
   */
  ask(question: (thread: Worker) => Q): Promise<A>;
  /** Ends the thread; what is still open is rejected. */
  close(): void;
};

/** `longestMs`: milliseconds for one question, a thread's start included. `idleMs`: a thread with nothing to do ends after so many. */
type Limits = { longestMs: number; idleMs: number };
type Open<Q, A> = { question(thread: Worker): Q; done(value: A): void; failed(error: Error): void };

/**
 * A thread that answers one question after the other. It is started with the first one and started again after it
 * died: whoever asked then is told, since the question itself may be the cause.
 */
export const createWorkerQueue = <Q, A>(start: () => Worker, { longestMs, idleMs }: Limits): WorkerQueue<Q, A> => {
  const waiting: Open<Q, A>[] = [];
  let asked: Open<Q, A> | null = null;
  let thread: Worker | null = null;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  const settle = (how: (one: Open<Q, A>) => void): void => {
    clearTimeout(timer);
    const one = asked;
    asked = null;
    if (one !== null) how(one);
    next();
  };

  const startThread = (): Worker => {
    const made = start();
    made.on('message', (answer: ThreadAnswer<A>) => {
      if (made !== thread) return;
      settle((one) => (answer.ok ? one.done(answer.value) : one.failed(new Error(answer.why))));
    });
    let why: unknown = null;
    made.on('error', (error) => {
      why = error;
    });
    // Comes after the error, and alone when the thread was ended for taking too long.
    made.on('exit', () => {
      if (made !== thread) return;
      thread = null;
      settle((one) => one.failed(new ThreadGone('the thread died', { cause: why })));
    });
    return made;
  };

  const next = (): void => {
    if (asked !== null || isClosed) return;
    asked = waiting.shift() ?? null;
    if (asked === null) {
      // An idle thread doesn't keep the process alive.
      thread?.unref();
      timer = setTimeout(stop, idleMs);
      timer.unref();
      return;
    }
    clearTimeout(timer);
    thread ??= startThread();
    thread.ref();
    timer = setTimeout(() => void thread?.terminate(), longestMs);
    try {
      thread.postMessage(asked.question(thread));
    } catch (error) {
      settle((one) => one.failed(error instanceof Error ? error : new Error(String(error))));
    }
  };

  const stop = (): void => {
    clearTimeout(timer);
    const old = thread;
    thread = null;
    void old?.terminate();
  };

  return {
    ask: (question) =>
      new Promise((done, failed) => {
        if (isClosed) {
          failed(new ThreadGone('the thread is closed'));
          return;
        }
        waiting.push({ question, done, failed });
        next();
      }),
    close: () => {
      isClosed = true;
      stop();
      for (const one of [...(asked === null ? [] : [asked]), ...waiting.splice(0)])
        one.failed(new ThreadGone('the thread is closed'));
      asked = null;
    },
  };
};

/** The other side: what a thread does with its questions. `answer` may throw; the message is the answer then. */
export const answerOf = async <A>(answer: () => A | Promise<A>): Promise<ThreadAnswer<A>> => {
  try {
    return { ok: true, value: await answer() };
  } catch (error) {
    return { ok: false, why: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
};
