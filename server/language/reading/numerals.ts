/** Numbers as people write them: 24, 4.5万, 十二, 一百二, 半. */
const DIGITS = '零一二三四五六七八九';
/** Digits by character. */
export const CHINESE_DIGITS: Record<string, number> = { 〇: 0, 两: 2, 俩: 2, 仨: 3, 壹: 1, 贰: 2, 叁: 3, 伍: 5 };
for (let index = 0; index < DIGITS.length; index++) CHINESE_DIGITS[DIGITS.charAt(index)] = index;
/** Powers of ten by character. */
export const POWERS_OF_TEN: Record<string, number> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 };

/** Per UTF-16 unit: the digit plus one, or `POWER_BASE` plus the noughts of a power of ten; 0 for no numeral. */
const NUMERALS = new Uint8Array(0x10000);
const POWER_BASE = 10;
for (const [char, digit] of Object.entries(CHINESE_DIGITS)) NUMERALS[char.charCodeAt(0)] = digit + 1;
for (const [char, power] of Object.entries(POWERS_OF_TEN))
  NUMERALS[char.charCodeAt(0)] = POWER_BASE + Math.round(Math.log10(power));

/** `low`: the lower number of 两三 or 七八; otherwise the number itself. */
export type Numeral = { number: number; low: number; start: number; end: number; isChinese: boolean };

/** The number that begins at `start`, in Arabic or Chinese numerals; null when none does. 万 multiplies, 半 is a half. */
export const numeralAt = (text: string, start: number): Numeral | null => {
  const charCode = text.charCodeAt(start);
  if (charCode >= 0x30 && charCode <= 0x39) return arabicAt(text, start);
  return chineseAt(text, start);
};

const arabicAt = (text: string, start: number): Numeral => {
  let end = start;
  while (end < text.length && end - start < 15 && isDigit(text, end)) end += 1;
  if (text.charAt(end) === '.' && isDigit(text, end + 1)) {
    end += 1;
    while (end < text.length && end - start < 18 && isDigit(text, end)) end += 1;
  }
  const number = Number(text.slice(start, end));
  if (text.charAt(end) === '万') return exactNumeral(number * 10_000, start, end + 1, false);
  if (text.charAt(end) === 'k' && !/[a-z0-9]/.test(text.charAt(end + 1)))
    return exactNumeral(number * 1000, start, end + 1, false);
  return exactNumeral(number, start, end, false);
};

export const isDigit = (text: string, index: number): boolean => {
  const charCode = text.charCodeAt(index);
  return charCode >= 0x30 && charCode <= 0x39;
};

const chineseAt = (text: string, start: number): Numeral | null => {
  if (text.charAt(start) === '半') return exactNumeral(0.5, start, start + 1, true);
  if (!NUMERALS[text.charCodeAt(start)]) return null;
  let total = 0;
  let digit = -1;
  let power = 10;
  /** Digits in a row read as one number, how many there are, and the first of them. */
  let digitRun = 0;
  let digitCount = 0;
  let firstDigit = 0;
  let end = start;
  while (end < text.length && end - start < 12) {
    const numeral = NUMERALS[text.charCodeAt(end)] as number;
    if (numeral === 0) break;
    if (numeral <= POWER_BASE) {
      // 三十五一个: thirty-five each. Only a nought or a higher power can stand before another digit.
      if (total > 0 && digit > 0 && !NUMERALS[text.charCodeAt(end + 1)]) break;
      digit = numeral - 1;
      if (digitCount === 0) firstDigit = digit;
      digitRun = digitRun * 10 + digit;
      digitCount += 1;
    } else {
      power = 10 ** (numeral - POWER_BASE);
      total = power === 10_000 ? (total + Math.max(digit, 0)) * power : total + (digit < 0 ? 1 : digit) * power;
      digit = -1;
    }
    end += 1;
  }
  // 九五 in 九五折 is spoken digit by digit; 一百二 means 120.
  if (total === 0) {
    // 两三天, 七八个: a guess between two numbers, not digits read one by one.
    if (
      digitCount === 2 &&
      firstDigit > 0 &&
      digit > firstDigit &&
      digit <= firstDigit + 2 &&
      text.charAt(end) !== '折' &&
      text.charAt(end) !== '码'
    )
      return { number: digit, low: firstDigit, start, end, isChinese: true };
    return exactNumeral(digitCount > 1 ? digitRun : Math.max(digit, 0), start, end, true);
  }
  const hasZero = text.slice(start, end).includes('零');
  const lastPart =
    digit < 0 ? 0 : power >= 100 && !hasZero && !text.slice(start, end).includes('十') ? digit * (power / 10) : digit;
  return exactNumeral(total + lastPart, start, end, true);
};

const exactNumeral = (number: number, start: number, end: number, isChinese: boolean): Numeral => {
  return { number, low: number, start, end, isChinese };
};
