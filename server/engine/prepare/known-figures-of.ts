/** Every figure that a case and its shop know, what each is told of, and the sums that come of them. Compiled once for each case. */

import type { Scenario } from '#engine/model/content.ts';
import type { Shop } from '#engine/model/shop.ts';
import type { StatedValue } from '#language/reading/clause.ts';
import { readText } from '#language/reading/clauses.ts';
import { folded } from '#language/reading/folded.ts';
import { memoizeBy } from '#language/reading/memoize.ts';
import { isSameValue } from '#language/reading/same-value.ts';
import type { Value } from '#language/reading/value.ts';
import { postageThresholdAsAmount } from '#language/reading/value-tails.ts';
import { valuesIn } from '#language/reading/values.ts';
import { isAnswerHour, minuteOfDay } from './answer-hours.ts';
import { measuresBeside } from './figures-by-measure.ts';
import { goodsOf, pointsOf, type Source, sourcesOf, texts } from './known-figure-sources.ts';
import { figureKey, type KnownFigure, type KnownFigures } from './known-figures.ts';
import { DENIED_BEFORE, kindIn, topicWeightsOf, wordsBeside } from './matters.ts';
import { namedFor, namedIn } from './named-matters.ts';

const CENTS = 100;
const toCents = (yuan: number): number => Math.round(yuan * CENTS);

/** Most pieces a sum may be multiplied by or shared among. */
const MAX_PIECES = 12;
/** Most sums that are added to and taken from each other: with more of them nearly every sum would be a right one. */
const MAX_SUMS = 16;
/** 1到 of 1到3天. */
const NEAR_END = /[\d.:一二两三四五六七八九十]+[到至~-]$/;
/** Seconds of the longest time that is a duration: 2026年 is a date. */
const LONGEST_S = 60 * 360 * 24 * 3600;

const derivedSums = (sums: readonly number[], shares: readonly number[]): Set<number> => {
  const distinct = [...new Set(sums)].slice(0, MAX_SUMS);
  const derived = new Set<number>(distinct.map(toCents));
  for (const a of distinct) {
    for (let count = 2; count <= MAX_PIECES; count++) derived.add(toCents(a * count)).add(toCents(a / count));
    for (const share of shares) derived.add(toCents(a * share));
    for (const b of distinct) derived.add(toCents(a + b)).add(toCents(Math.abs(a - b)));
  }
  return derived;
};

/** In yuan, of what the case's points say. */
const amountsOfPoints = (scenario: Scenario): number[] =>
  pointsOf(scenario).flatMap(({ says }) =>
    valuesIn(folded(says)).flatMap(({ kind, quantity }) => (kind === 'amount' ? [quantity] : [])),
  );

/** Sums of the order, of the goods it is about, and of what its points say. */
const ownSums = (scenario: Scenario, shop: Shop): number[] => {
  const goods = goodsOf(scenario);
  const paid = scenario.orders.flatMap(({ total, items, gifts, off }) => [
    total,
    ...items.flatMap(({ price, paid, qty }) => [price, price * qty, ...(paid === null ? [] : [paid])]),
    ...gifts.map(({ price }) => price),
    ...off.map(({ amount }) => amount),
  ]);
  const said = amountsOfPoints(scenario);
  const prices = shop.products.filter(({ id }) => goods.has(id)).map(({ price }) => price);
  return [...paid.map((sum) => sum / CENTS), ...said, ...prices.map((price) => price / CENTS)];
};

/** 满300减40 on a policy card, both in yuan. */
const CUT_FROM = /满(\d+)减(\d+)/g;

/**
 * What a case's goods cost after the shop's offers, in yuan: 419 of a shoe for 459 where 满300减40, 404 with a coupon of 15
 * beside it. A trainee who says 满300减40，到手419 needn't name the price (RULES T29). Not where a point itself says what
 * the good comes to: then that alone is right (a deposit's good for 599 comes to 549, and 559 is wrong).
 */
