import { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import type { JudgeAnswer, JudgeRequest } from '#engine/model/judge-request.ts';
import type { Content } from '#engine/prepare/prepared-content.ts';
import type { FromThread, Judged, ToThread } from './in-thread.ts';
import type { Judge } from './judge.ts';
import { type JudgeSize, judgeSizeHere } from './judge-size.ts';

/**
 * `start` makes a new thread with a heap of so many MB at most; tests pass their own. `longestMs`: a request that takes
 * more milliseconds ends the thread. `size`: by this machine's memory where it is left out.
 */
export type WorkerJudgeOptions = { start?: (heapMb: number) => Worker; longestMs?: number; size?: JudgeSize };

/** Milliseconds for one request. The slowest turn that can be typed takes 0.1 s. */
const TIMEOUT_MS = 15_000;
/**
 * A thread's start, and compiling one content, may each take so many times as long: 2 s and, for the cases of a rush, 1 s
 * on an idle machine, and ten times that on a busy one. They are timed by themselves: behind the rushes of a whole class a
 * request waits half a minute.
 */
const TIMES_UNTIL_READY = 4;
/** When the thread has died so often over the same request, that request is the cause: it fails. */
const MAX_DEATHS = 2;

/** The thread that judges; `heapMb`: its heap at most. */
export const startThread = (heapMb: number): Worker =>
  new Worker(new URL('./thread.mjs', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
    execArgv: [],
  });

/**
 * A request waits behind one of the later ones for each so many characters of its turn: a reply of one line is judged
 * before a page that somebody else pasted, and the page is overtaken sixty times at most.
 */
const CHARACTERS_PER_PLACE = 100;

type PendingRequest = {
  /** Its place in line: the number of the request, put back by the length of its turn. The lowest is answered first. */
  place: number;
  request: JudgeRequest;
  content: Content;
  deaths: number;
  resolve(answer: JudgeAnswer): void;
  reject(error: Error): void;
};

/**
 * Judges in one worker thread, short turns too: measured on 329 turns of the model trainees (30 characters), judging
 * one in this thread holds its event loop for 0.36–0.42 ms, asking the worker for 0.05–0.09 ms; the answer comes
 * 0.1–0.3 ms later. The thread has one request at a time; those that wait are here, short turns before long ones that
 * came a little earlier. A drill has one request open at most, so no drill can fill the line. A thread that dies is
 * started again and asked again what it was asked. Nothing is started before the first content is expected.
 */
export const createWorkerJudge = (
  logger: Logger,
  { start: startWorker = startThread, longestMs = TIMEOUT_MS, size = judgeSizeHere() }: WorkerJudgeOptions = {},
): Judge => {
  let worker: Worker | null = null;
  let isClosed = false;
  let lastId = 0;
  /** Not answered, oldest first: the one the thread has, and those that wait. */
  const pending = new Map<number, PendingRequest>();
  /** The request the thread works on. */
  let currentId: number | null = null;
  /** Number of cases in the contents this thread has, by hash, least recently used first. */
  const caseCounts = new Map<string, number>();
  let heldCases = 0;
  let timer: NodeJS.Timeout | undefined;
  /** Starts and contents that the thread hasn't finished. */
  let unready = 0;

  const post = (target: Worker, message: ToThread): void => target.postMessage(message);

  const sendContent = (target: Worker, hash: string, { data }: Content): void => {
    const isKnown = caseCounts.delete(hash);
    caseCounts.set(hash, data.scenarios.length);
    if (isKnown) return;
    unready += 1;
    post(target, { kind: 'content', hash, data });
    heldCases += data.scenarios.length;
    for (const [oldest, count] of caseCounts) {
      if (heldCases <= size.cases || oldest === hash) break;
      caseCounts.delete(oldest);
      heldCases -= count;
      post(target, { kind: 'forget', hash: oldest });
    }
  };

  /** The request that is next; of equal places the one that came first. */
  const nextPending = (): [number, PendingRequest] | undefined =>
    [...pending].reduce<[number, PendingRequest] | undefined>(
      (best, one) => (best === undefined || one[1].place < best[1].place ? one : best),
      undefined,
    );

  /**
   * Asks a free thread the next request, and times it. With none open the thread is unreferenced, so that it doesn't
   * keep the process alive.
   */
  const askNext = (): void => {
    if (currentId !== null) return;
    clearTimeout(timer);
    const next = nextPending();
    if (next === undefined) {
      worker?.unref();
      return;
    }
    const [id, { request, content }] = next;
    const target = worker ?? start();
    currentId = id;
    target.ref();
    sendContent(target, request.contentHash, content);
    post(target, { kind: 'judge', id, request });
    startTimer(target);
  };

  /** From now the thread has its time for what it does next. */
  const startTimer = (target: Worker): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void target.terminate(), longestMs * (unready > 0 ? TIMES_UNTIL_READY : 1));
  };

  const onMessage = (from: Worker, message: FromThread): void => {
    if (!('isReady' in message)) {
      onAnswer(message);
      return;
    }
    unready -= 1;
    if (currentId !== null) startTimer(from);
  };

  const onAnswer = (message: Judged): void => {
    const answeredRequest = pending.get(message.id);
    pending.delete(message.id);
    currentId = null;
    askNext();
    if (message.ok) answeredRequest?.resolve(message.answer);
    else answeredRequest?.reject(new Error(message.why));
  };

  const onThreadEnd = (error: unknown): void => {
    worker = null;
    caseCounts.clear();
    heldCases = 0;
    if (isClosed) return;
    logger.error({ err: error, open: pending.size }, 'the judge’s thread died');
    const failedRequest = currentId === null ? undefined : pending.get(currentId);
    if (currentId !== null && failedRequest !== undefined) {
      failedRequest.deaths += 1;
      if (failedRequest.deaths >= MAX_DEATHS) {
        pending.delete(currentId);
        failedRequest.reject(new Error('judging this turn ends the thread'));
      }
    }
    currentId = null;
    askNext();
  };

  const start = (): Worker => {
    const newWorker = startWorker(size.heapMb);
    let lastError: unknown = null;
    newWorker.on('message', (message: FromThread) => worker === newWorker && onMessage(newWorker, message));
    newWorker.on('error', (error) => {
      lastError = error;
    });
    // Comes after the error, and alone when the thread was ended for taking too long.
    newWorker.on('exit', () => worker === newWorker && onThreadEnd(lastError));
    worker = newWorker;
    unready = 1;
    newWorker.unref();
    return newWorker;
  };

  return {
    judge: (request, content) =>
      new Promise((resolve, reject) => {
        if (isClosed) {
          reject(new Error('the judge is closed'));
          return;
        }
        lastId += 1;
        const place = lastId + Math.floor(request.words.text.length / CHARACTERS_PER_PLACE);
        pending.set(lastId, { place, request, content, deaths: 0, resolve, reject });
        askNext();
      }),
    announceContent: (hash, content) => {
      if (!isClosed) sendContent(worker ?? start(), hash, content);
    },
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      const unanswered = [...pending.values()];
      pending.clear();
      for (const { reject } of unanswered) reject(new Error('the judge is closed'));
      await worker?.terminate();
    },
  };
};
