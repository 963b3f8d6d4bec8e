import { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import type { JudgeAnswer, JudgeRequest } from '#engine/model/judge-request.ts';
import type { Content } from '#engine/prepare/prepared-content.ts';
import type { FromThread, Judged, ToThread } from './in-thread.ts';
import type { Judge } from './judge.ts';

/** `start` makes a new thread; tests pass their own. `longestMs`: a request that takes more milliseconds ends the thread. */
export type WorkerJudgeOptions = { start?: () => Worker; longestMs?: number };

/**
 * The thread holds at most so many contents, as many as the runner's cache. A compiled case takes a few megabytes, each
 * further variant of it some 0.3.
 */
const MAX_CONTENTS = 256;
const HEAP_MB = 512;
/** Milliseconds for one request. The slowest turn that can be typed takes 0.1 s. */
const LONGEST_MS = 15_000;
/**
 * A thread's start, and compiling one content, may each take so many times as long: 2 s and, for the cases of a rush, 1 s
 * on an idle machine, and ten times that on a busy one. They are timed by themselves: behind the rushes of a whole class a
 * request waits half a minute.
 */
const TIMES_UNTIL_READY = 4;
/** When the thread has died so often over the same request, that request is the cause: it fails. */
const MAX_DEATHS = 2;

/** The thread that judges. */
export const startThread = (): Worker =>
  new Worker(new URL('./thread.mjs', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    execArgv: [],
  });

/**
 * A request waits behind one of the later ones for each so many characters of its turn: a reply of one line is judged
 * before a page that somebody else pasted, and the page is overtaken sixty times at most.
 */
const CHARACTERS_A_PLACE = 100;

type Open = {
  /** Its place in line: the number of the request, put back by the length of its turn. The lowest is answered first. */
  place: number;
  request: JudgeRequest;
  content: Content;
  deaths: number;
  done(answer: JudgeAnswer): void;
  failed(error: Error): void;
};

/**
 * Judges in one worker thread, short turns too: measured on 329 turns of the model trainees (30 characters), judging
 * one in this thread holds its event loop for 0.36–0.42 ms, asking the worker for 0.05–0.09 ms; the answer comes
 * 0.1–0.3 ms later. The thread has one request at a time; those that wait are here, short turns before long ones that
 * came a little earlier. A drill has one request open at most, so no drill can fill the line. A thread that dies is
 * started again and asked again what it was asked. Nothing is started before the first content is expected.
 */
export function createWorkerJudge(
  logger: Logger,
  { start: startWorker = startThread, longestMs = LONGEST_MS }: WorkerJudgeOptions = {},
): Judge {
  let worker: Worker | null = null;
  let closed = false;
  let last = 0;
  /** Not answered, oldest first: the one the thread has, and those that wait. */
  const open = new Map<number, Open>();
  /** The request the thread works on. */
  let asked: number | null = null;
  /** Hashes of the contents this thread has, least recently used first. */
  const contents = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  /** Starts and contents that the thread hasn't finished. */
  let unready = 0;

  const tell = (to: Worker, message: ToThread): void => to.postMessage(message);

  function tellContent(to: Worker, hash: string, { data }: Content): void {
    const known = contents.delete(hash);
    contents.add(hash);
    if (known) return;
    unready += 1;
    tell(to, { kind: 'content', hash, data });
    const [oldest] = contents;
    if (contents.size <= MAX_CONTENTS || oldest === undefined) return;
    contents.delete(oldest);
    tell(to, { kind: 'forget', hash: oldest });
  }

  /** The request that is next; of equal places the one that came first. */
  const first = (): [number, Open] | undefined =>
    [...open].reduce<[number, Open] | undefined>(
      (best, one) => (best === undefined || one[1].place < best[1].place ? one : best),
      undefined,
    );

  /**
   * Asks a free thread the next request, and times it. With none open the thread is unreferenced, so that it doesn't
   * keep the process alive.
   */
  function askNext(): void {
    if (asked !== null) return;
    clearTimeout(timer);
    const next = first();
    if (next === undefined) {
      worker?.unref();
      return;
    }
    const [id, { request, content }] = next;
    const to = worker ?? start();
    asked = id;
    to.ref();
    tellContent(to, request.contentHash, content);
    tell(to, { kind: 'judge', id, request });
    time(to);
  }

  /** From now the thread has its time for what it does next. */
  function time(of: Worker): void {
    clearTimeout(timer);
    timer = setTimeout(() => void of.terminate(), longestMs * (unready > 0 ? TIMES_UNTIL_READY : 1));
  }

  function heard(from: Worker, message: FromThread): void {
    if (!('isReady' in message)) {
      answered(message);
      return;
    }
    unready -= 1;
    if (asked !== null) time(from);
  }

  function answered(message: Judged): void {
    const one = open.get(message.id);
    open.delete(message.id);
    asked = null;
    askNext();
    if (message.ok) one?.done(message.answer);
    else one?.failed(new Error(message.why));
  }

  function died(error: unknown): void {
    worker = null;
    contents.clear();
    if (closed) return;
    logger.error({ err: error, open: open.size }, 'the judge’s thread died');
    const one = asked === null ? undefined : open.get(asked);
    if (asked !== null && one !== undefined) {
      one.deaths += 1;
      if (one.deaths >= MAX_DEATHS) {
        open.delete(asked);
        one.failed(new Error('judging this turn ends the thread'));
      }
    }
    asked = null;
    askNext();
  }

  function start(): Worker {
    const made = startWorker();
    let why: unknown = null;
    made.on('message', (message: FromThread) => worker === made && heard(made, message));
    made.on('error', (error) => {
      why = error;
    });
    // Comes after the error, and alone when the thread was ended for taking too long.
    made.on('exit', () => worker === made && died(why));
    worker = made;
    unready = 1;
    made.unref();
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
        const place = last + Math.floor(request.words.text.length / CHARACTERS_A_PLACE);
        open.set(last, { place, request, content, deaths: 0, done, failed });
        askNext();
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
