import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const client = join(import.meta.dirname, '../../../client');
const FEATURES = ['account', 'admin', 'classroom', 'results'] as const;

const read = (path: string): unknown => JSON.parse(readFileSync(join(client, '../messages/zh', path), 'utf8'));
const strings: Record<string, unknown> = { ui: read('ui.json'), app: read('app.json') };
for (const feature of FEATURES) strings[feature] = read(`${feature}.json`);

/** The area of sentences that a file asks, its feature's own where it doesn't say. */
const areaOf = (text: string, feature: string): string => /useTranslation\('([\w-]+)'\)/.exec(text)?.[1] ?? feature;
const sentencesOf = (area: string): unknown => (strings[area] ??= read(`${area}.json`));

const at = (tree: unknown, key: string): unknown =>
  key.split('.').reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], tree);
const leaves = (tree: unknown): string[] =>
  typeof tree === 'string' ? [tree] : Object.values(tree as Record<string, unknown>).flatMap(leaves);
const keys = (tree: unknown, path = ''): string[] =>
  typeof tree === 'string'
    ? [path]
    : Object.entries(tree as Record<string, unknown>).flatMap(([key, node]) =>
        keys(node, path === '' ? key : `${path}.${key}`),
      );

const filesOf = (feature: string): { name: string; text: string }[] =>
  readdirSync(join(client, 'features', feature), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => ({ name, text: readFileSync(join(client, 'features', feature, name), 'utf8') }));

describe.each(FEATURES)('strings of %s', (feature) => {
  const files = filesOf(feature);

  it('all exist where they are asked for, and are all asked for', () => {
    const missing: string[] = [];
    for (const { name, text } of files) {
      for (const [, key = ''] of text.matchAll(/\bt\(\s*'([^']+)'/g)) {
        const [space, path] = key.includes(':') ? key.split(':') : [areaOf(text, feature), key];
        if (space === undefined || path === undefined || at(sentencesOf(space), path) === undefined)
          missing.push(`${name}: ${key}`);
      }
    }
    const code = files.map(({ text }) => text).join('\n');
    const unused = keys(strings[feature]).filter((key) => {
      const folder = key.slice(0, key.lastIndexOf('.'));
      return !code.includes(`'${key}'`) && !code.includes(`\`${folder}.$`);
    });
    expect({ missing, unused }).toEqual({ missing: [], unused: [] });
  });

  it('stand in no code file', () => {
    const chinese = files.filter(({ text }) =>
      /[\u4e00-\u9fff]/.test(text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')),
    );
    expect(chinese.map(({ name }) => name)).toEqual([]);
  });

  it('follow the design language’s rules for spaces and punctuation', () => {
    const faults: string[] = [];
    for (const text of leaves(strings[feature])) {
      // What is filled in may be Chinese or a number; only numbers want a space beside them.
      const plain = text
        .replace(/\{\{(?:name|school|message|title|titles|class|day|part)\}\}/g, '某')
        .replace(/\{\{\w+\}\}/g, '0');
      if (/[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u4e00-\u9fff]/.test(plain)) faults.push(`no space: ${text}`);
      if (/[\u4e00-\u9fff][,;:?!()]|！|亲|请稍候|顾客/.test(plain)) faults.push(`marks or words: ${text}`);
    }
    expect(faults).toEqual([]);
  });
});
