/**
 * Sums in right answers: each must follow from what the case is based on, or the report teaches a wrong figure. The
 * check uses the trade's own arithmetic (goods, less discounts, halves and shares, the rest of a sum) and doesn't try
 * every operation: with all of them any number follows from ten others. A figure that follows in another way is written
 * under `figures` with its reason.
 */

import { say } from '#i18n/say.ts';
import { allLines } from '#library/checks/sentences/customer-lines.ts';
import type { Fault, Path } from '#library/diagnostics/diagnostics.ts';
import { sumOf } from '#library/reading/normalise-order.ts';
import type { AuthoredPoint, AuthoredScenario } from '#library/schema/scenario.ts';
import {
  beatsOf,
  type CaseCheck,
  type CaseView,
  deedsOf,
  needsOf,
  ordersOf,
  pointsOf,
  questionsOf,
} from '#library/view/case-view.ts';
import { amountsIn, numbersOf, yuan } from './amounts.ts';

type Sentence = { text: string; path: Path };

/** Cents: a smaller bare number in a customer's line (一, 3) is hardly ever money. */
const MIN_BARE_FEN = 1000;
/** The most pieces of one product that anybody orders in a case: a company orders forty. */
const MAX_PIECES = 40;
/** The most discounts used together: 满减 and a coupon. */
const MAX_DISCOUNTS = 2;

export const checkFigures: CaseCheck = function* (view) {
  const { authored, shop } = view;
  if (!shop) return;
  const knownAmounts = knownFigures(view);
  for (const { text, path } of rightSentences(authored))
    for (const amount of amountsIn(text)) if (!knownAmounts.has(amount)) yield unknownFigure(amount, path);
  for (const { amount, path } of writtenAmounts(authored))
    if (!knownAmounts.has(amount)) yield unknownFigure(amount, path);
  for (const { order, path } of ordersOf(authored))
    for (const [index, { product, price }] of order.items.entries()) {
      const shopPrice = shop.products.find(({ id }) => id === product)?.price;
      if (shopPrice !== undefined && shopPrice !== price && !vouchedAmounts(authored).includes(price))
        yield {
          code: 'figure-unknown',
          path: [...path, 'items', index, 'price'],
          message: say('checker:figure.price', { product, listed: yuan(shopPrice), here: yuan(price) }),
        };
    }
};

/** Figures the author vouches for, in cents. */
const vouchedAmounts = ({ figures }: AuthoredScenario): number[] => {
  return (figures ?? []).map(({ amount }) => amount);
};

const unknownFigure = (amount: number, path: Path): Fault => {
  return {
    code: 'figure-unknown',
    path,
    message: say('checker:figure.unknown', { sum: yuan(amount), amount }),
  };
};

/** Sentences the author would have a good agent say. */
const rightSentences = (authored: AuthoredScenario): Sentence[] => {
  const points = pointsOf(authored).flatMap(({ point, path }): Sentence[] => [
    { text: point.says, path: [...path, 'says'] },
    ...(point.also ?? []).map((text, index) => ({ text, path: [...path, 'also', index] })),
  ]);
  const models = [
    ...questionsOf(authored).map(({ question, path }) => ({ text: question.model, path: [...path, 'model'] })),
    ...beatsOf(authored).map(({ beat, path }) => ({ text: beat.window?.model, path: [...path, 'window', 'model'] })),
    ...Object.entries(authored.endings).map(([id, { model }]) => ({ text: model, path: ['endings', id, 'model'] })),
  ];
  return [...points, ...models.flatMap(({ text, path }) => (text === undefined ? [] : [{ text, path }]))];
};

/** Sums paid or given back in the story, in cents. */
const writtenAmounts = (authored: AuthoredScenario): { amount: number; path: Path }[] => {
  const endings = Object.entries(authored.endings).flatMap(([id, { sale, amount }]) => [
    { amount: sale, path: ['endings', id, 'sale'] },
    { amount, path: ['endings', id, 'amount'] },
  ]);
  const deeds = deedsOf(authored).flatMap(({ does, path }) => [
    { amount: does['place-order']?.amount, path },
    { amount: does['open-refund']?.amount, path },
  ]);
  return [...endings, ...deeds].flatMap(({ amount, path }) => (amount === undefined ? [] : [{ amount, path }]));
};

