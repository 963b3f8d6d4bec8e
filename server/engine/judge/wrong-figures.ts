/** Figures that a turn tells otherwise than the case and its shop have them, asked for or not (RULES T29). */

import { answeredLater, minuteOfDay } from '#engine/prepare/answer-hours.ts';
import { rightByMeasure } from '#engine/prepare/figures-by-measure.ts';
import { figureKey, type KnownFigure, type KnownFigures } from '#engine/prepare/known-figures.ts';
import {
  ESCALATION_TOPICS,
  isEscalated,
  kindIn,
  SPANS,
  STOCK,
  SUM,
  type TopicWeights,
  topicWeightsOf,
  WEIGHED,
  wordsBeside,
} from '#engine/prepare/matters.ts';
import { isCallBack } from '#language/answers/hears-back.ts';
import * as patterns from '#language/cards/card-patterns.ts';
import { beforeFigure } from '#language/cards/card-wordings.ts';
import { isTimeOnTheWay } from '#language/cards/told-elsewhere.ts';
import type { Clause, Reading, StatedValue } from '#language/reading/clause.ts';
import { containsAny } from '#language/reading/either.ts';
import { isSameValue } from '#language/reading/same-value.ts';
import type { Value } from '#language/reading/value.ts';
import { postageThresholdAsAmount } from '#language/reading/value-tails.ts';
import { couponsMeant, isComputedSum, isGap, isLeftByCoupon } from './computed-sums.ts';
import { type FigureContext, isLimitOfNamedDay, isOfCoupon, isToldOfShop, mayBeHeld } from './figure-context.ts';
import { agrees, CENT, differs, figureMeant, nearestTime, slipOf } from './figure-meant.ts';
import { goodsNamedIn, isRightByName, namedRight } from './named-figures.ts';
import { takenBack } from './taken-back.ts';
import type { FigureSearchInput, WrongFigure } from './wrong-figure.ts';

/**
 * Weight of the words beside a figure that must belong to another, right figure: `nowhere` where it is right nowhere,
 * `elsewhere` where it is right of something else. `alibi`: share of that weight that its own topics may have,
 * less for a span: seven days and fifteen are told in the same words (签收7天内没揭的能退).
 */
const MIN_SCORES = { nowhere: 0.55, elsewhere: 1, alibi: 0.85, alibiOfSpan: 0.75 } as const;

/** Words by which the shop itself acts, 不到3天内 aside: it may be quicker than its card. */
const SHOPS_OWN = [...patterns.SHOP_DEEDS, '原路退', '退给', '内退', '内发', '内出'];
/** 差6厘米, 多出两厘米: how far two figures are apart. */
const DIFFERENCE = /(?:差|(?<!差不)多|少|短|超)出?[了个着]?$/;
const APART = /(?<!价|相)差了?$/;
/** 一百多块, 两千几. */
const ROUGH = /[多来几]/;
/** Most clauses before a figure in which the desk may have said whom it asks. */
const ASKED_BEFORE = 3;

const scoreOf = (topics: TopicWeights, figure: KnownFigure): number => {
  let score = 0;
  for (const [word, weight] of topics) if (figure.topics.has(word)) score += weight;
  return score;
};

type Scored = { figure: KnownFigure; score: number };
const figuresAbout = (topics: TopicWeights, kind: string, { byWord }: KnownFigures): Scored[] => {
  const found = new Set<KnownFigure>();
  for (const word of topics.keys()) for (const figure of byWord.get(figureKey(kind, word)) ?? []) found.add(figure);
  return [...found].map((figure) => ({ figure, score: scoreOf(topics, figure) }));
};

/**
 * Whether a figure that is right somewhere may be wrong here. Not a sum, unless a coupon's: it may come from anything.
 * Nor pieces.
 */
const mayBeElsewhere = (kind: string, { unit }: Value, context: FigureContext): boolean => {
  if (kind === SUM) return isOfCoupon(context);
  return kind !== STOCK && (unit === '' || WEIGHED.includes(unit));
};

