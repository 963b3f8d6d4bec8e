import { Worker } from 'node:worker_threads';
import { createWorkerQueue } from '#common/worker-queue.ts';
import { type Language, language } from '#i18n/language.ts';
import type { DocumentQuestion, Documents } from './documents.ts';

export type ToDocuments = { question: DocumentQuestion; language: Language };

const HEAP_MB = 256;
/** The largest class's workbook takes a second; a thread's start with Word's code takes 3 s more, and far more on an old laptop in use. */
const LIMITS = { longestMs: 60_000, idleMs: 120_000 };

/** Makes files in a thread beside the server, one at a time in the order they are asked for. */
export const createWorkerDocuments = (): Documents => {
  const start = (): Worker =>
    new Worker(new URL('./thread.mjs', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
      execArgv: [],
    });
  const thread = createWorkerQueue<ToDocuments, Uint8Array>(start, LIMITS);
  return {
    make: async (question) => {
      const request = { question, language: language() };
      const bytes = await thread.ask(() => request);
      return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    },
    close: thread.close,
  };
};
