/** What the checker's thread does: reads the library once, then answers one case after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { runBehindReplies } from '#common/thread-priority.ts';
import { inLanguage } from '#i18n/language.ts';
import { loadSharedContent } from '#library/load-shared-content.ts';
import { checkText } from './check-text.ts';
import { type CheckerData, READY, type ToChecker } from './checker.ts';

const { scenariosDir, cardsMs }: CheckerData = workerData;
const library = loadSharedContent(scenariosDir);

/** Steps of niceness: an author looks at the page until the check is done. */
const BEHIND = 3;
runBehindReplies(BEHIND);
parentPort?.on('message', ({ text, language }: ToChecker) => {
  try {
    const began = performance.now();
    const hasTime = (share: number): boolean => performance.now() - began < cardsMs * share;
    parentPort?.postMessage(inLanguage(language, () => checkText(library, text, hasTime)));
  } catch {
    // Nested deeper than the stack, most likely. The file is at fault, whatever it was.
    parentPort?.postMessage(null);
  }
});

parentPort?.postMessage(READY);
