/** Who pays, told by sayings in which no single word shows it. */
import { describe, expect, test } from 'vitest';
import { judge } from '#language/judge.ts';
import { compilePoint } from '#language/points/wordings/compile-point.ts';
import { readText } from '#language/reading/clauses.ts';
import { normalise } from '#language/reading/normalise.ts';

const payer = (text: string) =>
  readText(normalise(text).text)
    .clauses.map((clause) => clause.payer)
    .find((named) => named !== null) ?? null;

describe('the shop pays', () => {
  test.each([
    '一分不要您出',
    '一个钢镚儿不多要',
    '不收您钱',
    '不用您花钱',
    '不让您掏钱',
    '哪能让您掏',
    '咋能要您的钱',
    '不赚您这个钱',
    '挂我们账上',
    '来回都是店里的事',
    '运费险赔',
    '工厂承担',
    '没有费用',
    '寄回来到付就行',
    '不用您',
  ])('%s', (text) => expect(payer(text)).toBe('shop'));
});

describe('the customer pays', () => {
  test.each([
    '您得自己掏',
    '那8块得您给他',
    '您那边付的',
    '差价您补',
    '您自担',
    '一次三十',
    '得另外给二十',
    '三十五块一个',
    '另外买',
    '补发邮费到付',
    '邮费不是我们出',
    '要加8个点',
  ])('%s', (text) => expect(payer(text)).toBe('customer'));
});

describe('nobody is told to pay', () => {
  test.each([
    '您放心',
    '给您补发一个',
    '您补一下地址',
    '拍一张图给我',
    '不能给您退钱',
    '没收到货',
    '不用您担心',
    '别让您再跑一趟',
    '要买哪个码',
  ])('%s', (text) => expect(payer(text)).toBeNull());
});

const stateOf = (point: { says: string; also?: string[]; contradicts?: string[] }, customer: string, reply: string) =>
  judge({ reply, customer, points: [compilePoint({ id: 'p', ...point })] }).points[0]?.state;

test('a point in which each side pays one way is wrong where one side pays both', () => {
  const split = { says: '寄回来您付，换好发出我们付', also: ['换码一人出一趟邮费'], contradicts: ['来回都买家出'] };
  expect(stateOf(split, '换码邮费谁出', '寄回来您付，换好的我们付')).toBe('covered');
  expect(stateOf(split, '换码邮费谁出', '来回邮费都是我们出的')).toBe('wrong');
});

test('a price for something free makes its point wrong, and free for something with a price does too', () => {
  expect(stateOf({ says: '打孔免费', contradicts: ['打孔80元一个'] }, '打孔要钱不', '打孔八十块一个')).toBe('wrong');
  expect(stateOf({ says: '打孔80元一个', contradicts: ['打孔免费'] }, '打孔要钱不', '打孔哪好意思收您的钱')).toBe(
    'wrong',
  );
});

describe('[T269] what an insurance pays, taken off what sending back costs', () => {
  test('says who pays the rest, and never that the shop does', () => {
    expect(payer('就是您实际付的快递费减去保险赔的那笔')).toBe('customer');
    for (const said of ['快递费扣掉保险赔的', '运费除去保险赔的那些']) expect(payer(said), said).toBeNull();
    for (const said of ['运费保险来赔', '快递费我们来出']) expect(payer(said), said).toBe('shop');
  });

  test('is no opposite of 退回运费是您自己出', () => {
    const own = { says: '退回运费是您自己出', also: ['寄回的快递费您付'], contradicts: ['来回运费店铺出'] };
    expect(stateOf(own, '那我自己多少得贴点', '就是您实际付的快递费减去保险赔的那笔')).not.toBe('wrong');
    expect(stateOf(own, '那我自己多少得贴点', '您寄回的快递费我们来出')).toBe('wrong');
  });
});
