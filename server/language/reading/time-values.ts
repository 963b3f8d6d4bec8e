/** Clock times and days, as people write them. */
import { type Numeral, numeralAt } from './numerals.ts';
import { CLOCK_WORDS, NAMED_DAYS, WEEKDAYS, WORD_VALUES } from './units.ts';
import type { Value } from './value.ts';

export const namedDayAt = (text: string, start: number): Value | null => {
  for (const [word, code] of NAMED_DAYS) {
    if (text.startsWith(word, start)) return makeValue('date', code, start, start + word.length);
  }
  const weekday = /^(?:周|星期|礼拜)([一二三四五六日天])/.exec(text.slice(start, start + 3));
  if (!weekday) return null;
  return makeValue('date', 200 + (WEEKDAYS.indexOf(weekday[1] ?? '') % 7), start, start + weekday[0].length);
};

/** A clock time behind a day named by its evening or morning (今晚十点, 明早十点) is of that half of the day. */
export const inPartOfDay = (text: string, previous: Value, value: Value): Value => {
  if (previous.kind !== 'date' || previous.end !== value.start || value.kind !== 'clock' || !value.isAmbiguous)
    return value;
  const part = text.charAt(previous.end - 1);
  if (part !== '晚' && part !== '早') return value;
  const quantity = value.quantity + (part === '晚' ? 12 * 60 : 0);
  return { ...value, quantity, low: quantity, isAmbiguous: false };
};

/** A value said without a numeral: 个把月, 对折, 年底. */
export const wordValueAt = (text: string, start: number): Value | null => {
  for (const [word, kind, quantity] of WORD_VALUES)
    if (text.startsWith(word, start)) return makeValue(kind, quantity, start, start + word.length);
  return null;
};

export const prefixedClockAt = (text: string, start: number): Value | null => {
  // 最晚11点50, 最早8点: how late it may become, and no time of day.
  if (text.charAt(start - 1) === '最') return null;
  for (const [word, hourOffset] of CLOCK_WORDS) {
    if (!text.startsWith(word, start)) continue;
    const numeral = numeralAt(text, start + word.length);
    if (!numeral) continue;
    const clock = clockFrom(text, numeral, start);
    if (!clock) continue;
    const isAfternoon = hourOffset === 12 && clock.quantity < 12 * 60;
    // 今晚12点 is midnight, 中午12点 noon.
    const isMidnight = hourOffset === 12 && clock.quantity === 12 * 60 && /^[晚夜]/.test(word);
    const minuteOfDay = clock.quantity + (isAfternoon || isMidnight ? 12 * 60 : 0);
    return { ...clock, quantity: minuteOfDay, low: minuteOfDay, isAmbiguous: false };
  }
  return null;
};

/** A day written as a figure: 6.18起发, 618当天. */
export const dottedDateFrom = (text: string, numeral: Numeral): Value | null => {
  if (numeral.isChinese) return null;
  const digits = text.slice(numeral.start, numeral.end);
  const parts = /^(\d{1,2})\.(\d{2})$/.exec(digits) ?? /^(6)(18)$|^(5)(20)$/.exec(digits);
  if (
    !parts ||
    !/^(?:起|开始|前|之前|当天|那天|当日|号|日|发|到|以后|之后|截|晚|早|$)/.test(
      text.slice(numeral.end, numeral.end + 2),
    )
  )
    return null;
  const month = Number(parts[1] ?? parts[3]);
  const day = Number(parts[2] ?? parts[4]);
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  return makeValue(
    'date',
    month * 1000 + day,
    numeral.start,
    numeral.end + (/[号日]/.test(text.charAt(numeral.end)) ? 1 : 0),
  );
};

