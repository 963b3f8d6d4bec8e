import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { strayCards, toBurst } from '#library/reading/lines.ts';
import { readAuthored } from '#library/reading/read-file.ts';
import { readYaml } from '#library/reading/read-yaml.ts';
import { scenarioFile } from '#library/schema/scenario.ts';
import { VALID } from './fixture.ts';

describe('lines', () => {
  it('begin a new bubble at ⏎, and a 〔…〕 alone in its bubble is a card', () => {
    expect(toBurst('在吗 ⏎ 〔product s01〕 ⏎ 〔order〕⏎〔order second〕 ⏎ 〔pic rotten〕 ⏎ 〔shots before〕')).toEqual([
      { kind: 'text', text: '在吗' },
      { kind: 'product', product: 's01' },
      { kind: 'order', order: null },
      { kind: 'order', order: 'second' },
      { kind: 'picture', picture: 'rotten' },
      { kind: 'picture', picture: 'shots-before' },
    ]);
    expect(toBurst('')).toEqual([]);
  });

  it('have no card where 〔…〕 stands beside words or is of another kind', () => {
    expect(strayCards('看〔product s01〕 ⏎ 〔video x〕 ⏎ 〔product〕 ⏎ 〔order〕')).toEqual([
      '看〔product s01〕',
      '〔video x〕',
      '〔product〕',
    ]);
  });
});

describe('places', () => {
  it('are found for a path at its key, for an item at its start, and for anything missing at its parent', () => {
    const { source } = readYaml('x.yaml', 'a:\n  - b: 1\n  - c: [x, y]\n');
    expect(source.locate(['a'])).toEqual({ line: 1, column: 1 });
    expect(source.locate(['a', 1, 'c', 1])).toEqual({ line: 3, column: 12 });
    expect(source.locate(['a', 0, 'nothing', 'at', 'all'])).toEqual({ line: 2, column: 5 });
  });

  it('are the key for an unknown key, and the map for a missing one', () => {
    const { diagnostics } = readAuthored(
      'x.yaml',
      'id: a/b\ncustomer: {persona: p, name: n, knwos: {}}\n',
      scenarioFile,
    );
    const places = diagnostics.map(({ line, column, message }) => `${line}:${column} ${message}`);
    expect(places).toContain('2:33 不认识的键 knwos：改成 SCENARIO 里有的键，或删掉');
    expect(places.some((each) => each.startsWith('1:1 缺 title'))).toBe(true);
  });

  it('are the key itself for an unknown key inside a reaction, not the whole reaction', () => {
    const text = 'beats:\n  - id: a\n    reacts:\n      vague: {reply: 几点, moood: 3}\n';
    const { diagnostics } = readAuthored('x.yaml', text, scenarioFile);
    expect(diagnostics.some(({ line, message }) => line === 4 && message.includes('moood'))).toBe(true);
  });
});

describe('YAML traps', () => {
  const codesOf = (text: string) =>
    readAuthored('x.yaml', text, scenarioFile)
      .diagnostics.map(({ code }) => code)
      .filter((code) => code !== 'schema');

  it.each([
    ['title: 39.5', 'yaml-bare-number'],
    ['title: 好 #1', 'yaml-hash-in-bare'],
    ['title: {买家昵称} 您好', 'yaml-leading-brace'],
    ['customer: {said: [你说: 好, 行]}', 'yaml-colon-in-bare'],
    ['id：a/b', 'yaml-wide-colon'],
    ['id: a/b\ntitle：好\nlevel: 1', 'yaml-wide-colon'],
    ['beats:\n  - id：a\n    says: 在吗', 'yaml-wide-colon'],
    ['customer: {said: [你说,好, 行]}', 'yaml-ascii-comma'],
    ['a: &x 1\nb: *x', 'yaml-syntax'],
    ['title: !!js/function 好', 'yaml-syntax'],
  ])('%s → %s', (text, code) => {
    expect(codesOf(text)).toEqual([code]);
  });

  it.each(['minutes: 3 # 三分钟', 'title: 尺码：40码', 'title: "39.5"', 'level: 1', 'customer: {said: ["好,行", 不]}'])(
    '%s is fine',
    (text) => {
      expect(codesOf(text)).toEqual([]);
    },
  );
});

it.each([
  ['beats:\n\t- id: a', 2, 'Tab'],
  ['title: "在吗', 1, '没有收尾'],
  ['title: @在吗', 1, '整句加引号'],
])('%j is reported in plain words', (text, line, words) => {
  const [first] = readAuthored('x.yaml', text, scenarioFile).diagnostics;
  expect(first?.line).toBe(line);
  expect(first?.message).toContain(words);
});

it('a file cut off anywhere is read or reported, and throws nothing', () => {
  const text = readFileSync(join(VALID, 'cases/product-advice/mini.yaml'), 'utf8');
  for (let end = 0; end < text.length; end += 5) {
    const { value, diagnostics } = readAuthored('x.yaml', text.slice(0, end), scenarioFile);
    expect(value !== null || diagnostics.length > 0, `cut at ${end}`).toBe(true);
    for (const { line, column } of diagnostics) expect(Math.min(line, column)).toBeGreaterThan(0);
  }
});
