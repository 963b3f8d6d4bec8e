/** Days as people name them, by the story's day. */
import { addDays } from '#engine/model/story-time.ts';
import type { CalendarDay, Value } from '#language/reading/value.ts';

/** Values of 昨天 to 大后天 are this plus the days from today. */
const TODAY = 100;
const [FIRST_NAMED, LAST_NAMED] = [99, 103];
const MONTH_FACTOR = 1000;

/** A date as figures have it: 11月18日 is 11018. */
export const dateCode = (date: string): number => {
  const [, month = 0, day = 0] = date.split('-').map(Number);
  return month * MONTH_FACTOR + day;
};

/** Whether a date of a reply is the day `code`; a weekday may be any. `today`: 'YYYY-MM-DD'. */
export const isDay = ({ quantity }: Value, code: number, today: string): boolean => {
  if (quantity >= FIRST_NAMED && quantity <= LAST_NAMED) return dateCode(addDays(today, quantity - TODAY)) === code;
  return quantity > MONTH_FACTOR ? quantity === code : quantity === code % MONTH_FACTOR;
};

/** Whether a date of a reply is the story's own day. */
export const isToday = (value: Value, today: string | undefined): boolean =>
  today === undefined ? value.quantity === TODAY : isDay(value, dateCode(today), today);

const LAST_DAY = 31;
const MONTHS = 12;
/** Weekdays are coded from Monday on. */
const MONDAY_CODE = 200;
const DAYS_OF_WEEK = 7;
/** A day of the month without its month, so many days back, is told of this month; an earlier one may be next month's. */
const MAX_DAYS_BACK = 15;

/** Days since 1970-01-01, a Thursday; the year is taken to begin in March. */
const dayNumber = (date: string): number => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const fromMarch = (month + 9) % MONTHS;
  const years = year - (month > 2 ? 0 : 1);
  const leapDays = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  return years * 365 + leapDays + Math.floor((153 * fromMarch + 2) / 5) + day - 719_469;
};

const dayOf = (date: string, today: string): CalendarDay => ({
  fromToday: dayNumber(date) - dayNumber(today),
  code: dateCode(date),
  weekday: MONDAY_CODE + ((dayNumber(date) + 3) % DAYS_OF_WEEK),
});

/** The day that a date as it is said means; undefined for a weekday, which may be any week's, and what is no date. */
export const calendarDay = (quantity: number, today: string): CalendarDay | undefined => {
  if (quantity >= FIRST_NAMED && quantity <= LAST_NAMED) return dayOf(addDays(today, quantity - TODAY), today);
  const month = quantity > MONTH_FACTOR ? Math.floor(quantity / MONTH_FACTOR) : Number(today.slice(5, 7));
  const day = quantity % MONTH_FACTOR;
  if (day < 1 || day > LAST_DAY || month > MONTHS) return undefined;
  const date = `${today.slice(0, 4)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (addDays(date, 0) !== date) return undefined;
  const found = dayOf(date, today);
  return quantity < MONTH_FACTOR && found.fromToday < -MAX_DAYS_BACK ? undefined : found;
};
