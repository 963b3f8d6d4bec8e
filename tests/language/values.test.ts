import { describe, expect, it, test } from 'vitest';
import { readText } from '#language/reading/clauses.ts';
import { folded } from '#language/reading/folded.ts';
import { normalise, originalSpan } from '#language/reading/normalise.ts';
import { areRivals, isSameValue } from '#language/reading/same-value.ts';
import type { Value } from '#language/reading/value.ts';
import { valuesIn } from '#language/reading/values.ts';

const one = (text: string): Value => {
  const [value] = valuesIn(normalise(text).text);
  if (!value) throw new Error(`no value in ${text}`);
  return value;
};

test.each([
  ['24小时', '一天'],
  ['12个月', '一年'],
  ['下午四点', '16:00'],
  ['四点前', '16点'],
  ['九五折', '95折'],
  ['8折', '八折'],
  ['四百二十六块一', '426.10元'],
  ['39码半', '三十九码半'],
  ['1到3个工作日', '三天'],
  ['11月25日', '二十五号'],
  ['10月29付的', '10月29号'],
  ['11月3 晚上', '11月3日'],
  ['8月20前', '8月20日'],
  ['七日内', '7天'],
  ['两斤半', '1250克'],
  ['四斤七', '2350克'],
  ['二斤八的', '1400克'],
  ['五斤一共', '2500克'],
  ['70块一定补给您', '70元'],
  ['四十块一共', '40元'],
  ['三块一斤', '3元'],
  ['259元2到4人', '259元'],
  ['59块8到货', '59.8元'],
  ['69.9元2斤', '69.9元'],
  ['69元2斤', '69元'],
  ['三斤两盒', '1500克'],
  ['一个半小时', '90分钟'],
  ['一点五升', '1500毫升'],
  ['一点六零', '1.6'],
  ['仨月', '三个月'],
  ['半拉月', '15天'],
  ['个把月', '一个月'],
  ['一年零三个月', '15个月'],
  ['对折', '五折'],
  ['假一赔十', '10倍'],
  ['年底前', '12月31号'],
  ['11月底', '11月30日'],
  ['六点一刻', '6:15'],
  ['6个毫米', '6mm'],
  ['大号', 'L码'],
  ['139块9毛9', '139.99元'],
  ['一百三十九块九毛九', '139.99元'],
  ['3元5角2分', '3.52元'],
  ['12块零5分', '12.05元'],
  ['三毛五', '0.35元'],
  ['9毛9分', '0.99元'],
  ['三号楼', '3号楼'],
  ['六号门', '6号门'],
  ['两单元', '2单元'],
])('%s = %s', (a, b) => {
  const [first, second] = [one(a), one(b)];
  // 七日 alone reads as a day of the month; its number is what a reply repeats.
  expect(isSameValue(first, second) || first.quantity === second.quantity / 86_400).toBe(true);
});

test.each(['10月29元', '3月12件', '5月6寸'])('%s names no day of a month', (text) => {
  expect(valuesIn(normalise(text).text).map(({ kind }) => kind)).not.toContain('date');
});

test.each(['号楼', '号门', '号柜', '号口', '栋', '单元'])('another number is another %s, and no day', (place) => {
  expect(areRivals(one(`二${place}`), one(`三${place}`))).toBe(true);
  expect(isSameValue(one(`6${place}`), one('6号'))).toBe(false);
});

test('values of one kind contradict each other, but 明天 and 25号 may be the same day', () => {
  expect(areRivals(one('保修两年'), one('一年'))).toBe(true);
  expect(areRivals(one('明天'), one('25号'))).toBe(false);
  expect(areRivals(one('明天'), one('今天'))).toBe(true);
  expect(valuesIn('一下一样一起')).toEqual([]);
});

test('traditional characters, width, zero width and emoji are folded, and offsets lead back to the text as typed', () => {
  const original = '😊退\u200b貨Ａ退款';
  const normal = normalise(original);
  expect(normal.text.slice(1)).toBe('退货a退款');
  const span = originalSpan(normal, 1, 3);
  expect(original.slice(span.start, span.end)).toBe('退\u200b貨');
});

