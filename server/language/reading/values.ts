import { CHINESE_DIGITS, type Numeral, numeralAt, POWERS_OF_TEN } from './numerals.ts';
import {
  clockFrom,
  dateFrom,
  dottedDateFrom,
  inPartOfDay,
  makeValue,
  namedDayAt,
  prefixedClockAt,
  wordValueAt,
} from './time-values.ts';
import { CLASSIFIERS, CLOCK_WORDS, DAY, HOUR, NAMED_DAYS, UNITS_BY_FIRST, WORD_VALUES } from './units.ts';
import type { Value } from './value.ts';
import { isAboutBehind, numberedPlaceFrom, withoutListNumbers, withRoundness, withTail } from './value-tails.ts';

const FIRST_CHARS =
  /[特加大小个对腰年圣国元0-9零〇一二两俩仨三四五六七八九十百千半今明后昨当次第隔周星礼上下中晚早凌s-zml]/;
/** The kinds of value that may begin with a character, as bits. */
const MAY_BEGIN = new Uint8Array(0x10000);
const A_DAY = 1;
const A_CLOCK = 2;
const LETTERED = 4;
const A_NUMBER = 8;
const A_SAYING = 16;

const markBeginnings = (): void => {
  const kinds: readonly (readonly [kind: number, firsts: Iterable<string>])[] = [
    [A_DAY, [...NAMED_DAYS.map(([word]) => word.charAt(0)), ...'周星礼']],
    [A_CLOCK, CLOCK_WORDS.map(([word]) => word.charAt(0))],
    [LETTERED, '23456xsml'],
    [A_SAYING, WORD_VALUES.map(([word]) => word.charAt(0))],
    [A_NUMBER, [...'0123456789半', ...Object.keys(CHINESE_DIGITS), ...Object.keys(POWERS_OF_TEN)]],
  ];
  for (const [kind, firsts] of kinds)
    for (const first of firsts) {
      const unit = first.charCodeAt(0);
      if (FIRST_CHARS.test(first)) MAY_BEGIN[unit] = (MAY_BEGIN[unit] as number) | kind;
    }
};

markBeginnings();

/** Every typed value in a folded text, from left to right. */
export const valuesIn = (text: string): Value[] => {
  const found: Value[] = [];
  let start = 0;
  while (start < text.length) {
    const kinds = MAY_BEGIN[text.charCodeAt(start)] as number;
    const value = kinds === 0 ? null : valueAt(text, start, kinds);
    if (!value) {
      start += 1;
      continue;
    }
    const previous = found.at(-1);
    if (previous && isRange(text, previous, value)) {
      found.pop();
      value.low = lowerEnd(previous, value);
    }
    found.push(previous ? inPartOfDay(text, previous, value) : value);
    start = value.end;
  }
  return withoutListNumbers(text, found);
};

/** Whether two values are the ends of a range (1到3个工作日, 13号到19号): the upper end is the promise. */
const isRange = (text: string, low: Value, high: Value): boolean => {
  const between = text.slice(low.end, high.start);
  if (between !== '到' && between !== '至' && between !== '-' && between !== '~') return false;
  return low.kind === 'number' || low.kind === high.kind;
};

/** The lower end of a range, in the unit of the upper end: 1到3天. */
const lowerEnd = (low: Value, high: Value): number => {
  if (low.kind === high.kind) return Math.min(low.low, high.quantity);
  const scale = high.factor ?? 1;
  return Math.min(low.quantity * scale, high.quantity);
};

const valueAt = (text: string, start: number, kinds: number): Value | null => {
  return (
    (kinds & A_SAYING ? wordValueAt(text, start) : null) ??
    (kinds & A_DAY ? namedDayAt(text, start) : null) ??
    (kinds & A_CLOCK ? prefixedClockAt(text, start) : null) ??
    (kinds & LETTERED ? letterSizeAt(text, start) : null) ??
    (kinds & A_NUMBER ? numberedValueAt(text, start) : null)
  );
};

