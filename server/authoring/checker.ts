import { Worker } from 'node:worker_threads';
import { type Language, language } from '#i18n/language.ts';
import type { CaseText, CheckedText } from './check-text.ts';

/** What the thread is started with. */
export type CheckerData = { scenariosDir: string; cardsMs: number };
/** What the thread is asked: the case, and the language of whoever uploaded it. */
export type ToChecker = { text: CaseText; language: Language };

export type Checker = {
  /** Null: the check broke off, or took too much time or memory. */
  check(text: CaseText): Promise<CheckedText | null>;
  close(): void;
};

const HEAP_MB = 256;
/** What the thread says when the library is read. */
export const READY = 'ready';
/** Loading the program and the library takes 2 s on two idle cores, and many times that on an old laptop in use. */
const START_MS = 60_000;
/**
 * What ends a case that would never end, counted from when the thread is ready. A plain one takes half a second of
 * processor time, but the thread gives way to replies, and with both cores taken that took longer than eight seconds.
 */
const LONGEST_MS = 30_000;
/**
 * Of one that varies no card is begun later (check-cards.ts): on a slow machine the last one takes two seconds, and a
 * check that is broken off tells its author nothing.
 */
const CARDS_MS = 4_800;
/** An author mends and checks again, so an idle thread is kept this long: a new one reads the library first. */
const IDLE_MS = 60_000;

/**
 * Checks uploaded cases in a thread beside the server, one at a time, against the library in `scenariosDir`. A check
 * that takes longer than `longestMs`, the thread's start not counted, gives null, and its thread is ended.
 */
export const createChecker = (scenariosDir: string, longestMs = LONGEST_MS, cardsMs = CARDS_MS): Checker => {
  let thread: Worker | null = null;
  let isReady = false;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const stop = (): void => {
    clearTimeout(idle);
    void thread?.terminate();
    thread = null;
    isReady = false;
  };

  const startThread = (): Worker => {
    const worker = new Worker(new URL('./thread.mjs', import.meta.url), {
      workerData: { scenariosDir, cardsMs } satisfies CheckerData,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: 32 },
      execArgv: [],
    });
    // Between two checks the thread has no other listener: without this one its error would end the server.
    worker.on('error', () => {});
    worker.on('exit', () => {
      if (thread === worker) stop();
    });
    worker.unref();
    return worker;
  };

  const ask = (question: ToChecker): Promise<CheckedText | null> =>
    new Promise((resolve) => {
      clearTimeout(idle);
      thread ??= startThread();
      const request = thread;
      const finish = (checked: CheckedText | null, isThreadAlive: boolean): void => {
        clearTimeout(timer);
        request.off('message', onMessage).off('error', onLost).off('exit', onLost);
        if (isThreadAlive) idle = setTimeout(stop, IDLE_MS).unref();
        else if (thread === request) stop();
        resolve(checked);
      };
      const onLost = (): void => finish(null, false);
      let timer = setTimeout(onLost, isReady ? longestMs : START_MS);
      const onMessage = (message: CheckedText | typeof READY | null): void => {
        clearTimeout(timer);
        if (message !== READY) {
          finish(message, true);
          return;
        }
        isReady = true;
        timer = setTimeout(onLost, longestMs);
      };
      request.on('message', onMessage).on('error', onLost).on('exit', onLost);
      request.postMessage(question);
    });

  return {
    check: (text) => {
      const question = { text, language: language() };
      const ownThread = last.then(() => ask(question));
      last = ownThread;
      return ownThread;
    },
    close: stop,
  };
};
