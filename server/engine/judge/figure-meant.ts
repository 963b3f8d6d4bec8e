/** Which of the figures told of one matter is the right one, and when two figures say the same. */

import type { KnownFigure, KnownFigures } from '#engine/prepare/known-figures.ts';
import { STOCK, SUM } from '#engine/prepare/matters.ts';
import { isSameValue } from '#language/reading/same-value.ts';
import type { Value } from '#language/reading/value.ts';
import { SIMILARITY_THRESHOLDS } from '#language/terms/thresholds.ts';

export const CENT = 0.005;
/** A mistyped or misremembered sum is less than so many times larger or smaller than the right one. */
const MAX_FACTOR = 2.1;
/** Share by which stock may be told roughly: 两百多 of 216. */
const STOCK_ROUNDING = 0.1;

/** Share by which a rounded duration may be off: 大概4天 for three days is near enough, 大概7天 isn't. */
const ROUNDED_DURATION = 0.5;

const HALF_DAY = 12 * 60;
/** Orders less than so many minutes apart are taken for one another. */
const NEAR_MINUTES = 10;

export const isNear = (a: number, b: number): boolean => Math.abs(a - b) < CENT;

/** Whether two figures of one kind say the same; one within the other's range does. */
export const agrees = (kind: string, said: Value, right: Value): boolean => {
  if (kind === STOCK || kind === SUM) return isNear(said.quantity, right.quantity);
  // 19:30到22:30付款的都算: of hours from when until when the one that the case knows bears out the whole (RULES T251).
  if (said.low !== said.quantity)
    return (
      isSameValue(said, right) &&
      (isNear(said.low, right.low) || (said.kind === 'clock' && right.low === right.quantity))
    );
  if (isSameValue(said, right)) return true;
  const isRange = right.low !== right.quantity && said.kind === right.kind && said.unit === right.unit;
  return isRange && said.quantity >= right.low - CENT && said.quantity <= right.quantity + CENT;
};

/** Minutes of the clock that people tell an odd time by, and by how many they may miss it: ten for 21:59. */
const ROUND_MINUTES = 5;

/** Whether an hour is the round one for an odd one that was counted from the desk's clock, as two hours after 19:59. */
const isRoundedHour = (said: Value, right: Value): boolean =>
  said.kind === 'clock' &&
  right.kind === 'clock' &&
  said.quantity % ROUND_MINUTES === 0 &&
  right.quantity % ROUND_MINUTES !== 0 &&
  Math.abs(said.quantity - right.quantity) < ROUND_MINUTES;

/** Whether two figures are further apart than people round them in talk; `isRough`: the figure was told as a rough one. */
export const differs = (kind: string, said: Value, right: Value, isRough: boolean): boolean => {
  if (isRoundedHour(said, right)) return false;
  const share = Math.abs(said.quantity - right.quantity) / Math.max(Math.abs(right.quantity), CENT);
  if (kind === STOCK) return share > STOCK_ROUNDING;
  if (isRough && said.kind !== 'measure')
    return share > (said.kind === 'duration' ? ROUNDED_DURATION : SIMILARITY_THRESHOLDS.roundedAbout);
  return (
    said.kind !== 'measure' || share > (isRough ? SIMILARITY_THRESHOLDS.roundedAbout : SIMILARITY_THRESHOLDS.rounded)
  );
};

/** Whether two numbers differ by a slip: one digit (149 and 139), or the same digits in another order (310 and 130). */
export const isSlip = (a: number, b: number): boolean => {
  const [digits, otherDigits] = [[...`${a}`], [...`${b}`]];
  if (digits.length !== otherDigits.length || digits.length < 2) return false;
  return (
    digits.filter((char, index) => char !== otherDigits[index]).length === 1 ||
    digits.toSorted().join('') === otherDigits.toSorted().join('')
  );
};

const isOfSimilarSize = (a: number, b: number): boolean => a < b * MAX_FACTOR && b < a * MAX_FACTOR;

/** The right figure among the candidates that may be cited; where they differ, the one that was mistyped. */
export const figureMeant = (
  kind: string,
  said: Value,
  candidates: readonly KnownFigure[],
  citable: readonly KnownFigure[],
): KnownFigure | null => {
  const fitting =
    kind === SUM
      ? candidates.filter(
          ({ value }) => isOfSimilarSize(said.quantity, value.quantity) && isSlip(said.quantity, value.quantity),
        )
      : candidates;
  const isSameFigure = (a: KnownFigure, b: KnownFigure): boolean =>
    agrees(kind, a.value, b.value) || (kind === STOCK && !differs(kind, a.value, b.value, false));
  const onlyOneOf = (list: readonly KnownFigure[]): KnownFigure | null => {
    const [first] = list;
    if (!first || !list.every((figure) => isSameFigure(figure, first))) return null;
    return [...list, ...citable].find((figure) => figure.citedAs !== null && isSameFigure(figure, first)) ?? null;
  };
  if (kind !== STOCK) return onlyOneOf(fitting);
  // Of several goods in stock the one whose number was mistyped.
  const gapOf = ({ value }: KnownFigure): number => Math.abs(value.quantity - said.quantity);
  const slips = fitting
    .filter(({ value }) => isSlip(said.quantity, value.quantity))
    .toSorted((a, b) => gapOf(a) - gapOf(b));
  return (
    onlyOneOf(fitting) ??
    onlyOneOf(fitting.filter(({ value }) => isOfSimilarSize(said.quantity, value.quantity))) ??
    onlyOneOf(slips.slice(0, 1))
  );
};

/** The sum that may be cited and that this one is a slip of; null where another right sum is as near. */
export const slipOf = (said: Value, { citable, byKind }: KnownFigures): KnownFigure | null => {
  const gapOf = ({ value }: KnownFigure): number => Math.abs(value.quantity - said.quantity);
  const slips = citable
    .filter(({ value }) => isSlip(said.quantity, value.quantity))
    .toSorted((a, b) => gapOf(a) - gapOf(b));
  const [slip] = slips;
  if (!slip || !isOfSimilarSize(said.quantity, slip.value.quantity)) return null;
  const isNearer = (byKind.get(SUM) ?? []).some(
    (other) =>
      !other.neverProvesWrong &&
      !isNear(other.value.quantity, slip.value.quantity) &&
      gapOf(other) < gapOf(slip) + CENT,
  );
  return isNearer ? null : slip;
};

/** Of orders a few minutes apart the one whose time is nearest to the time told. */
export const nearestTime = (said: Value, candidates: readonly KnownFigure[]): KnownFigure | null => {
  const gapOf = ({ value }: KnownFigure): number => Math.abs((value.quantity % HALF_DAY) - (said.quantity % HALF_DAY));
  const [nearest] = candidates.filter((each) => gapOf(each) < NEAR_MINUTES).toSorted((a, b) => gapOf(a) - gapOf(b));
  return nearest ?? null;
};