const LETTER_SIZE = /^(?:[2-6]?x{1,4}l|[sml])(?=码|号|$|[^a-z0-9])/;
const letterSizeAt = (text: string, start: number): Value | null => {
  if (start > 0 && /[a-z0-9]/.test(text.charAt(start - 1))) return null;
  const match = LETTER_SIZE.exec(text.slice(start, start + 6));
  if (!match) return null;
  const letters = match[0].replace(/^([2-6])x/, (_, times: string) => 'x'.repeat(Number(times)));
  const rank = letters === 's' ? 0 : letters === 'm' ? 1 : letters.length + 1;
  return makeValue(
    'size',
    1000 + rank,
    start,
    start + match[0].length + (/[码号]/.test(text.charAt(start + match[0].length)) ? 1 : 0),
  );
};

/** Verbs of what is done with goods or money: behind 一块 they tell what is done together. */
const DONE_TOGETHER = /[拍买发寄装下结吃走退换送补赔办取拿带拆用收付算弄改减扣担告回说放撤删]/;
/** Words of money right before 一块: 减一块退您, 收一块. */
const PRICED = /[减少补赔退返付交掏花差省宜惠值卖价费钱每各只仅共满多][您你了得要是给]?$/;
const IN_ONE_PLACE = /[摆搁凑堆挤拼装混合在]$|放到?$/;

/** Whether 块 is part of 一块, together: 两箱一块拍, 跟着一块退, 霉的摆一块. Then it is no money. */
export const isTogether = (text: string, start: number, end: number): boolean => {
  if (text.charAt(end) !== '块') return false;
  if (text.charAt(end + 1) === '儿') return true;
  const before = text.slice(Math.max(0, start - 3), start);
  if (DONE_TOGETHER.test(text.charAt(end + 1))) return !PRICED.test(before);
  return IN_ONE_PLACE.test(before) && !/[\d一二三四五六七八九钱毛]/.test(text.charAt(end + 1));
};

const OF_AN_HOUR = /^分(?:之前|以前|前|关)/;

const numberedValueAt = (text: string, start: number): Value | null => {
  const numeral = numeralAt(text, start);
  if (!numeral) return null;
  if (numeral.isChinese && numeral.number === 1 && isTogether(text, start, numeral.end)) return null;
  const decimal = spokenDecimalFrom(text, numeral);
  if (decimal) return decimal;
  const share = shareFrom(text, numeral);
  if (share) return share;
  const place = numberedPlaceFrom(text, numeral);
  if (place) return place;
  const clock = clockFrom(text, numeral, start) ?? dateFrom(text, numeral) ?? dottedDateFrom(text, numeral);
  if (clock) return clock;
  const found = yearsAndMonthsFrom(text, numeral) ?? valueWithUnit(text, numeral, numeral.end);
  if (found) return withRoundness(text, found, numeral);
  const charBehind = text.charAt(numeral.end);
  const isAbout = charBehind === '个' || isAboutBehind(text, numeral);
  const approximate = isAbout ? valueWithUnit(text, numeral, numeral.end + 1) : null;
  if (approximate && approximate.kind !== 'size') return withRoundness(text, approximate, numeral);
  const half = charBehind === '个' ? /^个半(小时|钟头|月)/.exec(text.slice(numeral.end, numeral.end + 4)) : null;
  if (half) {
    const scale = half[1] === '月' ? 30 * DAY : HOUR;
    return makeValue('duration', (numeral.number + 0.5) * scale, start, numeral.end + half[0].length);
  }
  if (start >= 3 && text.startsWith('百分之', start - 3))
    return makeValue('percent', numeral.number / 100, start, numeral.end);
  const month = charBehind === '月' || text.startsWith('拉月', numeral.end) ? monthsFrom(text, numeral) : null;
  if (month) return month;
  if (charBehind !== '' && CLASSIFIERS.includes(charBehind)) {
    const end = numeral.end + 1;
    return {
      kind: 'measure',
      quantity: numeral.number,
      low: numeral.low,
      unit: charBehind,
      isAmbiguous: false,
      start,
      end,
    };
  }
  // 两三口人, 四五口: people, and no sum without a unit. 11月中旬: a part of the year. 39分前付: minutes of an hour told before.
  if (charBehind === '口' || charBehind === '月' || OF_AN_HOUR.test(text.slice(numeral.end, numeral.end + 3)))
    return null;
  // 一 alone is part of a word (一下, 一样) far more often than a number.
  if (numeral.isChinese && (numeral.end - start < 2 || text.charAt(start) === '半') && !opensRange(text, numeral.end))
    return null;
  // 02号色 is a shade, not a day.
  return { ...makeValue('number', numeral.number, start, numeral.end), low: numeral.low };
};

