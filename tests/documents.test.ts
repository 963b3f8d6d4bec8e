/** Documents and comments refer only to files, numbered sections and rules that exist; `docs/trade.md` has the figures of the data. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Platform, Rubric } from '#engine/model/rubric.ts';
import { FINDING_CODES } from '#scoring/facts/codes.ts';
import { sources } from '#tests/support/sources.ts';

const TOP = join(import.meta.dirname, '..');
const FOLDERS = ['.vscode', 'server', 'client', 'messages', 'scripts', 'tests', 'docs', 'deploy', 'scenarios'];
const OWN = 'tests/documents.test.ts';

const paths: readonly string[] = [
  ...readdirSync(TOP),
  ...FOLDERS.flatMap((folder) =>
    readdirSync(join(TOP, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
  ),
];
const byName = new Map<string, string[]>();
for (const path of paths) byName.set(basename(path), [...(byName.get(basename(path)) ?? []), path]);
const text = (path: string): string => readFileSync(join(TOP, path), 'utf8');

type Place = { path: string; text: string };
const documents: readonly Place[] = paths
  .filter((path) => path.endsWith('.md'))
  .map((path) => ({ path, text: text(path) }));
const code: readonly Place[] = sources.filter(({ path }) => path !== OWN).map(({ path, raw }) => ({ path, text: raw }));
/** Comments only, as text in quotes is data as often as it is a path. */
const comments: readonly Place[] = code.map((one) => ({
  ...one,
  text: [...one.text.matchAll(/\/\*[\s\S]*?\*\/|(?<![:\\'"`])\/\/[^\n]*/g)].map(([found]) => found).join('\n'),
}));
/** These describe the past: a file they name may be gone by now. */
const HISTORY = ['CHANGELOG.md', 'DECISIONS.md'];
/** Files a reader makes, or is shown as an example. */
const EXAMPLES =
  /^(?:in\.jsonl|r\.yaml|\.\/play\.mjs|(?:.*\/)?shirt-size\.yaml|PLAYER\/NAME\.yaml|agreement\.json|\.testplan\.yaml)$/;

const PATH = /(?<![\p{L}\d/.@#*$}{<>_-])((?:[\w.-]+\/)*[\w.-]+\.(?:md|tsx?|mjs|yaml|jsonl?))\b(?![\w*/])/gu;

/**
 * Folders between may be left out (`classroom/set-up.ts`), so that a file can move within its area without a change
 * here.
 */
const isThere = (named: string, from: string): boolean => {
  const parts = join(named).split('/');
  const inOrder = (path: string): boolean => {
    let at = 0;
    for (const part of path.split('/')) if (part === parts[at]) at += 1;
    return at === parts.length;
  };
  const others = byName.get(basename(named)) ?? [];
  return others.includes(join(dirname(from), named)) || others.some(inOrder);
};

const lost = (places: readonly Place[]): string[] =>
  places.flatMap(({ path, text }) =>
    [...text.matchAll(PATH)]
      .map(([, named = '']) => named)
      .filter((named) => !EXAMPLES.test(named) && !isThere(named, path))
      .map((named) => `${path}: ${named}`),
  );

/** `docs/trade.md` §3, §6. */
const ELSEWHERE = /(docs\/[\w-]+\.md)`? (§\d+(?:(?:, | and )§\d+)*)/g;

const headings = (path: string): Set<string> =>
  new Set([...text(path).matchAll(/^## (\d+)\. /gm)].map(([, number = '']) => number));

describe('what a comment or document refers to', () => {
  it('is an existing file', () => {
    expect(lost(comments)).toEqual([]);
    expect(lost(documents.filter(({ path }) => !HISTORY.includes(path)))).toEqual([]);
  });

  it('is an existing section', () => {
    const named = [...code, ...documents].flatMap(({ path, text }) =>
      [...text.matchAll(ELSEWHERE)].flatMap(([, doc = '', list = '']) =>
        [...list.matchAll(/\d+/g)].map(([section]) => ({ path, doc, section })),
      ),
    );
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter(({ doc, section }) => !headings(doc).has(section))).toEqual([]);
    // The sections a guide refers to without naming another document are its own.
    const within = documents
      .filter(({ path }) => path.startsWith('docs/'))
      .flatMap(({ path, text }) =>
        [...text.replace(ELSEWHERE, '').matchAll(/§(\d+)|第 (\d+) 节/g)].map(([, a, b]) => ({
          path,
          section: a ?? b ?? '',
        })),
      );
    expect(within.length).toBeGreaterThan(5);
    expect(within.filter(({ path, section }) => !headings(path).has(section))).toEqual([]);
  });

  it('is an existing rule', () => {
    const rules = new Set([...text('tests/RULES.md').matchAll(/^- \*\*([A-Z]\d{1,3})\*\*/gm)].map(([, id]) => id));
    const named = [...code, ...documents].flatMap(({ path, text }) =>
      [...text.matchAll(/RULES(?:\.md`?)? ((?:[A-Z]\d{1,3}(?:, |–| and )?)+)/g)].flatMap(([, list = '']) =>
        [...list.matchAll(/[A-Z]\d{1,3}/g)].map(([id]) => ({ path, id })),
      ),
    );
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter(({ path, id }) => !HISTORY.includes(path) && !rules.has(id))).toEqual([]);
  });

  it('is never a document outside the repository', () => {
    const outside = /\bDOMAIN\b|\bDESIGN\b|\b(?:SCENARIO|STYLE|STACK|HOUSE|HEARING|VARIATIONS)\.md\b|\bseed 00\d\b/;
    expect([...code, ...documents].filter(({ text }) => outside.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

const DIMENSIONS = {
  response: '响应时效',
  expression: '沟通表达',
  solving: '问题解决',
  operation: '平台操作',
  manner: '服务素养',
  sales: '销售转化',
};

describe('docs/trade.md', () => {
  const trade = text('docs/trade.md');
  const rubric: Rubric = parse(text('scenarios/rubrics/2026-11.yaml'));
  const rows = trade.split('\n').filter((line) => line.startsWith('| '));
  const rowWith = (...cells: string[]) => rows.filter((row) => cells.every((cell) => row.includes(cell)));

  it('and the question bank teach the rubric’s limits', () => {
    const bank = text('scenarios/questions/metrics.yaml');
    const [alone] = rubric.tiers;
    const taught = [...bank.matchAll(/(\d+)秒内(?:达标|算达标)|\{when: "[甲乙丙] <= (\d+)", use: 1/g)];
    expect(taught.length).toBeGreaterThan(4);
    const others = taught.filter(([, said, reckoned]) => Number(said ?? reckoned) !== alone?.passS);
    expect(others.map(([words]) => `scenarios/questions/metrics.yaml: ${words}`)).toEqual([]);
  });

  it('has the rubric’s tiers, weights and thresholds', () => {
    const tiers = rubric.tiers.map(
      ({ upTo, excellentS, passS, failS }) =>
        `| ${upTo > 99 ? 'more' : `up to ${upTo}`} | ${excellentS} s | ${passS} s | ${failS} s |`,
    );
    const weights = Object.entries(DIMENSIONS).map(
      ([id, name]) => `| ${name} | ${rubric.weights[id as keyof typeof DIMENSIONS]} |`,
    );
    expect([...tiers, ...weights].filter((row) => !trade.includes(row))).toEqual([]);
    expect(rowWith('慢接待', `more than ${rubric.handling?.slowS} s`), '慢接待').toHaveLength(1);
    expect(rowWith('长接待', `more than ${rubric.handling?.longMinutes} minutes`), '长接待').toHaveLength(1);
  });

  it('has a row for every platform’s figure, with its hours', () => {
    const platforms = ['taobao', 'jd', 'pdd', 'douyin'].map(
      (id): Platform => parse(text(`scenarios/platforms/${id}.yaml`)),
    );
    for (const { name, figures } of platforms)
      for (const { title, hours } of figures) expect(rowWith(name, title, hours.join('–')), title).toHaveLength(1);
  });

  it('has every finding code, and each fault in the row of its family', () => {
    const family = new Map(rubric.findings.map((rule) => [rule.code, rule.family]));
    for (const code of FINDING_CODES.filter((one) => !one.startsWith('merit:'))) {
      const found = rows.filter((row) => row.includes(`\`${code}\``));
      const own = code.startsWith('red-line:') ? '`red-line:' : `| ${family.get(code)} `;
      expect(
        found.some((row) => row.startsWith(own) || row.startsWith(`| ${own}`)),
        code,
      ).toBe(true);
    }
  });

  it('has each fault in the row of its dimension, by its code or with its family', () => {
    for (const { code, family, dimension } of rubric.findings.filter((one) => !/^(?:merit|red-line):/.test(one.code))) {
      const own = rowWith(`| ${DIMENSIONS[dimension]} | ${rubric.weights[dimension]} |`);
      const others = Object.values(DIMENSIONS).filter((name) => name !== DIMENSIONS[dimension]);
      const elsewhere = others.flatMap((name) => rowWith(`| ${name} |`, `\`${code}\``));
      expect([code, elsewhere]).toEqual([code, []]);
      expect(
        own.some((row) => row.includes(`\`${code}\``) || row.includes(family)),
        `${code} belongs to ${DIMENSIONS[dimension]}`,
      ).toBe(true);
    }
  });

  it('has each law of scenarios/law.yaml with its article and date', () => {
    const law: { id: string; article: string; date: string }[] = parse(text('scenarios/law.yaml'));
    for (const { id, article, date } of law) expect(rowWith(`| ${id} |`, article, `| ${date} |`), id).toHaveLength(1);
    expect(rows.filter((row) => /^\| L\d+ \|/.test(row))).toHaveLength(law.length);
  });
});
