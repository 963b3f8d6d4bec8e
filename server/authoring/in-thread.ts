/** What the checker's thread does: reads the library once, then answers one case after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { loadSharedContent } from '#library/load-shared-content.ts';
import { type CaseText, checkText } from './check-text.ts';
import { READY } from './checker.ts';

const library = loadSharedContent(String(workerData));

parentPort?.on('message', (text: CaseText) => {
  try {
    parentPort?.postMessage(checkText(library, text));
  } catch {
    // Nested deeper than the stack, most likely. The file is at fault, whatever it was.
    parentPort?.postMessage(null);
  }
});

parentPort?.postMessage(READY);
