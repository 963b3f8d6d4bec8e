/** The text of `keys.ts`: each server sentence's key with the names of the values it shows. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const TOP = join(import.meta.dirname, '../..');
export const KEYS_FILE = join(TOP, 'server/i18n/keys.ts');

/** Areas that only the browser's pages use: the tests check their keys, and the server doesn't need their types. */
export const CLIENT_AREAS: readonly string[] = (
  'account accuracy admin analysis anatomy app attendance authored calendar certificates classroom contest desk desk-dialogs discussion exams ' +
  'handed-in handover hold homework inspection join lead learning-path library mentors own-questions paper pay personal-data personal-replies ' +
  'period policy-reading portfolio practice project-task published-sheets puzzles questions quick-replies recommended replay report results ' +
  'role-play share status ' +
  'sides takeaway teams terms transfers typing ui wall'
).split(' ');

type Tree = { readonly [key: string]: string | Tree };

/** All sentences of a language by `area:key`. */
export const sentencesOf = (language: string): Map<string, string> => {
  const folder = join(TOP, 'messages', language);
  const leaves = (tree: Tree, path: string): [string, string][] =>
    Object.entries(tree).flatMap(([key, node]) => {
      const at = path.endsWith(':') ? `${path}${key}` : `${path}.${key}`;
      return typeof node === 'string' ? [[at, node] as [string, string]] : leaves(node, at);
    });
  return new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .toSorted()
      .flatMap((name) => leaves(JSON.parse(readFileSync(join(folder, name), 'utf8')), `${basename(name, '.json')}:`)),
  );
};

/** Names of the values a sentence shows, each once, in order. */
export const valuesIn = (sentence: string): string[] => [
  ...new Set([...sentence.matchAll(/\{\{(\w+)(?:,[^}]*)?\}\}/g)].map(([, name = '']) => name)),
];

/** Columns of a line, as `biome.json` has them; a longer union stands one name a line. */
const LINE_WIDTH = 120;

const rowOf = (key: string, names: readonly string[]): string => {
  const row = `  '${key}': ${names.join(' | ') || 'never'};`;
  return row.length <= LINE_WIDTH ? row : `  '${key}':\n${names.map((name) => `    | ${name}`).join('\n')};`;
};

export const typesText = (): string => {
  const rows = [...sentencesOf('zh')]
    .filter(([key]) => !CLIENT_AREAS.includes(key.split(':')[0] ?? ''))
    .map(([key, text]) =>
      rowOf(
        key,
        valuesIn(text).map((name) => `'${name}'`),
      ),
    );
  return [
    '/** Made by `npm run messages` from `messages/zh`: the values each sentence is filled with. */',
    'export type Messages = {',
    ...rows,
    '};',
    '',
  ].join('\n');
};
