/** Clock times and days, as people write them. */
import { type Numeral, numberAt } from './numerals.ts';
import { CLOCK_WORDS, NAMED_DAYS, SAID_VALUES, WEEKDAYS } from './units.ts';
import type { Value } from './value.ts';

export function namedDay(text: string, at: number): Value | null {
  for (const [word, code] of NAMED_DAYS) {
    if (text.startsWith(word, at)) return value('date', code, at, at + word.length);
  }
  const week = /^(?:周|星期|礼拜)([一二三四五六日天])/.exec(text.slice(at, at + 3));
  if (!week) return null;
  return value('date', 200 + (WEEKDAYS.indexOf(week[1] ?? '') % 7), at, at + week[0].length);
}

/** A value said without a numeral: 个把月, 对折, 年底. */
export function saidValue(text: string, at: number): Value | null {
  for (const [word, kind, is] of SAID_VALUES)
    if (text.startsWith(word, at)) return value(kind, is, at, at + word.length);
  return null;
}

export function prefixedClock(text: string, at: number): Value | null {
  for (const [word, add] of CLOCK_WORDS) {
    if (!text.startsWith(word, at)) continue;
    const number = numberAt(text, at + word.length);
    if (!number) continue;
    const clock = clockFrom(text, number, at);
    if (!clock) continue;
    const isAfternoon = add === 12 && clock.is < 12 * 60;
    // 今晚12点 is midnight, 中午12点 noon.
    const isMidnight = add === 12 && clock.is === 12 * 60 && /^[晚夜]/.test(word);
    const is = clock.is + (isAfternoon || isMidnight ? 12 * 60 : 0);
    return { ...clock, is, low: is, loose: false };
  }
  return null;
}

/** A day written as a figure: 6.18起发, 618当天. */
export function dottedDate(text: string, number: Numeral): Value | null {
  if (number.chinese) return null;
  const said = text.slice(number.start, number.end);
  const split = /^(\d{1,2})\.(\d{2})$/.exec(said) ?? /^(6)(18)$|^(5)(20)$/.exec(said);
  if (
    !split ||
    !/^(?:起|开始|前|之前|当天|那天|当日|号|日|发|到|以后|之后|截|晚|早|$)/.test(text.slice(number.end, number.end + 2))
  )
    return null;
  const month = Number(split[1] ?? split[3]);
  const day = Number(split[2] ?? split[4]);
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  return value('date', month * 1000 + day, number.start, number.end + (/[号日]/.test(text.charAt(number.end)) ? 1 : 0));
}

export function clockFrom(text: string, number: Numeral, start: number): Value | null {
  const next = text.charAt(number.end);
  const colon = next === ':' ? /^:([0-5][0-9])(?![0-9])/.exec(text.slice(number.end, number.end + 4)) : null;
  if (colon && number.is <= 24) {
    return { ...value('clock', number.is * 60 + Number(colon[1]), start, number.end + 3), loose: number.is <= 12 };
  }
  if (next !== '点' || number.is > 24 || !Number.isInteger(number.is)) return null;
  const isPrefixed = start < number.start;
  const rest = text.slice(number.end + 1, number.end + 6);
  if (number.is === 1 && number.chinese && !isPrefixed && !/^(?:前|半|钟|整|之前|以前|左右)/.test(rest)) return null;
  if (/^[半]/.test(rest)) return clockValue(number, 30, start, number.end + 2, isPrefixed);
  const quarters = /^([一三])刻/.exec(rest);
  if (quarters) return clockValue(number, quarters[1] === '一' ? 15 : 45, start, number.end + 3, isPrefixed);
  const minutes = numberAt(text, number.end + 1);
  if (minutes && minutes.is < 60 && minutes.is >= 1 && !/^[天个小块元件]/.test(text.charAt(minutes.end))) {
    return clockValue(number, minutes.is, start, minutes.end + (text.charAt(minutes.end) === '分' ? 1 : 0), isPrefixed);
  }
  return clockValue(number, 0, start, number.end + 1 + (rest.startsWith('钟') ? 1 : 0), isPrefixed);
}

function clockValue(number: Numeral, minutes: number, start: number, end: number, isPrefixed: boolean): Value {
  return { ...value('clock', number.is * 60 + minutes, start, end), loose: !isPrefixed && number.is <= 12 };
}

const LAST_DAY = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function dateFrom(text: string, number: Numeral): Value | null {
  const next = text.charAt(number.end);
  if (next === '月' && number.is >= 1 && number.is <= 12) {
    const end = text.charAt(number.end + 1);
    if (end === '底' || end === '末')
      return value('date', number.is * 1000 + (LAST_DAY[number.is] ?? 30), number.start, number.end + 2);
    if (end === '初') return value('date', number.is * 1000 + 1, number.start, number.end + 2);
    const day = numberAt(text, number.end + 1);
    const mark = day ? text.charAt(day.end) : '';
    if (day && day.is >= 1 && day.is <= 31 && (mark === '日' || mark === '号')) {
      return { ...value('date', number.is * 1000 + day.is, number.start, day.end + 1), loose: false };
    }
    return null;
  }
  if (next === '日' && /^(?:内|之内|以内)/.test(text.slice(number.end + 1, number.end + 3))) return null;
  if ((next === '号' || next === '日') && number.is >= 1 && number.is <= 31 && Number.isInteger(number.is)) {
    if (
      text.charAt(number.start) === '0' ||
      /^(?:电池|线|楼|仓|机|色)/.test(text.slice(number.end + 1, number.end + 3))
    )
      return null;
    return { ...value('date', number.is, number.start, number.end + 1), loose: true };
  }
  return null;
}

export function value(kind: Value['kind'], is: number, start: number, end: number): Value {
  return { kind, is: round(is), low: round(is), unit: '', loose: false, start, end };
}

export function round(is: number): number {
  return Math.round(is * 1000) / 1000;
}
