/** The texts a trainee could know a figure of a case from, and what each may be cited as. */
import type { Bubble, Burst, Order, Point, Scenario, Shop } from '#engine/model/content.ts';

export const ORDER = 'order';
const CENTS = 100;

/** What is said in words in a burst; pictures and cards have none. */
export const texts = (burst: Burst | null | undefined): string[] =>
  (burst ?? []).flatMap((bubble: Bubble) => (bubble.kind === 'text' ? [bubble.text] : []));

/** `point`: the text is a right wording of one of this case's points. */
export type Source = { ground: string | null; title: string; text: string; far?: boolean; point?: boolean };

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
  const of = (title: string, text: string): Source => ({ ground: ORDER, title, text });
  return [
    of('', `实付一共${yuan(total)}`),
    ...[
      placed ? `下单${placed}` : '',
      paidOn ? `付款${paidOn}` : '',
      shippedOn ? `发出${shippedOn}` : '',
      signedOn ? `签收${signedOn}` : '',
    ]
      .filter((t) => t !== '')
      .map((t) => of('', t)),
    ...items.flatMap(({ price, paid, qty, sku }) => [
      of('', `单价${yuan(price)}`),
      ...(paid === null ? [] : [of('', `实付${yuan(paid)}`)]),
      of('', `共${qty}件`),
      ...(sku ? [of('', sku)] : []),
    ]),
    ...gifts.map(({ price }) => of('', `赠品标价${yuan(price)}`)),
    ...off.map(({ amount }) => of('', `减${yuan(amount)}`)),
    ...[...inside, ...(tracking ?? [])].flatMap(({ on, note }) => [of('', on), of('', note)]),
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
  const plain = (text: string): Source => ({ ground: null, title: '', text });
  return [
    ...shop.policies.map(({ id, title, text }) => ({ ground: id, title, text })),
    ...shop.products.flatMap(({ id, name, price, stock, facts, doubts, skus }): Source[] => {
      const isElsewhere = !goods.has(id);
      const of = (text: string, title = ''): Source => ({
        ground: isElsewhere ? null : id,
        title,
        text,
        far: isElsewhere,
      });
      return [
        of(`价${yuan(price)}`),
        ...(stock === null ? [] : [of(`库存${stock}件`)]),
        ...facts.map((text) => of(text)),
        ...doubts.map(({ asks, answer }) => of(answer, asks)),
        ...skus.map((text) => ({ ...of(text), ground: null })),
        { ...of(name), ground: null },
      ];
    }),
    ...couponsOf(scenario, shop).flatMap(({ id, name, amount, least }) => [
      { ground: id, title: '', text: name.replace(/[\d.]+元?/g, '') + yuan(amount) },
      plain(yuan(least)),
    ]),
    ...(couponsOf(scenario, shop) === shop.coupons ? shop.authority.map(({ text }) => plain(text)) : []),
    ...shop.hours.map(plain),
    ...scenario.orders.flatMap(orderSources),
    ...pointsOf(scenario).flatMap((point) => {
      const ground = point.policy ?? point.ground?.[0]?.at ?? ORDER;
      return [
        ...wordingsOf(point).map((text) => ({ ground, title: '', text, point: true })),
        ...(point.ground ?? []).map(({ words }) => plain(words)),
        ...(point.check ? texts(point.check.right.bursts?.flat() ?? []).map(plain) : []),
      ];
    }),
    ...scenario.beats.flatMap(({ says, asks, window, needs, others }) => [
      ...texts(says).map(plain),
      ...asks.flatMap(({ text, model, first }) => [
        plain(text),
        ...(model ? [plain(model)] : []),
        ...(first ?? []).flatMap((deed) => (typeof deed === 'string' || !deed.model ? [] : [plain(deed.model)])),
      ]),
      ...(window?.model ? [plain(window.model)] : []),
      ...needs.flatMap(({ note, with: own }) => [
        ...(note ? [plain(note)] : []),
        ...Object.values(own).map((value) => plain(typeof value === 'number' ? yuan(value) : value)),
      ]),
      ...(others ?? []).flat().map(({ text }) => plain(text)),
    ]),
    ...scenario.customer.past.flatMap(({ on, note }) =>
      [on, note].flatMap((text) => (text ? [{ ground: ORDER, title: '', text }] : [])),
    ),
    ...scenario.duties.flatMap(({ note }) => (note ? [plain(note)] : [])),
    ...scenario.endings.flatMap(({ says, model, sale, amount }) => [
      ...texts(says).map(plain),
      ...(model ? [plain(model)] : []),
      ...[sale, amount].flatMap((cents) => (cents === null ? [] : [plain(yuan(cents))])),
    ]),
    ...scenario.before.flatMap(({ says }) => texts(says).map(plain)),
    ...scenario.customer.knows.flatMap(({ says, model }) => [...texts(says), ...(model ? [model] : [])].map(plain)),
    ...(scenario.incident?.notice ? [plain(scenario.incident.notice)] : []),
  ];
};
