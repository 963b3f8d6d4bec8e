/** What varying cases know of a shop: its goods as they are spoken of, its coupons, and its rules as figures. */
import type { AuthoredProduct, AuthoredShop } from '#library/schema/schema.ts';
import { dayOf, type Goods, minutesOf, type Value } from './value.ts';

/** Plain JSON: a catalog keeps it. */
export type ShopFacts = {
  id: string;
  goods: Readonly<Record<string, Goods>>;
  /** Cents by the coupon's id: what it takes off, and the sum from which it may be used. */
  coupons: Readonly<Record<string, { amount: number; least: number }>>;
  /** By `ship.at`: rule and figure. */
  rules: Readonly<Record<string, Value>>;
};

/** What stands under a name an author wrote; a name like `constructor` stands for nothing. */
export const ownProperty = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;

const UNIT = '件';

export const shopFactsOf = (shop: AuthoredShop, products: readonly AuthoredProduct[]): ShopFacts => {
  return {
    id: shop.id,
    goods: Object.fromEntries(
      products.map(({ id, name, price, called, unit }) => [
        id,
        { id, name, called: called ?? name, unit: unit ?? UNIT, cents: price },
      ]),
    ),
    coupons: Object.fromEntries(shop.coupons.map(({ id, amount, least }) => [id, { amount, least }])),
    rules: Object.fromEntries(
      Object.entries(shop.rules ?? {}).flatMap(([rule, figures]) =>
        Object.entries(figures).map(([figure, value]) => [`${rule}.${figure}`, ruleValue(value)]),
      ),
    ),
  };
};

type RuleFigure = string | number | { money: number } | { clock: string } | { date: string };

const ruleValue = (figure: RuleFigure): Value => {
  if (typeof figure === 'number') return { kind: 'number', number: figure };
  if (typeof figure === 'string') return { kind: 'word', text: figure };
  if ('money' in figure) return { kind: 'money', cents: figure.money };
  if ('clock' in figure) return { kind: 'clock', minutes: minutesOf(figure.clock) ?? 0 };
  return { kind: 'date', day: dayOf(figure.date) ?? 0 };
};
