/** What the language core may cost a reader, and where its thresholds stand. The ceilings only fall; The lines hold 167 for facts asked for by meaning, which took 79 alternatives away. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const sources = (folder: string): { path: string; text: string }[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name).replaceAll('\\', '/');
      return { path, text: readFileSync(path, 'utf8') };
    });

describe('the language core', () => {
  const core = sources('server/language');

  it('has no more lines than it had', () => {
    expect(core.reduce((sum, { text }) => sum + text.split('\n').length - 1, 0)).toBeLessThanOrEqual(8502);
  });

  it('has no more alternatives of patterns than it had', () => {
    expect(core.reduce((sum, { text }) => sum + text.split('|').length - 1, 0)).toBeLessThanOrEqual(4620);
  });
});

it('who reads a judgement takes its thresholds from the policy', () => {
  const compared = /\b\w*[cC](?:onfidence|hance)\s*(?:>=|<=|<|>)\s*[\w.]+/g;
  const found = ['engine', 'scoring', 'wall', 'drills', 'classroom']
    .flatMap((folder) => sources(`server/${folder}`))
    .flatMap(({ path, text }) => [...text.matchAll(compared)].map(([each]) => `${path}: ${each}`))
    .filter((each) => !/POLICY\.|leastOf$/.test(each));
  expect(found).toEqual([]);
});