export const clockFrom = (text: string, numeral: Numeral, start: number): Value | null => {
  const charBehind = text.charAt(numeral.end);
  const colon = charBehind === ':' ? /^:([0-5][0-9])(?![0-9])/.exec(text.slice(numeral.end, numeral.end + 4)) : null;
  if (colon && numeral.number <= 24) {
    return {
      ...makeValue('clock', numeral.number * 60 + Number(colon[1]), start, numeral.end + 3),
      isAmbiguous: numeral.number <= 12,
    };
  }
  if (charBehind !== '点' || numeral.number > 24 || !Number.isInteger(numeral.number)) return null;
  const isPrefixed = start < numeral.start;
  const textBehind = text.slice(numeral.end + 1, numeral.end + 6);
  if (numeral.number === 1 && numeral.isChinese && !isPrefixed && !/^(?:前|半|钟|整|之前|以前|左右)/.test(textBehind))
    return null;
  if (/^[半]/.test(textBehind)) return clockValue(numeral, 30, start, numeral.end + 2, isPrefixed);
  const quarters = /^([一三])刻/.exec(textBehind);
  if (quarters) return clockValue(numeral, quarters[1] === '一' ? 15 : 45, start, numeral.end + 3, isPrefixed);
  const minuteNumeral = numeralAt(text, numeral.end + 1);
  if (
    minuteNumeral &&
    minuteNumeral.number < 60 &&
    minuteNumeral.number >= 1 &&
    !/^[天个小块元件]/.test(text.charAt(minuteNumeral.end))
  ) {
    return clockValue(
      numeral,
      minuteNumeral.number,
      start,
      minuteNumeral.end + (text.charAt(minuteNumeral.end) === '分' ? 1 : 0),
      isPrefixed,
    );
  }
  return clockValue(numeral, 0, start, numeral.end + 1 + (textBehind.startsWith('钟') ? 1 : 0), isPrefixed);
};

const clockValue = (numeral: Numeral, minutes: number, start: number, end: number, isPrefixed: boolean): Value => {
  return {
    ...makeValue('clock', numeral.number * 60 + minutes, start, end),
    isAmbiguous: !isPrefixed && numeral.number <= 12,
  };
};

const DAYS_IN_MONTH = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** 10月29付的, 11月3 晚上, 8月20前: a day of a month without 号, by what is said of days. 10月29元 and 3月12件 are none. */
const BEHIND_BARE_DAY =
  /^(?:[\s,，。;；:：?？!！]|$|付|买|拍|下单|下午|签收|收到|发|到|寄|退|出|开|早|晚|上午|中午|凌晨|当天|那天|[之以]?[前后]|起)/;

export const dateFrom = (text: string, numeral: Numeral): Value | null => {
  const charBehind = text.charAt(numeral.end);
  if (charBehind === '月' && numeral.number >= 1 && numeral.number <= 12) {
    const partOfMonth = text.charAt(numeral.end + 1);
    if (partOfMonth === '底' || partOfMonth === '末')
      return makeValue(
        'date',
        numeral.number * 1000 + (DAYS_IN_MONTH[numeral.number] ?? 30),
        numeral.start,
        numeral.end + 2,
      );
    if (partOfMonth === '初') return makeValue('date', numeral.number * 1000 + 1, numeral.start, numeral.end + 2);
    const day = numeralAt(text, numeral.end + 1);
    if (!day || day.number < 1 || day.number > 31 || !Number.isInteger(day.number)) return null;
    const dayMark = text.charAt(day.end);
    const isMarked = dayMark === '日' || dayMark === '号';
    if (!isMarked && !BEHIND_BARE_DAY.test(text.slice(day.end))) return null;
    return {
      ...makeValue('date', numeral.number * 1000 + day.number, numeral.start, day.end + (isMarked ? 1 : 0)),
      isAmbiguous: false,
    };
  }
  if (charBehind === '日' && /^(?:内|之内|以内)/.test(text.slice(numeral.end + 1, numeral.end + 3))) return null;
  if (
    (charBehind === '号' || charBehind === '日') &&
    numeral.number >= 1 &&
    numeral.number <= 31 &&
    Number.isInteger(numeral.number)
  ) {
    if (text.charAt(numeral.start) === '0' || /^(?:电池|机|色)/.test(text.slice(numeral.end + 1, numeral.end + 3)))
      return null;
    return { ...makeValue('date', numeral.number, numeral.start, numeral.end + 1), isAmbiguous: true };
  }
  return null;
};

export const makeValue = (kind: Value['kind'], quantity: number, start: number, end: number): Value => {
  return {
    kind,
    quantity: roundToThousandth(quantity),
    low: roundToThousandth(quantity),
    unit: '',
    isAmbiguous: false,
    start,
    end,
  };
};

export const roundToThousandth = (quantity: number): number => {
  return Math.round(quantity * 1000) / 1000;
};
