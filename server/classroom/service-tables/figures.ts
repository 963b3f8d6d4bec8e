/** Figures, days and shares as the cells of service tables hold them. */

import { DAY_MS } from '#contract/wire/spans.ts';

/** A cell's figure; `none`: the cell says there is none; `wrong`: it says something else. */
export type Read = number | 'none' | 'wrong';

const NONE = /^(|-+|—+|–+|\/|\\|n\/?a|null|无|暂无|空|#div\/0!|#n\/a)$/i;
const plain = (cell: string): string => cell.normalize('NFKC').replace(/\s+/g, ' ').trim();
export const isNone = (cell: string): boolean => NONE.test(plain(cell));

/** Longer than a day nobody waits in one conversation: such a figure is another unit's. */
const MOST_SECONDS = 86_400;
/** 1,234.5 */
const NUMBER = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d+(?:\.\d+)?$/;
const numberOf = (text: string): number | null => (NUMBER.test(text) ? Number(text.replaceAll(',', '')) : null);
const round = (value: number, steps: number): number => Math.round(value * steps) / steps;

/** Seconds, to the tenth, of 18.5, 18.5秒, 1分20秒, 1'20", 01:20 and 00:01:20. `unit`: of a bare number. */
export const secondsOf = (cell: string, unit: 'seconds' | 'minutes' | 'milliseconds'): Read => {
  if (isNone(cell)) return 'none';
  const text = plain(cell).replace(/\s/g, '');
  const bare = numberOf(text);
  const factor = unit === 'minutes' ? 60 : unit === 'milliseconds' ? 0.001 : 1;
  const seconds = bare === null ? saidSeconds(text) : bare * factor;
  return seconds === null || seconds > MOST_SECONDS ? 'wrong' : round(seconds, 10);
};

const saidSeconds = (text: string): number | null => {
  const clock = /^(?:(\d{1,2}):)?(\d{1,2}):(\d{2}(?:\.\d+)?)$/.exec(text);
  if (clock !== null) return Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
  const said =
    /^(?:(\d+)(?:小时|时|h))?(?:(\d+(?:\.\d+)?)(?:分钟?|m(?:in)?|'))?(?:(\d+(?:\.\d+)?)(?:秒钟?|s|"|''))?$/i.exec(text);
  if (said === null || text === '') return null;
  return Number(said[1] ?? 0) * 3600 + Number(said[2] ?? 0) * 60 + Number(said[3] ?? 0);
};

/** A whole number of people or messages, with or without 人, 条, 个, 次, 件. */
export const countOf = (cell: string): Read => {
  if (isNone(cell)) return 'none';
  const value = numberOf(plain(cell).replace(/\s?[人条个次件]$/, ''));
  return value === null || !Number.isInteger(value) || value > 1_000_000 ? 'wrong' : value;
};

/** So many a day on average, to the tenth. */
export const perDayOf = (cell: string): Read => {
  if (isNone(cell)) return 'none';
  const value = numberOf(plain(cell).replace(/\s?[人条个次件](?:\/[天日])?$/, ''));
  return value === null || value > 1_000_000 ? 'wrong' : round(value, 10);
};

/** Yuan, to the fen: 128.5, ¥128.50, 128.5元, 1.2万. */
export const moneyOf = (cell: string): Read => {
  if (isNone(cell)) return 'none';
  const [, text = '', wan] = /^[¥￥]?(.*?)(万)?元?$/.exec(plain(cell).replace(/\s/g, '')) ?? [];
  const value = numberOf(text);
  if (value === null) return 'wrong';
  const yuan = round(wan === undefined ? value : value * 10_000, 100);
  return yuan > 1_000_000 ? 'wrong' : yuan;
};

/** Stars from 1 to 5. */
export const starsOf = (cell: string): Read => {
  if (isNone(cell)) return 'none';
  const value = numberOf(plain(cell).replace(/[分星]$/, ''));
  return value === null || value < 1 || value > 5 ? 'wrong' : round(value, 10);
};

/**
 * Whether a column's shares are told as parts of one (0.35) or of a hundred (35). One cell can't say it: 0.5 is half in
 * the one column and half a percent in the other, so the largest of those without a sign decides. With a sign each says
 * it itself.
 */
export const shareUnit = (cells: readonly string[]): 'fraction' | 'percent' => {
  const bare = cells.flatMap((cell) => numberOf(plain(cell)) ?? []);
  return bare.length > 0 && bare.every((value) => value <= 1) ? 'fraction' : 'percent';
};

/** Percent, to the tenth. */
export const shareOf = (cell: string, unit: 'fraction' | 'percent'): Read => {
  if (isNone(cell)) return 'none';
  const text = plain(cell).replace(/\s/g, '');
  const value = numberOf(text.replace(/%$/, ''));
  if (value === null) return 'wrong';
  const percent = round(text.endsWith('%') || unit === 'percent' ? value : value * 100, 10);
  return percent > 100 ? 'wrong' : percent;
};

/** Day 0 of a spreadsheet's calendar, in UTC, and the days in this century that its numbers can name. */
const SHEET_EPOCH = Date.UTC(1899, 11, 30);
const [FIRST_SHEET_DAY, LAST_SHEET_DAY] = [36_526, 73_050];

/** A day, with the time where one is told, as epoch milliseconds by the school's clock; a span counts from its first day. */
export const timeOf = (cell: string): Read => {
  if (isNone(cell)) return 'none';
  const text = plain(cell);
  const serial = numberOf(text);
  if (serial !== null && serial >= FIRST_SHEET_DAY && serial < LAST_SHEET_DAY) {
    const at = new Date(SHEET_EPOCH + Math.round(serial * 86_400) * 1000);
    return localTime(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate(), at.getUTCHours(), at.getUTCMinutes());
  }
  const found =
    /^(20\d{2})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))(?:[ T]?(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?Z?)?\s*(?:(?:~|至|到| - |—).*)?$/.exec(
      text,
    );
  if (found === null) return 'wrong';
  const [, year, month, day, month2, day2, hour = '0', minute = '0'] = found;
  return localTime(Number(year), Number(month ?? month2), Number(day ?? day2), Number(hour), Number(minute));
};

const localTime = (year: number, month: number, day: number, hour: number, minute: number): Read => {
  const at = new Date(year, month - 1, day, hour, minute);
  const isReal = at.getMonth() === month - 1 && at.getDate() === day && hour < 24 && minute < 60;
  return isReal ? at.getTime() : 'wrong';
};

/** Monday of the week of a moment, by the school's clock, as epoch milliseconds of its first minute. */
export const mondayOf = (at: number): number => {
  const date = new Date(at);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() - ((date.getDay() + 6) % 7)).getTime();
};

/** The Monday after. A week isn't always so many milliseconds: clocks change. */
export const nextMonday = (monday: number): number => mondayOf(monday + 8 * DAY_MS - DAY_MS / 2);
