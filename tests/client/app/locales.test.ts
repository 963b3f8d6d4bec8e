import { describe, expect, it } from 'vitest';
import { shownBy, sources, spacesOf, strings, usesIn, variablesOf } from './string-use.ts';

const files = sources();
const all = strings();
const uses = files.flatMap(usesIn);
const shown = new Map(uses.map((use) => [use, shownBy(all, use)]));

/** Variables filled with words, Chinese or not, which may have a space beside them. All others are numbers. */
const WORDS = new Set(
  'name names school shop message title titles class day part who what by text why stage query from until moment due span column place side'.split(
    ' ',
  ),
);

const inAll = (keys: readonly string[]): string[] => {
  const [first = [], ...rest] = keys.map((key) => variablesOf(all.get(key) ?? ''));
  return first.filter((name) => rest.every((names) => names.includes(name)));
};

describe('strings', () => {
  it('that a page asks for all exist', () => {
    const missing = uses.flatMap((use) =>
      use.asks
        .filter((ask) => shownBy(all, { ...use, asks: [ask] }).length === 0)
        .map(() => `${use.file}: ${use.text}`),
    );
    expect(missing).toEqual([]);
  });

  it('are all asked for somewhere', () => {
    const asked = new Set([...shown.values()].flat());
    // Keys may also stand in a list, for a call that fills in each of them.
    for (const file of files)
      for (const [, space, key = ''] of file.text.matchAll(/['"`](?:(\w+):)?([\w-]+(?:\.[\w-]+)*)['"`]/g))
        for (const one of space === undefined ? spacesOf(file) : [space]) asked.add(`${one}:${key}`);
    expect([...all.keys()].filter((key) => !asked.has(key))).toEqual([]);
  });

  it('are given the variables they show, and no others', () => {
    const faults: string[] = [];
    for (const [use, keys] of shown) {
      if (use.given === null) continue;
      const needed = keys.map((key) => variablesOf(all.get(key) ?? ''));
      // Where a pattern finds several strings, only variables that all of them show are sure to be shown.
      const sure = use.asks.flatMap((ask) => inAll(shownBy(all, { ...use, asks: [ask] })));
      const lacking = sure.filter((name) => !use.given?.includes(name));
      const idle = use.given.filter((name) => name !== 'defaultValue' && !needed.flat().includes(name));
      if (lacking.length + idle.length > 0) faults.push(`${use.file}: ${use.text}: lacks ${lacking}, idle ${idle}`);
    }
    for (const [key, text] of all)
      if (/\{\{|\}\}/.test(text.replace(/\{\{\w+(?:, spelled\([^{}]*\))?\}\}/g, '')))
        faults.push(`${key}: braces: ${text}`);
    expect(faults).toEqual([]);
  });

  it('stand in no code file', () => {
    // Leaves out comments, and patterns that look for Chinese in what a customer wrote.
    const bare = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$|= \/.*\/[a-z]*;$/gm, '');
    const chinese = files.filter(({ text }) => /[\u4e00-\u9fff]/.test(bare(text)));
    expect(chinese.map(({ name }) => name)).toEqual([]);
  });

  it('follow the design language’s rules for spaces and punctuation', () => {
    const faults: string[] = [];
    for (const [key, text] of all) {
      // A reply to a customer is written as staff write to them.
      if (key.startsWith('hold:reply.')) continue;
      // A number spelled out is a word, too.
      const plain = text.replace(/\{\{(\w+)(, spelled\([^{}]*\))?\}\}/g, (_, name: string, word?: string) =>
        word !== undefined || WORDS.has(name) ? '〇' : '0',
      );
      const rules = {
        'no space': /[\u4e00-\u9fff][A-Za-z0-9¥−]|[A-Za-z0-9%][\u4e00-\u9fff]/,
        'space too many':
          / {2}|[\u4e00-\u9fff] [\u4e00-\u9fff]|\s[，。；：？！、（）「」]|[，。；：？！、（）「」]\s|^\s|\s$/,
        'half-width marks': /[\u4e00-\u9fff][,;:?!()'"]|[,;:?!()'"][\u4e00-\u9fff]|\.\.\.|["“”]/,
        'a range is –, a minus −': /\d-\d|(?<![\w-])-\d/,
        words: /！|亲|请稍候|顾客|操作成功|您/,
      };
      for (const [rule, sign] of Object.entries(rules)) if (sign.test(plain)) faults.push(`${rule}: ${key}: ${text}`);
    }
    expect(faults).toEqual([]);
  });
});
