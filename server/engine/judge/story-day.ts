/** Days as people name them, by the story's day. */
import { addDays } from '#engine/model/story-time.ts';
import type { Value } from '#language/reading/value.ts';

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
