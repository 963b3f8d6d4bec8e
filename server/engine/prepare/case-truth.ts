/** What a case and its shop allow to be said: sums that are owed, figures that are right, goods it is about. Compiled once. */

import type { Order, Scenario } from '#engine/model/content.ts';
import { HOURS, type Shop } from '#engine/model/shop.ts';
import { amountlessPromisesIn } from '#language/authority/amountless-promises.ts';
import { type Authority, limitsOf, SHARES } from '#language/authority/limits.ts';
import { withholds } from '#language/authority/promises-in.ts';
import { cardWordings, goodsWordings, rightTextsOf } from '#language/cards/card-wordings.ts';
import type { CardInput } from '#language/cards/contradictions.ts';
import { countStartsOf } from '#language/cards/count-starts.ts';
import { noGuessCardOf } from '#language/cards/guesses.ts';
import { unguaranteedTopics } from '#language/cards/overpromises.ts';
import { originalWayCardOf } from '#language/cards/refund-ways.ts';
import { shopTextsOf } from '#language/cards/told-elsewhere.ts';
import { anewCardsOf } from '#language/cards/warranty-starts.ts';
import { folded } from '#language/reading/folded.ts';
import type { Value } from '#language/reading/value.ts';
import { goodsNamesOf } from '#language/whole-reply/goods-names.ts';
import { readAuthored, valuesInAuthored } from './authored-texts.ts';
import { type DeskRecord, deskRecordsOf } from './desk-records.ts';
import { pointsOf, texts, wordingsOf } from './known-figure-sources.ts';
import type { KnownFigures } from './known-figures.ts';
import { knownFiguresOf } from './known-figures-of.ts';
import { feesBorne, figuresIn, numbersOf, type RightFigures } from './right-figures.ts';

/** `cards` and `knownFigures`: null where the shop's cards fix no figures (content older than they are). */
export type CaseTruth = {
  authority: Authority;
  cards: CardInput | null;
  rightFigures: RightFigures;
  knownFigures: KnownFigures | null;
  records: readonly DeskRecord[];
  /** What the shop's goods are called, size and weight left out: 丑苹果 for 丑苹果 5斤. */
  goodsNames: readonly string[];
};

const CENTS = 100;

const orderTexts = ({ placed, paidOn, shippedOn, signedOn, inside, tracking, items }: Order): string[] => [
  ...[placed, paidOn, shippedOn, signedOn].flatMap((date) => date ?? []),
  ...items.flatMap(({ sku }) => sku ?? []),
  ...[...inside, ...(tracking ?? [])].flatMap(({ on: date, note }) => [date, note]),
];

/** Texts of what a good agent would say or do, of the orders' records, and of what the shop said before the drill. */
const rightTexts = (scenario: Scenario): string[] => [
  ...pointsOf(scenario).flatMap(wordingsOf),
  ...scenario.beats.flatMap(({ asks, window, needs }) => [
    ...asks.flatMap(({ model, first }) => [
      ...(model ?? []).toString().split('\n'),
      ...(first ?? []).flatMap((deed) => (typeof deed === 'string' ? [] : (deed.model ?? []))),
    ]),
    ...(window?.model ? [window.model] : []),
    ...needs.flatMap(({ note }) => note ?? []),
  ]),
  ...scenario.duties.flatMap(({ note }) => note ?? []),
  ...scenario.endings.flatMap(({ model }) => model ?? []),
  ...scenario.orders.flatMap(orderTexts),
  ...scenario.before.flatMap(({ by, says }) => (by === 'customer' ? [] : texts(says))),
  ...(scenario.incident?.notice ? [scenario.incident.notice] : []),
];

/** Sums of the story, in cents. */
const storySums = (scenario: Scenario): number[] => {
  const needs = [...scenario.beats.flatMap((beat) => beat.needs), ...scenario.duties];
  return [
    ...needs.flatMap((need) => Object.values(need.with).filter((value) => typeof value === 'number')),
    ...scenario.endings.flatMap(({ sale, amount }) => [sale ?? 0, amount ?? 0]),
    ...scenario.orders.flatMap(({ total, items, gifts, off }) => [
      total,
      ...items.flatMap(({ price, paid, qty }) => [price, paid ?? 0, price * qty]),
      ...gifts.map(({ price }) => price),
      ...off.map(({ amount }) => amount),
    ]),
  ];
};

