/** Sums that a message works out of its own figures (218减10是208) are held against no card. */
import { expect, it } from 'vitest';
import { answerRequest } from '#engine/judge/answer-request.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { contentFor } from '#library/load.ts';
import { cardOfSeed } from '#library/variations/card.ts';
import { oneTurn } from '#tests/engine/support/one-turn.ts';
import { library } from '#tests/support/library.ts';

const CASE = 'returning-customer/regular-price-tinghe';
const content = prepare(contentFor(library, [CASE]).data);
const straysOf = (text: string) => answerRequest(content, oneTurn(CASE, text)).strays ?? [];

it('[T228] how far two sums of a message are apart is no 差额 of a card', () => {
  const shipping = 'shipping-urge/ship-when-suibu';
  const shoes = prepare(contentFor(library, [shipping]).data);
  const strays = (text: string) => answerRequest(shoes, oneTurn(shipping, text)).strays ?? [];
  expect(strays('水壶79元，满99才包邮，差20元')).toEqual([]);
  expect(strays('水壶79元，满99才包邮，差30元')).not.toEqual([]);
});

it('a sum less what a coupon takes off is right, however many figures stand before it', () => {
  const before = '满1500后有30元生日券和旅行小样四件各一份。粉丝券满150减10，眼霜差1块，要是再带支洁面69元，';
  expect(straysOf(`${before}218减10是208元`)).toEqual([]);
  expect(straysOf(`${before}218减10是205元`)).not.toEqual([]);
});

it('[T233] what a coupon leaves of a price told before, of several pieces or of two goods, is right', () => {
  const live = 'product-advice/far-away-poshang';
  const fruit = prepare(contentFor(library, [live], cardOfSeed(3)).data);
  const { shop } = fruit.cases.get(live) ?? expect.fail('no case');
  const [coupon] = shop.coupons;
  const dried = shop.products.find(({ name }) => name.includes('红薯干')) ?? expect.fail('no goods');
  const yuan = (cents: number): string => `${cents / 100}元`;
  const strays = (text: string, before: string[] = []) => {
    const latest = before.map((said, index) => ({ id: `e${index}`, text: said, at: index }));
    return answerRequest(fruit, oneTurn(live, text, { latest })).strays ?? [];
  };
  const left = 2 * dried.price - (coupon?.amount ?? 0);
  const told = [`红薯干一袋${yuan(dried.price)}`];
  expect(strays(`两袋用券${yuan(left)}`, told)).toEqual([]);
  expect(strays(`再给您发张店铺券，用上是${yuan(left)}`, told)).toEqual([]);
  const reckoned = `用满20减2的券是${left / 100}，单袋不够门槛`;
  expect(strays(reckoned, told)).toEqual([]);
  expect(strays(reckoned)).not.toEqual([]);
  expect(strays(reckoned, ['车厘子一盒99元'])).not.toEqual([]);
});
