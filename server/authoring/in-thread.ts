/** What the checker's thread does: reads the library once, then answers one case after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { runBehindReplies } from '#common/thread-priority.ts';
import { inLanguage } from '#i18n/language.ts';
import { loadSharedContent } from '#library/load-shared-content.ts';
import { checkText } from './check-text.ts';
import { type CheckerData, READY, type ToChecker } from './checker.ts';

/**
 * Of the time a check has, no card of a case that varies is begun later: on a slow machine the last one takes two seconds,
 * and a check that is broken off tells its author nothing.
 */
const CARDS_SHARE = 0.6;

const { scenariosDir, longestMs }: CheckerData = workerData;
const library = loadSharedContent(scenariosDir);

runBehindReplies();
parentPort?.on('message', ({ text, language }: ToChecker) => {
  try {
    const began = performance.now();
    const hasTime = (share: number): boolean => performance.now() - began < longestMs * CARDS_SHARE * share;
    parentPort?.postMessage(inLanguage(language, () => checkText(library, text, hasTime)));
  } catch {
    // Nested deeper than the stack, most likely. The file is at fault, whatever it was.
    parentPort?.postMessage(null);
  }
});

parentPort?.postMessage(READY);
