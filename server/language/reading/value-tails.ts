/** Words beside a value that belong to it: 一年半, 五块八, 一米六五; and about so much: 一百来块, 三十多天, 百把块, 几十块, 上百块, 小两百块. */
import { CHINESE_DIGITS, type Numeral, numeralAt, POWERS_OF_TEN } from './numerals.ts';
import { makeValue, roundToThousandth } from './time-values.ts';
import { CLASSIFIERS, UNITS_BY_FIRST } from './units.ts';
import type { Value } from './value.ts';

/** Behind a digit it begins another word: 五斤一共, 五斤三天. Behind 四斤七 itself there is little: 四斤七的, 四斤七不够. */
const SPEAKS_ON = /[\u4e00-\u9fff](?<![的了呀吧啊呢嘛就才不够多])/;

/** The value with the words behind it that belong to it: 一年半, 39码半, 426块1, 五块八, 4块5一枚. */
export const withTail = (text: string, value: Value, unitScale: number, numeral: Numeral, unit: string): Value => {
  if (value.kind === 'percent' && unitScale === 1) return withoutRange({ ...value, quantity: discountShare(numeral) });
  const charBehind = text.charAt(value.end);
  if (charBehind === '半' && value.kind !== 'percent')
    return withoutRange({ ...value, quantity: value.quantity + unitScale / 2, end: value.end + 1 });
  if (unit === '米' || unit === '斤' || unit === '成' || unit === 'm') {
    // 一米六五, 2米5, 六斤四两, 八成八
    const liangChar = unit === '斤' ? text.charAt(value.end) : '';
    const liang = liangChar >= '1' && liangChar <= '9' ? Number(liangChar) : (CHINESE_DIGITS[liangChar] ?? 0);
    if (liang > 0 && text.charAt(value.end + 1) === '两')
      return withoutRange({ ...value, quantity: roundToThousandth(value.quantity + liang * 50), end: value.end + 2 });
    const tail = numeralAt(text, value.end);
    const after = tail ? text.charAt(tail.end) : '';
    const isShort =
      tail && Number.isInteger(tail.number) && tail.number < (unit === '斤' ? 10 : 100) && tail.end - value.end <= 2;
    const isPart = !UNITS_BY_FIRST.has(after.charCodeAt(0)) && !CLASSIFIERS.includes(after || '-');
    if (tail && isShort && isPart && (unit !== '斤' || !SPEAKS_ON.test(after))) {
      const digits = tail.low === tail.number ? tail.number : tail.low * 10 + tail.number;
      const fraction = digits >= 10 ? digits / 100 : digits / 10;
      return withoutRange({
        ...value,
        quantity: roundToThousandth(value.quantity + fraction * unitScale),
        end: tail.end,
      });
    }
  }
  const smallMoney =
    value.kind === 'amount' ? smallMoneyIn(text.slice(value.end, value.end + LONGEST_SMALL), unitScale) : null;
  if (smallMoney)
    return withoutRange({
      ...value,
      quantity: roundToThousandth(value.quantity + smallMoney.yuan),
      end: value.end + smallMoney.length,
    });
  // 69.9元2斤: a sum with its tenths told has none behind it.
  if (value.kind === 'amount' && unitScale === 1 && Number.isInteger(value.quantity)) {
    const tail = charBehind >= '0' && charBehind <= '9' ? Number(charBehind) : CHINESE_DIGITS[charBehind];
    const after = text.charAt(value.end + 1);
    const isPriceEach = after === '一' && CLASSIFIERS.includes(text.charAt(value.end + 2) || '-');
    const isSingleDigit =
      isPriceEach || (!(after >= '0' && after <= '9') && !(after in CHINESE_DIGITS) && !(after in POWERS_OF_TEN));
    const isOneOf = charBehind === '一' && (ONE_WORDS.includes(after) || UNITS_BY_FIRST.has(after.charCodeAt(0)));
    // 3L 259元2到4人: the digit begins a range; 69元2斤: it counts what the sum is for.
    const isRange = /^[到至~-]\d/.test(text.slice(value.end + 1));
    const isCounted =
      isRange ||
      (after !== '' && (/[年月日天周号点位时斤克升公毫]/.test(after) || CLASSIFIERS.includes(after) || isOneOf));
    if (tail !== undefined && isSingleDigit && !isCounted)
      return withoutRange({ ...value, quantity: roundToThousandth(value.quantity + tail / 10), end: value.end + 1 });
  }
  return value;
};

