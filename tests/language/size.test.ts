/**
 * What the language core may cost a reader, and where its thresholds stand. The ceilings fall with what is taken out and
 * rise only for a rule of tests/RULES.md: the commit that raises one says by how much and for which.
 */
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

  it('has no more lines than its ceiling', () => {
    expect(core.reduce((sum, { text }) => sum + text.split('\n').length - 1, 0)).toBeLessThanOrEqual(14_485);
  });

  it('has no more alternatives in patterns than their ceiling', () => {
    expect(core.reduce((sum, { text }) => sum + text.split('|').length - 1, 0)).toBeLessThanOrEqual(8_568);
  });
});

it('the readers of a judgement take its thresholds from the policy', () => {
  const compared = /\b\w*[cC](?:onfidence|hance)\s*(?:>=|<=|<|>)\s*[\w.]+/g;
  const found = ['engine', 'scoring', 'wall', 'drills', 'classroom']
    .flatMap((folder) => sources(`server/${folder}`))
    .flatMap(({ path, text }) => [...text.matchAll(compared)].map(([each]) => `${path}: ${each}`))
    .filter((each) => !/VERDICT_THRESHOLDS\.|leastOf$/.test(each));
  expect(found).toEqual([]);
});

it('the core names and compares no share anywhere but in the policy', () => {
  const named = /\bconst [A-Z_]+(?:: number)? = 0?\.\d+|(?:[<>]=?) 0?\.\d+/g;
  const found = sources('server/language')
    // Numbers are read in `reading`; how much characters, pairs and concepts weigh in a likeness isn't a threshold.
    .filter(
      ({ path }) => !/\/reading\/|\/thresholds\.ts$|\/points\/features\/(?:windows|match-features)\.ts$/.test(path),
    )
    .flatMap(({ path, text }) => [...text.matchAll(named)].map(([each]) => `${path}: ${each}`));
  expect(found).toEqual([]);
});