/** Every sum that follows from what the case stands on, in cents. */
const knownFigures = (view: CaseView): ReadonlySet<number> => {
  const { authored } = view;
  const saidAmounts = allLines(authored).flatMap(({ line }) => [
    ...amountsIn(line),
    ...numbersOf(line).filter((amount) => amount >= MIN_BARE_FEN),
  ]);
  const namedProducts = productIds(authored);
  const prices = pricesOf(view, namedProducts);
  const cards = citedTexts(view, namedProducts);
  const cardAmounts = cards.flatMap(({ text }) => numbersOf(text));
  const orders = ordersOf(authored).map(({ order }) => order);
  const gifts = orders.flatMap((order) => (order.gifts ?? []).map(({ price }) => price));
  const paidAmounts = orders.flatMap((order) => order.items.flatMap((item) => item.paid ?? []));
  const discounts = orders.flatMap((order) => (order.off ?? []).map(({ amount }) => amount));
  const coupons = couponsOf(view);
  const reductions = [...discounts, ...coupons, ...cards.flatMap(({ text }) => reductionsIn(text))];
  const goodsAmounts = goodsSums(prices);
  const rates = cards.flatMap(({ text }) => ratesIn(text));
  const beforeDiscounts = [
    ...goodsAmounts,
    ...orders.map((order) => sumOf(order)),
    ...orders.flatMap(({ total }) => total ?? []),
  ];
  const atRates = [...beforeDiscounts, ...prices].flatMap((sum) => rates.map((rate) => Math.round(sum * rate)));
  const halfPriced = rates.includes(0.5)
    ? prices.flatMap((price) => beforeDiscounts.map((sum) => sum + price / 2))
    : [];
  const afterDiscounts = [...beforeDiscounts, ...atRates, ...halfPriced].flatMap((sum) =>
    lessDiscounts(sum, [...reductions, ...gifts]),
  );
  const vouched = vouchedAmounts(authored);
  const certain = [
    ...saidAmounts,
    ...cardAmounts,
    ...gifts,
    ...paidAmounts,
    ...reductions,
    ...afterDiscounts,
    ...vouched,
  ];
  const differencesOfAmounts = differences(
    authored,
    prices,
    [...paidAmounts, ...saidAmounts],
    [...paidAmounts, ...saidAmounts, ...gifts, ...afterDiscounts, ...vouched],
  );
  return new Set([
    ...certain,
    ...differencesOfAmounts,
    ...atRates,
    ...paidAmounts.flatMap((sum) => gifts.map((gift) => sum - gift)),
  ]);
};

/** Texts the right answers rest on: cards, products, limits of authority, and notes of the case itself. */
const citedTexts = ({ authored, shop }: CaseView, namedProducts: ReadonlySet<string>): { text: string }[] => {
  const citedIds = new Set(pointsOf(authored).map(({ point }) => point.policy));
  const cards = (shop?.policies ?? []).filter(({ id }) => citedIds.has(id));
  const products = (shop?.products ?? []).filter(({ id }) => namedProducts.has(id));
  const orderNotes = ordersOf(authored).flatMap(({ order }) =>
    [...(order.inside ?? []), ...(order.tracking ?? [])].map(({ note }) => note),
  );
  return [
    ...cards.map(({ text }) => text),
    ...products.flatMap(({ facts }) => facts),
    ...(shop?.authority ?? []).map(({ text }) => text),
    ...orderNotes,
    ...(authored.incident?.notice === undefined ? [] : [authored.incident.notice]),
    ...(authored.duties ?? []).flatMap(({ note }) => note ?? []),
  ].map((text) => ({ text }));
};

