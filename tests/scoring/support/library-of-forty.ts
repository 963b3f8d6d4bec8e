/** A larger library: forty cases of twelve types in four shops, at levels 1, 3 and 5, each with other questions and needs. */
import type { Scenario } from '#engine/model/content.ts';
import { content } from './shoe-shop.ts';

const TYPES = [
  ...['product-advice', 'promotion', 'bargaining', 'payment-reminder', 'order-change', 'shipping-urge'],
  ...['account-security', 'logistics-complaint', 'return-dispute', 'quality-claim', 'complaint-escalation'],
  'returning-customer',
];
const LEVELS = [1, 3, 5];
const SHOPS = ['suibu', 'qingdeng', 'manguo', 'lanting'];

const [shoe] = content.scenarios;
if (shoe === undefined) throw new Error('no case');
const base: Scenario = shoe;
const times = <T>(n: number, of: readonly T[]): T[] =>
  Array.from({ length: n }, (_, i) => of[i % of.length]).flatMap((x) => x ?? []);

/** The n-th case; its questions and needs vary with n by periods without a common factor. */
const nth = (n: number): Scenario => {
  const type = TYPES[n % TYPES.length] ?? '';
  const level = LEVELS[Math.floor(n / TYPES.length) % LEVELS.length] ?? 1;
  const asking = base.beats.filter((b) => b.asks.length > 0);
  return {
    ...base,
    id: `${type}/case-${n}`,
    type,
    level,
    title: `第 ${n} 个案例`,
    teaches: `练第 ${n % 7} 样`,
    minutes: 4 + (n % 9),
    shop: SHOPS[n % SHOPS.length] ?? '',
    customer: { ...base.customer, mood: n % 3 === 0 ? 30 : null, knows: times(n % 4, base.customer.knows) },
    beats: times(2 + (n % 5), asking),
    duties: times(n % 3, base.duties),
  };
};

export const forty: readonly Scenario[] = Array.from({ length: 40 }, (_, n) => nth(n));
export const caseOf = (type: string, level: number): Scenario => {
  const found = forty.find((s) => s.type === type && s.level === level);
  if (found === undefined) throw new Error(`no ${type} at level ${level}`);
  return found;
};
