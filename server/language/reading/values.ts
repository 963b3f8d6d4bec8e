import { CHINESE, type Numeral, numberAt, POWERS } from './numerals.ts';
import { clockFrom, dateFrom, dottedDate, namedDay, prefixedClock, saidValue, value } from './time-values.ts';
import { CLASSIFIERS, CLOCK_WORDS, DAY, HOUR, NAMED_DAYS, SAID_VALUES, UNITS_BY_FIRST } from './units.ts';
import type { Value } from './value.ts';
import { withTail } from './value-tails.ts';

const FIRST = /[特加大小个对腰年圣国元0-9零〇一二两俩仨三四五六七八九十百千半今明后昨当次第隔周星礼上下中晚早凌s-zml]/;
/** The kinds of value that may begin with a character, as bits. */
const MAY_BEGIN = new Uint8Array(0x10000);
const A_DAY = 1;
const A_CLOCK = 2;
const LETTERED = 4;
const A_NUMBER = 8;
const A_SAYING = 16;
markBeginnings();

function markBeginnings(): void {
  const kinds: readonly (readonly [kind: number, firsts: Iterable<string>])[] = [
    [A_DAY, [...NAMED_DAYS.map(([word]) => word.charAt(0)), ...'周星礼']],
    [A_CLOCK, CLOCK_WORDS.map(([word]) => word.charAt(0))],
    [LETTERED, '23456xsml'],
    [A_SAYING, SAID_VALUES.map(([word]) => word.charAt(0))],
    [A_NUMBER, [...'0123456789半', ...Object.keys(CHINESE), ...Object.keys(POWERS)]],
  ];
  for (const [kind, firsts] of kinds)
    for (const first of firsts) {
      const unit = first.charCodeAt(0);
      if (FIRST.test(first)) MAY_BEGIN[unit] = (MAY_BEGIN[unit] as number) | kind;
    }
}

/** Every typed value in a folded text, from left to right. */
export function valuesIn(text: string): Value[] {
  const found: Value[] = [];
  let at = 0;
  while (at < text.length) {
    const kinds = MAY_BEGIN[text.charCodeAt(at)] as number;
    const value = kinds === 0 ? null : valueAt(text, at, kinds);
    if (!value) {
      at += 1;
      continue;
    }
    const before = found.at(-1);
    if (before && isRange(text, before, value)) {
      found.pop();
      value.low = nearEnd(before, value);
    }
    found.push(value);
    at = value.end;
  }
  return found;
}

/** Whether two values are the ends of a range (1到3个工作日, 13号到19号): the upper end is the promise. */
function isRange(text: string, low: Value, high: Value): boolean {
  const between = text.slice(low.end, high.start);
  if (between !== '到' && between !== '至' && between !== '-' && between !== '~') return false;
  return low.kind === 'number' || low.kind === high.kind;
}

/** The lower end of a range, in the unit of the upper end: 1到3天. */
function nearEnd(low: Value, high: Value): number {
  if (low.kind === high.kind) return Math.min(low.low, high.is);
  const scale = high.factor ?? 1;
  return Math.min(low.is * scale, high.is);
}

