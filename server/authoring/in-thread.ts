/** What the checker's thread does: reads the library once, then answers one case after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { inLanguage } from '#i18n/language.ts';
import { loadSharedContent } from '#library/load-shared-content.ts';
import { checkText } from './check-text.ts';
import { READY, type ToChecker } from './checker.ts';

const library = loadSharedContent(String(workerData));

parentPort?.on('message', ({ text, language }: ToChecker) => {
  try {
    parentPort?.postMessage(inLanguage(language, () => checkText(library, text)));
  } catch {
    // Nested deeper than the stack, most likely. The file is at fault, whatever it was.
    parentPort?.postMessage(null);
  }
});

parentPort?.postMessage(READY);