const offeredPrices = (scenario: Scenario, shop: Shop): number[] => {
  const goods = goodsOf(scenario);
  const told = amountsOfPoints(scenario);
  const cuts = shop.policies.flatMap(({ text }) =>
    [...text.matchAll(CUT_FROM)].map(([, least, amount]) => ({ least: Number(least), amount: Number(amount) })),
  );
  const coupons = shop.coupons
    .filter(({ least }) => least > 0)
    .map(({ least, amount }) => ({ least: least / CENTS, amount: amount / CENTS }));
  return shop.products
    .filter(({ id }) => goods.has(id))
    .map(({ price }) => price / CENTS)
    .filter((yuan) => !told.some((sum) => sum < yuan && sum > yuan / 2))
    .flatMap((yuan) => {
      const within = (offers: typeof cuts): number[] =>
        offers.filter(({ least }) => yuan >= least).map(({ amount }) => amount);
      const [cut, coupon] = [within(cuts), within(coupons)];
      return [...cut, ...coupon, ...cut.flatMap((a) => coupon.map((b) => a + b))].map((less) => yuan - less);
    });
};

/** A good's name as a trainee types it: 1.75L加热破壁机 for 1.75L 加热破壁机. */
export const plainName = (name: string): string => folded(name).replaceAll(' ', '');

/** Records write 11-05, where a trainee says 11月5号. */
const RECORDED = /(?<![\d-])(\d{1,2})-(\d{2})(?![\d-])/g;
const withDates = (text: string): string => text.replace(RECORDED, (_, month, day) => `${+month}月${+day}号`);

const isDenied = (before: string, { sign }: StatedValue): boolean => sign < 0 && DENIED_BEFORE.test(before);

const addTo = (figuresByKey: Map<string, KnownFigure[]>, key: string, figure: KnownFigure): void => {
  const list = figuresByKey.get(key);
  if (list) list.push(figure);
  else figuresByKey.set(key, [figure]);
};

/** A figure of one text with where it is entered; `names`: what its text calls it or speaks of beside it. */
type Entry = {
  figure: KnownFigure;
  kind: string;
  names: readonly { key: string; isOwn: boolean; ofGoods: boolean }[];
  measures: readonly string[];
  /** Minute of the day of an hour that the shop answers until. */
  answeredUntil: number | null;
  /** 第1天 is a place in a row, no duration. */
  isOrdinal: boolean;
};

const entriesIn = ({
  citedAs,
  isOfOtherGoods = false,
  isPointWording = false,
  title,
  text: written,
}: Source): Entry[] => {
  const reading = readText(folded(withDates(written)));
  const { text, clauses } = reading;
  return reading.values
    .map((each) => postageThresholdAsAmount(text, each))
    .flatMap((value): Entry[] => {
      const clause = clauses[value.clauseIndex];
      if (!clause || (value.kind === 'duration' && value.quantity > LONGEST_S)) return [];
      const topics = topicWeightsOf(`${folded(title)} ${wordsBeside(text, clause, value)}`);
      // 不是三盒 shows only that somebody spoke of three: it clears that figure and proves none wrong.
      const figure: KnownFigure = {
        citedAs,
        neverProvesWrong: isOfOtherGoods || isDenied(text.slice(clause.start, value.start), value),
        isPointWording,
        topics,
        value,
        text: text.slice(NEAR_END.exec(text.slice(0, value.start))?.index ?? value.start, value.end),
      };
      const kind = kindIn(value, topics);
      const own = new Set(namedFor(reading, value, kind, folded(title)).map(({ name }) => name));
      return [
        {
          figure,
          kind,
          names: namedIn(`${folded(title)} ${text}`, kind).map(({ name, ofGoods }) => ({
            key: figureKey(kind, name),
            isOwn: own.has(name),
            ofGoods: ofGoods === true,
          })),
          measures: measuresBeside(reading, value).map((measure) => figureKey(kind, measure)),
          answeredUntil:
            citedAs !== null && isAnswerHour(reading, value, !isPointWording) ? minuteOfDay(reading, value) : null,
          isOrdinal: text.charAt(value.start - 1) === '第',
        },
      ];
    });
};

