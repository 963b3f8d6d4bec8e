/** Figures that a turn tells otherwise than the case and its shop have them, asked for or not (RULES T29). */

import { ANSWERS, answeredLater } from '#engine/prepare/answer-hours.ts';
import { figureKey, type KnownFigure, type KnownFigures } from '#engine/prepare/known-figures.ts';
import {
  DENIED_BEFORE,
  ESCALATION_TOPICS,
  isEscalated,
  kindIn,
  SPANS,
  STOCK,
  SUM,
  type TopicWeights,
  topicWeightsOf,
  wordsBeside,
} from '#engine/prepare/matters.ts';
import { rightByMeasure } from '#engine/prepare/measured.ts';
import * as patterns from '#language/cards/card-patterns.ts';
import { beforeFigure } from '#language/cards/card-wordings.ts';
import { postFree } from '#language/cards/contradictions.ts';
import type { Clause, Reading, Stated } from '#language/reading/clause.ts';
import { sameValue } from '#language/reading/same-value.ts';
import type { Value } from '#language/reading/value.ts';
import { isComputedSum } from './computed-sums.ts';
import { agrees, CENT, differs, figureMeant, nearestOf, slipOf } from './figure-meant.ts';
import { isRightByName, namedRight } from './named-figures.ts';
import { takenBack } from './taken-back.ts';
import type { FigureSearchInput, WrongFigure } from './wrong-figure.ts';

/** Up to so many pieces (两件, 三个) are as often what was bought or broken as a figure of the shop's. */
const MAX_PIECES = 3;
/** Least sum in yuan that is held against anybody. */
const MIN_SUM = 2;
/**
 * Weight of the words beside a figure that must belong to another, right figure: `stray` where it is right nowhere,
 * `elsewhere` where it is right of something else. `alibi`: share of that weight that its own matter may have.
 */
const ABOUT_IT = { stray: 0.55, elsewhere: 1, alibi: 0.85 } as const;

const hasAny = (text: string, words: readonly string[]): boolean => words.some((word) => text.includes(word));
/** Whether a clause is sure of its figure: 大概3到7个工作日 only rounds, 应该3天 isn't sure. */
const isSure = ({ question, conditional, retracted, hedged }: Clause, text: string): boolean =>
  !(question || conditional || retracted || (hedged && hasAny(text, patterns.UNSURE)));

/** 在平台申请 says where something is done, not whose figure it is. */
const ON_PLATFORM = /[在到去]平台/;
/** What stands before a part of a number, of a table row or of a size. */
const NUMBERED = /(?:号|电话|打|拨|[0-9a-z/+x*×.-])$/;
const IN_A_ROW = /^[0-9a-z/.*×]/;
/** 一百多块, 两千几. */
const ROUGH = /[多来几]/;
const LOOKED_UP = /^(?:对|穿|选)/;
/** A number without 元 is a sum beside such words. */
const OF_SUMS = ['#paid', '#less', '#together', '#alone', '#back', '#gift', '#difference', '#coupon'];
/** 库存130: the number stands behind its word. */
const IN_STOCK = /(?:库存|现有|现货|存货|后台).{0,4}$/;
const LASTED = /了$/;
/** Words by which the shop itself acts, 不到3天内 aside: it may be quicker than its card. */
const SHOPS_OWN = [...patterns.SHOP_DOES, '原路退', '退给', '内退', '内发', '内出'];
/** Clock times that a shop fixes: till when what is paid goes out, and when an order was made. */
const TIMED = ['#sent', '#ordered', '#paid'];

/** 视频八点您照发: the customer posts a video here, no goods are sent. */
const THEY_SEND = /(?<![给帮为替跟])[您你]照?样?发/;

/** 20元的券, 券20元: a coupon's own sum. */
const COUPON_BEHIND = /^的?[^,]{0,3}券/;
const COUPON_BEFORE = /券(?:是|有|面值)?$/;
/** Units that no pieces are counted in. */
const WEIGHED = ['g', 'ml', 'mm', '分贝', '瓦', '度'];
/** Most clauses before a figure in which the desk may have said whom it asks. */
const ASKED_BEFORE = 3;

type Words = { before: string; after: string; text: string };

/** Whether a figure is told flatly, and of this shop. */
const isTold = (value: Stated, clause: Clause, { text, before, after }: Words, matter: TopicWeights): boolean => {
  if (!isSure(clause, text) || (value.sign < 0 && DENIED_BEFORE.test(before))) return false;
  if (value.kind === 'duration') {
    const isCounted = LASTED.test(before) || (patterns.COUNTED.test(before) && !/至少还?有?$/.test(before));
    if (isCounted || patterns.COUNTED_BEHIND.test(after) || (ANSWERS.test(text) && !isEscalated(matter))) return false;
  }
  return !(
    hasAny(text.replace(ON_PLATFORM, ''), patterns.OTHERS_FIGURE) ||
    hasAny(text, patterns.SUPPOSED) ||
    hasAny(before, patterns.DENIED)
  );
};