/** 70块一定, 70块一共, 三块一斤: 一 belongs to the word behind it and is no tenth of the sum. */
const ONE_WORDS = '定共起样直次般律边旦准概并下会些切';
const DIGIT = '[1-9一二两三四五六七八九]';
/** Behind 块: 9毛, 9毛9, 9毛9分, 零5分. Behind 毛: 9 or 9分, where nothing is counted by it. */
const BEHIND_YUAN = new RegExp(`^(${DIGIT})[毛角](?:(${DIGIT})(?:分|(?![${CLASSIFIERS}个\\d])))?|^零(?:(${DIGIT})分)`);
const BEHIND_JIAO = new RegExp(`^()(${DIGIT})(?:分(?!钟)|(?![${CLASSIFIERS}个\\d块元毛十百点月号天]))`);
const LONGEST_SMALL = 6;

/** The 毛 and 分 told behind a sum, in yuan, and how many characters they take; null where none are. */
const smallMoneyIn = (rest: string, unitScale: number): { yuan: number; length: number } | null => {
  const hit = (unitScale === 1 ? BEHIND_YUAN : BEHIND_JIAO).exec(rest);
  if (!hit) return null;
  const [tens, ones] = [hit[1], hit[2] ?? hit[3]].map((digit) =>
    digit ? (CHINESE_DIGITS[digit] ?? Number(digit)) : 0,
  );
  return { yuan: (tens ?? 0) / 10 + (ones ?? 0) / 100, length: hit[0].length };
};

const withoutRange = (value: Value): Value => {
  return { ...value, low: value.quantity };
};

/** 95折 and 九五折 are 0.95, 8折 is 0.8. */
const discountShare = (numeral: Numeral): number => {
  return numeral.number >= 10 ? numeral.number / 100 : numeral.number / 10;
};

/** 满59包邮: 59 is a sum, not 59 包 of something. */
export const postageThresholdAsAmount = <T extends Value>(text: string, value: T): T => {
  if (value.unit !== '包' || text.charAt(value.end) !== '邮') return value;
  return { ...value, kind: 'amount', unit: '', end: value.end - 1 };
};

const ABOUT_BEHIND = '来多几';
/** 百把块: 把 is about so many behind a power of ten alone, and counts things elsewhere (两把剪刀). */
const POWER = /[百千万]$/;
/** 小两百, 近两百, 快两百: somewhat less. */
const LESS = /[小近快]$/;

/** Whether the character behind a numeral makes it about so many; a unit follows it. */
export const isAboutBehind = (text: string, numeral: Numeral): boolean => {
  const behind = text.charAt(numeral.end);
  return behind === '把' ? POWER.test(text.slice(numeral.start, numeral.end)) : [...ABOUT_BEHIND].includes(behind);
};

/** The value with the most that it may mean, where it is told as about so much. */
export const withRoundness = (text: string, value: Value, numeral: Numeral): Value => {
  const most = mostMeant(text, numeral);
  return most === null ? value : { ...value, upTo: most * (value.factor ?? 1) };
};

const mostMeant = (text: string, numeral: Numeral): number | null => {
  const { number, start } = numeral;
  if (number < 10 || !Number.isInteger(number)) return null;
  const before = text.charAt(start - 1);
  // 几十, 上百: any number of tens or hundreds.
  if ((before === '几' || before === '上') && 10 ** Math.round(Math.log10(number)) === number) return number * 10;
  if (isAboutBehind(text, numeral)) return number + lastPlace(number);
  return LESS.test(before) && number >= 100 && number % 10 === 0 ? number : null;
};

/** The last place of a number that isn't nought: 100 of 300, 10 of 120. */
const lastPlace = (number: number): number => {
  let place = 1;
  while (number % (place * 10) === 0) place *= 10;
  return place;
};

const NUMBERED_PLACE = /^(?:号[楼栋幢座院窗口线仓馆柜]|号门(?![店牌])|[栋幢]|单元)/;

/** The number of a place: 三号楼, 6号门, 3栋. It is no day and no count, and another number is another place. */
export const numberedPlaceFrom = (text: string, { number, start, end }: Numeral): Value | null => {
  const unit = NUMBERED_PLACE.exec(text.slice(end, end + 3))?.[0];
  return unit === undefined ? null : { ...makeValue('measure', number, start, end + unit.length), unit };
};

const BEGINS_ITEM = /(?:^|[\s,，。;；:：!！?？])$/;

/** Without the numbers of a list (1拍整机；2寄回；3收到就寄新的): bare 1, 2, 3 … that begin clauses count nothing. */
export const withoutListNumbers = (text: string, values: Value[]): Value[] => {
  const numbers = values.filter(
    ({ kind, unit, start }) => kind === 'number' && unit === '' && BEGINS_ITEM.test(text.slice(0, start)),
  );
  const isList = numbers.length > 1 && numbers.every(({ quantity }, at) => quantity === at + 1);
  return isList ? values.filter((value) => !numbers.includes(value)) : values;
};
