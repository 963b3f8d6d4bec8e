import { Worker } from 'node:worker_threads';
import { createWorkerQueue } from '#common/worker-queue.ts';
import type { Scenario } from '#engine/model/content.ts';
import { language } from '#i18n/language.ts';
import type { ReportsThreadData, ToReports } from './in-thread.ts';
import type { ReportMaker, ScoredReport } from './report-maker.ts';

const HEAP_MB = 512;
/** The longest drill's report takes 2 s; a thread's start takes 2 s more, and many times that on an old laptop in use. */
const LIMITS = { longestMs: 60_000, idleMs: 600_000 };
/** The thread holds at most so many contents, each a few hundred kilobytes. */
const MAX_CONTENTS = 32;

/** Makes reports in a thread beside the server, one at a time in the order they are asked for. `shipped`: the shipped cases. */
export const createWorkerReports = (shipped: readonly Scenario[]): ReportMaker => {
  const data: ReportsThreadData = { shipped };
  const start = (): Worker =>
    new Worker(new URL('./thread.mjs', import.meta.url), {
      workerData: data,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
      execArgv: [],
    });
  const thread = createWorkerQueue<ToReports, ScoredReport>(start, LIMITS);
  /** Hashes of the contents that a thread has, the least recently used first. */
  const contentsOf = new WeakMap<Worker, Set<string>>();

  return {
    make: ({ content, ...question }) => {
      const readerLanguage = language();
      return thread.ask((worker) => {
        const hashes = contentsOf.get(worker) ?? new Set<string>();
        contentsOf.set(worker, hashes);
        const isKnown = hashes.delete(question.contentHash);
        hashes.add(question.contentHash);
        const [oldest] = hashes;
        const hashToForget = hashes.size > MAX_CONTENTS && oldest !== undefined ? oldest : null;
        if (hashToForget !== null) hashes.delete(hashToForget);
        return { ...question, content: isKnown ? null : content, forget: hashToForget, language: readerLanguage };
      });
    },
    close: thread.close,
  };
};