/** The figure that is right where this one stands; null where nothing can be held against it. */
const rightInPlaceOf = (
  value: StatedValue,
  topics: TopicWeights,
  context: FigureContext,
  known: KnownFigures,
): KnownFigure | null => {
  const kind = kindIn(value, topics);
  const isRightElsewhere = (known.byKind.get(kind) ?? []).some(
    ({ value: right, neverProvesWrong }) => !(neverProvesWrong && kind === STOCK) && agrees(kind, value, right),
  );
  if (isRightElsewhere && !mayBeElsewhere(kind, value, context)) return null;
  const candidates = figuresAbout(topics, kind, known).filter(({ figure }) => !figure.neverProvesWrong);
  const bestScore = Math.max(0, ...candidates.map(({ score }) => score));
  const kinds = value.kind === 'duration' ? SPANS : [kind];
  const clearing = kinds
    .flatMap((each) => figuresAbout(topics, each, known))
    .filter(({ figure }) => !(figure.neverProvesWrong && kind === STOCK) && agrees(kind, value, figure.value));
  const clearingScore = Math.max(0, ...clearing.map(({ score }) => score));
  const { nowhere, elsewhere } = MIN_SCORES;
  const alibi = value.kind === 'duration' ? MIN_SCORES.alibiOfSpan : MIN_SCORES.alibi;
  const isAbout = isRightElsewhere
    ? bestScore >= elsewhere && clearingScore <= bestScore * alibi
    : bestScore >= nowhere && clearingScore === 0;
  const likeliest = candidates.filter(({ score }) => score >= bestScore - CENT).map(({ figure }) => figure);
  const all = candidates.map(({ figure }) => figure);
  if (isAbout) {
    const meant =
      figureMeant(kind, value, likeliest, all) ??
      (kind === SUM ? figureMeant(kind, value, all, all) : null) ??
      (kind === 'clock' && topics.has('#ordered') ? nearestTime(value, likeliest) : null);
    // 用粉丝券326元: what the coupon leaves to pay is meant, not what it takes off, and that is what was told.
    return meant !== null && agrees(kind, value, meant.value) ? null : meant;
  }
  return kind === SUM && !isRightElsewhere ? slipOf(value, known) : null;
};

/** Whether the shop says it acts sooner than its card: 退款3天内 keeps a card that says seven. */
const isSooner = (value: StatedValue, right: Value, topics: TopicWeights, { after, text }: FigureContext): boolean =>
  value.kind === 'duration' &&
  patterns.WITHIN_TIME.test(after) &&
  value.quantity < right.quantity &&
  containsAny(text, SHOPS_OWN) &&
  !isEscalated(topics);

/** What a customer does by an hour for the shop to act that day. */
const BY_CUSTOMER = ['#paid', '#ordered'];

/**
 * Whether an hour by which the customer is to act is still to come today and no later than the right one: whoever pays
 * by 五点半 keeps a card that says 18:00 and loses nothing but slack (RULES T80).
 */
const isEarlierLimit = (
  value: StatedValue,
  right: Value,
  reading: Reading,
  topics: TopicWeights,
  { after }: FigureContext,
): boolean =>
  value.kind === 'clock' &&
  right.kind === 'clock' &&
  patterns.BEFORE_TIME.test(after) &&
  BY_CUSTOMER.some((word) => topics.has(word)) &&
  (value.comesAt ?? minuteOfDay(reading, value)) <= right.quantity;

/** The topics with the level asked in the clauses before: in 我问问组长，10分钟内给您信 the ten minutes are 组长's. */
const withEscalation = (topics: TopicWeights, { text, clauses }: Reading, index: number): TopicWeights => {
  const { start, end } = clauses[index] as Clause;
  if (isEscalated(topics) || text.slice(start, end).includes('我')) return topics;
  const first = clauses[Math.max(0, index - ASKED_BEFORE)] as Clause;
  const escalation = [...topicWeightsOf(text.slice(first.start, start)).keys()].filter((word) =>
    ESCALATION_TOPICS.includes(word),
  );
  return escalation.length === 1 ? new Map([...topics, ...escalation.map((word) => [word, 1] as const)]) : topics;
};

