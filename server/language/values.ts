import { CHINESE, type Numeral, numberAt, POWERS } from './numerals.ts';
import { CLASSIFIERS, CLOCK_WORDS, DAY, HOUR, NAMED_DAYS, UNITS_BY_FIRST, WEEKDAYS } from './units.ts';

/** A number with its meaning, found in folded text. Offsets are into the folded text. */
export type Value = {
  kind: 'amount' | 'duration' | 'clock' | 'date' | 'percent' | 'size' | 'measure' | 'number';
  /** Yuan, seconds, minutes of the day, day of the month (or a code above 100 for 明天, 周三 …), a share, or the plain number. */
  is: number;
  /** The unit of a `measure`, folded to one writing: g, mm, ml or the classifier itself. */
  unit: string;
  /** A clock time without 上午/下午 can mean either half of the day; a date without a month any month. */
  loose: boolean;
  start: number;
  end: number;
};

const FIRST = /[0-9零〇一二两俩仨三四五六七八九十百千半今明后昨当次第隔周星礼上下中晚早凌s-zml]/;
const MAY_BEGIN = new Uint8Array(0x10000);
for (let unit = 0; unit < 0x10000; unit++) if (FIRST.test(String.fromCharCode(unit))) MAY_BEGIN[unit] = 1;

/** Every typed value in a folded text, from left to right. */
export function valuesIn(text: string): Value[] {
  const found: Value[] = [];
  let at = 0;
  while (at < text.length) {
    const value = MAY_BEGIN[text.charCodeAt(at)] === 1 ? valueAt(text, at) : null;
    const before = found.at(-1);
    if (value && before && isRange(text, before, value)) found.pop();
    if (value) found.push(value);
    at = value ? value.end : at + 1;
  }
  return found;
}

/** Of 1到3个工作日 or 13号到19号 the far end is what is promised. */
function isRange(text: string, low: Value, high: Value): boolean {
  const between = text.slice(low.end, high.start);
  if (between !== '到' && between !== '至' && between !== '-' && between !== '~') return false;
  return low.kind === 'number' || low.kind === high.kind;
}

function valueAt(text: string, at: number): Value | null {
  return namedDay(text, at) ?? prefixedClock(text, at) ?? letterSize(text, at) ?? numbered(text, at);
}

function namedDay(text: string, at: number): Value | null {
  for (const [word, code] of NAMED_DAYS) {
    if (text.startsWith(word, at)) return value('date', code, at, at + word.length);
  }
  const week = /^(?:周|星期|礼拜)([一二三四五六日天])/.exec(text.slice(at, at + 3));
  if (!week) return null;
  return value('date', 200 + (WEEKDAYS.indexOf(week[1] ?? '') % 7), at, at + week[0].length);
}

function prefixedClock(text: string, at: number): Value | null {
  for (const [word, add] of CLOCK_WORDS) {
    if (!text.startsWith(word, at)) continue;
    const number = numberAt(text, at + word.length);
    if (!number) continue;
    const clock = clockFrom(text, number, at);
    if (!clock) continue;
    const late = add === 12 && clock.is < 12 * 60;
    return { ...clock, is: clock.is + (late ? 12 * 60 : 0), loose: false };
  }
  return null;
}

const LETTERS = /^(?:[2-6]?x{1,4}l|[sml])(?=码|号|$|[^a-z0-9])/;
function letterSize(text: string, at: number): Value | null {
  if (at > 0 && /[a-z0-9]/.test(text.charAt(at - 1))) return null;
  const hit = LETTERS.exec(text.slice(at, at + 6));
  if (!hit) return null;
  const letters = hit[0].replace(/^([2-6])x/, (_, times: string) => 'x'.repeat(Number(times)));
  const rank = letters === 's' ? 0 : letters === 'm' ? 1 : letters.length + 1;
  return value('size', 1000 + rank, at, at + hit[0].length + (/[码号]/.test(text.charAt(at + hit[0].length)) ? 1 : 0));
}

function numbered(text: string, at: number): Value | null {
  const number = numberAt(text, at);
  if (!number) return null;
  const clock = clockFrom(text, number, at) ?? dateFrom(text, number);
  if (clock) return clock;
  for (const [unit, kind, scale, name] of UNITS_BY_FIRST.get(text.charAt(number.end)) ?? []) {
    if (!text.startsWith(unit, number.end)) continue;
    if (/^[a-z]+$/.test(unit) && /[a-z]/.test(text.charAt(number.end + unit.length))) continue;
    return withTail(
      text,
      { kind, is: number.is * scale, unit: name, loose: false, start: at, end: number.end + unit.length },
      scale,
      number,
    );
  }
  const half = /^个半(小时|钟头|月)/.exec(text.slice(number.end, number.end + 4));
  if (half) {
    const scale = half[1] === '月' ? 30 * DAY : HOUR;
    return value('duration', (number.is + 0.5) * scale, at, number.end + half[0].length);
  }
  if (text.slice(Math.max(at - 3, 0), at) === '百分之') return value('percent', number.is / 100, at, number.end);
  const classifier = text.charAt(number.end);
  if (classifier !== '' && CLASSIFIERS.includes(classifier)) {
    return { kind: 'measure', is: number.is, unit: classifier, loose: false, start: at, end: number.end + 1 };
  }
  // 一 alone is part of a word (一下, 一样) far more often than a number.
  if (number.chinese && (number.end - at < 2 || text.charAt(at) === '半')) return null;
  return value('number', number.is, at, number.end);
}

