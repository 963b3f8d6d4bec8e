/** Wrong figures told without being asked for: the rules that find them, and what these rules leave alone. */

import { describe, expect, it } from 'vitest';
import { toldOtherwise } from '#engine/judge/told-otherwise.ts';
import { prepare, preparedCaseIn } from '#engine/prepare/prepare.ts';
import { folded } from '#language/reading/folded.ts';
import { readReply } from '#language/reading/read-reply.ts';
import { valuesIn } from '#language/reading/values.ts';
import { contentFor } from '#library/load.ts';
import { library } from '#tests/support/library.ts';

const preparedCaseOf = (id: string) => preparedCaseIn(prepare(contentFor(library, [id]).data), id);

/** Points found wrong in a reply, with nothing asked; `far`: the story's moment is another one. */
const wrongIn = (id: string, text: string, { customer = '', far = false } = {}): string[] => {
  const preparedCase = preparedCaseOf(id);
  const points = [...preparedCase.points.values()];
  const nearPoints = new Set(far ? [] : points.map(({ point }) => point.id));
  return toldOtherwise(
    { preparedCase, reply: readReply(text), customerValues: valuesIn(folded(customer)), nearPoints },
    points,
  ).map((one) => one.id);
};

const FIGURES: readonly (readonly [id: string, wrong: string, right: string, point: string])[] = [
  ['promotion/deposit-cold-feet', '尾款还要付499', '尾款还要付449', 'rest'],
  ['return-dispute/seventh-day', '退款329', '退款289', 'sum'],
  ['payment-reminder/unpaid-mum-pay', '晚上8点前付的都是今天发货', '18点前付的都是今天发货', 'today'],
  ['order-change/swap-colour', '明天发', '今天发', 'ship'],
];
const FEES: readonly (readonly [id: string, wrong: string, right: string])[] = [
  ['quality-claim/airfryer-smoke', '寄回来运费您先出一下', '寄回来运费我们出'],
  ['quality-claim/egg-yolk-crushed', '邮费要你先出一下', '邮费不用你出'],
  ['shipping-urge/out-of-stock-truth', '特快那15块您补一下', '特快那15块我们补'],
  ['returning-customer/callback-after-exchange', '运费您那边先垫', '运费店里垫'],
];

describe('a figure told otherwise', () => {
  it.each(FIGURES)('[T21] %s: %s is wrong of a point nobody asks about, %s is not', (id, wrong, right, point) => {
    expect(wrongIn(id, wrong)).toEqual([point]);
    expect(wrongIn(id, right)).toEqual([]);
  });

  it.each(FIGURES)(
    '[T21] %s: %s is no wrong answer as a question, a supposition or another shop’s words',
    (id, wrong) => {
      expect(wrongIn(id, `您是说${wrong}吗？`)).toEqual([]);
      expect(wrongIn(id, `如果${wrong}的话`)).toEqual([]);
      expect(wrongIn(id, `别家${wrong}`)).toEqual([]);
      expect(wrongIn(id, `${wrong}是我说错了`)).toEqual([]);
    },
  );

  it('[T21] of other goods is no wrong answer in this case', () => {
    for (const text of ['尾款还要付499'])
      for (const [id, own] of FIGURES) if (own !== text) expect([id, text, wrongIn(id, text)]).toEqual([id, text, []]);
  });

  it('[T21] that the customer has just named is only taken up and not wrong', () => {
    expect(wrongIn('promotion/deposit-cold-feet', '尾款还要付499', { customer: '499对吧' })).toEqual([]);
  });

  it('[T21] of a day or an hour counts only within the same moment of the story', () => {
    expect(wrongIn('order-change/swap-colour', '明天发', { far: true })).toEqual([]);
    expect(wrongIn('return-dispute/seventh-day', '退款329', { far: true })).toEqual(['sum']);
  });

  it('[T21] is not wrong where it comes from the case’s own: a share, a sum with the coupon, the turn’s own reckoning', () => {
    expect(wrongIn('bargaining/apple-two-yuan', '两箱41块8，摊下来一箱20块9')).toEqual([]);
    expect(wrongIn('livestream/live-three-lines', '券领了放着，想好了189')).toEqual([]);
    expect(wrongIn('promotion/coupon-stack', '满减和券加起来省55')).toEqual([]);
  });
});

describe('a fee laid on the customer', () => {
  it.each(FEES)('[T21] %s: %s is wrong where the shop bears it, %s is not', (id, wrong, right) => {
    expect(wrongIn(id, wrong)).toHaveLength(1);
    expect(wrongIn(id, right)).toEqual([]);
    expect(wrongIn(id, `如果不想要了，${wrong}`)).toEqual([]);
    expect(wrongIn(id, `${wrong}吗？`)).toEqual([]);
  });

  it.each([
    ['order-change/move-tomorrow', '转寄费店里包了', '转寄费您自己出'],
    ['order-change/move-tomorrow', '转寄的钱我们出', '转寄要您掏9块起'],
    ['return-dispute/seventh-day', '退货的运费是我们店里出的', '退货的运费您先垫'],
    ['shipping-urge/stuck-before-race', '特快那15块我们出', '特快那15块您补'],
  ])('[T21] %s: %s is wrong where the customer bears it, %s is not', (id, wrong, right) => {
    expect(wrongIn(id, wrong)).toHaveLength(1);
    expect(wrongIn(id, right)).toEqual([]);
    expect(wrongIn(id, `${wrong}吗？`)).toEqual([]);
  });

  it('[T21] is right for goods that are merely not wanted, whatever the case is about', () => {
    expect(wrongIn('product-advice/shoe-half-size', '寄回运费您出')).toHaveLength(1);
    expect(wrongIn('product-advice/shoe-half-size', '不想要退货，七天内点申请都行。寄回运费您出')).toEqual([]);
    expect(wrongIn('bargaining/rival-forty', '就算没坏只是不合用，七天内也能退，寄回的运费您自己出')).toEqual([]);
  });

  it('[T21] is right, too, where insurance pays for part of it', () => {
    expect(wrongIn('return-dispute/seventh-day', '运费险能赔一部分')).toEqual([]);
  });

  it('[T21] is right where the case lays it on the customer', () => {
    expect(wrongIn('return-dispute/seventh-day', '运费您先垫一下')).toEqual([]);
    expect(wrongIn('promotion/coupon-stack', '邮费0元')).toEqual([]);
  });
});

describe('a number to dial', () => {
  const SCAM = 'account-security/scam-call';

  it('[T21] with a wrong digit is wrong of the point that names it; the right number and another number are not', () => {
    expect(wrongIn(SCAM, '再打银行电话停卡，然后打96111')).toHaveLength(1);
    expect(wrongIn(SCAM, '再打银行电话停卡，然后打96110')).toEqual([]);
    expect(wrongIn(SCAM, '打95588停卡')).toEqual([]);
    expect(wrongIn(SCAM, '是打96111吗？')).toEqual([]);
    expect(wrongIn('return-dispute/seventh-day', '然后打96111')).toEqual([]);
  });
});
