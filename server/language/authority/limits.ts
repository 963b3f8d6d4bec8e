/** Who may give how much: a shop's levels as authors write them, and as they are compared. */
export const LEVELS = ['A', 'B', 'C'] as const;
/** A the desk itself, B and C whoever it reports to. */
export type Level = (typeof LEVELS)[number];

/** In cents and in tenths of 折 (95折 is 95); what isn't written is as at the level below, at the first one none. */
export type Gives = {
  money?: number | 'any' | undefined;
  coupon?: number | undefined;
  discount?: number | 'any' | undefined;
  price?: boolean | undefined;
};
export type LevelGrant = { level: Level; text: string; gives?: Gives | undefined };

/** The most a level may give, with what the levels below may: yuan, the lowest share of the price, whether prices may move. */
type Most = { level: Level; money: number; coupon: number; discount: number; price: boolean };
/**
 * Sums nobody has to be asked about, as money, as a coupon and off the price: what this case calls for, and of the last
 * two what the shop offers anybody. In cents; of a share of the price ten thousandths.
 */
export type Authority = {
  levels: readonly Most[];
  owed: ReadonlySet<number>;
  coupons: ReadonlySet<number>;
  offers: ReadonlySet<number>;
  /** What a good agent of this case promises without a sum. */
  sumless: ReadonlySet<PromiseKind>;
};

/** `loss`: to bear a loss besides the goods; `multiple`: so many times what was paid. Both are the highest level's. */
export type PromiseKind = 'money' | 'coupon' | 'discount' | 'price' | 'loss' | 'multiple';

/** A share of the price stands among sums in ten thousandths below nought. */
export const SHARES = 10_000;
const CENTS = 100;
const NONE: Omit<Most, 'level'> = { money: 0, coupon: 0, discount: 1, price: false };

/** The levels from the lowest; empty where no figures are written. */
export function limitsOf(levels: readonly LevelGrant[]): Most[] {
  if (!levels.some(({ gives }) => gives !== undefined)) return [];
  const found: Most[] = [];
  for (const level of LEVELS) {
    const gives = levels.find((one) => one.level === level)?.gives ?? {};
    const { money, coupon, discount, price } = found.at(-1) ?? NONE;
    found.push({
      level,
      money: gives.money === undefined ? money : gives.money === 'any' ? Number.POSITIVE_INFINITY : gives.money / CENTS,
      coupon: gives.coupon === undefined ? coupon : gives.coupon / CENTS,
      discount: gives.discount === undefined ? discount : gives.discount === 'any' ? 0 : gives.discount / CENTS,
      price: gives.price ?? price,
    });
  }
  return found;
}

/** Whether a level may promise so much. A coupon is no dearer than the money it stands for. */
export function mayGive(most: Most, kind: PromiseKind, amount: number): boolean {
  if (kind === 'price') return most.price;
  if (kind === 'loss' || kind === 'multiple') return most.level === 'C';
  if (kind === 'discount') return amount >= most.discount;
  return amount <= (kind === 'coupon' ? Math.max(most.coupon, most.money) : most.money);
}
