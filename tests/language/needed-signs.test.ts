/** What a pattern needs is read off the pattern: a sign too many would silently deafen a rule. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { normalise } from '#language/reading/normalise.ts';
import { FALSE_CLAIM } from '#language/red-lines/claims.ts';
import { BLOCK, INSULT, THREAT } from '#language/red-lines/manners.ts';
import { OFFSITE } from '#language/red-lines/offsite.ts';
import { PAID_REVIEW, UNAUTHORISED } from '#language/red-lines/promises.ts';
import { CREDENTIAL, PRIVACY } from '#language/red-lines/secrets.ts';
import { branchesOf, neededIn } from '#language/signs/needed-signs.ts';
import { cuesOf, pattern, possible } from '#language/signs/pattern.ts';

const FOLDER = 'tests/language/lines';
/** Every seventh labelled reply: enough to meet every shape of rule. */
const TEXTS = readdirSync(FOLDER)
  .filter((file) => file.startsWith('train-'))
  .flatMap((file) => readFileSync(`${FOLDER}/${file}`, 'utf8').split('\n'))
  .filter((line, index) => line !== '' && index % 7 === 0)
  .map((line) => normalise((JSON.parse(line) as { reply: string }).reply).text);

describe('what a pattern needs', () => {
  const needs = (source: string) => neededIn(source).map((set) => [...set].join(' '));

  test.each([
    ['(?:你|您)?[加扫]微信', ['微信', '加微 扫微', '微', '信']],
    ['(?:你|您)配', ['你配 您配', '配', '你 您']],
    ['微信(?!支付)号', ['微信', '信号', '微', '信']],
    ['鞋.坏', ['鞋', '坏']],
    ['鞋底?坏', ['鞋坏 底坏', '鞋', '坏']],
    ['鞋+底', ['鞋底', '鞋', '底']],
    ['(?<=鞋)底', ['鞋', '底']],
    ['退|换货', ['退 换货']],
    ['[^退]货', ['货']],
    ['.{0,3}(?!号)', []],
    ['退|.{2}', []],
    ['(.)不\\1', ['不']],
  ])('%s', (source, wanted) => {
    expect(needs(source)).toEqual(wanted);
  });

  test('only the outermost alternation is taken apart', () => {
    expect(branchesOf('a|(?:b|c)d|[|]')).toEqual(['a', '(?:b|c)d', '[|]']);
  });

  test('is in every text a rule of red lines matches', () => {
    const rules = [OFFSITE, INSULT, THREAT, BLOCK, CREDENTIAL, PRIVACY, FALSE_CLAIM, PAID_REVIEW, UNAUTHORISED].flat();
    const deaf: string[] = [];
    for (const branch of rules.flatMap((rule) => rule.branches)) {
      const plain = new RegExp(branch.pattern.source);
      for (const text of TEXTS)
        if (!branch.needs.every((set) => [...set].some((sign) => text.includes(sign))) && plain.test(text))
          deaf.push(`${branch.pattern.source.slice(0, 40)} ← ${text}`);
    }
    expect(deaf).toEqual([]);
  });

  test('a pattern is passed over only where it cannot match', () => {
    const wanted = pattern(/退(?:款|货)|[赔补]您/);
    const said = (text: string) => possible(wanted, cuesOf(text, 0, text.length));
    expect(said('亲，给您退款')).toBe(true);
    expect(said('补您五元')).toBe(true);
    expect(said('退后一点')).toBe(false);
    // Signs outside the stretch asked about don't count.
    expect(possible(wanted, cuesOf('退款', 1, 2))).toBe(false);
  });
});
