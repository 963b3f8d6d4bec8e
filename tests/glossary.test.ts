/** One word for one thing: names of files, folders and exports against the tables of `docs/glossary.md`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sources } from '#tests/support/sources.ts';

const TOP = join(import.meta.dirname, '..');
const AREAS = ['server', 'client', 'scripts'];

/** Cells of every table row of a part of the glossary; its head and its rule aside. */
const rowsOf = (part: string): string[][] =>
  part
    .split('\n')
    .filter((line) => line.startsWith('|') && !line.startsWith('|---') && !/^\| (?:Term|Word) \|/.test(line))
    .map((line) => line.slice(1, -1).split('|'))
    .map((cells) => cells.map((cell) => cell.trim()));

const [termPart = '', exceptionPart = ''] = readFileSync(join(TOP, 'docs/glossary.md'), 'utf8').split('## Exceptions');
const pathsOf = (text: string): string[] => text.split(',').map((path) => path.trim());
const coded = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, one = '']) => one);

/** `wallMap`, `WALL_MAP` and `wall-map` are the words wall and map. */
const wordsOf = (name: string): string[] =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');

const terms = rowsOf(termPart).map(([term = '', chinese = '', what = '', code = '', not = '']) => ({
  term,
  chinese,
  what,
  code: coded(code),
  not: [...not.matchAll(/`([^`]+)`(?: \(([^)]+)\))?/g)].map(([, word = '', under]) => ({
    word,
    under: under === undefined ? AREAS : pathsOf(under),
  })),
}));
const exceptions = rowsOf(exceptionPart).map(([word = '', under = '', why = '']) => ({
  word: coded(word)[0] ?? '',
  under: pathsOf(under),
  why,
}));

const walk = (folder: string): string[] =>
  readdirSync(join(TOP, folder), { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith('.') || entry.name === 'node_modules' || entry.name === 'dist') return [];
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? walk(path) : [path];
  });
const files = AREAS.flatMap(walk);
const folders = [...new Set(files.map((path) => dirname(path)))];

const EXPORT =
  /^export (?:declare )?(?:abstract )?(?:async )?(?:const|let|function\*?|type|class|interface|enum) (\w+)/gm;
const exported = sources
  .filter(({ path }) => AREAS.some((area) => path.startsWith(`${area}/`)))
  .flatMap(({ path, raw }) => [...raw.matchAll(EXPORT)].map(([, name = '']) => ({ path, name })));
const lettersOf = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '');
const names = [
  ...[...files, ...folders].map((path) => ({ path, name: (path.split('/').at(-1) ?? '').replace(/\..*$/, '') })),
  ...exported,
].map((one) => ({ ...one, letters: lettersOf(one.name) }));

const isUnder = (path: string, under: readonly string[]): boolean =>
  under.some((one) => path === one || path.startsWith(`${one}/`));
const singular = (word: string): string => word.replace(/s$/, '');
/** Where `part` begins among `words`; -1 where it doesn't stand there. */
const placeOf = (words: readonly string[], part: readonly string[]): number =>
  words.findIndex((_, at) => part.every((word, more) => words[at + more] === word));

const termWords = terms.map(({ term }) => wordsOf(term).map(singular));
/** Whether the name carries the word otherwise than as part of a term: red-lines carries no line. */
const carries = (name: string, word: string): boolean => {
  const wanted = wordsOf(word);
  let rest: string[] = wordsOf(name);
  for (const term of termWords) {
    if (term.length <= wanted.length || placeOf(term, wanted.map(singular)) < 0) continue;
    const at = placeOf(rest.map(singular), term);
    if (at >= 0) rest = [...rest.slice(0, at), '·', ...rest.slice(at + term.length)];
  }
  return placeOf(rest, wanted) >= 0;
};
const barred = terms.flatMap(({ term, not }) =>
  not.flatMap(({ word, under }) =>
    names
      // Taking every name apart for every barred word took three seconds.
      .filter(
        ({ path, name, letters }) => letters.includes(lettersOf(word)) && isUnder(path, under) && carries(name, word),
      )
      .map((found) => ({ ...found, word, term })),
  ),
);
/**
 * Names inside of exports that misled their readers: members of types, props and parameters with a type. Only the worst
 * are barred: most fields are stored or sent over the wire, and can't be renamed.
 */
const BARRED_INSIDE: readonly { word: RegExp; under: readonly string[] }[] = [
  { word: /^(?:deeds?|shelved|pinned|reach)$/, under: ['server/storage'] },
  { word: /^(?:reach|keptOf)$/, under: ['server/classroom'] },
  { word: /^(?:door|knocking)$/, under: ['server/backup', 'scripts'] },
  { word: /^(?:onDrop|marks?|big)$/, under: ['client/features/results/debrief/debrief-bookmarks.tsx'] },
];
const MEMBER = /(?<![\w'"`.$])(\w+)\??(?:: (?=[A-Z(]|readonly |string|number|boolean)|\((?=\w*[:)]))/g;
const misleading = sources.flatMap(({ path, raw }) => {
  const words = BARRED_INSIDE.filter(({ under }) => isUnder(path, under)).map(({ word }) => word);
  if (words.length === 0) return [];
  const members = [...raw.matchAll(MEMBER)].map(([, name = '']) => name);
  return members.filter((name) => words.some((word) => word.test(name))).map((name) => `${path}: ${name}`);
});

const isExcepted = (found: { path: string; word: string }, one: (typeof exceptions)[number]): boolean =>
  one.word === found.word && isUnder(found.path, one.under);

describe('glossary', () => {
  it('has each term once, with its Chinese and what it is', () => {
    expect(terms.length).toBeGreaterThan(70);
    expect(
      terms.filter(({ chinese, what, code }) => !/\p{Script=Han}/u.test(chinese) || what === '' || code.length === 0),
    ).toEqual([]);
    expect(new Set(terms.map(({ term }) => term)).size).toBe(terms.length);
  });

  it('names files and exports that exist', () => {
    const known = new Set(exported.map(({ name }) => name));
    const gone = terms.flatMap(({ code }) =>
      code.filter((one) => (one.includes('/') ? !existsSync(join(TOP, one)) : !known.has(one))),
    );
    expect(gone).toEqual([]);
  });

  it('bars words only in folders that exist, and no word that is a term', () => {
    const paths = [...terms.flatMap(({ not }) => not), ...exceptions].flatMap(({ under }) => under);
    expect(paths.filter((path) => !existsSync(join(TOP, path)))).toEqual([]);
    const own = new Set(terms.map(({ term }) => term));
    const everywhere = terms.flatMap(({ not }) => not.filter(({ under }) => under === AREAS).map(({ word }) => word));
    expect(everywhere.filter((word) => own.has(word))).toEqual([]);
  });

  it('is kept by the names of files, folders and exports', () => {
    const wrong = barred.filter((found) => !exceptions.some((one) => isExcepted(found, one)));
    expect(wrong.map(({ path, name, word, term }) => `${path}: ${name} says ${word} for ${term}`)).toEqual([]);
  });

  it('is kept by members, props and parameters whose old names misled most', () => {
    expect(misleading).toEqual([]);
  });

  it('has no exception without a reason or without a use', () => {
    const idle = exceptions.filter(
      (one) =>
        one.why === '' ||
        one.under.some((path) => !barred.some((found) => isExcepted(found, { ...one, under: [path] }))),
    );
    expect(idle).toEqual([]);
  });
});
