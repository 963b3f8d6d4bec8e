/** Words behind a value that belong to it: 一年半, 五块八, 一米六五. */
import { CHINESE, type Numeral, numberAt, POWERS } from './numerals.ts';
import { round } from './time-values.ts';
import { CLASSIFIERS, UNITS_BY_FIRST } from './units.ts';
import type { Value } from './value.ts';

/** The value with the words behind it that belong to it: 一年半, 39码半, 426块1, 五块八, 4块5一枚. */
export function withTail(text: string, found: Value, scale: number, number: Numeral, unit: string): Value {
  if (found.kind === 'percent' && scale === 1) return asSingle({ ...found, is: discount(number) });
  const next = text.charAt(found.end);
  if (next === '半' && found.kind !== 'percent')
    return asSingle({ ...found, is: found.is + scale / 2, end: found.end + 1 });
  if (unit === '米' || unit === '斤' || unit === '成' || unit === 'm') {
    // 一米六五, 2米5, 六斤四两, 八成八
    const ounce = unit === '斤' ? text.charAt(found.end) : '';
    const ounces = ounce >= '1' && ounce <= '9' ? Number(ounce) : (CHINESE[ounce] ?? 0);
    if (ounces > 0 && text.charAt(found.end + 1) === '两')
      return asSingle({ ...found, is: round(found.is + ounces * 50), end: found.end + 2 });
    const tail = numberAt(text, found.end);
    const after = tail ? text.charAt(tail.end) : '';
    const isShort = tail && unit !== '斤' && Number.isInteger(tail.is) && tail.is < 100 && tail.end - found.end <= 2;
    if (tail && isShort && !UNITS_BY_FIRST.has(after.charCodeAt(0)) && !CLASSIFIERS.includes(after || '-')) {
      const digits = tail.low === tail.is ? tail.is : tail.low * 10 + tail.is;
      const share = digits >= 10 ? digits / 100 : digits / 10;
      return asSingle({ ...found, is: round(found.is + share * scale), end: tail.end });
    }
  }
  if (found.kind === 'amount' && scale === 1) {
    const tail = next >= '0' && next <= '9' ? Number(next) : CHINESE[next];
    const after = text.charAt(found.end + 1);
    const isPriceEach = after === '一' && CLASSIFIERS.includes(text.charAt(found.end + 2) || '-');
    const isSingleDigit = isPriceEach || (!(after >= '0' && after <= '9') && !(after in CHINESE) && !(after in POWERS));
    const isCounted = /[年月日天周号点位时]/.test(after) || (CLASSIFIERS.includes(after) && after !== '');
    if (tail !== undefined && isSingleDigit && !isCounted)
      return asSingle({ ...found, is: round(found.is + tail / 10), end: found.end + 1 });
  }
  return found;
}

function asSingle(found: Value): Value {
  return { ...found, low: found.is };
}

/** 95折 and 九五折 are 0.95, 8折 is 0.8. */
function discount(number: Numeral): number {
  return number.is >= 10 ? number.is / 100 : number.is / 10;
}
