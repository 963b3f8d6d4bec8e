/** Figures a reply tells otherwise than a card or a product's page: 价保30天. Wrong whether the customer asked or not. */

import { statesFact } from '#language/deeds/deeds.ts';
import type { Clause, Reading } from '#language/reading/clause.ts';
import { containsAny } from '#language/reading/either.ts';
import { areRivals } from '#language/reading/same-value.ts';
import type { Value } from '#language/reading/value.ts';
import { postageThresholdAsAmount } from '#language/reading/value-tails.ts';
import { valuesIn } from '#language/reading/values.ts';
import { RULE_CONFIDENCE, SIMILARITY_THRESHOLDS } from '#language/terms/thresholds.ts';
import * as patterns from './card-patterns.ts';
import {
  beforeFigure,
  type CardWording,
  type Contradicted,
  isRightInTexts,
  isSameFigure,
  type RightText,
} from './card-wordings.ts';
import { type CountStart, countedOtherwise } from './count-starts.ts';
import { guessesIn } from './guesses.ts';
import { overpromisesIn, type UnguaranteedTopic } from './overpromises.ts';
import { refundedElsewhere } from './refund-ways.ts';
import { isOnAnotherCard, type ShopText } from './told-elsewhere.ts';
import { warrantyGoesOn } from './warranty-starts.ts';

/** What a case is checked against: the shop's wordings, the products the case is about, and what is right in it whatever a card says. */
export type CardInput = {
  wordings: readonly CardWording[];
  goodsIds: readonly string[];
  rightTexts: readonly RightText[];
  openTopics: readonly UnguaranteedTopic[];
  /** The card that asks for no guesses; null where the shop has none. */
  noGuessCard: string | null;
  starts: readonly CountStart[];
  /** The cards by which the warranty runs anew once goods were exchanged. */
  anewWarranty: readonly string[];
  /** The card by which refunds go back the way they were paid; null where there is none. */
  originalWay: string | null;
  /** What stands on all cards and pages, and what the levels answer in. */
  shopTexts: readonly ShopText[];
};

/** A figure in its clause, with the clause's text on both sides of it. */
type FigureInClause = { value: Value; clauseText: string; before: string; after: string };

/** At most this many characters may stand between a wording's words and its figure. */
const MAX_GAP = 6;

/** Whether the words a wording wants on one side of its figure stand there, looked for from the figure outwards. */
const areWordsNear = (nearby: CardWording['before'], text: string, isBehind: boolean): boolean => {
  let remaining = text;
  const words = isBehind ? nearby.words : nearby.words.toReversed();
  for (const [index, word] of words.entries()) {
    const at = isBehind ? remaining.indexOf(word) : remaining.lastIndexOf(word);
    if (at < 0) return false;
    const between = isBehind ? remaining.slice(0, at) : remaining.slice(at + word.length);
    const isNear = nearby.allowsGap || index > 0 ? between.length <= MAX_GAP : patterns.LINKING_WORDS.test(between);
    // With another figure between, the word speaks of that one.
    if (!isNear || /\d/.test(between)) return false;
    remaining = isBehind ? remaining.slice(at + word.length) : remaining.slice(0, at);
  }
  return true;
};

/** Whether a figure is the shop's own: not counted down, supposed, denied or another shop's. */
export const isShopsFigure = ({ clauseText, before, after }: Omit<FigureInClause, 'value'>): boolean => {
  if (containsAny(clauseText, patterns.OTHERS_FIGURE) || containsAny(clauseText, patterns.CONDITION_WORDS))
    return false;
  if (containsAny(before, patterns.DENIALS)) return false;
  return !patterns.COUNTED.test(before) && !patterns.COUNTED_BEHIND.test(after);
};

/** Whether two figures are apart by more than talk rounds. */
const differs = (saidValue: Value, rightValue: Value, isRounded: boolean): boolean => {
  if (!areRivals(saidValue, rightValue)) return false;
  if (saidValue.kind !== 'measure') return true;
  const relativeGap =
    Math.abs(saidValue.quantity - rightValue.quantity) / Math.max(Math.abs(rightValue.quantity), 1e-6);
  return relativeGap > (isRounded ? SIMILARITY_THRESHOLDS.roundedAbout : SIMILARITY_THRESHOLDS.rounded);
};

