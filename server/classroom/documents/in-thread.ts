/** What the files' thread does: makes one after the other. */
import { parentPort } from 'node:worker_threads';
import { runBehindReplies } from '#common/thread-priority.ts';
import { answerOf } from '#common/worker-queue.ts';
import { inLanguage } from '#i18n/language.ts';
import { documentOf } from './documents.ts';
import type { ToDocuments } from './worker-documents.ts';

runBehindReplies();
parentPort?.on('message', async ({ question, language }: ToDocuments) => {
  parentPort?.postMessage(await answerOf(() => inLanguage(language, () => documentOf(question))));
});
