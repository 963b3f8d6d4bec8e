/** From what sum a coupon may be used, told otherwise than the shop has it: 20元券 … 满300才能用, where there is none (RULES T186). */
import type { Shop } from '#engine/model/shop.ts';
import type { Reading, StatedValue } from '#language/reading/clause.ts';
import { isOfCoupon } from './figure-context.ts';
import { isNear } from './figure-meant.ts';
import type { WrongFigure } from './wrong-figure.ts';

const FROM_SUM = /满(?:了|到|够)?$/;
const MAY_BE_USED = /^(?:元|块钱?)?[就才]?(?:能|可以?|让)?[就才]?(?:抵|用|使)/;
/** Another coupon may be named right before: 店铺券满199就能用 behind 20元回头客券. */
const NAMED = /(\p{Script=Han}{2})券/u;
const CENTS = 100;

type Coupons = Shop['coupons'];

/** The sums of coupons that a text names, in their order. */
const couponSumsIn = ({ text, clauses, values }: Reading): StatedValue[] =>
  values.filter(({ start, end, clauseIndex }) => {
    const clause = clauses[clauseIndex];
    if (!clause) return false;
    const [before, after] = [text.slice(clause.start, start), text.slice(end, clause.end)];
    return isOfCoupon({ before, after, text, isCallBack: false });
  });

const ofSum = (coupons: Coupons, sum: StatedValue | undefined): Coupons =>
  sum === undefined ? [] : coupons.filter(({ amount }) => isNear(amount, sum.quantity * CENTS));

/** 满150能用粉丝券, 满199能用15元券: the coupon that the clause names behind its threshold; none where it names none. */
const namedBehind = (reading: Reading, threshold: StatedValue, clauseEnd: number, coupons: Coupons): Coupons => {
  const name = NAMED.exec(reading.text.slice(threshold.end, clauseEnd))?.[1];
  const ofName = name === undefined ? [] : coupons.filter((coupon) => coupon.name.includes(name));
  const sum = couponSumsIn(reading).find(({ start, end }) => start >= threshold.end && end <= clauseEnd);
  return ofName.length > 0 ? ofName : ofSum(coupons, sum);
};

/** The coupons that were named last before a threshold, by their sum, and by a name that its clause has for another. */
const namedBefore = (reading: Reading, threshold: StatedValue, clauseStart: number, coupons: Coupons): Coupons => {
  const sum = couponSumsIn(reading)
    .filter(({ end }) => end <= threshold.start)
    .toSorted((a, b) => b.start - a.start)[0];
  const before = reading.text.slice(clauseStart, threshold.start);
  const called = sum !== undefined && sum.end < clauseStart ? NAMED.exec(before)?.[1] : undefined;
  return ofSum(coupons, sum).filter(({ name }) => called === undefined || name.includes(called));
};

/** Thresholds that no coupon spoken of has. */
export const wrongThresholds = (reading: Reading, { coupons }: Shop): WrongFigure[] =>
  reading.values.flatMap((value): WrongFigure[] => {
    const clause = reading.clauses[value.clauseIndex];
    if (!clause || clause.isQuestion || clause.isConditional || clause.isHedged || clause.isRetracted) return [];
    const { start, end } = clause;
    const isThreshold =
      FROM_SUM.test(reading.text.slice(start, value.start)) && MAY_BE_USED.test(reading.text.slice(value.end, end));
    if (!isThreshold) return [];
    const behind = namedBehind(reading, value, end, coupons);
    const meant = behind.length > 0 ? behind : namedBefore(reading, value, start, coupons);
    const [coupon] = meant;
    if (!coupon || meant.some(({ least }) => isNear(least, value.quantity * CENTS))) return [];
    const right = coupon.least === 0 ? '无门槛' : `满${coupon.least / CENTS}元`;
    return [{ card: coupon.id, right, start, end }];
  });