test('一块 before what is done, or behind a place, is together and no money', () => {
  const together = ['拍', '退', '退给您', '寄回来', '换', '发您', '减', '告诉您', '回您', '拿去'].flatMap((deed) =>
    ['跟着', '赠品', '两件', '和鞋'].map((lead) => `${lead}一块${deed}`),
  );
  const isMoney = (text: string): boolean => valuesIn(text).some(({ kind }) => kind === 'amount');
  expect([...together, '霉的摆一块，边上放面单', '别混一块', '加一块拍', '鞋盒收一块儿'].filter(isMoney)).toEqual([]);
});

test('一块 behind a word of money, or with 钱 or a figure behind it, is money', () => {
  const said = [
    '便宜一块',
    '减一块退您',
    '差一块付',
    '一块钱都不收',
    '一块五退您',
    '补您一块',
    '每箱一块，发之前说',
    '手续费一块',
  ];
  expect(said.filter((text) => !valuesIn(text).some(({ kind }) => kind === 'amount'))).toEqual([]);
});

test('8毛1个 and 3块5毛2件 count what they name', () => {
  expect(valuesIn('8毛1个').map(({ quantity }) => quantity)).toEqual([0.8, 1]);
  expect(valuesIn('3块5毛2件').map(({ quantity }) => quantity)).toEqual([3.5, 2]);
});

test('三十五一个 is 35 for each one', () => {
  expect(valuesIn('三十五一个').map(({ kind, quantity }) => [kind, quantity])).toEqual([
    ['number', 35],
    ['measure', 1],
  ]);
});

test('[T97] are quoted whole where they are only about so much: 几十块 is not 十块', () => {
  const quoted = (text: string): string => {
    const normal = normalise(text);
    const [value] = valuesIn(normal.text);
    const { start, end } = originalSpan(normal, value?.start ?? 0, value?.end ?? 0);
    return text.slice(start, end);
  };
  expect(['便宜几十块', '便宜十几块', '省上百块', '便宜好几百块'].map(quoted)).toEqual([
    '几十块',
    '十几块',
    '上百块',
    '几百块',
  ]);
  expect(quoted('便宜十块')).toBe('十块');
  expect(quoted('晚上十点')).not.toMatch(/^上/);
});

test('a part of the year is no figure: 11月中旬', () => {
  expect(valuesIn(normalise('11月中旬往后更甜').text)).toEqual([]);
  expect(one('11月初').kind).toBe('date');
});

test('[T290] the bare numbers of a list count nothing', () => {
  const quantities = (text: string) => valuesIn(text).map(({ quantity }) => quantity);
  expect(quantities('1拍整机发这儿;2锅装好寄回,运费我们出;3收到就给您寄新的')).toEqual([]);
  expect(quantities('1、拍图 2、寄回 3、我们换新')).toEqual([]);
  // Numbers that don't run on from one are figures, and so is one that stands alone.
  expect(quantities('拍 3')).toEqual([3]);
  expect(quantities('3 5 8')).toEqual([3, 5, 8]);
  expect(quantities('1拍图;2退20元')).toEqual([20]);
});

describe('[T284] the day of a customer’s own deed', () => {
  const asides = (text: string): (string | undefined)[] =>
    readText(folded(text))
      .values.filter(({ kind }) => kind === 'date')
      .map(({ aside }) => aside);
  it.each(['3号寄的，等了一周了', '7号拍的', '2号付款的', '明天18点前付的'])('is told aside: %s', (text) =>
    expect(asides(text)[0], text).toBe('paid'),
  );
  it.each(['3号寄出的', '最晚12号退', '3号寄到您手上', '12号前付款'])('but a day of the shop’s isn’t: %s', (text) =>
    expect(asides(text)[0], text).toBeUndefined(),
  );
});
