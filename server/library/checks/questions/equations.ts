/** Sums that a sentence writes out: 237-199=38, (12+24+54)÷3=30, 36÷48=75%. */

export type Equation = { text: string; left: number; right: number; isRight: boolean };

const EQUATION = /([\d.(（][\d.()（）+\-×÷%]*)=(\d+(?:\.\d+)?)(%?)/g;
const SUM = 10;
/** Half a unit of the last digit that is written, and what floating point adds. */
const HALF = 0.5 + 1e-6;

/** Every equation of a text, worked out anew; one that isn't a sum is left out. */
export const equationsIn = (text: string): Equation[] => {
  return [...text.matchAll(EQUATION)].flatMap(([whole, left = '', result = '', percent]) => {
    if (!/[+\-×÷]/.test(left)) return [];
    const value = worked(left.replaceAll('（', '(').replaceAll('）', ')'));
    if (value === null) return [];
    const unit = percent === '' ? 1 : 1 / 100;
    const digits = result.split('.')[1]?.length ?? 0;
    const room = HALF * SUM ** -digits * unit;
    const right = Number(result) * unit;
    return [{ text: whole, left: value, right, isRight: Math.abs(value - right) <= room }];
  });
};

/** The value of a sum with the four operations, brackets and per cent; null: it isn't one. */
const worked = (sum: string): number | null => {
  let at = 0;
  const next = (signs: string): string | null =>
    at < sum.length && signs.includes(sum.charAt(at)) ? sum.charAt(at++) : null;
  const number = (): number => {
    if (next('(') !== null) {
      const inner = total();
      return next(')') === null ? Number.NaN : inner;
    }
    const [digits = ''] = /^\d+(?:\.\d+)?/.exec(sum.slice(at)) ?? [];
    at += digits.length;
    const value = digits === '' ? Number.NaN : Number(digits);
    return next('%') === null ? value : value / 100;
  };
  const product = (): number => {
    let value = number();
    for (let sign = next('×÷'); sign !== null; sign = next('×÷'))
      value = sign === '×' ? value * number() : value / number();
    return value;
  };
  const total = (): number => {
    let value = product();
    for (let sign = next('+-'); sign !== null; sign = next('+-')) value += sign === '+' ? product() : -product();
    return value;
  };
  const value = total();
  return at === sum.length && Number.isFinite(value) ? value : null;
};
