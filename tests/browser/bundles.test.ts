/**
 * The pages as they were built last hold no answer of a shipped case: whoever opens a browser's tools reads them all. And
 * what the desk's address loads stays as light as it is.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readComplaints } from '#drills/inspections/complaints.ts';
import { answersIn, answerWords } from '#tests/support/answer-words.ts';

const BUILT = join(import.meta.dirname, '../../dist/client');

test('no answer of a shipped case stands in a bundle of the pages', () => {
  const files = readdirSync(BUILT, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(js|css|html|svg|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  expect(files.length).toBeGreaterThan(5);
  const words = answerWords();
  const verdicts = [...readComplaints().values()].flatMap(({ why, remedies }) => [
    why,
    ...remedies.from.map(({ name }) => name),
  ]);
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    expect(answersIn(words, text), file).toEqual([]);
    expect(
      verdicts.filter((verdict) => text.includes(verdict)),
      file,
    ).toEqual([]);
  }
});

/** Names of the built files that a script needs before it runs, itself among them. */
const loadedWith = (name: string, found = new Set<string>()): Set<string> => {
  if (found.has(name)) return found;
  found.add(name);
  const text = readFileSync(join(BUILT, 'assets', name), 'utf8');
  for (const [, needed = ''] of text.matchAll(/(?:from|import)\s*["'`]\.\/([\w-]+\.js)["'`]/g))
    loadedWith(needed, found);
  return found;
};

test('the desk’s address loads few files, and no more than they weigh', () => {
  const names = readdirSync(join(BUILT, 'assets'));
  const named = (pattern: RegExp): string => names.find((name) => pattern.test(name)) ?? '';
  const entry = /src="\/assets\/([^"]+\.js)"/.exec(readFileSync(join(BUILT, 'index.html'), 'utf8'))?.[1] ?? '';
  const files = loadedWith(named(/^desk-page-.*\.js$/), loadedWith(entry));
  expect([...files].some((name) => name.startsWith('desk-dialogs'))).toBe(false);
  expect(files.size).toBeGreaterThan(5);
  expect(files.size).toBeLessThanOrEqual(12);
  const bytes = [...files, named(/^app-.*\.css$/)].map((name) => statSync(join(BUILT, 'assets', `${name}.gz`)).size);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(206_000);
});
