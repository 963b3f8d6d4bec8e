/** Numbers in Chinese characters, as customers and agents write them. */

const DIGITS = '零一二三四五六七八九';
const UNITS = ['', '十', '百', '千'];
const TEN_THOUSAND = 10_000;

/** 0–99,999,999: 43 → 四十三, 110 → 一百一十, 205 → 二百零五. Larger, negative and broken numbers stay in digits. */
export const numeral = (number: number): string => {
  if (!Number.isInteger(number) || number < 0 || number >= TEN_THOUSAND ** 2) return String(number);
  if (number < TEN_THOUSAND) return below(number).replace(/^一十/, '十');
  const rest = number % TEN_THOUSAND;
  const high = `${below(Math.floor(number / TEN_THOUSAND)).replace(/^一十/, '十')}万`;
  if (rest === 0) return high;
  return rest < TEN_THOUSAND / 10 ? `${high}零${below(rest)}` : `${high}${below(rest)}`;
};

/** Before a measure word two is 两: 两天, 十二天. */
export const counted = (number: number): string => (number === 2 ? '两' : numeral(number));

const below = (number: number): string => {
  const digits = [...String(number)].map(Number);
  let text = '';
  for (const [index, digit] of digits.entries()) {
    const unit = UNITS[digits.length - 1 - index] ?? '';
    if (digit !== 0) text += `${DIGITS[digit]}${unit}`;
    else if (digits.slice(index + 1).some((later) => later !== 0) && !text.endsWith('零')) text += '零';
  }
  return text === '' ? '零' : text;
};
