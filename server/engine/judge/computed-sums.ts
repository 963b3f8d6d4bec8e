/** Sums a message works out itself, of figures that are right: 459减40再减15是404. */

import type { KnownFigures } from '#engine/prepare/known-figures.ts';
import type { Value } from '#language/reading/value.ts';

const CENTS = 100;
const toCents = (yuan: number): number => Math.round(yuan * CENTS);
/** Most other figures of a message that are tried, the nearest: no reckoning has more. */
const MAX_OTHER_FIGURES = 8;
/** 12颗坏8颗: a figure up to this may be a count of pieces. */
const MAX_PIECES = 200;

const isSum = ({ kind }: Value): boolean => kind === 'amount' || kind === 'number';

/** Whether a sum is how far the two right before it are apart: 水壶79元，满99才包邮，差20元. */
export const isGap = (said: Value, message: readonly Value[]): boolean => {
  const [one, other] = message.filter((value) => isSum(value) && value.start < said.start).slice(-2);
  return (
    one !== undefined &&
    other !== undefined &&
    toCents(Math.abs(one.quantity - other.quantity)) === toCents(said.quantity)
  );
};

/** The right sums of each case, in cents, collected once and not for each figure of a turn. */
const RIGHT_CENTS = new WeakMap<KnownFigures, ReadonlySet<number>>();
const knownCents = (known: KnownFigures): ReadonlySet<number> => {
  const rightCents =
    RIGHT_CENTS.get(known) ??
    new Set([...(known.byKind.get('amount') ?? []).map(({ value }) => toCents(value.quantity)), ...known.sums]);
  RIGHT_CENTS.set(known, rightCents);
  return rightCents;
};

/**
 * Whether a sum comes of the other figures of its message: a sum or difference of two or three, a share, a multiple or
 * a part, or so many of so many pieces.
 */
export const isComputedSum = (said: Value, message: readonly Value[], knownFigures: KnownFigures): boolean => {
  const rightCents = knownCents(knownFigures);
  const gapTo = ({ start }: Value): number => Math.abs(start - said.start);
  const others = message
    .filter((value) => value.start !== said.start)
    .toSorted((a, b) => gapTo(a) - gapTo(b))
    .slice(0, MAX_OTHER_FIGURES);
  const rightSums = others
    .filter((value) => isSum(value) && rightCents.has(toCents(value.quantity)))
    .map(({ quantity }) => quantity);
  const counts = others
    .filter((value) => value.quantity > 0 && value.quantity <= MAX_PIECES && value.kind !== 'percent')
    .map(({ quantity }) => quantity);
  const shares = others
    .filter(({ kind, quantity }) => kind === 'percent' || quantity < 1)
    .map(({ quantity }) => quantity);
  const goalCents = toCents(said.quantity);
  const isGoal = (yuan: number): boolean => toCents(yuan) === goalCents;
  // 218减10是208: what is taken off is known, and what it is taken from is judged by itself.
  const [from, less] = message.filter(({ start }) => start < said.start).slice(-2);
  if (from && less && isSum(from) && isSum(less) && rightSums.includes(less.quantity))
    if (isGoal(from.quantity - less.quantity)) return true;
  // 12个坏2个是4.7元: so many of so many of what was paid, which needn't be said, to a tenth of a yuan (RULES T264).
  const tenths = Math.round(said.quantity * 10);
  const isShareOf = (cents: number): boolean =>
    counts.some((bad) => counts.some((all) => bad < all && Math.round((cents * bad) / all / 10) === tenths));
  if (knownFigures.paid.some(isShareOf)) return true;
  const signed = [...rightSums, ...rightSums.map((sum) => -sum)];
  return rightSums.some(
    (a) =>
      signed.some((b) => isGoal(a + b) || signed.some((c) => isGoal(a + b + c))) ||
      shares.some((share) => isGoal(a * share)) ||
      counts.some((count) => isGoal(a * count) || isGoal(a / count) || counts.some((of) => isGoal((a * count) / of))),
  );
};

type Coupon = { name: string; amount: number; least: number };

/**
 * The coupons a message may mean: those it names (粉丝券), else those that ask for a sum, which anybody can take; none where it
 * speaks of no coupon.
 */
export const couponsMeant = (text: string, coupons: readonly Coupon[]): readonly Coupon[] => {
  if (!text.includes('券')) return [];
  const named = coupons.filter(({ name }) => text.includes(/\p{Script=Han}{2}券/u.exec(name)?.[0] ?? name));
  return named.length > 0 ? named : coupons.filter(({ least }) => least > 0);
};

/** Most pieces of one good that a sum behind a coupon is reckoned for. */
const MOST_BOUGHT = 6;

/**
 * Whether a sum is what a coupon leaves to pay (RULES T233): of a price told in the message or before, of several pieces at
 * that price or of two such goods, which together reach what the coupon asks for (用上是37.9元, 两袋用券31.8元). `told`: all
 * other figures; `prices`, and coupons: cents.
 */
export const isLeftByCoupon = (
  said: Value,
  told: readonly Value[],
  prices: ReadonlySet<number>,
  coupons: readonly Coupon[],
): boolean => {
  const bases = told
    .filter((value) => isSum(value) && value !== said)
    .map(({ quantity }) => toCents(quantity))
    .filter((cents) => prices.has(cents));
  return coupons.some(({ amount, least }) => {
    const total = toCents(said.quantity) + amount;
    if (total < least) return false;
    return bases.some(
      (cents) => (total % cents === 0 && total / cents <= MOST_BOUGHT) || bases.includes(total - cents),
    );
  });
};