/** Whether a figure can be held wrong by the words it stands beside. */
const isHeard = (value: Stated, text: string, before: string, after: string, matter: TopicWeights): boolean => {
  if (value.kind === 'date' || value.kind === 'size') return false;
  const kind = kindIn(value, matter);
  if (value.kind === 'number') {
    if (NUMBERED.test(before) || IN_A_ROW.test(after)) return false;
    return kind === STOCK ? IN_STOCK.test(before) && value.is > 0 : OF_SUMS.some((ofSum) => matter.has(ofSum));
  }
  if (value.kind === 'amount') return value.is >= MIN_SUM && !/^[毛角\d]/.test(after);
  if (value.kind === 'clock')
    return (
      TIMED.some((word) => matter.has(word)) &&
      !(ANSWERS.test(text) || THEY_SEND.test(text)) &&
      !patterns.ABOUT.test(before)
    );
  // Minutes are far more often how long something takes (煮10分钟) than a time of the shop's.
  if (value.kind === 'duration') return kind !== 'minutes';
  return !LOOKED_UP.test(after) && (kind === STOCK || value.kind !== 'measure' || value.is > MAX_PIECES);
};

const scoreOf = (matter: TopicWeights, figure: KnownFigure): number => {
  let score = 0;
  for (const [word, weight] of matter) if (figure.matter.has(word)) score += weight;
  return score;
};

type Scored = { figure: KnownFigure; score: number };
const figuresAbout = (matter: TopicWeights, kind: string, { byWord }: KnownFigures): Scored[] => {
  const found = new Set<KnownFigure>();
  for (const word of matter.keys()) for (const figure of byWord.get(figureKey(kind, word)) ?? []) found.add(figure);
  return [...found].map((figure) => ({ figure, score: scoreOf(matter, figure) }));
};

const isOfCoupon = ({ before, after }: Words): boolean => COUPON_BEHIND.test(after) || COUPON_BEFORE.test(before);
/**
 * Whether a figure that is right somewhere may be wrong here. Not a sum, unless a coupon's: it may come from anything.
 * Nor pieces.
 */
const mayBeElsewhere = (kind: string, { unit }: Value, words: Words): boolean => {
  if (kind === SUM) return isOfCoupon(words);
  return kind !== STOCK && (unit === '' || WEIGHED.includes(unit));
};

/** The figure that is right where this one stands; null where nothing can be held against it. */
const rightOf = (value: Stated, matter: TopicWeights, words: Words, universe: KnownFigures): KnownFigure | null => {
  const kind = kindIn(value, matter);
  const isRightElsewhere = (universe.byKind.get(kind) ?? []).some(
    ({ value: known, neverProvesWrong }) => !(neverProvesWrong && kind === STOCK) && agrees(kind, value, known),
  );
  if (isRightElsewhere && !mayBeElsewhere(kind, value, words)) return null;
  const own = figuresAbout(matter, kind, universe).filter(({ figure }) => !figure.neverProvesWrong);
  const best = Math.max(0, ...own.map(({ score }) => score));
  const spans = value.kind === 'duration' ? SPANS : [kind];
  const clears = spans
    .flatMap((figure) => figuresAbout(matter, figure, universe))
    .filter(({ figure }) => !(figure.neverProvesWrong && kind === STOCK) && agrees(kind, value, figure.value));
  const cleared = Math.max(0, ...clears.map(({ score }) => score));
  const { stray, elsewhere, alibi } = ABOUT_IT;
  const isAbout = isRightElsewhere ? best >= elsewhere && cleared <= best * alibi : best >= stray && cleared === 0;
  const top = own.filter(({ score }) => score >= best - CENT).map(({ figure }) => figure);
  const all = own.map(({ figure }) => figure);
  if (isAbout)
    return (
      figureMeant(kind, value, top, all) ??
      (kind === SUM ? figureMeant(kind, value, all, all) : null) ??
      (kind === 'clock' && matter.has('#ordered') ? nearestOf(value, top) : null)
    );
  return kind === SUM && !isRightElsewhere ? slipOf(value, universe) : null;
};

/** Whether the shop says it acts sooner than its card: 退款3天内 keeps a card that says seven. */
const isSooner = (value: Stated, right: Value, matter: TopicWeights, { after, text }: Words): boolean =>
  value.kind === 'duration' &&
  patterns.WITHIN.test(after) &&
  value.is < right.is &&
  hasAny(text, SHOPS_OWN) &&
  !isEscalated(matter);

