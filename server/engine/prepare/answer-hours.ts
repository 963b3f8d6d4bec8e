/** The time of day by which the trainee says they will answer. One sooner than the case's keeps it, a later one breaks it. */
import { isCallBack } from '#language/answers/hears-back.ts';
import type { Clause, Reading, StatedValue } from '#language/reading/clause.ts';
import type { KnownFigure, KnownFigures } from './known-figures.ts';

const BEFORE_TIME = /^之?前/;
/** Words that make it another day's hour, or one in the day's first half. */
const OTHER_DAY = /明|次日|后天|早上|上午|中午|凌晨|周|星期|号/;

const HALF_DAY = 12 * 60;
/** 最晚六点 is no evening. */
const EVENING = /(?<!最)晚|下午|傍晚/;

/** The time of day a clock time stands for, in minutes: in the day's second half only where that is said, here or just before. */
export const minuteOfDay = (
  { text, clauses }: Reading,
  { quantity, isAmbiguous, clauseIndex }: StatedValue,
): number => {
  const previous = clauses[Math.max(0, clauseIndex - 1)] as Clause;
  const isLate =
    isAmbiguous &&
    quantity < HALF_DAY &&
    EVENING.test(text.slice(previous.start, (clauses[clauseIndex] as Clause).end));
  return isLate ? quantity + HALF_DAY : quantity;
};

/** Whether a figure is the hour of today by which somebody is answered; a card (`isWholeText`) says so anywhere in its text. */
export const isAnswerHour = (
  reading: Reading,
  { kind, clauseIndex, end }: StatedValue,
  isWholeText = false,
): boolean => {
  const { text, clauses } = reading;
  const clause = clauses[clauseIndex];
  if (kind !== 'clock' || !clause || !BEFORE_TIME.test(text.slice(end))) return false;
  const clauseText = text.slice(clause.start, clause.end);
  if (OTHER_DAY.test(clauseText)) return false;
  return isWholeText
    ? clauses.some((_, index) => isCallBack(reading, index, 'held'))
    : isCallBack(reading, clauseIndex, 'held');
};

/** Whoever is asked above the desk answers within two hours, past the hour of the desk's own card too; said rounded up to the next ten minutes. */
const ABOVE_S = (2 * 60 + 10) * 60;

/** The latest hour by which this case has anything answered, where the trainee names a later one. */
export const answeredLater = (
  reading: Reading,
  value: StatedValue,
  { answeredBy }: KnownFigures,
): KnownFigure | null =>
  answeredBy &&
  (value.untilS ?? Number.POSITIVE_INFINITY) > ABOVE_S &&
  isAnswerHour(reading, value) &&
  minuteOfDay(reading, value) > answeredBy.minuteOfDay
    ? answeredBy.told
    : null;
