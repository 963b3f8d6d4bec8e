/** Numbers as people write them: 24, 4.5万, 十二, 一百二, 半. */
const DIGITS = '零一二三四五六七八九';
/** Digits by character. */
export const CHINESE: Record<string, number> = { 〇: 0, 两: 2, 俩: 2, 仨: 3, 壹: 1, 贰: 2, 叁: 3, 伍: 5 };
for (let index = 0; index < DIGITS.length; index++) CHINESE[DIGITS.charAt(index)] = index;
/** Powers of ten by character. */
export const POWERS: Record<string, number> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 };

/** Per UTF-16 unit: the digit plus one, or `TENS` plus the noughts of a power of ten; 0 for no numeral. */
const NUMERALS = new Uint8Array(0x10000);
const TENS = 10;
for (const [char, digit] of Object.entries(CHINESE)) NUMERALS[char.charCodeAt(0)] = digit + 1;
for (const [char, power] of Object.entries(POWERS)) NUMERALS[char.charCodeAt(0)] = TENS + Math.round(Math.log10(power));

/** `low`: the lower number of 两三 or 七八; otherwise the number itself. */
export type Numeral = { is: number; low: number; start: number; end: number; chinese: boolean };

/** The number that begins at `at`, in Arabic or Chinese numerals; null when none does. 万 multiplies, 半 is a half. */
export function numberAt(text: string, at: number): Numeral | null {
  const unit = text.charCodeAt(at);
  if (unit >= 0x30 && unit <= 0x39) return arabicAt(text, at);
  return chineseAt(text, at);
}

function arabicAt(text: string, at: number): Numeral {
  let end = at;
  while (end < text.length && end - at < 15 && isDigit(text, end)) end += 1;
  if (text.charAt(end) === '.' && isDigit(text, end + 1)) {
    end += 1;
    while (end < text.length && end - at < 18 && isDigit(text, end)) end += 1;
  }
  const is = Number(text.slice(at, end));
  if (text.charAt(end) === '万') return plainly(is * 10_000, at, end + 1, false);
  if (text.charAt(end) === 'k' && !/[a-z0-9]/.test(text.charAt(end + 1))) return plainly(is * 1000, at, end + 1, false);
  return plainly(is, at, end, false);
}

export function isDigit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0x30 && unit <= 0x39;
}

function chineseAt(text: string, at: number): Numeral | null {
  if (text.charAt(at) === '半') return plainly(0.5, at, at + 1, true);
  if (!NUMERALS[text.charCodeAt(at)]) return null;
  let total = 0;
  let digit = -1;
  let power = 10;
  /** Digits in a row read as one number, how many there are, and the first of them. */
  let row = 0;
  let digits = 0;
  let first = 0;
  let end = at;
  while (end < text.length && end - at < 12) {
    const numeral = NUMERALS[text.charCodeAt(end)] as number;
    if (numeral === 0) break;
    if (numeral <= TENS) {
      // 三十五一个: thirty-five each. Only a nought or a higher power can stand before another digit.
      if (total > 0 && digit > 0 && !NUMERALS[text.charCodeAt(end + 1)]) break;
      digit = numeral - 1;
      if (digits === 0) first = digit;
      row = row * 10 + digit;
      digits += 1;
    } else {
      power = 10 ** (numeral - TENS);
      total = power === 10_000 ? (total + Math.max(digit, 0)) * power : total + (digit < 0 ? 1 : digit) * power;
      digit = -1;
    }
    end += 1;
  }
  // 九五 in 九五折 is spoken digit by digit; 一百二 means 120.
  if (total === 0) {
    // 两三天, 七八个: a guess between two numbers, not digits read one by one.
    if (
      digits === 2 &&
      first > 0 &&
      digit > first &&
      digit <= first + 2 &&
      text.charAt(end) !== '折' &&
      text.charAt(end) !== '码'
    )
      return { is: digit, low: first, start: at, end, chinese: true };
    return plainly(digits > 1 ? row : Math.max(digit, 0), at, end, true);
  }
  const hasZero = text.slice(at, end).includes('零');
  const last =
    digit < 0 ? 0 : power >= 100 && !hasZero && !text.slice(at, end).includes('十') ? digit * (power / 10) : digit;
  return plainly(total + last, at, end, true);
}

function plainly(is: number, start: number, end: number, isChinese: boolean): Numeral {
  return { is, low: is, start, end, chinese: isChinese };
}