function valueAt(text: string, at: number, kinds: number): Value | null {
  return (
    (kinds & A_SAYING ? saidValue(text, at) : null) ??
    (kinds & A_DAY ? namedDay(text, at) : null) ??
    (kinds & A_CLOCK ? prefixedClock(text, at) : null) ??
    (kinds & LETTERED ? letterSize(text, at) : null) ??
    (kinds & A_NUMBER ? numberedValue(text, at) : null)
  );
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

/** Verbs of what is done with goods or money: behind 一块 they tell what is done together. */
const DONE_TOGETHER = /[拍买发寄装下结吃走退换送补赔办取拿带拆用收付算弄改减扣担告回说放]/;
/** Words of money right before 一块: 减一块退您, 收一块. */
const PRICED = /[减少补赔退返付交掏花差省宜惠值卖价费钱每各只仅共满多][您你了得要是给]?$/;
const IN_ONE_PLACE = /[摆搁凑堆挤拼装混合在]$|放到?$/;

/** Whether 块 is part of 一块, together: 两箱一块拍, 跟着一块退, 霉的摆一块. Then it is no money. */
function isTogether(text: string, at: number, end: number): boolean {
  if (text.charAt(end) !== '块') return false;
  if (text.charAt(end + 1) === '儿') return true;
  const before = text.slice(Math.max(0, at - 3), at);
  if (DONE_TOGETHER.test(text.charAt(end + 1))) return !PRICED.test(before);
  return IN_ONE_PLACE.test(before) && !/[\d一二三四五六七八九钱毛]/.test(text.charAt(end + 1));
}

function numberedValue(text: string, at: number): Value | null {
  const number = numberAt(text, at);
  if (!number) return null;
  if (number.chinese && number.is === 1 && isTogether(text, at, number.end)) return null;
  const decimal = spokenDecimal(text, number);
  if (decimal) return decimal;
  const share = shareAt(text, number);
  if (share) return share;
  const clock = clockFrom(text, number, at) ?? dateFrom(text, number) ?? dottedDate(text, number);
  if (clock) return clock;
  const found = yearsAndMonths(text, number) ?? withUnit(text, number, number.end);
  if (found) return found;
  // 一百来块, 三十多天: about so many.
  const about = text.charAt(number.end);
  const rough =
    about === '来' || about === '多' || about === '几' || about === '个'
      ? withUnit(text, number, number.end + 1)
      : null;
  if (rough && rough.kind !== 'size') return rough;
  const half = about === '个' ? /^个半(小时|钟头|月)/.exec(text.slice(number.end, number.end + 4)) : null;
  if (half) {
    const scale = half[1] === '月' ? 30 * DAY : HOUR;
    return value('duration', (number.is + 0.5) * scale, at, number.end + half[0].length);
  }
  if (at >= 3 && text.startsWith('百分之', at - 3)) return value('percent', number.is / 100, at, number.end);
  const month = about === '月' || text.startsWith('拉月', number.end) ? monthsIn(text, number) : null;
  if (month) return month;
  if (about !== '' && CLASSIFIERS.includes(about)) {
    const end = number.end + 1;
    return { kind: 'measure', is: number.is, low: number.low, unit: about, loose: false, start: at, end };
  }
  // 一 alone is part of a word (一下, 一样) far more often than a number.
  if (number.chinese && (number.end - at < 2 || text.charAt(at) === '半') && !opensRange(text, number.end)) return null;
  // 02号色 is a shade, not a day.
  return { ...value('number', number.is, at, number.end), low: number.low };
}

/** A decimal read aloud: 一点五升, 一点六零. 八点三十 stays a time. */
function spokenDecimal(text: string, number: Numeral): Value | null {
  if (!number.chinese || text.charAt(number.end) !== '点' || !Number.isInteger(number.is)) return null;
  let end = number.end + 1;
  let digits = '';
  for (let digit = CHINESE[text.charAt(end)]; digit !== undefined; digit = CHINESE[text.charAt(end)]) {
    digits += digit;
    end += 1;
  }
  if (digits === '' || digits.length > 3 || text.charAt(end) === '十') return null;
  const is = Number(`${number.is}.${digits}`);
  const spoken: Numeral = { is, low: is, start: number.start, end, chinese: true };
  const measured = withUnit(text, spoken, end);
  if (measured && measured.kind !== 'duration') return measured;
  return number.is === 0 || Number(digits) >= 60 ? value('number', is, number.start, end) : null;
}

/** A share (三分之一, 一半) or a multiple of the price (假一赔十, 退一赔三). */
function shareAt(text: string, number: Numeral): Value | null {
  const after = text.charAt(number.end);
  if (after === '分' && text.charAt(number.end + 1) === '之') {
    const top = numberAt(text, number.end + 2);
    return top && number.is > 0 ? value('percent', top.is / number.is, number.start, top.end) : null;
  }
  if (number.is === 1 && number.chinese && after === '半')
    return /[天年个月小夜]/.test(text.charAt(number.end + 1))
      ? null
      : value('percent', 0.5, number.start, number.end + 1);
  if (number.is !== 1 || !'赔罚'.includes(after || '-')) return null;
  const times = numberAt(text, number.end + 1);
  if (!times || /[天块元件]/.test(text.charAt(times.end))) return null;
  const end = times.end + (text.charAt(times.end) === '倍' ? 1 : 0);
  return { ...value('measure', times.is, number.start, end), unit: '倍' };
}

/** Years and months together: 一年零三个月, 一年三个月. */
function yearsAndMonths(text: string, number: Numeral): Value | null {
  const more =
    text.charAt(number.end) === '年'
      ? /^年(?:零|又|加)?(.{1,2}?)个月/.exec(text.slice(number.end, number.end + 6))
      : null;
  const months = more?.[1] ? numberAt(more[1], 0) : null;
  if (!more || !months || months.end !== more[1]?.length) return null;
  const end = number.end + more[0].length;
  return value('duration', number.is * 360 * DAY + months.is * 30 * DAY, number.start, end);
}

/** 俩月, 仨月, 半拉月: with these numerals 月 counts months and names no date. */
function monthsIn(text: string, number: Numeral): Value | null {
  if (!/^[俩仨半]/.test(text.slice(number.start, number.end))) return null;
  return value('duration', number.is * 30 * DAY, number.start, text.indexOf('月', number.end) + 1);
}

function opensRange(text: string, at: number): boolean {
  return /^[到至~-][一二两三四五六七八九十0-9]/.test(text.slice(at, at + 2));
}

function withUnit(text: string, number: Numeral, after: number): Value | null {
  for (const [unit, kind, scale, name] of UNITS_BY_FIRST.get(text.charCodeAt(after)) ?? []) {
    if (!text.startsWith(unit, after)) continue;
    const end = after + unit.length;
    if (/^[a-z]+$/.test(unit) && /[a-z]/.test(text.charAt(end))) continue;
    if (unit === '成' && /[功为分本品员交熟就都人套]/.test(text.charAt(end))) continue;
    const found: Value = {
      kind,
      is: number.is * scale,
      low: number.low * scale,
      unit: name,
      loose: false,
      start: number.start,
      end,
      factor: scale,
    };
    return withTail(text, found, scale, number, unit);
  }
  return null;
}