/** A decimal read aloud: 一点五升, 一点六零. 八点三十 stays a time. */
const spokenDecimalFrom = (text: string, numeral: Numeral): Value | null => {
  if (!numeral.isChinese || text.charAt(numeral.end) !== '点' || !Number.isInteger(numeral.number)) return null;
  let end = numeral.end + 1;
  let digits = '';
  for (let digit = CHINESE_DIGITS[text.charAt(end)]; digit !== undefined; digit = CHINESE_DIGITS[text.charAt(end)]) {
    digits += digit;
    end += 1;
  }
  if (digits === '' || digits.length > 3 || text.charAt(end) === '十') return null;
  const is = Number(`${numeral.number}.${digits}`);
  const spoken: Numeral = { number: is, low: is, start: numeral.start, end, isChinese: true };
  const measured = valueWithUnit(text, spoken, end);
  if (measured && measured.kind !== 'duration') return measured;
  return numeral.number === 0 || Number(digits) >= 60 ? makeValue('number', is, numeral.start, end) : null;
};

/** A share (三分之一, 一半) or a multiple of the price (假一赔十, 退一赔三). */
const shareFrom = (text: string, numeral: Numeral): Value | null => {
  const after = text.charAt(numeral.end);
  if (after === '分' && text.charAt(numeral.end + 1) === '之') {
    const numerator = numeralAt(text, numeral.end + 2);
    return numerator && numeral.number > 0
      ? makeValue('percent', numerator.number / numeral.number, numeral.start, numerator.end)
      : null;
  }
  if (numeral.number === 1 && numeral.isChinese && after === '半')
    return /[天年个月小夜]/.test(text.charAt(numeral.end + 1))
      ? null
      : makeValue('percent', 0.5, numeral.start, numeral.end + 1);
  if (numeral.number !== 1 || !'赔罚'.includes(after || '-')) return null;
  const times = numeralAt(text, numeral.end + 1);
  if (!times || /[天块元件]/.test(text.charAt(times.end))) return null;
  const end = times.end + (text.charAt(times.end) === '倍' ? 1 : 0);
  return { ...makeValue('measure', times.number, numeral.start, end), unit: '倍' };
};

/** Years and months together: 一年零三个月, 一年三个月. */
const yearsAndMonthsFrom = (text: string, numeral: Numeral): Value | null => {
  const match =
    text.charAt(numeral.end) === '年'
      ? /^年(?:零|又|加)?(.{1,2}?)个月/.exec(text.slice(numeral.end, numeral.end + 6))
      : null;
  const months = match?.[1] ? numeralAt(match[1], 0) : null;
  if (!match || !months || months.end !== match[1]?.length) return null;
  const end = numeral.end + match[0].length;
  return makeValue('duration', numeral.number * 360 * DAY + months.number * 30 * DAY, numeral.start, end);
};

/** 俩月, 仨月, 半拉月: with these numerals 月 counts months and names no date. */
const monthsFrom = (text: string, numeral: Numeral): Value | null => {
  if (!/^[俩仨半]/.test(text.slice(numeral.start, numeral.end))) return null;
  return makeValue('duration', numeral.number * 30 * DAY, numeral.start, text.indexOf('月', numeral.end) + 1);
};

const opensRange = (text: string, start: number): boolean => {
  return /^[到至~-][一二两三四五六七八九十0-9]/.test(text.slice(start, start + 2));
};

const valueWithUnit = (text: string, numeral: Numeral, unitStart: number): Value | null => {
  for (const [unit, kind, scale, name] of UNITS_BY_FIRST.get(text.charCodeAt(unitStart)) ?? []) {
    if (!text.startsWith(unit, unitStart)) continue;
    const end = unitStart + unit.length;
    if (/^[a-z]+$/.test(unit) && /[a-z]/.test(text.charAt(end))) continue;
    if (unit === '成' && /[功为分本品员交熟就都人套]/.test(text.charAt(end))) continue;
    const value: Value = {
      kind,
      quantity: numeral.number * scale,
      low: numeral.low * scale,
      unit: name,
      isAmbiguous: false,
      start: numeral.start,
      end,
      factor: scale,
    };
    return withTail(text, value, scale, numeral, unit);
  }
  return null;
};
