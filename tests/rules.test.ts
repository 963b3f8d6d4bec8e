import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const HERE = import.meta.dirname;
const ID = /\[([A-Z]\d{1,3})\]/g;

const rules = [...readFileSync(join(HERE, 'RULES.md'), 'utf8').matchAll(/^- \*\*([A-Z]\d{1,3})\*\*/gm)].map(
  ([, id = '']) => id,
);

/** Ids quoted in the titles of tests, with the file. */
const quoted = readdirSync(HERE, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.test\.tsx?$/.test(path))
  .flatMap((path) =>
    readFileSync(join(HERE, path), 'utf8')
      .split('\n')
      .filter((line) => /^\s*(?:it|test|describe)\b.*\(|^\s*['"`]\[/.test(line))
      .flatMap((line) => [...line.matchAll(ID)].map(([, id = '']) => ({ id, path }))),
  );

it('each rule has its own number', () => {
  expect(rules.length).toBeGreaterThan(20);
  expect(new Set(rules).size).toBe(rules.length);
});

it('every rule has a test that names it', () => {
  expect(rules.filter((id) => !quoted.some((q) => q.id === id))).toEqual([]);
});

it('every rule that a test names exists', () => {
  expect(quoted.filter((q) => !rules.includes(q.id))).toEqual([]);
});
