import { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import type { JudgeAnswer, JudgeRequest } from '#engine/model/judge-request.ts';
import type { Content } from '#engine/prepare/cast.ts';
import type { FromThread, ToThread } from './in-thread.ts';
import type { Judge } from './judge.ts';

/** `start` makes a new thread; tests pass their own. `longestMs`: a request that takes more milliseconds ends the thread. */
export type WorkerJudgeOptions = { start?: () => Worker; longestMs?: number };

/** The thread holds at most so many contents, as many as the runner's cache: a compiled case takes a few megabytes. */
const MOST_CONTENTS = 64;
const HEAP_MB = 512;
/**
 * Milliseconds for one request. The slowest turn that can be typed takes 0.1 s; a thread's start and its first content
 * take 2 s more.
 */
const LONGEST_MS = 15_000;
/** When the thread has died so often with the same request first in line, that request is the cause: it fails. */
const MOST_DEATHS = 2;

/** The thread that judges. */
export const startThread = (): Worker =>
  new Worker(new URL('./thread.mjs', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    execArgv: [],
  });

type Open = {
  request: JudgeRequest;
  content: Content;
  deaths: number;
  done(answer: JudgeAnswer): void;
  failed(error: Error): void;
};

/**
 * Judges in one worker thread, short turns too: measured on 329 turns of the model trainees (30 characters), judging
 * one in this thread holds its event loop for 0.36–0.42 ms, asking the worker for 0.05–0.09 ms; the answer comes
 * 0.1–0.3 ms later. Requests are answered in the order they come. A thread that dies is started again and asked again
 * whatever is still open. Nothing is started before the first content is expected.
 */
export function createWorkerJudge(
  logger: Logger,
  { start: startWorker = startThread, longestMs = LONGEST_MS }: WorkerJudgeOptions = {},
): Judge {
  let worker: Worker | null = null;
  let closed = false;
  let last = 0;
  /** Asked and not answered, oldest first. */
  const open = new Map<number, Open>();
  /** Hashes of the contents this thread has, least recently used first. */
  const contents = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  const tell = (to: Worker, message: ToThread): void => to.postMessage(message);

  function tellContent(to: Worker, hash: string, { data }: Content): void {
    const known = contents.delete(hash);
    contents.add(hash);
    if (known) return;
    tell(to, { kind: 'content', hash, data });
    const [oldest] = contents;
    if (contents.size <= MOST_CONTENTS || oldest === undefined) return;
    contents.delete(oldest);
    tell(to, { kind: 'forget', hash: oldest });
  }

  function ask(to: Worker, id: number, { request, content }: Open): void {
    tellContent(to, request.contentHash, content);
    tell(to, { kind: 'judge', id, request });
  }

  /** Times the oldest open request. With none open the thread is unreferenced, so that it doesn't keep the process alive. */
  function watch() {
    clearTimeout(timer);
    if (open.size === 0) return worker?.unref();
    worker?.ref();
    timer = setTimeout(() => void worker?.terminate(), longestMs);
  }

  function answered(message: FromThread): void {
    const asked = open.get(message.id);
    open.delete(message.id);
    watch();
    if (message.ok) asked?.done(message.answer);
    else asked?.failed(new Error(message.why));
  }

  function died(error: unknown): void {
    worker = null;
    contents.clear();
    if (closed) return;
    logger.error({ err: error, open: open.size }, 'the judge’s thread died');
    const [first] = open;
    if (first !== undefined) {
      const [id, asked] = first;
      asked.deaths += 1;
      if (asked.deaths >= MOST_DEATHS) {
        open.delete(id);
        asked.failed(new Error('judging this turn ends the thread'));
      }
    }
    if (open.size > 0) start();
    else watch();
  }

  function start(): Worker {
    const made = startWorker();
    let why: unknown = null;
    made.on('message', (message: FromThread) => worker === made && answered(message));
    made.on('error', (error) => {
      why = error;
    });
    // Comes after the error, and alone when the thread was ended for taking too long.
    made.on('exit', () => worker === made && died(why));
    worker = made;
    for (const [id, asked] of open) ask(made, id, asked);
    watch();
    return made;
  }

  return {
    judge: (request, content) =>
      new Promise((done, failed) => {
        if (closed) {
          failed(new Error('the judge is closed'));
          return;
        }
        last += 1;
        const asked: Open = { request, content, deaths: 0, done, failed };
        open.set(last, asked);
        if (worker === null) start();
        else ask(worker, last, asked);
        if (open.size === 1) watch();
      }),
    expect: (hash, content) => {
      if (!closed) tellContent(worker ?? start(), hash, content);
    },
    close: async () => {
      closed = true;
      clearTimeout(timer);
      const waiting = [...open.values()];
      open.clear();
      for (const { failed } of waiting) failed(new Error('the judge is closed'));
      await worker?.terminate();
    },
  };
}
