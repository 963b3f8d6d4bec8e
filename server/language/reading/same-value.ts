/** When two values say the same, and when one contradicts the other. */
import { roundToThousandth } from './time-values.ts';
import type { CalendarDay, Value } from './value.ts';

const DAY_MINUTES = 24 * 60;
/** Figures nearer than half a cent are the same sum. */
const HALF_CENT = 0.005;
/** Shares need a finer limit than money: 0.1% and 0.3% differ by less than `HALF_CENT`. */
const MIN_SHARE_GAP = 0.00005;

/** Seconds by which a clock time may miss a span: it is said in round minutes, some minutes after it was asked for. */
const LEAST_SLACK_S = 5 * 60;
const SLACK_SHARE = 0.1;

/** Whether a clock time comes when a span is over: 17:14 said at 15:14 is 两小时. */
const isEndOfSpan = ({ untilS }: Value, { kind, quantity }: Value): boolean => {
  if (untilS === undefined || kind !== 'duration') return false;
  return Math.abs(untilS - quantity) <= Math.max(LEAST_SLACK_S, quantity * SLACK_SHARE);
};

/** Names of days: 昨天 to 大后天 are 100 plus the days from today, weekdays stand behind them. */
const TODAY = 100;
const isNamedDay = (quantity: number): boolean => quantity >= TODAY - 1 && quantity <= TODAY + 3;
const isWeekday = (quantity: number): boolean => quantity >= 200 && quantity <= 206;

/** Whether a date as it is said (后天, 周五, 13号, 11月13日) is that day. */
const isOnDay = ({ fromToday, code, weekday }: CalendarDay, said: number): boolean => {
  if (isNamedDay(said)) return said - TODAY === fromToday;
  return isWeekday(said) ? said === weekday : isSameDate(said, code);
};

/** The day of the one of two dates whose day is known, and the other as it is said; null where neither's or both are known. */
const dayBeside = (a: Value, b: Value): { day: CalendarDay; said: number } | null => {
  if (a.day && !b.day) return { day: a.day, said: b.quantity };
  return b.day && !a.day ? { day: b.day, said: a.quantity } : null;
};

/** Whether the one is gone by (今天过了16点) and the other an hour by which, or a day (今天16点前): never the same (RULES T124). */
const areApartInTime = (a: Value, b: Value): boolean => isGoneFor(a, b) || isGoneFor(b, a) || areEdgesApart(a, b);
const isGoneFor = (one: Value, other: Value): boolean =>
  one.isGone === true && other.isGone !== true && (other.isTimeLimit === true || other.kind === 'date');

/** Whether the one hour is a beginning and the other an end: neither the same nor one in the place of the other (RULES T292). */
const areEdgesApart = (a: Value, b: Value): boolean => isEndFor(a, b) || isEndFor(b, a);
const isEndFor = (begin: Value, end: Value): boolean =>
  begin.edge === 'from' && (end.edge === 'until' || end.isTimeLimit === true);

/** Whether two values say the same. A bare number equals any value with that number. */
export const isSameValue = (a: Value, b: Value): boolean => {
  if (areApartInTime(a, b)) return false;
  if (isEndOfSpan(a, b) || isEndOfSpan(b, a)) return true;
  if (a.kind !== b.kind) return (a.kind === 'number' || b.kind === 'number') && plainFigure(a) === plainFigure(b);
  if (a.kind === 'date') {
    const known = dayBeside(a, b);
    return known === null ? isSameDate(a.quantity, b.quantity) : isOnDay(known.day, known.said);
  }
  if (a.kind === 'clock')
    return (
      a.quantity % DAY_MINUTES === b.quantity % DAY_MINUTES ||
      ((a.isAmbiguous || b.isAmbiguous) && Math.abs(a.quantity - b.quantity) === 12 * 60)
    );
  if (a.kind === 'measure' && a.unit !== b.unit) return false;
  return Math.abs(a.quantity - b.quantity) < (a.kind === 'percent' ? MIN_SHARE_GAP : HALF_CENT);
};

/** A name that is equal for values equal in all that `isSameValue` compares. */
export const valueName = ({ kind, quantity, unit, isAmbiguous, factor, upTo, isGone, isTimeLimit, edge }: Value) => {
  const hour = kind === 'clock' ? `${isGone === true} ${isTimeLimit === true} ${edge ?? ''}` : '';
  return `${kind} ${quantity} ${unit} ${isAmbiguous} ${factor ?? 1} ${upTo ?? ''} ${hour}`;
};

/** The values, each once: of many wordings with one figure the first speaks for all. */
export const distinctValues = (values: readonly Value[]): Value[] => {
  const valuesByName = new Map<string, Value>();
  for (const value of values) if (!valuesByName.has(valueName(value))) valuesByName.set(valueName(value), value);
  return [...valuesByName.values()];
};

/** Whether two values are of one kind, told of the same, and differ, so that one contradicts the other. */
export const areRivals = (a: Value, b: Value): boolean => {
  if (a.aside !== b.aside || a.kind !== b.kind || a.kind === 'number' || isSameValue(a, b) || areEdgesApart(a, b))
    return false;
  const known = a.kind === 'date' ? dayBeside(a, b) : null;
  if (known !== null && !isWeekday(known.said) && (isNamedDay(a.quantity) || isNamedDay(b.quantity))) return true;
  // 明天 may be the 25th: without the story's date the two can't be compared.
  if (a.kind === 'date')
    return a.quantity >= 99 && a.quantity <= 250
      ? b.quantity >= 99 && b.quantity <= 250
      : b.quantity < 99 || b.quantity > 250;
  if (a.kind === 'measure' && a.unit !== b.unit) return false;
  // A figure within the other's range, or a range around it, is no contradiction.
  return most(a) < least(b) - HALF_CENT || most(b) < least(a) - HALF_CENT;
};

/** Whether a figure told as about so much may mean the other one, or the bare number of it. */
export const mayMean = (said: Value, right: Value): boolean => {
  if (said.upTo === undefined) return false;
  if (right.kind === 'number') return !areRivals(said, { ...said, ...scaled(right, said.factor ?? 1) });
  return said.kind === right.kind && said.unit === right.unit && !areRivals(said, right);
};

const scaled = ({ quantity, low }: Value, factor: number) => ({
  quantity: quantity * factor,
  low: low * factor,
  upTo: undefined,
});

/** A round figure may be a tenth less than it says: 一百来块 for 95. */
const ROUND_SLACK = 0.9;
const most = ({ quantity, upTo }: Value): number => upTo ?? quantity;
const least = ({ low, upTo }: Value): number => (upTo === undefined ? low : low * ROUND_SLACK);

/** The plain figure as it was said: 7 of 7天. */
const plainFigure = (value: Value): number => {
  if (value.kind === 'date') return value.quantity > 1000 ? value.quantity % 1000 : value.quantity;
  return value.kind === 'percent' ? value.quantity : roundToThousandth(value.quantity / (value.factor ?? 1));
};

const isSameDate = (first: number, second: number): boolean => {
  if (first > 1000 && second > 1000) return first === second;
  if (first > 1000) return first % 1000 === second;
  if (second > 1000) return second % 1000 === first;
  return first === second;
};
