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

const names = (): string[] => readdirSync(join(BUILT, 'assets'));
const named = (pattern: RegExp): string => names().find((name) => pattern.test(name)) ?? '';
const DESK_PAGE = /^desk-page-.*\.js$/;
const text = (name: string): string => readFileSync(join(BUILT, 'assets', name), 'utf8');

/** Classes that a style sheet has rules for. */
const classesIn = (name: string): Set<string> =>
  new Set(
    [...text(name).matchAll(/\.((?:\\.|[\w-])+)/g)].map(([, found = '']) =>
      found.replace(/\\([\da-f]{1,6}) ?|\\(.)/gi, (_, code: string | undefined, sign: string | undefined) =>
        code === undefined ? (sign ?? '') : String.fromCodePoint(Number.parseInt(code, 16)),
      ),
    ),
  );

/** What the desk needs, now and later: the files its own name, and those these name. */
const ofDesk = (): Set<string> => {
  const found = loadedWith(named(DESK_PAGE));
  for (const name of found)
    if (!name.startsWith('app-'))
      for (const [, needed = ''] of text(name).matchAll(/["'`](?:\.|assets)\/([\w-]+\.js)["'`]/g)) found.add(needed);
  return found;
};

/** Words of the desk's packages that are classes elsewhere. */
const NO_CLASS = /^(?:group|peer|inline|transform|\d.*)$/;

test('the desk’s styles have every class that its scripts name', () => {
  const here = new Set([...classesIn(named(/^app-.*\.css$/)), ...classesIn(named(/^desk-.*\.css$/))]);
  const all = classesIn(named(/^rooms-.*\.css$/));
  const words = new Set([...ofDesk()].flatMap((name) => text(name).split(/[\s"'`]+/)));
  const lacking = [...words].filter((word) => all.has(word) && !here.has(word) && !NO_CLASS.test(word));
  expect([...words].filter((word) => here.has(word)).length).toBeGreaterThan(300);
  expect(lacking).toEqual([]);
});

test('the desk’s address loads few files, and no more than they weigh', () => {
  const entry = /src="\/assets\/([^"]+\.js)"/.exec(readFileSync(join(BUILT, 'index.html'), 'utf8'))?.[1] ?? '';
  const files = loadedWith(named(DESK_PAGE), loadedWith(entry));
  expect([...files].some((name) => name.startsWith('desk-dialogs'))).toBe(false);
  expect(files.size).toBeGreaterThan(5);
  expect(files.size).toBeLessThanOrEqual(12);
  const styles = [named(/^app-.*\.css$/), named(/^desk-.*\.css$/)];
  // The first screen asks for these as soon as it is drawn: they are loaded before somebody can write.
  const drawn = [named(/^pane-separator-.*\.js$/), named(/^wait-announcer-.*\.js$/)];
  const bytes = [...files, ...styles, ...drawn].map((name) => statSync(join(BUILT, 'assets', `${name}.gz`)).size);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(180_000);
});
