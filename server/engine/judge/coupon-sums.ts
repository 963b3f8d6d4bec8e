/** Sums that a coupon of the shop leaves to pay (RULES T233). */

import type { KnownFigures } from '#engine/prepare/known-figures.ts';
import type { Value } from '#language/reading/value.ts';
import type { FigureSearchInput } from './wrong-figure.ts';

const CENTS = 100;
const toCents = (yuan: number): number => Math.round(yuan * CENTS);
const isSum = ({ kind }: Value): boolean => kind === 'amount' || kind === 'number';
/** Most pieces of one good that a sum behind a coupon is reckoned for. */
const MOST_BOUGHT = 6;

/**
 * Whether a message with a coupon in it tells what that leaves to pay: of a price told in it or before, of several pieces
 * at that price or of two such goods, which together reach what the coupon asks for (用上是37.9元, 两袋用券31.8元).
 */
export const isLeftByCoupon = (
  said: Value,
  { reading, coupons, prices = [], earlierValues }: FigureSearchInput,
  known: KnownFigures,
): boolean => {
  if (!reading.text.includes('券')) return false;
  const right = new Set([...known.prices.values(), ...prices.map(({ cents }) => cents), ...known.sums]);
  const others = reading.values.filter(({ start }) => start !== said.start);
  const told = [...others, ...earlierValues()].filter(isSum).map(({ quantity }) => toCents(quantity));
  const bases = told.filter((cents) => right.has(cents));
  return coupons.some(({ amount, least }) => {
    const total = toCents(said.quantity) + amount;
    if (total < least) return false;
    return bases.some(
      (cents) => (total % cents === 0 && total / cents <= MOST_BOUGHT) || bases.includes(total - cents),
    );
  });
};
