/** Changes one thing in a text so that it says something else: another figure, or the opposite. */
import { readText } from '#language/reading/clauses.ts';
import { normalise, originalSpan } from '#language/reading/normalise.ts';
import type { Value } from '#language/reading/value.ts';

const OTHER_DIGIT: Readonly<Record<string, string>> = {
  一: '三',
  二: '五',
  两: '五',
  三: '六',
  四: '九',
  五: '八',
  六: '三',
  七: '四',
  八: '五',
  九: '二',
  半: '三',
};
const LATER_DIGIT: Readonly<Record<string, string>> = { 六: '九', 七: '十', 八: '十', 九: '十一' };
const OTHER_SIZE: Readonly<Record<string, string>> = { s: 'XL', m: 'XL', l: 'S' };
const OTHER_DAY: readonly (readonly [string, string])[] = [
  ['今天', '后天'],
  ['今晚', '后天晚上'],
  ['明天', '大后天'],
  ['明晚', '后天晚上'],
  ['后天', '今天'],
  ['当天', '三天后'],
  ['当日', '隔两天'],
];

/**
 * Copies of a text in which one wanted value is changed, one copy per value. Values without characters to change are
 * left out.
 */
export const figureFlips = (text: string, wanted: (value: Value) => boolean = () => true): string[] => {
  const normal = normalise(text);
  const { values } = readText(normal.text);
  return values.filter(wanted).flatMap((value) => {
    const { start, end } = originalSpan(normal, value.start, value.end);
    const changed = otherFigure(text.slice(start, end), value.isTimeLimit === true);
    return changed === null ? [] : [text.slice(0, start) + changed + text.slice(end)];
  });
};

/** Far enough from the figure to say something else, and of about its size. */
const figureAwayFrom = (is: number, isLimit: boolean): number => {
  if (is >= 100) return is + 37;
  if (is >= (isLimit ? 21 : 20)) return is + 6;
  return is >= 10 && !isLimit ? is - 4 : is + 3;
};

/** `isLimit`: whoever keeps an earlier limit keeps this one too, so only a later one says something else. */
const otherFigure = (said: string, isLimit: boolean): string | null => {
  const digits = /\d+(?:\.\d+)?/.exec(said);
  if (digits) {
    const is = Number(digits[0]);
    return said.replace(digits[0], String(Math.round(figureAwayFrom(is, isLimit) * 100) / 100));
  }
  const named = OTHER_DAY.find(([day]) => said.startsWith(day));
  if (named) return said.replace(named[0], named[1]);
  const digit = isLimit ? { ...OTHER_DIGIT, ...LATER_DIGIT } : OTHER_DIGIT;
  for (const char of said) if (digit[char] !== undefined) return said.replace(char, digit[char] as string);
  const size = /^[sml]$/i.exec(said.replace(/[码号]$/, ''));
  return size ? said.replace(size[0], OTHER_SIZE[size[0].toLowerCase()] ?? 'XL') : null;
};

/** Words and their opposites; the first pair of this list that occurs in a text is used. */
const OPPOSITES: readonly (readonly [said: RegExp, opposite: string])[] = [
  [/不能|不可以|没法|无法/, '能'],
  [/退不了|办不了|改不了|做不了/, '可以办'],
  [/不用|不需要|无需|不必/, '要'],
  [/不会/, '会'],
  [/不是/, '是'],
  [/没有/, '有'],
  [/不收/, '要收'],
  [/(?:我们|我方|店里|店铺|商家|卖家|咱)(?:这边)?(?:来)?(出|承担|付|掏|包)/, '您自己$1'],
  [/(?:您|买家)(?:自己)?(?:来)?(出|承担|付|掏)/, '我们$1'],
  [/免费|包邮|免邮/, '自费'],
  [/支持/, '不支持'],
  [/可以/, '不可以'],
  [/(?<![功性智只才有可])能(?![量力])/, '不能'],
  [/(?<![机一员])会(?!员)/, '不会'],
  [/(?<![没所还只])有(?![效时空点])/, '没有'],
  [/要(?![求点是])/, '不要'],
  [/是(?!不是|否)/, '不是'],
  [/不(?![过错好同])/, ''],
];

/** The text with its first affirming or denying word turned round; null if it has none. */
export const signFlip = (text: string): string | null => {
  for (const [said, opposite] of OPPOSITES) if (said.test(text)) return text.replace(said, opposite);
  return null;
};
