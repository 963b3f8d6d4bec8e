/** How much each level of a shop may give: as authors write it, and in the form promises are compared with. */
export const LEVELS = ['A', 'B', 'C'] as const;
/** A the desk itself, B and C whoever it reports to. */
export type Level = (typeof LEVELS)[number];

/** Cents, and tenths of 折 (95折 is 95). What a level leaves out is as at the level below; the first then gives none. */
export type GrantLimits = {
  money?: number | 'any' | undefined;
  coupon?: number | undefined;
  discount?: number | 'any' | undefined;
  price?: boolean | undefined;
};
export type LevelGrant = { level: Level; text: string; gives?: GrantLimits | undefined };

/** The most a level may give, lower levels included: yuan, the lowest share of the price, whether it may change prices. */
type LevelLimits = { level: Level; money: number; coupon: number; discount: number; price: boolean };
/**
 * What may be promised without asking anybody. `owed`: money this case calls for; `coupons` and `offers`: coupons and
 * cuts of this case or open to anybody. In cents; a share of the price in ten thousandths, below nought.
 */
export type Authority = {
  levels: readonly LevelLimits[];
  owed: ReadonlySet<number>;
  coupons: ReadonlySet<number>;
  offers: ReadonlySet<number>;
  /** Kinds of promise without a sum that a good agent makes in this case. */
  amountlessKinds: ReadonlySet<PromiseKind>;
};

/** `loss`: bearing a loss besides the goods; `multiple`: a multiple of the price paid. Only the highest level may give them. */
export type PromiseKind = 'money' | 'coupon' | 'discount' | 'price' | 'loss' | 'multiple';

/** In `offers` a share of the price is a negative number of ten thousandths, so that no sum is taken for it. */
export const SHARES = 10_000;
const CENTS = 100;
const NONE: Omit<LevelLimits, 'level'> = { money: 0, coupon: 0, discount: 1, price: false };

const yuanOf = (cents: number | 'any'): number => (cents === 'any' ? Number.POSITIVE_INFINITY : cents / CENTS);
const priceShareOf = (tenths: number | 'any'): number => (tenths === 'any' ? 0 : tenths / CENTS);

/** The levels from the lowest; empty where no figures are written. */
export const limitsOf = (levels: readonly LevelGrant[]): LevelLimits[] => {
  if (!levels.some(({ gives }) => gives !== undefined)) return [];
  const limits: LevelLimits[] = [];
  for (const level of LEVELS) {
    const gives = levels.find((grant) => grant.level === level)?.gives ?? {};
    const { money, coupon, discount, price } = limits.at(-1) ?? NONE;
    limits.push({
      level,
      money: gives.money === undefined ? money : yuanOf(gives.money),
      coupon: gives.coupon === undefined ? coupon : gives.coupon / CENTS,
      discount: gives.discount === undefined ? discount : priceShareOf(gives.discount),
      price: gives.price ?? price,
    });
  }
  return limits;
};

/** Whether a level may promise this. Who may give money may give a coupon of the same sum. */
export const mayGive = (limits: LevelLimits, kind: PromiseKind, amount: number): boolean => {
  if (kind === 'price') return limits.price;
  if (kind === 'loss' || kind === 'multiple') return limits.level === 'C';
  if (kind === 'discount') return amount >= limits.discount;
  return amount <= (kind === 'coupon' ? Math.max(limits.coupon, limits.money) : limits.money);
};