/** Products of the case's orders, cards, points and purchases. */
const productIds = (authored: AuthoredScenario): ReadonlySet<string> => {
  const shownIds = allLines(authored).flatMap(({ line }) =>
    [...line.matchAll(/〔product ([a-z0-9-]+)〕/g)].map(([, id]) => id),
  );
  const placedItems = deedsOf(authored).flatMap(({ does }) => {
    const order = does['place-order'];
    return order ? [order, ...(order.more ?? [])] : [];
  });
  return new Set(
    [
      ...shownIds,
      ...placedItems.map(({ product }) => product),
      ...ordersOf(authored).flatMap(({ order }) =>
        [...order.items, ...(order.gifts ?? [])].map(({ product }) => product),
      ),
      ...pointsOf(authored).map(({ point }: { point: AuthoredPoint }) => point.policy),
      authored.customer.enters,
      ...(authored.customer.past ?? []).map(({ product }) => product),
    ].filter((id) => id !== undefined),
  );
};

/** Prices in cents of the products named, in the shop and as the case's orders have them. */
const pricesOf = ({ authored, shop }: CaseView, namedProducts: ReadonlySet<string>): number[] => {
  const prices = (shop?.products ?? []).filter(({ id }) => namedProducts.has(id)).map(({ price }) => price);
  return [...new Set([...prices, ...ordersOf(authored).flatMap(({ order }) => order.items.map(({ price }) => price))])];
};

/** Coupons the case asks to send, in cents: other coupons of the shop take nothing off here. */
const couponsOf = ({ authored, shop }: CaseView): number[] => {
  const sentIds = needsOf(authored).flatMap(({ need }) => need.with?.coupon ?? []);
  return (shop?.coupons ?? []).filter(({ id }) => sentIds.includes(id)).map(({ amount }) => amount);
};

/** Prices of several pieces of one product, of two different products, and of all products. */
const goodsSums = (prices: readonly number[]): number[] => {
  const several = prices.flatMap((price) => Array.from({ length: MAX_PIECES }, (_, index) => price * (index + 1)));
  const pairs = prices.flatMap((price, index) => prices.slice(index + 1).map((other) => price + other));
  return [...several, ...pairs, prices.reduce((sum, price) => sum + price, 0)];
};

const lessDiscounts = (sum: number, reductions: readonly number[]): number[] => {
  const distinct = [...new Set(reductions)];
  let sums = [sum];
  for (let round = 0; round < MAX_DISCOUNTS; round += 1)
    sums = [...new Set([...sums, ...sums.flatMap((sum) => distinct.map((discount) => sum - discount))])];
  return sums.filter((sum) => sum > 0);
};

/** The differences between two figures of the case. */
const differences = (
  authored: AuthoredScenario,
  prices: readonly number[],
  paidOrSaid: readonly number[],
  otherAmounts: readonly number[],
): number[] => {
  const answerAmounts = pointsOf(authored).flatMap(({ point }) => (point.must ? amountsIn(point.says) : []));
  const minuends = new Set([...paidOrSaid, ...prices]);
  const rightAmounts = answerAmounts.filter((amount) => otherAmounts.includes(amount));
  return [
    ...rightAmounts.flatMap((sum) => [...minuends, ...rightAmounts].map((other) => Math.abs(sum - other))),
    // A discount's share of each product (price less the sum paid), and how far a sum paid or named exceeds a price.
    ...prices.flatMap((price) => paidOrSaid.map((other) => Math.abs(price - other))),
  ];
};

/** 减40, 补15, 抵10 … in cents. */
const reductionsIn = (text: string): number[] => {
  return [...text.matchAll(/[减抵]\D{0,2}(\d+(?:\.\d+)?)/g)].map(([, number]) => Math.round(Number(number) * 100));
};

/** 95折, 9折, 半价, 5% as factors. */
const ratesIn = (text: string): number[] => {
  const discountRates = [...text.matchAll(/(\d{1,2}(?:\.\d)?)折/g)].map(([, fold]) =>
    Number(`0.${String(fold).replace('.', '')}`),
  );
  return [...discountRates, ...(/半价|一半|五折/.test(text) ? [0.5] : [])];
};
