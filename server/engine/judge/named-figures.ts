/** Figures told of a matter that is named beside them, or right before, and that has one right figure in the case. */

import { figureKey, type KnownFigure, type KnownFigures } from '#engine/prepare/known-figures.ts';
import { SUM } from '#engine/prepare/matters.ts';
import { DATE, type Named, namedFor } from '#engine/prepare/named-matters.ts';
import type { Clause, Reading, StatedValue } from '#language/reading/clause.ts';
import { isSameValue } from '#language/reading/same-value.ts';
import type { Value } from '#language/reading/value.ts';
import { agrees, isSlip } from './figure-meant.ts';

const HALF_DAY = 12 * 60;
/** A misremembered sum is at most so many times larger or smaller than the right one. */
const MAX_FACTOR = 2.5;
/**
 * Values up to this are days of a month, those above 1000 have the month too. Between them lie 明天 and 周三, which name no
 * date without the story's day.
 */
const MAX_DAY = 31;
/** Months are counted in thousands: 11月5号 is 11005. */
const MONTH_FACTOR = 1000;
const isCalendar = ({ quantity }: Value): boolean => quantity <= MAX_DAY || quantity > MONTH_FACTOR;
/** Most characters between a date and the word that says what happened on it. */
const MAX_GAP = 10;

/** Whether two figures of a matter say the same: a clock time in either half of the day, a range of times at either end. */
const saysSame = (kind: string, said: Value, right: Value): boolean => {
  if (kind !== 'clock') return agrees(kind, said, right);
  const halfDayOf = (minutes: number): number => minutes % HALF_DAY;
  const isAtEnd = [right.low, right.quantity].some((minutes) => halfDayOf(minutes) === halfDayOf(said.quantity));
  return isAtEnd && (said.low === said.quantity || halfDayOf(said.low) === halfDayOf(right.low));
};

const isBeside = (text: string, start: number, end: number, { words }: Named): boolean =>
  words.some((word) => {
    const offset = text.indexOf(word);
    return offset >= 0 && offset - end <= MAX_GAP && start - offset - word.length <= MAX_GAP;
  });

/**
 * Whether a figure is right of a matter that is named beside it: the 15天 of 价保15天内降了给您退差 aren't held against a refund's
 * seven days.
 */
export const isRightByName = (reading: Reading, value: StatedValue, kind: string, known: KnownFigures): boolean =>
  namedFor(reading, value, kind).some(({ name }) =>
    known.byName.get(figureKey(kind, name))?.beside.some((beside) => saysSame(kind, value, beside.value)),
  );

/** The one right figure of the matter a figure is told of; null where none is named, or it may be right. */
export const namedRight = (
  reading: Reading,
  value: StatedValue,
  kind: string,
  known: KnownFigures,
): KnownFigure | null => {
  const { start, end } = reading.clauses[value.clauseIndex] as Clause;
  const isDate = kind === DATE;
  if (isDate && (!isCalendar(value) || known.byKind.get(kind)?.some((figure) => isSameValue(value, figure.value))))
    return null;
  const text = reading.text.slice(start, end);
  for (const named of namedFor(reading, value, kind)) {
    if (named.clears) continue;
    if (isDate && !isBeside(text, value.start - start, value.end - start, named)) continue;
    const { own = [], beside = [] } = known.byName.get(figureKey(kind, named.name)) ?? {};
    if (beside.some((figure) => saysSame(kind, value, figure.value))) continue;
    const ownFigures = own.filter((figure) => !isDate || isCalendar(figure.value));
    // Where both a shop's 1到3个工作日 and the law's seven days fit, the figure of the case's own points is the one meant.
    const ofPoints = ownFigures.filter(({ isPointWording }) => isPointWording);
    const candidates = ofPoints.length > 0 ? ofPoints : ownFigures;
    const isRange = (value: Value): boolean => value.low !== value.quantity;
    const citable = candidates.filter(({ citedAs }) => citedAs !== null);
    const cited = citable.find((figure) => isRange(figure.value) === isRange(value)) ?? citable[0];
    if (
      !cited ||
      !candidates.every(
        (candidate) => saysSame(kind, candidate.value, cited.value) || saysSame(kind, cited.value, candidate.value),
      )
    )
      continue;
    const { quantity } = cited.value;
    if (named.slip && !isSlip(value.quantity, quantity)) continue;
    if (kind !== SUM || (value.quantity <= quantity * MAX_FACTOR && quantity <= value.quantity * MAX_FACTOR))
      return cited;
  }
  return null;
};

/**
 * The goods of the shop that a text names, in whatever case: a figure of a name (5套台式洗碗机) tells nothing, and the price
 * beside its name (1.75L加热破壁机449元有现货) is right.
 */
export const goodsNamedIn = (
  text: string,
  prices: readonly (readonly [name: string, cents: number])[],
): { start: number; end: number; cents: number }[] =>
  prices.flatMap(([name, cents]) => {
    const start = text.indexOf(name);
    return start < 0 ? [] : [{ start, end: start + name.length, cents }];
  });
