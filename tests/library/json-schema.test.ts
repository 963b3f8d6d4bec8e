/** What editors are given: in step with the reader's own schemas, and a validator that isn't ours agrees with both. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, matchesGlob, relative, resolve } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { inLanguage } from '#i18n/language.ts';
import { withKeptContent } from '#library/reading/kept-yaml.ts';
import { readYaml } from '#library/reading/read-yaml.ts';
import { FORMATS, jsonSchemaText } from '#library/schema/json-schema.ts';
import { withCodeTable } from '#scripts/guide/code-table.ts';
import { publishedFiles } from '#scripts/schema/published.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const published = publishedFiles();
const validators = new Map(
  Object.keys(FORMATS).map((name) => [
    name,
    new Ajv({ allErrors: true, allowUnionTypes: true }).compile(JSON.parse(jsonSchemaText(name) ?? '')),
  ]),
);
const formatsOf = (path: string): string[] =>
  Object.entries(FORMATS).flatMap(([name, { files }]) => {
    const [out, taken] = [files.filter((glob) => glob.startsWith('!')), files.filter((glob) => !glob.startsWith('!'))];
    const isTaken = taken.some((glob) => matchesGlob(path, glob));
    return isTaken && !out.some((glob) => matchesGlob(path, glob.slice(1))) ? [name] : [];
  });
const yamlUnder = (dir: string): string[] =>
  readdirSync(dir).flatMap((name) => {
    const path = join(dir, name);
    if (statSync(path).isDirectory()) return yamlUnder(path);
    return name.endsWith('.yaml') ? [relative(ROOT, path).replaceAll('\\', '/')] : [];
  });
const shipped = yamlUnder(join(ROOT, 'scenarios'));
const textOf = (path: string) => readFileSync(join(ROOT, path), 'utf8').replaceAll('\r\n', '\n');
/** As the library reads them: what an earlier process has read of these texts is kept, and parsing them all takes 3 s. */
const values = withKeptContent(
  join(ROOT, 'scenarios'),
  () => new Map(shipped.map((path) => [path, readYaml(path, textOf(path)).source.value])),
);

describe('the published schemas', () => {
  it.each([...published.keys()])('%s is as the formats are: npm run -s scenarios:schema', (path) => {
    expect(textOf(path)).toBe(published.get(path));
  });

  it.each([
    ['zh', 'docs/writing-a-case.md'],
    ['en', 'docs/writing-a-case.en.md'],
  ] as const)(
    'the table of codes in the %s guide is as the checker’s codes are: npm run -s scenarios:schema',
    (language, path) => {
      const guide = textOf(path);
      expect(guide).toBe(inLanguage(language, () => withCodeTable(guide)));
    },
  );

  it('describe every field in Chinese', () => {
    const bare: string[] = [];
    const walk = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      for (const [key, value] of Object.entries((node as { properties?: object }).properties ?? {}))
        if (!/\p{Script=Han}|^L01/u.test(String((value as { description?: string }).description ?? '')))
          bare.push(`${path}.${key}`);
      for (const [key, value] of Object.entries(node)) walk(value, `${path}/${key}`);
    };
    for (const name of Object.keys(FORMATS)) walk(JSON.parse(jsonSchemaText(name) ?? ''), name);
    expect(bare).toEqual([]);
  });

  it.each(shipped)('fit %s to exactly one format, and the file keeps to it', (path) => {
    expect(formatsOf(path)).toHaveLength(1);
    const validate = validators.get(formatsOf(path)[0] ?? '');
    expect(validate?.(values.get(path)) ? [] : validate?.errors).toEqual([]);
  });
});

const SHOE = 'tests/fixtures/authored/shoe-half-size';

describe('show typical mistakes while an author types', () => {
  const check = (name: 'scenario' | 'testplan', edit: (text: string) => string): boolean => {
    const before = textOf(`${SHOE}${name === 'scenario' ? '' : '.testplan'}.yaml`);
    const after = edit(before);
    expect(after).not.toBe(before);
    return validators.get(name)?.(parse(after)) ?? true;
  };

  it.each([
    ['an unknown key', (t: string) => t.replace('teaches:', 'teach:')],
    ['a level there is not', (t: string) => t.replace('level: 1', 'level: 6')],
    ['a time without its quotes, read as a number', (t: string) => t.replace('time: "14:05"', 'time: 1405')],
    ['a key that is missing', (t: string) => t.replace(/\nshop: .*/, '')],
    ['a window of no kind', (t: string) => t.replace('kind: order-prompt', 'kind: order-promt')],
    ['an obstacle of no kind', (t: string) => t.replace('obstacle: 顾虑', 'obstacle: 犹豫')],
    ['a question without its subject', (t: string) => t.replace(/\n +question: .*/, '')],
    [
      'both order and orders',
      (t: string) =>
        `${t}\norder: {no: "1", items: [{product: s01, price: 100}]}\norders: [{no: "1", items: [{product: s01, price: 100}]}]\n`,
    ],
    ['money in yuan with a fraction', (t: string) => t.replace(/sale: \d+/, 'sale: 459.5')],
    [
      'a forbid without its reason',
      (t: string) => t.replace(/\nforbids:[\s\S]*?\n(?=\w)/, '\nforbids: [{do: change-price}]\n'),
    ],
    [
      'a need that names two things',
      (t: string) => `${t}\nduties: [{do: remark, act: empathy}]\n`.replace(/\nduties:[\s\S]*?\n(?=\w)/, '\n'),
    ],
    [
      'two lines of silence',
      (t: string) =>
        t
          .replace(/\nreacts:\n/, '\nreacts:\n  silence: [在吗, 还在吗]\n')
          .replace(/\n {2}silence: \[(?!在吗, 还在吗\]).*/, ''),
    ],
  ])('in a case: %s', (_, edit) => {
    expect(check('scenario', edit)).toBe(false);
  });

  it.each([
    ['one bound of the score', (t: string) => t.replace(/score: \[\d+, \d+\]/, 'score: [90]')],
    ['an after without its unit', (t: string) => t.replace(/after: \d+s/, 'after: 8')],
    ['an entry that does nothing', (t: string) => t.replace('replies:\n', 'replies:\n    - {to: any}\n')],
  ])('in a testplan: %s', (_, edit) => {
    expect(check('testplan', edit)).toBe(false);
  });
});
