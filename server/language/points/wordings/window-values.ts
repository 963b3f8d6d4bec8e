/** How the values in a window compare with a point's and with a wording's. */

import type { StatedValue } from '#language/reading/clause.ts';
import { areRivals, isSameValue } from '#language/reading/same-value.ts';
import type { Value } from '#language/reading/value.ts';
import type { CompiledWordings } from './compiled.ts';
import type { Wording } from './wording.ts';

/** Scores are 0–1: one half is a right value that isn't essential. `rivalValue` stands where the right one should. */
export type ValueComparison = {
  rightScore: number;
  rivalValue: StatedValue | null;
  deniedScore: number;
  wrongOnlyScore: number;
  otherCount: number;
};

/** Half a day, in minutes: five o'clock may be either. */
const HALF_DAY = 12 * 60;

/**
 * Whether keeping the first limit keeps the other too: 五点前 for 17点20前, 十分钟内 for 两小时内, 晚8点前 for 八点四十前. An
 * hour that is gone by today (五点前 said at 五点半) keeps none (RULES T123).
 */
export const keepsLimit = (value: StatedValue, limit: StatedValue): boolean => {
  if (!value.isTimeLimit || !limit.isTimeLimit || value.kind !== limit.kind || (value.isExplicit && value.sign < 0))
    return false;
  if (value.kind === 'duration') return value.quantity < limit.quantity;
  if (value.kind !== 'clock' || (value.comesAt ?? 0) > 2 * HALF_DAY) return false;
  const otherHalf = (value.quantity + HALF_DAY) % (2 * HALF_DAY);
  const nearestTime =
    value.isAmbiguous && Math.abs(otherHalf - limit.quantity) < Math.abs(value.quantity - limit.quantity)
      ? otherHalf
      : value.quantity;
  const isEvening = limit.isAmbiguous && !value.isAmbiguous && value.quantity >= HALF_DAY && limit.quantity < HALF_DAY;
  return nearestTime < limit.quantity + (isEvening ? HALF_DAY : 0);
};

const TODAY = 100;

/**
 * The values as they count for a point: where it promises an answer by a time, an earlier limit counts as that time, but
 * for an hour of another day (明早10点前 for 17:30).
 */
export const withDeadlinesKept = (
  { essentialValues, allowedValues, isReplyDeadline }: CompiledWordings,
  values: readonly StatedValue[],
): readonly StatedValue[] => {
  if (!isReplyDeadline) return values;
  const isOtherDay = ({ kind, quantity, clauseIndex }: StatedValue, hour: StatedValue): boolean =>
    kind === 'date' && quantity !== TODAY && clauseIndex === hour.clauseIndex && hour.kind === 'clock';
  const isOnOtherDay = (hour: StatedValue): boolean =>
    values.some((day) => isOtherDay(day, hour) && !allowedValues.some((right) => isSameValue(right, day)));
  const deadlineKept = (value: StatedValue): Value | undefined =>
    isOnOtherDay(value)
      ? undefined
      : essentialValues.find((other) => !isSameValue(other, value) && keepsLimit(value, other as StatedValue));
  if (!values.some(deadlineKept)) return values;
  return values.map((value) => {
    const deadline = deadlineKept(value);
    return deadline
      ? { ...value, quantity: deadline.quantity, low: deadline.low, isAmbiguous: deadline.isAmbiguous }
      : value;
  });
};

const isAllowed = ({ allowedValues }: CompiledWordings, value: Value): boolean => {
  return allowedValues.some((right) => isSameValue(right, value));
};

/** A box beside them says nothing of the pieces: 一盒6枚 for 一盒12枚. */
const kindOf = ({ kind, unit }: Value): string => `${kind} ${kind === 'measure' ? unit : ''}`;

/** How the values of a window compare with the point's. */
export const compareValues = (point: CompiledWordings, values: readonly StatedValue[]): ValueComparison => {
  const comparison: ValueComparison = {
    rightScore: 0,
    rivalValue: null,
    deniedScore: 0,
    wrongOnlyScore: 0,
    otherCount: 0,
  };
  for (const value of values) {
    // 现在过了18:00 tells what is over, and is neither the right figure nor another in its place.
    if (value.isGone === true && !isAllowed(point, value)) continue;
    const isDenied = value.isExplicit && value.sign < 0;
    if (isAllowed(point, value)) {
      if (isDenied) comparison.deniedScore = Math.max(comparison.deniedScore, 0.5);
      comparison.rightScore = Math.max(
        comparison.rightScore,
        point.essentialValues.some((essential) => isSameValue(essential, value)) ? 1 : 0.5,
      );
    } else if (point.wrongOnlyValues.some((wrong) => wrong.aside === value.aside && isSameValue(wrong, value))) {
      if (isDenied) comparison.deniedScore = 1;
      else comparison.wrongOnlyScore = 1;
    } else comparison.otherCount += 1;
  }
  const rightKinds = new Set(values.filter((value) => isAllowed(point, value)).map(kindOf));
  // 今晚九点 for 今晚八点: the evening is right and the hour is another.
  const comparedValues = comparison.rightScore > 0 ? point.essentialValues : point.allowedValues;
  comparison.rivalValue =
    values.find(
      (value) =>
        value.isGone !== true &&
        !(value.isExplicit && value.sign < 0) &&
        !rightKinds.has(kindOf(value)) &&
        comparedValues.some((other) => areRivals(other, value) && !isAllowed(point, value)),
    ) ?? null;
  return comparison;
};

/** The share (0–1) of a wording's values that are said; −1 if it has none. */
export const shareOfValuesSaid = (
  wording: Wording,
  values: readonly StatedValue[],
  allowed: readonly Value[] = [],
): number => {
  if (wording.values.length === 0) return -1;
  let count = 0;
  // 明天 for 11月13日: right wordings name both dates, so one counts for the other.
  const hasRightDay = values.some(
    (value) => value.kind === 'date' && allowed.some((right) => isSameValue(right, value)),
  );
  for (const stated of wording.values)
    if (values.some((value) => isSameValue(stated, value)) || (stated.kind === 'date' && hasRightDay)) count += 1;
  return count / wording.values.length;
};