/** 一年半, 39码半, 426块1, 五块八. */
function withTail(text: string, found: Value, scale: number, number: Numeral): Value {
  if (found.kind === 'percent' && scale === 1) return { ...found, is: discount(number) };
  const next = text.charAt(found.end);
  if (next === '半' && found.kind !== 'percent') return { ...found, is: found.is + scale / 2, end: found.end + 1 };
  if (found.kind === 'amount' && scale === 1) {
    const tail = next >= '0' && next <= '9' ? Number(next) : CHINESE[next];
    const after = text.charAt(found.end + 1);
    const single = !(after >= '0' && after <= '9') && !(after in CHINESE) && !(after in POWERS);
    const timed = /[年月日天周号点位时]/.test(after);
    const counted = timed || (CLASSIFIERS.includes(after) && after !== '');
    if (tail !== undefined && single && !counted)
      return { ...found, is: round(found.is + tail / 10), end: found.end + 1 };
  }
  return found;
}

/** 95折 and 九五折 are 0.95, 8折 is 0.8. */
function discount(number: Numeral): number {
  return number.is >= 10 ? number.is / 100 : number.is / 10;
}

function clockFrom(text: string, number: Numeral, start: number): Value | null {
  const colon = /^:([0-5][0-9])(?![0-9])/.exec(text.slice(number.end, number.end + 4));
  if (colon && number.is <= 24) {
    return { ...value('clock', number.is * 60 + Number(colon[1]), start, number.end + 3), loose: number.is <= 12 };
  }
  if (text.charAt(number.end) !== '点' || number.is > 24 || !Number.isInteger(number.is)) return null;
  const prefixed = start < number.start;
  const rest = text.slice(number.end + 1, number.end + 6);
  if (number.is === 1 && number.chinese && !prefixed && !/^(?:前|半|钟|整|之前|以前|左右)/.test(rest)) return null;
  if (/^[半]/.test(rest)) return clockValue(number, 30, start, number.end + 2, prefixed);
  const minutes = numberAt(text, number.end + 1);
  if (minutes && minutes.is < 60 && minutes.is >= 1 && !/^[天个小块元件]/.test(text.charAt(minutes.end))) {
    return clockValue(number, minutes.is, start, minutes.end + (text.charAt(minutes.end) === '分' ? 1 : 0), prefixed);
  }
  return clockValue(number, 0, start, number.end + 1 + (rest.startsWith('钟') ? 1 : 0), prefixed);
}

function clockValue(number: Numeral, minutes: number, start: number, end: number, prefixed: boolean): Value {
  return { ...value('clock', number.is * 60 + minutes, start, end), loose: !prefixed && number.is <= 12 };
}

function dateFrom(text: string, number: Numeral): Value | null {
  const next = text.charAt(number.end);
  if (next === '月' && number.is >= 1 && number.is <= 12) {
    const day = numberAt(text, number.end + 1);
    const mark = day ? text.charAt(day.end) : '';
    if (day && day.is >= 1 && day.is <= 31 && (mark === '日' || mark === '号')) {
      return { ...value('date', number.is * 1000 + day.is, number.start, day.end + 1), loose: false };
    }
    return null;
  }
  if ((next === '号' || next === '日') && number.is >= 1 && number.is <= 31 && Number.isInteger(number.is)) {
    if (/^(?:电池|线|楼|仓|机)/.test(text.slice(number.end + 1, number.end + 3))) return null;
    return { ...value('date', number.is, number.start, number.end + 1), loose: true };
  }
  return null;
}

function value(kind: Value['kind'], is: number, start: number, end: number): Value {
  return { kind, is: round(is), unit: '', loose: false, start, end };
}

function round(is: number): number {
  return Math.round(is * 1000) / 1000;
}

/** Whether two values say the same. A bare number equals any value with that number. */
export function sameValue(a: Value, b: Value): boolean {
  if (a.kind !== b.kind) return (a.kind === 'number' || b.kind === 'number') && bare(a) === bare(b);
  if (a.kind === 'date') return sameDate(a.is, b.is);
  if (a.kind === 'clock') return a.is === b.is || ((a.loose || b.loose) && Math.abs(a.is - b.is) === 12 * 60);
  if (a.kind === 'measure' && a.unit !== b.unit) return false;
  return Math.abs(a.is - b.is) < 0.005;
}

/** Whether two values are of one kind, so that one can contradict the other. */
export function rivals(a: Value, b: Value): boolean {
  if (a.kind !== b.kind || a.kind === 'number' || sameValue(a, b)) return false;
  // 明天 may well be the 25th: without the story's date the two can't be compared.
  if (a.kind === 'date') return a.is >= 99 && a.is <= 250 ? b.is >= 99 && b.is <= 250 : b.is < 99 || b.is > 250;
  return a.kind !== 'measure' || a.unit === b.unit;
}

function bare(one: Value): number {
  if (one.kind === 'date') return one.is > 1000 ? one.is % 1000 : one.is;
  return one.is;
}

function sameDate(a: number, b: number): boolean {
  if (a > 1000 && b > 1000) return a === b;
  if (a > 1000) return a % 1000 === b;
  if (b > 1000) return b % 1000 === a;
  return a === b;
}
