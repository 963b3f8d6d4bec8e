/** The time of day by which the trainee says they will answer. One sooner than the case's keeps it, a later one breaks it. */
import type { Clause, Reading, StatedValue } from '#language/reading/clause.ts';
import type { KnownFigure, KnownFigures } from './known-figures.ts';

/** Words for coming back with an answer: the time beside them is the trainee's own. */
export const ANSWERS =
  /[回来给有出][您你]?.{0,3}(?:信|话|音|消息|结果|复|答|留言|单号|找您|通知|结论)|回[您你]|来找|告诉/;
const BEFORE_TIME = /^之?前/;
/** Words that make it another day's hour, or one in the day's first half. */
const OTHER_DAY = /明|次日|后天|早上|上午|中午|凌晨|周|星期|号/;

const HALF_DAY = 12 * 60;
const EVENING = /晚|下午|傍晚/;

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
  { text, clauses }: Reading,
  { kind, clauseIndex, end }: StatedValue,
  isWholeText = false,
): boolean => {
  const clause = clauses[clauseIndex];
  if (kind !== 'clock' || !clause || !BEFORE_TIME.test(text.slice(end))) return false;
  const clauseText = text.slice(clause.start, clause.end);
  return ANSWERS.test(isWholeText ? text : clauseText) && !OTHER_DAY.test(clauseText);
};

/** The latest hour by which this case has anything answered, where the trainee names a later one. */
export const answeredLater = (
  reading: Reading,
  value: StatedValue,
  { answeredBy }: KnownFigures,
): KnownFigure | null =>
  answeredBy && isAnswerHour(reading, value) && minuteOfDay(reading, value) > answeredBy.minuteOfDay
    ? answeredBy.told
    : null;
