/** What a formula reckons with that isn't drawn: sums, offers, shares, coupons, limits. */
import type { AuthoredQuestion } from '#library/schema/questions.ts';

export type Constants = {
  /** Cents. */
  offers: readonly { least: number; take: number }[];
  /** Cents. */
  money: readonly number[];
  /** Parts of a whole: 0.2 of 20/100. */
  shares: readonly number[];
  /** Ids of coupons. */
  coupons: readonly string[];
  /** Where they stand among sums they may be cents. */
  numbers: readonly number[];
};

/** Turn shares into per cent, halve nothing and leave out nothing: they say nothing of a shop. */
const PLAIN: readonly number[] = [0, 1, 100];
const BOUND = /[=<>]\s*(\d+(?:\.\d+)?)/g;

/** The constants of a formula, wherever they stand in it. */
export const constantsIn = ({ reckon = {}, never = [] }: Pick<AuthoredQuestion, 'reckon' | 'never'>): Constants => {
  const found = { offers: [], money: [], shares: [], coupons: [], numbers: [] } as {
    offers: { least: number; take: number }[];
    money: number[];
    shares: number[];
    coupons: string[];
    numbers: number[];
  };
  const bounds = (condition: unknown): void => {
    for (const one of [condition].flat())
      for (const [, number] of String(one).matchAll(BOUND)) found.numbers.push(Number(number));
  };
  const walk = (node: unknown, key: string): void => {
    if (typeof node === 'number' && key === 'money') found.money.push(node);
    else if (typeof node === 'number' && !PLAIN.includes(node)) found.numbers.push(node);
    if (typeof node !== 'object' || node === null) return;
    if (Array.isArray(node)) {
      for (const each of node) walk(each, key);
      return;
    }
    const { least, take, part, whole, id, when, ...others } = node as Record<string, unknown>;
    if (typeof least === 'number' && typeof take === 'number') found.offers.push({ least, take });
    if (typeof part === 'number' && typeof whole === 'number') found.shares.push(part / whole);
    if (key === 'coupon') found.coupons.push(String(id));
    if (when !== undefined) bounds(when);
    for (const [name, inner] of Object.entries(others)) if (!PLACES.has(name)) walk(inner, name);
  };
  for (const each of Object.values(reckon)) walk(each, '');
  bounds(never);
  return found;
};

/** Digits behind the point and the step a sum is rounded to are a way of writing. */
const PLACES = new Set(['digits', 'to']);
