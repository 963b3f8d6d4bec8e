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

/** The sum of the coupon that was named last before a place. */
const couponNamedBefore = ({ text, clauses, values }: Reading, place: number): StatedValue | undefined =>
  values
    .filter(({ start, end, clauseIndex }) => {
      const clause = clauses[clauseIndex];
      if (!clause || end > place) return false;
      const [before, after] = [text.slice(clause.start, start), text.slice(end, clause.end)];
      return isOfCoupon({ before, after, text, isCallBack: false });
    })
    .toSorted((a, b) => b.start - a.start)[0];

/** Thresholds that no coupon of the sum named before has. */
export const wrongThresholds = (reading: Reading, { coupons }: Shop): WrongFigure[] =>
  reading.values.flatMap((value): WrongFigure[] => {
    const clause = reading.clauses[value.clauseIndex];
    if (!clause || clause.isQuestion || clause.isConditional || clause.isHedged || clause.isRetracted) return [];
    const before = reading.text.slice(clause.start, value.start);
    const isThreshold = FROM_SUM.test(before) && MAY_BE_USED.test(reading.text.slice(value.end, clause.end));
    const named = isThreshold ? couponNamedBefore(reading, value.start) : undefined;
    if (named === undefined) return [];
    const called = named.end < clause.start ? NAMED.exec(before)?.[1] : undefined;
    const meant = coupons.filter(
      ({ name, amount }) => isNear(amount, named.quantity * CENTS) && (called === undefined || name.includes(called)),
    );
    const [coupon] = meant;
    if (!coupon || meant.some(({ least }) => isNear(least, value.quantity * CENTS))) return [];
    const right = coupon.least === 0 ? '无门槛' : `满${coupon.least / CENTS}元`;
    return [{ card: coupon.id, right, start: clause.start, end: clause.end }];
  });