/** Texts whose figures are kept: a shop has some 500, and another variant of a case has most of them again. */
const MAX_CACHED_SOURCES = 4000;
const entriesOf = memoizeBy(
  ({ citedAs, isOfOtherGoods = false, isPointWording = false, title, text }: Source) =>
    JSON.stringify([citedAs, isOfOtherGoods, isPointWording, title, text]),
  entriesIn,
  MAX_CACHED_SOURCES,
);

/** The sums that the customer tells of themselves: a budget, what is left on their card. */
const customersOwnSums = ({ customer }: Scenario): readonly Value[] =>
  customer.knows.flatMap(({ says }) => texts(says).flatMap((text) => valuesIn(folded(text)).filter(isSum)));
const isSum = ({ kind }: Value): boolean => kind === 'amount' || kind === 'number';

/** A customer's own sum in a point's words (预算244够付) clears that sum and is the right one in place of none (RULES T136). */
const unlessCustomers = (figure: KnownFigure, own: readonly Value[]): KnownFigure =>
  figure.isPointWording && isSum(figure.value) && own.some((value) => isSameValue(value, figure.value))
    ? { ...figure, citedAs: null, neverProvesWrong: true }
    : figure;

export const knownFiguresOf = (scenario: Scenario, shop: Shop): KnownFigures => {
  const byKind = new Map<string, KnownFigure[]>();
  const byWord = new Map<string, KnownFigure[]>();
  const citable: KnownFigure[] = [];
  const byMeasure = new Map<string, KnownFigure[]>();
  const answerHours: { minuteOfDay: number; told: KnownFigure }[] = [];
  const byName = new Map<string, { own: KnownFigure[]; beside: KnownFigure[] }>();
  const shares = new Set<number>();
  const customersOwn = customersOwnSums(scenario);
  for (const source of sourcesOf(scenario, shop)) {
    for (const { figure: read, kind, names, measures, answeredUntil, isOrdinal } of entriesOf(source)) {
      const figure = unlessCustomers(read, customersOwn);
      const { value, topics } = figure;
      for (const { key, isOwn, ofGoods } of names) {
        if (ofGoods && source.isOfOtherGoods === true) continue;
        const found = byName.get(key) ?? { own: [], beside: [] };
        byName.set(key, found);
        found.beside.push(figure);
        if (isOwn && !figure.neverProvesWrong) found.own.push(figure);
      }
      for (const measure of measures) addTo(byMeasure, measure, figure);
      if (answeredUntil !== null) answerHours.push({ minuteOfDay: answeredUntil, told: figure });
      if (isOrdinal) continue;
      addTo(byKind, kind, figure);
      for (const word of topics.keys()) addTo(byWord, figureKey(kind, word), figure);
      if (value.kind === 'percent') shares.add(value.quantity);
      if (value.kind === 'amount' && figure.citedAs !== null) citable.push(figure);
    }
  }
  const latest = answerHours.toSorted((a, b) => b.minuteOfDay - a.minuteOfDay)[0] ?? null;
  const isTaughtHere = answerHours.some(({ told }) => told.isPointWording);
  return {
    byKind,
    byWord,
    citable,
    byName,
    byMeasure,
    answeredBy: isTaughtHere ? latest : null,
    sums: new Set([
      ...derivedSums(ownSums(scenario, shop), [...shares]),
      ...offeredPrices(scenario, shop).map(toCents),
    ]),
    paid: scenario.orders.flatMap(({ items }) => items.flatMap(({ paid, price }) => paid ?? price)),
    prices: new Map(shop.products.map(({ name, price }) => [plainName(name), price])),
  };
};
