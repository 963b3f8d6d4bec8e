/** docs/decisions holds one record a file, and DECISIONS.md lists each once: number, title, date and status as the record has them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const TOP = join(import.meta.dirname, '..');
const INDEX = 'DECISIONS.md';
const FOLDER = 'docs/decisions';
const FULLEST = 27;

const textOf = (path: string): string => readFileSync(join(TOP, path), 'utf8').replaceAll('\r\n', '\n');

const SECTION = String.raw`\n\n(?!#)\S(?:(?!\n#)[\s\S])*`;
const SHAPE = new RegExp(
  String.raw`^# (\d{3})\. (\S.*)\n\nDate: (\d{4}-\d{2}-\d{2})\n\nStatus: (in force|superseded by (\d{3}))\n\n` +
    `## Decision${SECTION}\n\n## Why${SECTION}\n\n## What would change it${SECTION}\n$`,
);

const themes = readdirSync(join(TOP, FOLDER));
const records = themes.flatMap((theme) =>
  readdirSync(join(TOP, FOLDER, theme)).map((name) => {
    const path = `${FOLDER}/${theme}/${name}`;
    const text = textOf(path);
    const [shaped, number, title, date, status, superseder] = SHAPE.exec(text) ?? [];
    return { path, name, text, shaped: shaped !== undefined, number, title, date, status, superseder };
  }),
);
const numbers = records.map(({ number }) => number);

/** Every line of the index that lists something, so that a second row for one record is seen. */
const rows = textOf(INDEX)
  .split('\n')
  .filter((line) => line.startsWith('|') && !/^\| number \||^\|---/.test(line));

const deadLinks = (path: string): string[] =>
  [...textOf(path).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, to = '']) => to)
    .filter((to) => !/^[a-z]+:/.test(to) && !existsSync(join(TOP, dirname(path), to.replace(/#.*$/, ''))))
    .map((to) => `${path} → ${to}`);

describe('decisions', () => {
  it('have a number, a date, a status and three sections each', () => {
    expect(records.length).toBeGreaterThan(200);
    expect(records.filter(({ shaped }) => !shaped).map(({ path }) => path)).toEqual([]);
    expect(records.filter(({ date = '' }) => Number.isNaN(Date.parse(date))).map(({ path }) => path)).toEqual([]);
  });

  it('are named by their number, and no number stands twice', () => {
    const misnamed = records.filter(({ name, number }) => !new RegExp(`^${number}-[a-z0-9-]+\\.md$`).test(name));
    expect(misnamed.map(({ path }) => path)).toEqual([]);
    expect(numbers.filter((number, i) => numbers.indexOf(number) !== i)).toEqual([]);
  });

  it('stand once in the index, with link, title, date and status', () => {
    const due = records.map(
      ({ number, title, path, date, status }) => `| ${number} | [${title}](${path}) | ${date} | ${status} |`,
    );
    expect([...rows].sort()).toEqual([...due].sort());
  });

  it('are superseded only by another record that exists', () => {
    const lost = records.filter(
      ({ number, superseder }) => superseder && (superseder === number || !numbers.includes(superseder)),
    );
    expect(lost.map(({ path }) => path)).toEqual([]);
  });

  it('have no dead link', () => {
    expect([INDEX, ...records.map(({ path }) => path)].flatMap(deadLinks)).toEqual([]);
  });

  it('lie in folders by theme, none too full to read through', () => {
    const full = themes.filter((theme) => readdirSync(join(TOP, FOLDER, theme)).length > FULLEST);
    expect(full).toEqual([]);
  });
});
