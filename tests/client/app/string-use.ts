/** Reads out of the client's source which strings it asks for, and with which variables. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLIENT_AREAS } from '#scripts/messages/types-text.ts';

const client = join(import.meta.dirname, '../../../client');

export type Source = { name: string; text: string };
/** All strings by `namespace:key`. */
export type Strings = ReadonlyMap<string, string>;

const under = (folder: string, ending: RegExp): Source[] =>
  readdirSync(join(client, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => ({ name: join(folder, name), text: readFileSync(join(client, folder, name), 'utf8') }));

export const sources = (): Source[] =>
  ['app', 'features', 'drill', 'lib', 'ui'].flatMap((folder) => under(folder, /\.tsx?$/));

const leaves = (tree: unknown, path: string): [string, string][] =>
  typeof tree === 'string'
    ? [[path, tree]]
    : Object.entries(tree as object).flatMap(([key, node]) =>
        leaves(node, path.endsWith(':') ? path + key : `${path}.${key}`),
      );

export const strings = (): Strings =>
  new Map(
    CLIENT_AREAS.flatMap((area) =>
      leaves(JSON.parse(readFileSync(join(client, '../messages/zh', `${area}.json`), 'utf8')), `${area}:`),
    ),
  );

/** From behind an opening bracket to its closing one, cut at the commas between. */
const argumentsAt = (text: string, from: number): string[] => {
  const args: string[] = [];
  const open: string[] = [];
  let start = from;
  for (let at = from; at < text.length; at++) {
    const sign = text[at] ?? '';
    const inside = open.at(-1);
    if (inside === "'" || inside === '"' || inside === '`') {
      if (sign === '\\') at++;
      else if (sign === inside) open.pop();
      else if (inside === '`' && sign === '$' && text[at + 1] === '{') {
        open.push('{');
        at++;
      }
    } else if ('\'"`([{'.includes(sign)) open.push(sign);
    else if (')]}'.includes(sign)) {
      if (open.length === 0) return [...args, text.slice(start, at).trim()].filter((arg) => arg !== '');
      open.pop();
    } else if (sign === ',' && open.length === 0) {
      args.push(text.slice(start, at).trim());
      start = at + 1;
    }
  }
  return args;
};

export type Use = {
  file: string;
  /** As written, for a message. */
  text: string;
  /** One for each string the call may ask for: an exact key, or a pattern. */
  asks: { spaces: readonly string[]; key: RegExp; exact: boolean }[];
  /** Names of the variables given; null where the source doesn't show them. */
  given: readonly string[] | null;
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The namespaces a bare key of this file may be in. */
export const spacesOf = ({ name, text }: Source): string[] => {
  const named = [...text.matchAll(/(?:useTranslation\(|TFunction<)'([\w-]+)'[)>]/g)].map(([, space = '']) => space);
  return named.length > 0 ? [...new Set(named)] : [/^features\/([\w-]+)\//.exec(name)?.[1] ?? 'ui'];
};

const given = (arg: string | undefined): readonly string[] | null => {
  if (arg === undefined) return [];
  if (!arg.startsWith('{') || arg.includes('...')) return null;
  return argumentsAt(arg, 1).map((prop) => /^\w+/.exec(prop)?.[0] ?? '');
};

const asksOf = (expression: string, spaces: readonly string[]): Use['asks'] =>
  [...expression.matchAll(/(?:^|[?:]\s*)(?:'([^']*)'|`([^`]*)`)/g)].flatMap(([, plain, template]) => {
    const words = plain ?? template ?? '';
    const parts = words.split(/\$\{[^}]*\}/);
    // The key is filled in as a whole, and its values stand elsewhere in the file.
    if (plain === undefined && parts.join('').replace(/^[\w-]+:/, '') === '') return [];
    const [, space] = /^([\w-]+):/.exec(words) ?? [];
    const bare = parts.map((part, n) => (n === 0 ? part.replace(/^[\w-]+:/, '') : part));
    const key = new RegExp(`^${bare.map(escaped).join('[\\w-]*')}$`);
    return [{ spaces: space === undefined ? spaces : [space], key, exact: parts.length === 1 }];
  });

/** Calls of `t` and `say` in a file. */
export const usesIn = (source: Source): Use[] => {
  const spaces = spacesOf(source);
  return [...source.text.matchAll(/(?<![\w$])(?:t|say)\(/g)].flatMap((found) => {
    const [key, values] = argumentsAt(source.text, found.index + found[0].length);
    if (key === undefined) return [];
    const asks = asksOf(key, spaces);
    return asks.length === 0 ? [] : [{ file: source.name, text: key, asks, given: given(values) }];
  });
};

/** Keys by namespace: asked of all strings, the calls of all pages took seconds. */
const keysOfAll = new WeakMap<Strings, ReadonlyMap<string, readonly string[]>>();
const keysOf = (all: Strings): ReadonlyMap<string, readonly string[]> => {
  const known = keysOfAll.get(all);
  if (known !== undefined) return known;
  const keys = new Map<string, string[]>();
  for (const one of all.keys()) {
    const space = one.slice(0, one.indexOf(':'));
    keys.set(space, [...(keys.get(space) ?? []), one]);
  }
  keysOfAll.set(all, keys);
  return keys;
};

/** Strings a call may show. */
export const shownBy = (all: Strings, { asks }: Use): string[] =>
  asks.flatMap(({ spaces, key }) =>
    [...new Set(spaces)].flatMap((space) =>
      (keysOf(all).get(space) ?? []).filter((one) => key.test(one.slice(space.length + 1))),
    ),
  );

export const variablesOf = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)(?:, spelled\([^{}]*\))?\}\}/g)].map(([, name = '']) => name);
