/** What the verdict goes by besides the trees: the values, payer and senses of a window. */

import { isHour } from '#language/points/wordings/compile-point.ts';
import type { ValueComparison } from '#language/points/wordings/window-values.ts';
import type { StatedValue } from '#language/reading/clause.ts';
import { isSameValue } from '#language/reading/same-value.ts';
import type { Value } from '#language/reading/value.ts';
import { SIMILARITY_THRESHOLDS } from '#language/terms/thresholds.ts';
import type { Match } from './match.ts';
import { partyFit } from './window-sides.ts';
import { saidValueShare, type WindowStudy } from './window-study.ts';
import type { Window } from './windows.ts';

/** A point with at least so many figures shows how a sum comes about. */
const SUM = 3;

/** What is known of a window besides the row: the verdict and its quote need it. */
export type WindowFacts = {
  readonly window: Window;
  readonly rightMatch: Match | null;
  readonly wrongMatch: Match | null;
  /** A right value is said; `rivalValue`: another value of its kind, where the right one isn't said. */
  readonly hasRightValue: boolean;
  readonly rivalValue: StatedValue | null;
  /** The nearest wrong wording has a figure, and the window doesn't. */
  readonly lacksWrongFigure: boolean;
  /** A value only wrong wordings have. */
  readonly hasWrongOnlyValue: boolean;
  /** Most of what the window shares with the nearest right wording is said in the other sense. */
  readonly isTurned: boolean;
  /** The window names another payer than the point. */
  readonly hasOtherPayer: boolean;
  /** The point turns on a figure, by most right wordings and by the nearest, and the window says none. */
  readonly lacksFigure: boolean;
  /** The window says little but a value of a kind no other open point has: the right one, or another when it was asked for. */
  readonly bareValue: 'right' | 'rival' | null;
  /** The right value is said of this point: no other open point has its kind, and the point's words or the question fit. */
  readonly isFramed: boolean;
};

/** The facts of a window. */
export const factsOf = (study: WindowStudy): WindowFacts => {
  const { point, window, payer, right, wrong, comparison, weight, sole, asksForValue } = study;
  return {
    window,
    rightMatch: right?.match ?? null,
    wrongMatch: wrong?.match ?? null,
    hasRightValue: comparison.rightScore > 0,
    rivalValue: comparison.rivalValue,
    lacksWrongFigure: lacksWrongFigure(study),
    hasWrongOnlyValue: comparison.wrongOnlyScore > 0,
    // 不用您出 and 我们出 say the same, so with the right payer turned signs don't count.
    isTurned:
      (right?.turnedShare ?? 0) > SIMILARITY_THRESHOLDS.turned && !(point.payer !== null && payer === point.payer),
    lacksFigure: lacksFigure(study),
    isFramed: isFramed(study),
    bareValue: weight > SIMILARITY_THRESHOLDS.bare || !sole.isSoleValue ? null : bareValueOf(comparison, asksForValue),
    hasOtherPayer: partyFit(point.payer, payer) < 0 && !point.isCostSplit,
  };
};

const lacksWrongFigure = ({ wrong }: WindowStudy): boolean => {
  return (wrong?.wording.values.length ?? 0) > 0 && saidValueShare(wrong) < 1;
};

const lacksFigure = ({ point, right, values, comparison, weight }: WindowStudy): boolean => {
  // 今晚…我这就催 has the day of 今晚八点前回您 and no hour.
  if (point.needsHour && !values.some(isHour)) return true;
  const rightShare = saidValueShare(right);
  const saysNoneOfWording = comparison.rightScore === 0 && rightShare === 0 && (right?.wording.values.length ?? 0) > 0;
  if (point.essentialValues.length > 0 && saysNoneOfWording) return true;
  // 鞋子给您退459 says one of the four figures of 459加99减40，鞋摊32.9: too few.
  if (point.essentialValues.length >= SUM && rightShare < SIMILARITY_THRESHOLDS.sum) return true;
  // 今天天气不错 has no word of 今天发货.
  const isOffTopic = weight > SIMILARITY_THRESHOLDS.bare && (right?.match.saidShare ?? 0) < SIMILARITY_THRESHOLDS.none;
  return comparison.rightScore > 0 && isOffTopic && point.essentialValues.every(isTime);
};

/** Dates and times occur in any reply (今天, 两点); a sum such as 503 doesn't. */
const isTime = ({ kind }: Value): boolean => kind === 'date' || kind === 'clock' || kind === 'duration';

const isFramed = (study: WindowStudy): boolean => {
  const { right, wrong, comparison, weight, sole, asksForValue } = study;
  const { rightScore, deniedScore, wrongOnlyScore } = comparison;
  if (!sole.isSoleValue && !hasSumOfItsOwn(study)) return false;
  if (rightScore !== 1 || deniedScore !== 0 || wrongOnlyScore !== 0) return false;
  if ((right?.match.saidShare ?? 0) >= SIMILARITY_THRESHOLDS.framed) return true;
  // 两件一起503 has the words of 两件一起是558 and the right sum.
  const hasWordsOfWrong = (wrong?.match.saidShare ?? 0) >= SIMILARITY_THRESHOLDS.framed;
  return (lacksWrongFigure(study) && hasWordsOfWrong) || (asksForValue && weight <= SIMILARITY_THRESHOLDS.bare);
};

/** Whether a sum that no other open point has shows by itself that this point is meant. */
const hasSumOfItsOwn = ({ reply, point, values }: WindowStudy): boolean => {
  const others = reply.wordingIndex.points.filter((other) => other !== point);
  return point.essentialValues.some((sum) => {
    const isSame = (value: Value): boolean => isSameValue(sum, value);
    return sum.kind === 'amount' && values.some(isSame) && !others.some((other) => other.allowedValues.some(isSame));
  });
};

const bareValueOf = (
  { rightScore, deniedScore, rivalValue }: ValueComparison,
  asksForValue: boolean,
): WindowFacts['bareValue'] => {
  if (rightScore === 1 && deniedScore === 0) return 'right';
  return asksForValue && rivalValue !== null ? 'rival' : null;
};