/** The matter with the level asked in the clauses before: in 我问问组长，10分钟内给您信 the ten minutes are 组长's. */
const withWhoAnswers = (matter: TopicWeights, { text, clauses }: Reading, index: number): TopicWeights => {
  const { start, end } = clauses[index] as Clause;
  if (isEscalated(matter) || text.slice(start, end).includes('我')) return matter;
  const from = clauses[Math.max(0, index - ASKED_BEFORE)] as Clause;
  const above = [...topicWeightsOf(text.slice(from.start, start)).keys()].filter((word) =>
    ESCALATION_TOPICS.includes(word),
  );
  return above.length === 1 ? new Map([...matter, ...above.map((word) => [word, 1] as const)]) : matter;
};

/** The figure that is right in place of one of the turn, null where that one may stand. */
const strayOf = (
  value: Stated,
  { reading, customer, latest }: Omit<FigureSearchInput, 'earlier'>,
  universe: KnownFigures,
): KnownFigure | null => {
  const clause = reading.clauses[value.clause] as Clause;
  const text = reading.text.slice(clause.start, clause.end);
  const before = beforeFigure(reading.text.slice(clause.start, value.start));
  const after = reading.text.slice(value.end, clause.end);
  const beside = topicWeightsOf(wordsBeside(reading.text, clause, value));
  const matter =
    value.kind === 'duration' && ANSWERS.test(text) ? withWhoAnswers(beside, reading, value.clause) : beside;
  const words = { before, after, text };
  if (!isTold(value, clause, words, matter) || customer.some((told) => sameValue(told, value))) return null;
  const figure = reading.text.slice(value.start, value.end);
  if (value.kind !== 'clock' && ROUGH.test(`${figure}${after.charAt(0)}`)) return null;
  const kind = kindIn(value, matter);
  const named =
    namedRight(reading, value, kind, universe) ??
    rightByMeasure(reading, value, kind, universe) ??
    answeredLater(reading, value, universe);
  const isRough = patterns.ABOUT.test(before) || patterns.ABOUT_BEHIND.test(after) || clause.hedged;
  if (named)
    return isSooner(value, named.value, matter, words) || !differs(kind, value, named.value, isRough) ? null : named;
  if (clause.otherCase || isRightByName(reading, value, kind, universe)) return null;
  if (!isHeard(value, text, before, after, matter)) return null;
  if (kind === SUM && !isOfCoupon(words) && isRightSum(value, reading, latest, universe)) return null;
  const right = rightOf(value, matter, words, universe);
  if (!right || !differs(kind, value, right.value, isRough)) return null;
  return isSooner(value, right.value, matter, words) ? null : right;
};

/** Whether two figures are one: 03号 isn't three days, but 30 may well be 30块. */
const isSame = (first: Value, other: Value): boolean =>
  sameValue(first, other) && (first.kind === other.kind || [first, other].every(({ kind }) => SUMS.includes(kind)));
const SUMS: readonly Value['kind'][] = ['amount', 'number'];

/**
 * Figures of a turn that are right nowhere, or only of something else. Of sums only the first: one worked out from it
 * is no other fault.
 */
export const wrongFiguresIn = (heard: FigureSearchInput, universe: KnownFigures): WrongFigure[] => {
  const found: (WrongFigure & { sum: boolean })[] = [];
  const takenBackIn = takenBack(heard.reading);
  const earlier = takenBackIn.size > 0 ? heard.earlier() : [];
  for (const each of heard.reading.values) {
    const value = postFree(heard.reading.text, each);
    const isNamedAgain = earlier.some((said) => isSame(said, value));
    if (isNamedAgain || takenBackIn.has(value.clause)) continue;
    const { start, end } = heard.reading.clauses[value.clause] as Clause;
    const isSumLike = value.kind === 'amount' || value.kind === 'number';
    if (found.some((stray) => stray.start === start || (isSumLike && stray.sum))) continue;
    const right = strayOf(value, heard, universe);
    // 晚到赔10块券，打车给20块券: a turn that tells the right figure as well tells the other one of something else.
    const isSaid = heard.reading.values.some((other) => other !== each && right && isSame(other, right.value));
    if (right?.citedAs && !isSaid) found.push({ card: right.citedAs, right: right.says, sum: isSumLike, start, end });
  }
  return found.map(({ card, right, start, end }) => ({ card, right, start, end }));
};

/** Whether a sum comes of the case's own, or was worked out in this turn or an earlier message. */
const isRightSum = (
  value: Stated,
  { values }: Reading,
  latest: FigureSearchInput['latest'],
  universe: KnownFigures,
): boolean =>
  universe.sums.has(Math.round(value.is * 100)) ||
  isComputedSum(value, values, universe) ||
  latest.some((message) => message.reckons(value.is, universe));
