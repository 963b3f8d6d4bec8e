/** What a pattern needs is read off the pattern: a sign too many would silently deafen a rule. */
import { describe, expect, test } from 'vitest';
import { neededIn } from '#language/signs/needed-signs.ts';
import { cuesOf, pattern, possible } from '#language/signs/pattern.ts';

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