const sumsIn = (found: readonly Value[]): number[] =>
  found.flatMap(({ kind, quantity, low }) =>
    kind === 'amount' || kind === 'number'
      ? [quantity, low].map((bound) => Math.round(bound * CENTS))
      : kind === 'percent'
        ? [-Math.round(quantity * SHARES)]
        : [],
  );

const CHARS_BEHIND = 6;
const COUPON = /^.{0,4}券/;
/** 贵40, 差40: a comparison grants nothing. */
const COMPARED = /(?:贵|差|高|低|比.{0,4})$/;

/** Sums that right texts grant: neither denied nor left to somebody above. 便宜五块做不到 grants none. */
const grantsIn = (all: readonly string[]): { coupon: boolean; values: Value[] }[] =>
  all.flatMap((each) => {
    const { text, values, clauses } = readAuthored(each);
    return values.flatMap((value) => {
      const clause = clauses[value.clauseIndex];
      const isRuledOut =
        !clause || clause.isConditional || clause.isQuestion || withholds(text.slice(clause.start, clause.end));
      if (isRuledOut || value.kind === 'number' || value.sign < 0 || COMPARED.test(text.slice(0, value.start)))
        return [];
      return [{ coupon: COUPON.test(text.slice(value.end, value.end + CHARS_BEHIND)), values: [value] }];
    });
  });

/** Notes with which a report goes up: a sum in them is asked of a higher level and granted by nobody here. */
const askedAbove = ({ beats, duties }: Scenario): string[] =>
  [...beats.flatMap(({ needs }) => needs), ...duties].flatMap(({ do: action, note }) =>
    action?.startsWith('escalate') ? (note ?? []) : [],
  );

/** Sums that stand behind or before such words: 减40, 5元券. */
const sumsBeside = (all: readonly string[], before: RegExp, after: RegExp): number[] =>
  all.flatMap((text) => {
    const plain = folded(text);
    const near = ({ start, end }: Value): boolean =>
      before.test(plain.slice(0, start)) || after.test(plain.slice(end, end + CHARS_BEHIND));
    return sumsIn(valuesInAuthored(text).filter(near));
  });

/** What the shop offers anybody. */
const offeredBy = ({ policies, products }: Shop): string[] => [
  ...policies.flatMap(({ title, text }) => [title, text]),
  ...products.flatMap(({ facts, doubts }) => [...facts, ...doubts.map(({ answer }) => answer)]),
];

const hoursCard = ({ hours }: Shop) => ({
  id: HOURS,
  states: [{ is: [...hours], says: ['营业到几', '营业时间是几', '营业时间到几', '人工到几', '客服上班到几'] }],
});

/** What a shop alone settles, whatever the case: most of a variant's truth. */
type ShopTruth = {
  offeredCoupons: readonly number[];
  offeredCuts: readonly number[];
  cards: CardInput['wordings'];
  texts: CardInput['shopTexts'];
};
const shopTruths = new WeakMap<Shop, ShopTruth>();

const shopTruthOf = (shop: Shop): ShopTruth => {
  const known = shopTruths.get(shop);
  if (known !== undefined) return known;
  const offered = offeredBy(shop);
  const truth = {
    offeredCoupons: sumsBeside(offered, /[减券]$/, COUPON),
    offeredCuts: sumsBeside(offered, /[减省抵]$/, /^折/),
    cards: [...cardWordings([...shop.policies, hoursCard(shop)]), ...goodsWordings(shop.products)],
    texts: shopTextsOf([
      ...shop.policies,
      ...shop.authority.map(({ level, text }) => ({ id: level, text })),
      ...shop.products.map(({ id, facts }) => ({ id, text: facts.join('。') })),
    ]),
  };
  shopTruths.set(shop, truth);
  return truth;
};

