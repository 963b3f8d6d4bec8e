import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const client = join(import.meta.dirname, '../../../client');
const OWN = ['app', 'features/practice', 'features/report', 'ui', 'lib'];

const files = OWN.flatMap((folder) =>
  readdirSync(join(client, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => ({ name: join(folder, name), text: readFileSync(join(client, folder, name), 'utf8') })),
);

const strings = (namespace: string): unknown =>
  JSON.parse(readFileSync(join(client, `locales/zh/${namespace}.json`), 'utf8'));
const at = (tree: unknown, key: string): unknown =>
  key.split('.').reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], tree);

const leaves = (tree: unknown): string[] =>
  typeof tree === 'string' ? [tree] : Object.values(tree as Record<string, unknown>).flatMap(leaves);

describe('strings', () => {
  it('every key asked for is there', () => {
    const missing: string[] = [];
    for (const { name, text } of files) {
      const namespace = /useTranslation\('(\w+)'\)/.exec(text)?.[1];
      for (const [, key = ''] of text.matchAll(/\bt\(\s*'([^']+)'/g)) {
        const [space, path] = key.includes(':') ? key.split(':') : [namespace, key];
        if (space === undefined || path === undefined || at(strings(space), path) === undefined)
          missing.push(`${name}: ${key}`);
      }
    }
    expect(missing).toEqual([]);
  });

  it('none stands in the code', () => {
    const chinese = files.filter(({ text }) =>
      /[\u4e00-\u9fff]/.test(text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')),
    );
    expect(chinese.map(({ name }) => name)).toEqual([]);
  });

  it('are set as the design language says', () => {
    const faults: string[] = [];
    for (const namespace of ['app', 'ui', 'practice', 'report']) {
      for (const text of leaves(strings(namespace))) {
        const plain = text.replace(/\{\{\w+\}\}/g, '0');
        if (/[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u4e00-\u9fff]/.test(plain)) faults.push(`no space: ${text}`);
        if (/[\u4e00-\u9fff][,;:?!()]|！|亲|请稍候/.test(plain)) faults.push(`marks or words: ${text}`);
      }
    }
    expect(faults).toEqual([]);
  });
});
