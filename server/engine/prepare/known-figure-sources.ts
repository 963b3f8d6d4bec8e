/** The texts a trainee could know a figure of a case from, and what each may be cited as. */
import type { Bubble, Burst, Order, Point, Scenario } from '#engine/model/content.ts';
import type { Shop } from '#engine/model/shop.ts';

export const ORDER = 'order';
const CENTS = 100;

/** What is said in words in a burst; pictures and cards have none. */
export const texts = (burst: Burst | null | undefined): string[] =>
  (burst ?? []).flatMap((bubble: Bubble) => (bubble.kind === 'text' ? [bubble.text] : []));

/** `point`: the text is a right wording of one of this case's points. */
export type Source = {
  citedAs: string | null;
  title: string;
  text: string;
  isOfOtherGoods?: boolean;
  isPointWording?: boolean;
};

/** Right wordings of a point; a wrong one allows nothing. */
export const wordingsOf = ({ says, also, yes, value, examples, exemplars }: Point): string[] => [
  says,
  ...(also ?? []),
  ...(yes ?? []),
  ...(value ? [value.is] : []),
  ...(examples?.yes ?? []),
  ...(exemplars ?? []),
];

/** Every point of a case, asked for or not. */
export const pointsOf = ({ beats }: Scenario): Point[] =>
  beats.flatMap(({ asks, points }) => [...asks.flatMap((question) => question.points), ...points]);

const yuan = (cents: number): string => `${cents / CENTS}元`;

const orderSources = ({
  placed,
  paidOn,
  shippedOn,
  signedOn,
  items,
  gifts,
  off,
  total,
  inside,
  tracking,
}: Order): Source[] => {
  const source = (title: string, text: string): Source => ({ citedAs: ORDER, title, text });
  return [
    source('', `实付一共${yuan(total)}`),
    ...[
      placed ? `下单${placed}` : '',
      paidOn ? `付款${paidOn}` : '',
      shippedOn ? `发出${shippedOn}` : '',
      signedOn ? `签收${signedOn}` : '',
    ]
      .filter((t) => t !== '')
      .map((t) => source('', t)),
    ...items.flatMap(({ price, paid, qty, sku }) => [
      source('', `单价${yuan(price)}`),
      ...(paid === null ? [] : [source('', `实付${yuan(paid)}`)]),
      source('', `共${qty}件`),
      ...(sku ? [source('', sku)] : []),
    ]),
    ...gifts.map(({ price }) => source('', `赠品标价${yuan(price)}`)),
    ...off.map(({ amount }) => source('', `减${yuan(amount)}`)),
    ...inside.flatMap(({ on, note }) => [source('', on), source('', note)]),
    // A station's time is told of the station: 09:50 is when it was collected.
    ...(tracking ?? []).map(({ on, note }) => source('', `${on} ${note}`)),
  ];
};

/** Goods the case shows, has ordered, or rests on. */
export const goodsOf = (scenario: Scenario): Set<string> =>
  new Set([
    ...scenario.orders.flatMap(({ items, gifts }) => [...items, ...gifts].map(({ product }) => product)),
    ...scenario.beats.flatMap(({ says }) =>
      (says ?? []).flatMap((bubble) => (bubble.kind === 'product' ? [bubble.product] : [])),
    ),
    ...scenario.before.flatMap(({ says }) =>
      says.flatMap((bubble) => (bubble.kind === 'product' ? [bubble.product] : [])),
    ),
    ...pointsOf(scenario).flatMap(({ policy }) => policy ?? []),
    ...(scenario.customer.enters ?? '').split('\n'),
  ]);

/** The coupons a case calls for, all of the shop's where it names none. */
const couponsOf = (scenario: Scenario, { coupons }: Shop): Shop['coupons'] => {
  const needs = [...scenario.beats.flatMap((beat) => beat.needs), ...scenario.duties];
  const called = needs.flatMap((need) => Object.values(need.with));
  const own = coupons.filter(({ id }) => called.includes(id));
  return own.length === 0 ? coupons : own;
};

export const sourcesOf = (scenario: Scenario, shop: Shop): Source[] => {
  const goods = goodsOf(scenario);
  const uncited = (text: string): Source => ({ citedAs: null, title: '', text });
  return [
    ...shop.policies.map(({ id, title, text }) => ({ citedAs: id, title, text })),
    ...shop.products.flatMap(({ id, name, price, stock, facts, doubts, skus }): Source[] => {
      const isElsewhere = !goods.has(id);
      const source = (text: string, title = ''): Source => ({
        citedAs: isElsewhere ? null : id,
        title,
        text,
        isOfOtherGoods: isElsewhere,
      });
      return [
        source(`价${yuan(price)}`),
        ...(stock === null ? [] : [source(`库存${stock}件`)]),
        ...facts.map((text) => source(text)),
        ...doubts.map(({ asks, answer }) => source(answer, asks)),
        ...skus.map((text) => ({ ...source(text), citedAs: null })),
        { ...source(name), citedAs: null },
      ];
    }),
    ...couponsOf(scenario, shop).flatMap(({ id, name, amount, least }) => [
      { citedAs: id, title: '', text: name.replace(/[\d.]+元?/g, '') + yuan(amount) },
      uncited(yuan(least)),
    ]),
    ...(couponsOf(scenario, shop) === shop.coupons ? shop.authority.map(({ text }) => uncited(text)) : []),
    ...shop.hours.map(uncited),
    ...scenario.orders.flatMap(orderSources),
    ...pointsOf(scenario).flatMap((point) => {
      const citedAs = point.policy ?? point.ground?.[0]?.at ?? ORDER;
      return [
        ...wordingsOf(point).map((text) => ({ citedAs, title: '', text, isPointWording: true })),
        ...(point.ground ?? []).map(({ words }) => uncited(words)),
        ...(point.check ? texts(point.check.right.bursts?.flat() ?? []).map(uncited) : []),
      ];
    }),
    ...scenario.beats.flatMap(({ says, asks, window, needs, others }) => [
      ...texts(says).map(uncited),
      ...asks.flatMap(({ text, model, first }) => [
        uncited(text),
        ...(model ? [uncited(model)] : []),
        ...(first ?? []).flatMap((deed) => (typeof deed === 'string' || !deed.model ? [] : [uncited(deed.model)])),
      ]),
      ...(window?.model ? [uncited(window.model)] : []),
      ...(window?.recap ?? []).flatMap(({ told }) => told.flatMap(texts).map(uncited)),
      ...needs.flatMap(({ note, with: own }) => [
        ...(note ? [uncited(note)] : []),
        ...Object.values(own).map((value) => uncited(typeof value === 'number' ? yuan(value) : value)),
      ]),
      ...(others ?? []).flat().map(({ text }) => uncited(text)),
    ]),
    ...scenario.customer.past.flatMap(({ on, note }) =>
      [on, note].flatMap((text) => (text ? [{ citedAs: ORDER, title: '', text }] : [])),
    ),
    ...scenario.duties.flatMap(({ note }) => (note ? [uncited(note)] : [])),
    ...scenario.endings.flatMap(({ says, model, sale, amount }) => [
      ...texts(says).map(uncited),
      ...(model ? [uncited(model)] : []),
      ...[sale, amount].flatMap((cents) => (cents === null ? [] : [uncited(yuan(cents))])),
    ]),
    ...scenario.before.flatMap(({ says }) => texts(says).map(uncited)),
    ...scenario.customer.knows.flatMap(({ says, model }) => [...texts(says), ...(model ? [model] : [])].map(uncited)),
    ...(scenario.incident?.notice ? [uncited(scenario.incident.notice)] : []),
  ];
};