const authorityOf = (scenario: Scenario, shop: Shop, right: readonly string[]): Authority => {
  const grants = grantsIn(right.filter((text) => !askedAbove(scenario).includes(text)));
  const asCoupon = grants.flatMap(({ coupon, values }) => (coupon ? sumsIn(values) : []));
  const asSum = grants.flatMap(({ coupon, values }) => (coupon ? [] : sumsIn(values)));
  const { offeredCoupons, offeredCuts } = shopTruthOf(shop);
  const storyCents = storySums(scenario);
  return {
    levels: limitsOf(shop.authority),
    owed: new Set([...storyCents, ...asSum, ...asCoupon]),
    coupons: new Set([...shop.coupons.map(({ amount }) => amount), ...asCoupon, ...offeredCoupons]),
    offers: new Set([...storyCents, ...asSum, ...offeredCuts]),
    amountlessKinds: new Set(right.flatMap((text) => amountlessPromisesIn(readAuthored(text)).map(({ kind }) => kind))),
  };
};

const citedIn = (scenario: Scenario): string[] => pointsOf(scenario).flatMap(({ policy }) => policy ?? []);

const goodsOf = (scenario: Scenario): string[] => {
  const shown = scenario.beats.flatMap(({ says }) =>
    (says ?? []).flatMap((bubble) => (bubble.kind === 'product' ? [bubble.product] : [])),
  );
  const ordered = scenario.orders.flatMap(({ items, gifts }) => [...items, ...gifts].map(({ product }) => product));
  return [
    ...new Set([
      ...shown,
      ...ordered,
      ...citedIn(scenario),
      ...(scenario.customer.enters ?? []).toString().split('\n'),
    ]),
  ];
};

const factsOf = (scenario: Scenario, shop: Shop, right: readonly string[]): RightFigures => {
  const told = scenario.customer.knows.flatMap(({ says }) => texts(says));
  const { orders } = scenario;
  const paid = orders.flatMap(({ total, items, gifts, off }) => [
    total,
    ...items.flatMap(({ paid: own, qty, price }) =>
      own === null || own === undefined ? [] : [own, own * qty, (price - own) * qty],
    ),
    ...gifts.map(({ price }) => price),
    ...off.map(({ amount }) => amount),
  ]);
  const needs = [...scenario.beats.flatMap((beat) => beat.needs), ...scenario.duties];
  const clicked = needs.flatMap((need) => Object.values(need.with).filter((value) => typeof value === 'number'));
  const byPoint = [
    ...pointsOf(scenario).flatMap((point) => wordingsOf(point).map((text) => ({ point: point.id, text }))),
    ...right.map((text) => ({ point: null, text })),
  ];
  const yuan = (all: readonly number[]): number[] => all.map((cents) => cents / CENTS);
  return {
    figures: figuresIn([...right, ...told]),
    sums: yuan([...paid, ...clicked, ...scenario.endings.flatMap(({ sale, amount }) => [sale ?? 0, amount ?? 0])]),
    prices: yuan([
      ...shop.products.map(({ price }) => price),
      ...orders.flatMap(({ items }) => items.map(({ price }) => price)),
    ]),
    coupons: yuan(shop.coupons.map(({ amount }) => amount)),
    numbers: numbersOf(byPoint),
    borne: feesBorne(byPoint),
  };
};

export const caseTruthOf = (scenario: Scenario, shop: Shop): CaseTruth => {
  const right = rightTexts(scenario);
  const goodsIds = goodsOf(scenario).filter((id) => shop.products.some((product) => product.id === id));
  const hasStatements = shop.policies.some(({ states }) => states !== undefined);
  return {
    authority: authorityOf(scenario, shop, right),
    rightFigures: factsOf(scenario, shop, right),
    knownFigures: hasStatements ? knownFiguresOf(scenario, shop) : null,
    records: deskRecordsOf(scenario),
    goodsNames: goodsNamesOf(shop.products),
    cards: hasStatements
      ? {
          wordings: shopTruthOf(shop).cards,
          goodsIds,
          rightTexts: rightTextsOf(right),
          openTopics: unguaranteedTopics(shop.policies, citedIn(scenario)),
          noGuessCard: noGuessCardOf(shop.policies),
          starts: countStartsOf(shop.policies),
          anewWarranty: anewCardsOf(shop.policies),
          originalWay: originalWayCardOf(shop.policies, right),
          shopTexts: shopTruthOf(shop).texts,
        }
      : null,
  };
};
