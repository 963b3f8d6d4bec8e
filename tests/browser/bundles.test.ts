/** The pages as they were built last hold no answer of a shipped case: whoever opens a browser's tools reads them all. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answersIn, answerWords } from '#tests/support/answer-words.ts';

const BUILT = join(import.meta.dirname, '../../dist/client');

test('no answer of a shipped case stands in a bundle of the pages', () => {
  const files = readdirSync(BUILT, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(js|css|html|svg|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  expect(files.length).toBeGreaterThan(5);
  const words = answerWords();
  for (const file of files) expect(answersIn(words, readFileSync(file, 'utf8')), file).toEqual([]);
});