/** The figure that is right in place of one of the turn, null where that one may stand. */
const rightFigureFor = (
  value: StatedValue,
  { reading, customerValues, recentMessages }: FigureSearchInput,
  known: KnownFigures,
): KnownFigure | null => {
  const clause = reading.clauses[value.clauseIndex] as Clause;
  const text = reading.text.slice(clause.start, clause.end);
  const before = beforeFigure(reading.text.slice(clause.start, value.start));
  const after = reading.text.slice(value.end, clause.end);
  const beside = topicWeightsOf(wordsBeside(reading.text, clause, value));
  const context = { before, after, text, isCallBack: isCallBack(reading, value.clauseIndex, 'spared') };
  const topics =
    value.kind === 'duration' && context.isCallBack ? withEscalation(beside, reading, value.clauseIndex) : beside;
  if (!isToldOfShop(value, clause, context, topics) || customerValues.some((told) => isSameValue(told, value)))
    return null;
  if (value.kind === 'measure' && DIFFERENCE.test(before)) return null;
  if (value.kind === 'duration' && isTimeOnTheWay(reading, clause, [])) return null;
  // 水壶79元，满99才包邮，差20元: how far two sums are apart is no 差额 of a card.
  if (isSum(value) && APART.test(before) && isGap(value, reading.values)) return null;
  const figure = reading.text.slice(value.start, value.end);
  if (value.kind !== 'clock' && ROUGH.test(`${figure}${after.charAt(0)}`)) return null;
  const kind = kindIn(value, topics);
  const named =
    namedRight(reading, value, kind, known) ??
    rightByMeasure(reading, value, kind, known) ??
    answeredLater(reading, value, known);
  const isRough = patterns.ROUNDED.test(before) || patterns.ROUNDED_BEHIND.test(after) || clause.isHedged;
  if (named)
    return isSooner(value, named.value, topics, context) || !differs(kind, value, named.value, isRough) ? null : named;
  if (clause.isOfOtherCase || isRightByName(reading, value, kind, known)) return null;
  if (!mayBeHeld(value, context, topics)) return null;
  if (kind === SUM && !isOfCoupon(context) && isRightSum(value, reading, recentMessages, known)) return null;
  if (isLimitOfNamedDay(value, reading.text, after)) return null;
  const right = rightInPlaceOf(value, topics, context, known);
  if (!right || !differs(kind, value, right.value, isRough)) return null;
  if (isEarlierLimit(value, right.value, reading, topics, context)) return null;
  return isSooner(value, right.value, topics, context) ? null : right;
};

/** Whether two figures are one: 03号 isn't three days, but 30 may well be 30块. */
const isSame = (first: Value, other: Value): boolean =>
  isSameValue(first, other) && (first.kind === other.kind || [first, other].every(isSum));
const isSum = ({ kind }: Value): boolean => kind === 'amount' || kind === 'number';

/**
 * Figures of a turn that are right nowhere, or only of something else. Of sums only the first: one worked out from it
 * is no other fault.
 */
export const wrongFiguresIn = (input: FigureSearchInput, known: KnownFigures): WrongFigure[] => {
  const found: (WrongFigure & { isSum: boolean })[] = [];
  const takenBackIn = takenBack(input.reading);
  const changed = (input.prices ?? []).map(({ name, cents }) => [name, cents] as const);
  const goods = goodsNamedIn(input.reading.text, [...known.prices, ...changed]);
  const earlier = takenBackIn.size > 0 ? input.earlierValues() : [];
  for (const each of input.reading.values) {
    // 16点前付的今天发，现在已经过了: an hour that is over is the card's hour all the same.
    const value = { ...postageThresholdAsAmount(input.reading.text, each), isGone: undefined };
    const isNamedAgain = earlier.some((said) => isSame(said, value));
    if (isNamedAgain || value.aside === 'record' || takenBackIn.has(value.clauseIndex)) continue;
    const { start, end } = input.reading.clauses[value.clauseIndex] as Clause;
    const isSumLike = isSum(value);
    if (found.some((wrong) => wrong.start === start || (isSumLike && wrong.isSum))) continue;
    const isOfGoods = goods.some(
      (named) =>
        (value.start >= named.start && value.end <= named.end) ||
        (isSumLike && named.start >= start && named.end <= end && named.cents === Math.round(value.quantity * 100)),
    );
    const right = isOfGoods ? null : rightFigureFor(value, input, known);
    if (right && isSumLike && isOfferedWithCoupon(each, input, known)) continue;
    // 晚到赔10块券，打车给20块券: a turn that tells the right figure as well tells the other one of something else.
    const isSaid = input.reading.values.some((other) => other !== each && right && isSame(other, right.value));
    if (right?.citedAs && !isSaid) found.push({ card: right.citedAs, right: right.text, isSum: isSumLike, start, end });
  }
  return found.map(({ card, right, start, end }) => ({ card, right, start, end }));
};

/** Whether a sum comes of the case's own, or was worked out in this turn or an earlier message. */
const isRightSum = (
  value: StatedValue,
  { values }: Reading,
  recentMessages: FigureSearchInput['recentMessages'],
  known: KnownFigures,
): boolean =>
  known.sums.has(Math.round(value.quantity * 100)) ||
  isComputedSum(value, values, known) ||
  recentMessages.some((message) => message.computesSum(value.quantity, known));

/** Whether a message with a coupon in it tells what that leaves to pay. What a coupon has left already is no price. */
const isOfferedWithCoupon = (
  said: StatedValue,
  { reading, coupons, prices = [], earlierValues }: FigureSearchInput,
  known: KnownFigures,
): boolean => {
  const cents = new Set([...known.prices.values(), ...prices.map((price) => price.cents)]);
  const told = [...reading.values, ...earlierValues()];
  return isLeftByCoupon(said, told, cents, couponsMeant(reading.text, coupons));
};
