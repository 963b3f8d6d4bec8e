/** What the judge's thread does: compiles each content once, then answers what it is asked, in order. */
import { parentPort } from 'node:worker_threads';
import { runBehindReplies } from '#common/thread-priority.ts';
import { createPartSharing } from '#drills/catalog/share-parts.ts';
import { answerRequest } from '#engine/judge/answer-request.ts';
import type { ContentData } from '#engine/model/content.ts';
import type { JudgeAnswer, JudgeRequest } from '#engine/model/judge-request.ts';
import { compileAll, prepare } from '#engine/prepare/prepare.ts';
import type { Content } from '#engine/prepare/prepared-content.ts';

export type ToThread =
  | { kind: 'content'; hash: string; data: ContentData }
  | { kind: 'forget'; hash: string }
  | { kind: 'judge'; id: number; request: JudgeRequest };
/** `isReady`: the thread has started, or has compiled one content. */
export type FromThread = { isReady: true } | Judged;
export type Judged = { id: number; ok: true; answer: JudgeAnswer } | { id: number; ok: false; why: string };

const contents = new Map<string, Content>();
/** A message brings a copy of all its parts; with shared ones a variant of a known case is compiled in a third of the time. */
const share = createPartSharing();
const tellReady = (): void => parentPort?.postMessage({ isReady: true } satisfies FromThread);

const answerFor = (id: number, request: JudgeRequest): Judged => {
  try {
    const content = contents.get(request.contentHash);
    if (!content) return { id, ok: false, why: `content ${request.contentHash} is not there` };
    return { id, ok: true, answer: answerRequest(content, request) };
  } catch (error) {
    return { id, ok: false, why: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
};

runBehindReplies();
parentPort?.on('message', (message: ToThread) => {
  if (message.kind === 'content') {
    const content = prepare(share(message.data));
    contents.set(message.hash, content);
    compileAll(content);
    tellReady();
  } else if (message.kind === 'forget') contents.delete(message.hash);
  else parentPort?.postMessage(answerFor(message.id, message.request));
});
tellReady();
