/** Two offers of a shop told in one breath, each with its own right sum, are held against nobody; a wrong sum is (RULES T29). */
import { expect, test } from 'vitest';
import { answerRequest } from '#engine/judge/answer-request.ts';
import { goodsOf } from '#engine/prepare/known-figure-sources.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import { contentFor } from '#library/load.ts';
import { oneTurn } from '#tests/engine/support/one-turn.ts';
import { library } from '#tests/support/library.ts';

/** The shop whose cards have 满300减40 and a coupon of 15. */
const SHOP = 'suibu';
const FORMS = [
  (less: number, coupon: number): string => `699满减减${less}再减券${coupon}`,
  (less: number, coupon: number): string => `满300减${less}再减券${coupon}`,
  (less: number, coupon: number): string => `满减${less}再用券减${coupon}`,
  (less: number, coupon: number): string => `先满减${less}叠券${coupon}`,
  (less: number, coupon: number): string => `699减${less}领券再减${coupon}，到手644`,
  (less: number, coupon: number): string => `双11满减${less}加店铺券${coupon}`,
  (less: number, coupon: number): string => `满300减${less}，券是${coupon}`,
  (less: number, coupon: number): string => `减${less}用券${coupon}`,
];
const ids = [...library.scenarios.values()].filter(({ shop }) => shop === SHOP).map(({ id }) => id);
const contents = ids.map((id) => ({ id, content: prepare(contentFor(library, [id]).data) }));

const heldIn = (text: string): string[] =>
  contents.flatMap(({ id, content }) => {
    const { strays = [], judgement } = answerRequest(content, oneTurn(id, text));
    const cards = judgement.contradictions.filter(({ chance }) => chance >= VERDICT_THRESHOLDS.card.told);
    return strays.length + cards.length === 0 ? [] : [`${id}: ${text}`];
  });

test.each(FORMS.map((form) => form(40, 15)))('[T29] holds no right sum against anybody: %s', (text) => {
  expect(contents.length).toBeGreaterThan(5);
  expect(heldIn(text)).toEqual([]);
});

test('[T29] holds a coupon’s wrong sum behind the other offer', () => {
  // In two cases of the eighteen 25 is a right sum of something else.
  expect(heldIn('满300减40，店铺券满199减25').length).toBeGreaterThanOrEqual(contents.length - 2);
});

/** Sums told of each good of each case that comes to 300, whose price nobody names: what is held, and of how many. */
const heldAfterOffer = (lessYuan: number): { held: string[]; told: number } => {
  const told = contents.flatMap(({ id, content }) => {
    const [shop] = content.data.shops;
    const [scenario] = content.data.scenarios;
    const goods = scenario ? goodsOf(scenario) : new Set<string>();
    return (shop?.products ?? [])
      .filter((product) => goods.has(product.id) && product.price >= 30_000)
      .map(({ name, price }) => ({ id, content, text: `喜欢${name}直接拍，满300减40，到手${price / 100 - lessYuan}` }));
  });
  const held = told.filter(
    ({ id, content, text }) => (answerRequest(content, oneTurn(id, text)).strays ?? []).length > 0,
  );
  return { held: held.map(({ id, text }) => `${id}: ${text}`), told: told.length };
};

test('[T29] holds no price less an offer whose price isn’t named: 满300减40，到手419 of a shoe for 459', () => {
  const { held, told } = heldAfterOffer(40);
  expect(told).toBeGreaterThan(10);
  // A point of this case says what its good comes to with the deposit, 549: there 559 is wrong.
  expect(held.filter((line) => !line.startsWith('promotion/deposit-cold-feet'))).toEqual([]);
  expect(held).toHaveLength(1);
});

test('[T29] still holds a price that is a digit off what the offer leaves', () => {
  const { held, told } = heldAfterOffer(50);
  expect(held.length).toBeGreaterThan(told / 2);
});
