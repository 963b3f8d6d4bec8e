/** Days of a calendar as 2026-11-20: they know no clock and no zone. Months are 2026-11. */
import { LANGUAGE } from '#client/lib/language.ts';
import { DAY_MS } from '#client/lib/spans.ts';

const WEEK_DAYS = 7;

const asDate = (day: string): Date => new Date(`${day}T00:00:00Z`);
const asDay = (at: number): string => new Date(at).toISOString().slice(0, '2026-11-20'.length);

export const daysLater = (day: string, n: number): string => asDay(asDate(day).getTime() + n * DAY_MS);
export const monthOf = (day: string): string => day.slice(0, '2026-11'.length);
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(asDate(text).getTime());

/** `n` months later; 2026-12 and 1: 2027-01. */
export const monthsLater = (month: string, n: number): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return monthOf(asDay(Date.UTC(year, number - 1 + n, 1)));
};

/** The same day of another month, or that month's last. */
export const sameDayIn = (month: string, day: string): string => {
  const last = daysLater(`${monthsLater(month, 1)}-01`, -1);
  const same = `${month}${day.slice(month.length)}`;
  return same > last ? last : same;
};

/** Weeks that have a day of the month, from Monday to Sunday. */
export const weeksOf = (month: string): string[][] => {
  const first = `${month}-01`;
  const monday = daysLater(first, -((asDate(first).getUTCDay() + WEEK_DAYS - 1) % WEEK_DAYS));
  const weeks: string[][] = [];
  for (let day = monday; monthOf(day) <= month; day = daysLater(day, WEEK_DAYS))
    weeks.push(Array.from({ length: WEEK_DAYS }, (_, n) => daysLater(day, n)));
  return weeks;
};

const said = (day: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(LANGUAGE === 'zh' ? 'zh-CN' : 'en', { ...options, timeZone: 'UTC' }).format(asDate(day));

/** 11月20日周五 · Fri, Nov 20 */
export const dayName = (day: string): string => said(day, { month: 'short', day: 'numeric', weekday: 'short' });
/** 2026年11月 · November 2026 */
export const monthName = (month: string): string => said(`${month}-01`, { year: 'numeric', month: 'long' });
/** 周一 · Mon */
export const weekdayName = (day: string): string => said(day, { weekday: 'short' });
