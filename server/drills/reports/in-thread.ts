/** What the reports' thread does: keeps the contents it was given, and makes one report after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { runBehindReplies } from '#common/thread-priority.ts';
import { answerOf } from '#common/worker-queue.ts';
import type { ContentData, Scenario } from '#engine/model/content.ts';
import { inLanguage, type Language } from '#i18n/language.ts';
import { makeReport } from '#scoring/report.ts';
import { makeFrom, type ReportQuestion } from './report-maker.ts';

/** `content` null: the thread has it already. `forget`: the hash of one that it needn't keep. */
export type ToReports = Omit<ReportQuestion, 'content'> & {
  content: ContentData | null;
  forget: string | null;
  language: Language;
};
export type ReportsThreadData = { shipped: readonly Scenario[] };

const { shipped }: ReportsThreadData = workerData;
const contents = new Map<string, ContentData>();

runBehindReplies();
parentPort?.on('message', async ({ content, forget, language, ...question }: ToReports) => {
  if (forget !== null) contents.delete(forget);
  if (content !== null) contents.set(question.contentHash, content);
  const answer = await answerOf(() => {
    const known = contents.get(question.contentHash);
    if (known === undefined) throw new Error(`content ${question.contentHash} is not there`);
    return inLanguage(language, () => makeFrom(makeReport, shipped, { ...question, content: known }));
  });
  parentPort?.postMessage(answer);
});
