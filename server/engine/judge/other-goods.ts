/** Goods of the shop told as the customer's own that are on no order of theirs: 您拍的那条软壳裤 to who ordered shoes (RULES T175). */
import type { Point, Scenario } from '#engine/model/content.ts';
import type { Shop } from '#engine/model/shop.ts';
import { goodsOf, ORDER, pointsOf, texts, wordingsOf } from '#engine/prepare/known-figure-sources.ts';
import type { PreparedCase } from '#engine/prepare/prepared-content.ts';
import { notAddressed } from '#language/points/point-verdict.ts';
import type { Clause, Reading } from '#language/reading/clause.ts';
import { folded } from '#language/reading/folded.ts';
import { valuesIn } from '#language/reading/values.ts';
import type { PointVerdict } from '#language/terms/verdicts.ts';
import { couponsMeant } from './computed-sums.ts';
import type { WrongFigure } from './wrong-figure.ts';

/** Right before the goods: 您拍的那条, 您上周那台, 您这箱. */
const THEIRS =
  /[您你](?:这边|那边|上周|上次|昨天|前天|今天|之前|刚才?|当时|这会儿)*(?:[拍买订选付收]|下单)?(?:[了到下])?(?:[的这那是]|一[台件条双瓶箱盒款只支袋包把口套]|[台件条双瓶箱盒款只支袋包把口套])+$/;
/** Fewer characters are a word of many goods: 鞋, 裤. */
const MIN_NAME = 3;
const HAN_WORD = /\p{Script=Han}{2,}/gu;

/** What goods are called in talk, folded: the words of the name and the ends of these. */
const spokenNamesOf = (name: string): string[] =>
  (folded(name).match(HAN_WORD) ?? []).flatMap((word) =>
    Array.from({ length: Math.max(1, word.length - MIN_NAME + 1) }, (_, from) => word.slice(from)),
  );

const authoredTexts = ({ beats, before, customer, endings }: Scenario, points: readonly Point[]): string[] => [
  ...points.flatMap(wordingsOf),
  ...beats.flatMap(({ says, asks, window }) => [
    ...texts(says),
    ...asks.flatMap(({ text, model }) => [text, ...(model ? [model] : [])]),
    ...(window?.model ? [window.model] : []),
  ]),
  ...before.flatMap(({ says }) => texts(says)),
  ...customer.past.flatMap(({ note }) => note ?? []),
  ...customer.knows.flatMap(({ says, model }) => [...texts(says), ...(model ? [model] : [])]),
  ...endings.flatMap(({ says, model }) => [...texts(says), ...(model ? [model] : [])]),
];

/** `names`: what other goods are called, that no text of the case speaks of; `own`: what is on the order. */
type OtherGoods = { names: readonly string[]; own: string };
const NONE: OtherGoods = { names: [], own: '' };

const otherGoodsOf = (scenario: Scenario, shop: Shop): OtherGoods => {
  const nameOf = (id: string): string => shop.products.find((product) => product.id === id)?.name ?? '';
  const own = scenario.orders.flatMap(({ items }) => items.map(({ product }) => nameOf(product)));
  if (own.length === 0) return NONE;
  const known = goodsOf(scenario);
  const spoken = folded([...[...known].map(nameOf), ...authoredTexts(scenario, pointsOf(scenario))].join('\n'));
  const names = shop.products
    .filter(({ id }) => !known.has(id))
    .flatMap(({ name }) => spokenNamesOf(name))
    .filter((name) => !spoken.includes(name));
  return { names: [...new Set(names)], own: [...new Set(own)].join('、') };
};

const otherGoods = new WeakMap<PreparedCase, OtherGoods>();
const knownOtherGoods = (preparedCase: PreparedCase): OtherGoods => {
  const known = otherGoods.get(preparedCase) ?? otherGoodsOf(preparedCase.scenario, preparedCase.shop);
  otherGoods.set(preparedCase, known);
  return known;
};

/**
 * Whether a clause tells the stock or price of goods that are named by then in the same message: 护手霜三支49元，送人不用另包，库存650 in a
 * talk about pads is right by the cream's own page (RULES T217).
 */
export const isOfNamedGoods = (
  { text, values }: Reading,
  { products }: Shop,
  { start, end }: Pick<WrongFigure, 'start' | 'end'>,
): boolean => {
  const quantities = values.filter((value) => value.start >= start && value.end <= end).map(({ quantity }) => quantity);
  const told = text.slice(text.lastIndexOf('\n', start) + 1, end);
  return products.some(
    ({ name, stock, price }) =>
      quantities.some((quantity) => quantity === stock || Math.round(quantity * CENTS) === price) &&
      spokenNamesOf(name).some((spoken) => spoken.length >= MIN_NAME && told.includes(spoken)),
  );
};
const CENTS = 100;