/** Clauses that tell a card's figure otherwise. One the customer named is less sure: the reply may only repeat it. */
export const contradictionsIn = (reading: Reading, input: CardInput, customerText: string): Contradicted[] => {
  const customerValues = valuesIn(customerText);
  const found: Contradicted[] = [];
  for (const stated of reading.values) {
    const clause = reading.clauses[stated.clauseIndex] as Clause;
    if (stated.kind === 'date' || stated.sign < 0 || found.some(({ start }) => start === clause.start)) continue;
    const figure = figureInClause(reading.text, clause, postageThresholdAsAmount(reading.text, stated));
    const wording = contradictedWording(figure, input);
    if (!wording || !statesFact(reading, stated.clauseIndex)) continue;
    if (isRightInTexts(wording, figure.value, input.rightTexts)) continue;
    if (isOnAnotherCard(reading, stated, wording.card, input.shopTexts)) continue;
    const isRepeated = customerValues.some((value) => isSameFigure(value, figure.value));
    const chance = isRepeated || clause.isHedged ? RULE_CONFIDENCE.softened : RULE_CONFIDENCE.plain;
    found.push({ card: wording.card, chance, start: clause.start, end: clause.end });
  }
  const others = [
    ...countedOtherwise(reading, input.starts, input.rightTexts, customerText),
    ...warrantyGoesOn(reading, input.anewWarranty),
    ...refundedElsewhere(reading, input.originalWay),
    ...overpromisesIn(reading, input.openTopics, customerText),
  ].filter(({ start }) => !found.some((contradicted) => contradicted.start === start));
  const told = [...found, ...others];
  // 保证不掉色 is held against the card on vows: as a guess it would be the same fault again.
  const isTold = ({ start, end }: Contradicted): boolean =>
    told.some((other) => other.start < end && start < other.end);
  return [...told, ...guessesIn(reading, input.noGuessCard).filter((guess) => !isTold(guess))];
};

const figureInClause = (text: string, { start, end }: Clause, value: Value): FigureInClause => {
  const before = beforeFigure(text.slice(start, value.start));
  return { value, clauseText: text.slice(start, end), before, after: text.slice(value.end, end) };
};

/** The first wording whose figure is told otherwise. Null without one, and where any wording with the same words allows the figure. */
const contradictedWording = (figure: FigureInClause, { wordings, goodsIds }: CardInput): CardWording | null => {
  if (!isShopsFigure(figure)) return null;
  const { before, after } = figure;
  const isRounded = patterns.ROUNDED.test(before) || patterns.ROUNDED_BEHIND.test(after);
  const exactBefore = before.replace(patterns.ROUNDED, '');
  let contradicted: CardWording | null = null;
  for (const wording of wordings) {
    if (wording.isOfGoods && !goodsIds.includes(wording.card)) continue;
    if (!areWordsNear(wording.before, exactBefore, false) || !areWordsNear(wording.after, after, true)) continue;
    const comparable = wording.rightValues.filter((right) => isComparable(right, figure.value));
    if (comparable.length === 0) continue;
    if (isAllowed(figure, comparable, wording.isFirm, isRounded)) return null;
    contradicted ??= wording;
  }
  return contradicted;
};

const isComparable = ({ unit, kind }: Value, said: Value): boolean =>
  unit === said.unit && (kind === said.kind || (kind === 'amount' && said.kind === 'number'));

/** Whether a figure agrees with a wording's: it is one of them, or it is a shorter time that keeps them all. */
const isAllowed = (
  figure: FigureInClause,
  rightValues: readonly Value[],
  isFirm: boolean,
  isRounded: boolean,
): boolean => {
  const { value, clauseText, after } = figure;
  if (!rightValues.every((right) => differs({ ...value, kind: right.kind }, right, isRounded))) return true;
  if (!rightValues.every((right) => value.quantity < right.quantity)) return false;
  // 12点前付今天发 agrees with 16点前: it is the earlier of the two.
  if (value.kind === 'clock' && patterns.BEFORE_TIME.test(after)) return true;
  // 24小时内发货 agrees with 48小时内发货 too; 5天内能退 contradicts seven days, for those are the customer's.
  const isTimeOfShop = value.kind === 'duration' && containsAny(clauseText, patterns.SHOP_DEEDS);
  return !isFirm && isTimeOfShop && patterns.WITHIN_TIME.test(after);
};