/** Whether a clause tells how many pieces are left now: 后台0份 of goods that the page had 130 of as the drill began (RULES T244). */
export const isStockNow = (
  { values }: Reading,
  stocks: readonly number[],
  { start, end }: Pick<WrongFigure, 'start' | 'end'>,
): boolean =>
  values.some(
    ({ kind, quantity, start: from, end: until }) =>
      from >= start && until <= end && (kind === 'measure' || kind === 'number') && stocks.includes(quantity),
  );

const OF_SEVERAL = /一共|合计|总共|[两三]样/;
/** Between goods and their own price: 燕麦脆500g吧，19.9元; 两样 or 到手 would tell a sum of more. */
const TO_PRICE = /^[\da-z*+.克个枚斤片包支双条台只袋箱瓶盒件卖是要的呢吧吗标单价现在页面上一,:\s]{0,24}$/;
/** 两箱71.8元: the price of several pieces. */
const SEVERAL = /[两二三四五六2-6](?:箱|盒|袋|件|双|台|支|瓶|套|份|包|桶|条|个)/;
/** 34元上下 for 33.9元. */
const ABOUT_BEHIND = /^元?(?:上下|左右|[来多出])/;
const ROUGHLY_CENTS = 50;

/** Goods named before a place: their price, and whether the case is about them. A name may be told by its last two characters (坚果). */
const namedBefore = ({ scenario, shop: { products } }: PreparedCase, before: string) => {
  const own = goodsOf(scenario);
  return products.flatMap(({ id, name, price }) => {
    const tails = (folded(name).match(HAN_WORD) ?? []).map((word) => word.slice(-2));
    const ends = [...spokenNamesOf(name), ...tails].map((spoken) => {
      const at = before.lastIndexOf(spoken);
      return at < 0 ? -1 : at + spoken.length;
    });
    const end = Math.max(...ends);
    return end < 0 ? [] : [{ price, isOwn: own.has(id), isBeside: TO_PRICE.test(before.slice(end)) }];
  });
};

/**
 * A sum told right behind goods that have this price on their page says what these cost, and is no wrong sum of several nor of
 * other goods (RULES T232). Neither is what a coupon in the same words leaves of a right sum, or of such a price. A sum to pay
 * that is lower at a live price is told wrong by the page's all the same.
 */
export const withoutGoodsPrices =
  (preparedCase: PreparedCase, text: string): ((verdict: PointVerdict) => PointVerdict) =>
  (verdict) => {
    const { points, shop } = preparedCase;
    if (verdict.state !== 'wrong') return verdict;
    const words = folded(text.slice(verdict.start, verdict.end));
    const sums = valuesIn(words).filter(({ kind }) => kind === 'amount');
    const says = points.get(verdict.id)?.point.says ?? '';
    const rights = valuesIn(folded(says)).flatMap(({ kind, quantity }) =>
      kind === 'amount' ? [quantity * CENTS] : [],
    );
    const coupons = couponsMeant(text, shop.coupons);
    const isExplained = ({ quantity, start, end }: (typeof sums)[number]): boolean => {
      const cents = Math.round(quantity * CENTS);
      const named = namedBefore(preparedCase, folded(text.slice(0, verdict.start)) + words.slice(0, start));
      const isOfSeveral = OF_SEVERAL.test(says) || rights.some((right) => right > cents);
      if (named.some((goods) => goods.isBeside && goods.price === cents && (isOfSeveral || !goods.isOwn))) return true;
      const slack = ABOUT_BEHIND.test(words.slice(end)) ? ROUGHLY_CENTS : 0;
      const pieces = SEVERAL.test(text) ? [1, 2, 3, 4, 5, 6] : [1];
      const ofPieces = rights.flatMap((right) => pieces.map((count) => count * right));
      if (ofPieces.slice(1).some((total) => Math.round(total) === cents && !rights.includes(cents))) return true;
      const bases = [...ofPieces, ...named.flatMap(({ isOwn, price }) => (isOwn ? [] : [price]))];
      return coupons.some(({ amount, least }) =>
        bases.some((base) => base >= least && Math.abs(base - amount - cents) <= slack),
      );
    };
    return rights.length > 0 && sums.length > 0 && sums.every(isExplained)
      ? notAddressed(verdict.id, 1 - verdict.confidence)
      : verdict;
  };

/** Other goods than the order's told as the customer's, unless the customer's words name them. */
export const otherGoodsIn = (
  { text, clauses }: Reading,
  preparedCase: PreparedCase,
  customerText: string,
): WrongFigure[] => {
  const { names, own } = knownOtherGoods(preparedCase);
  const asked = folded(customerText);
  const told = names.flatMap((name) => (text.includes(name) && !asked.includes(name) ? [text.indexOf(name)] : []));
  if (told.length === 0) return [];
  // 您拍的那条山止软壳裤 names the goods twice; the words before the first tell whose they are.
  const at = Math.min(...told);
  const clause = clauses.find(({ start, end }) => start <= at && at < end) as Clause | undefined;
  if (!clause || clause.isConditional || clause.isOfOtherCase || !THEIRS.test(text.slice(clause.start, at))) return [];
  return [{ card: ORDER, right: own, start: clause.start, end: clause.end }];
};
