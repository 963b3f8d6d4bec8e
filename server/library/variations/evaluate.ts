/**
 * What follows from the draws: sums, days, promotions, true or not. Each reckoning names one operation of a closed list.
 * Money and numbers never mix; a reckoning that gets the wrong kind is a fault at its place, not a guess.
 */
import { holds } from './conditions.ts';
import type { Named } from './faults.ts';
import { ownProperty, type ShopFacts } from './shop-facts.ts';
import { dayOf, type Kind, keyOf, magnitude, minutesOf, type Value, type Values, valueAt } from './value.ts';

export type EvaluationFault = Named<
  'unknown-slot' | 'unknown-reckon' | 'unknown-coupon' | 'unknown-rule' | 'unknown-good' | 'bad-condition' | 'bad-value'
>;
type Reckoned = Value | EvaluationFault;
type Terms = { values: Values; shop: ShopFacts };
type Operation = (given: unknown, terms: Terms) => Reckoned;

export const isEvaluationFault = (value: Reckoned): value is EvaluationFault => 'fault' in value;

/** The value of `{sum: [...]}`, `{date: {...}}` … */
export function evaluate(authored: Readonly<Record<string, unknown>>, values: Values, shop: ShopFacts): Reckoned {
  const terms = { values, shop };
  if ('when' in authored) return chosen(authored, terms);
  const [name = '', ...more] = Object.keys(authored);
  const operation = Object.hasOwn(OPERATIONS, name) ? OPERATIONS[name] : undefined;
  // `by` stands beside its rows: {by: 甲, s01: "41"}. JavaScript moves whole-number rows ({by: 脚长, "25": …}) before it.
  if ('by' in authored) return looked(authored, terms);
  if (operation === undefined || more.length > 0)
    return { fault: 'unknown-reckon', name: Object.keys(authored).join(' ') };
  return operation(authored[name], terms);
}

/** A variable's name, a figure, a word, or another reckoning. */
function term(given: unknown, terms: Terms): Reckoned {
  if (typeof given === 'number') return { kind: 'number', number: given };
  if (typeof given === 'object' && given !== null && !Array.isArray(given))
    return evaluate(given as Record<string, unknown>, terms.values, terms.shop);
  const text = String(given);
  return valueAt(terms.values, text) ?? { kind: 'word', text };
}

/** A term that must be a variable or a reckoning, not a word of its own. */
function variable(given: unknown, terms: Terms): Reckoned {
  const value = term(given, terms);
  return typeof given === 'string' && valueAt(terms.values, given) === undefined
    ? { fault: 'unknown-slot', name: given }
    : value;
}

const OPERATIONS: Readonly<Record<string, Operation>> = {
  sum: (given, terms) => added(given, terms, () => 1),
  minus: (given, terms) => added(given, terms, (index) => (index === 0 ? 1 : -1)),
  times: multiplied,
  off: (given, terms) => reduced(given, terms),
  coupon: (given, terms) => {
    const { id, of } = fields(given);
    const coupon = ownProperty(terms.shop.coupons, String(id));
    const sum = money(of, terms);
    if (coupon === undefined) return { fault: 'unknown-coupon', name: String(id) };
    return typeof sum === 'number' ? { kind: 'money', cents: sum >= coupon.least ? coupon.amount : 0 } : sum;
  },
  share: (given, terms) => {
    const { of, part, whole } = fields(given);
    const [sum, own, all] = [money(of, terms), money(part, terms), money(whole, terms)];
    if (typeof sum !== 'number') return sum;
    if (typeof own !== 'number') return own;
    if (typeof all !== 'number') return all;
    return all === 0 ? { fault: 'bad-value', name: 'share' } : { kind: 'money', cents: Math.round((sum * own) / all) };
  },
  round: (given, terms) => {
    const { of, to } = fields(given);
    const sum = money(of, terms);
    if (typeof sum !== 'number') return sum;
    return typeof to === 'number' && to > 0
      ? { kind: 'money', cents: Math.round(sum / to) * to }
      : { fault: 'bad-value', name: `round ${String(to)}` };
  },
  date: (given, terms) => {
    const { from, days, back } = fields(given);
    const start = variable(from, terms);
    const steps = variable(days ?? back, terms);
    if (isEvaluationFault(start)) return start;
    if (isEvaluationFault(steps)) return steps;
    if (start.kind !== 'date' || steps.kind !== 'number') return { fault: 'bad-value', name: 'date' };
    return { kind: 'date', day: start.day + (days === undefined ? -steps.number : steps.number) };
  },
  days: (given, terms) => between(given, terms, 'date', (from, to) => ({ kind: 'number', number: to - from })),
  minutes: (given, terms) => between(given, terms, 'clock', (from, to) => ({ kind: 'number', number: to - from })),
  clock: (given, terms) => {
    const { from, minutes } = fields(given);
    const start = variable(from, terms);
    const steps = variable(minutes, terms);
    if (isEvaluationFault(start)) return start;
    if (isEvaluationFault(steps)) return steps;
    if (start.kind !== 'clock' || steps.kind !== 'number') return { fault: 'bad-value', name: 'clock' };
    return { kind: 'clock', minutes: start.minutes + steps.number };
  },
  is: (given, { values }) => {
    const held = holds(given, values);
    return typeof held === 'boolean' ? { kind: 'flag', holds: held } : held;
  },
  same: variable,
  rule: (given, { shop }) => ownProperty(shop.rules, String(given)) ?? { fault: 'unknown-rule', name: String(given) },
  size: (given, terms) => {
    const value = term(given, terms);
    if (isEvaluationFault(value)) return value;
    return { kind: 'size', text: keyOf(value) };
  },
  goods: (given, { shop }) => {
    const goods = ownProperty(shop.goods, String(given));
    return goods === undefined ? { fault: 'unknown-good', name: String(given) } : { kind: 'goods', goods };
  },
  money: (given) =>
    Number.isInteger(given) ? { kind: 'money', cents: Number(given) } : { fault: 'bad-value', name: String(given) },
  on: (given) => {
    const day = dayOf(String(given));
    return day === null ? { fault: 'bad-value', name: String(given) } : { kind: 'date', day };
  },
  at: (given) => {
    const minutes = minutesOf(String(given));
    return minutes === null ? { fault: 'bad-value', name: String(given) } : { kind: 'clock', minutes };
  },
};

/** The operations by name, for the checker's message and the guide. */
export const OPERATION_NAMES = [...Object.keys(OPERATIONS), 'by', 'when'];

const fields = (given: unknown): Readonly<Record<string, unknown>> =>
  typeof given === 'object' && given !== null ? (given as Record<string, unknown>) : {};

/** Cents; a bare number is cents. */
function money(given: unknown, terms: Terms): number | EvaluationFault {
  const value = variable(given, terms);
  if (isEvaluationFault(value)) return value;
  return value.kind === 'money' || value.kind === 'number'
    ? (magnitude(value) ?? 0)
    : { fault: 'bad-value', name: String(given) };
}

/** Money if any of them is: a bare number among money is cents. */
function added(given: unknown, terms: Terms, sign: (index: number) => number): Reckoned {
  if (!Array.isArray(given)) return { fault: 'bad-value', name: String(given) };
  let total = 0;
  let kind: 'money' | 'number' = given.every((item) => typeof item === 'number') ? 'money' : 'number';
  for (const [index, item] of given.entries()) {
    const value = variable(item, terms);
    if (isEvaluationFault(value)) return value;
    if (value.kind !== 'money' && value.kind !== 'number') return { fault: 'bad-value', name: String(item) };
    if (value.kind === 'money') kind = 'money';
    total += sign(index) * (magnitude(value) ?? 0);
  }
  return kind === 'money' ? { kind, cents: total } : { kind, number: total };
}

function multiplied(given: unknown, terms: Terms): Reckoned {
  if (!Array.isArray(given)) return { fault: 'bad-value', name: String(given) };
  let product = 1;
  let isMoney = false;
  for (const item of given) {
    const value = variable(item, terms);
    if (isEvaluationFault(value)) return value;
    if (value.kind !== 'money' && value.kind !== 'number') return { fault: 'bad-value', name: String(item) };
    isMoney ||= value.kind === 'money';
    product *= magnitude(value) ?? 0;
  }
  return isMoney ? { kind: 'money', cents: Math.round(product) } : { kind: 'number', number: product };
}

/** `every` true: once for each full `least`, as 每满300减40. */
function reduced(given: unknown, terms: Terms): Reckoned {
  const { of, least, take, every } = fields(given);
  const [sum, from, off] = [money(of, terms), money(least, terms), money(take, terms)];
  if (typeof sum !== 'number') return sum;
  if (typeof from !== 'number') return from;
  if (typeof off !== 'number') return off;
  const times = every === true ? Math.floor(sum / Math.max(from, 1)) : Number(sum >= from);
  return { kind: 'money', cents: times * off };
}

function between(
  given: unknown,
  terms: Terms,
  kind: Extract<Kind, 'date' | 'clock'>,
  made: (from: number, to: number) => Value,
): Reckoned {
  const { from, to } = fields(given);
  const [start, end] = [variable(from, terms), variable(to, terms)];
  if (isEvaluationFault(start)) return start;
  if (isEvaluationFault(end)) return end;
  if (start.kind !== kind || end.kind !== kind) return { fault: 'bad-value', name: kind };
  return made(magnitude(start) ?? 0, magnitude(end) ?? 0);
}

function chosen({ when, use, else: otherwise }: Readonly<Record<string, unknown>>, terms: Terms): Reckoned {
  const held = holds(when, terms.values);
  return typeof held === 'boolean' ? term(held ? use : otherwise, terms) : held;
}

/** A table on another variable: its key picks the row. */
function looked({ by, ...rows }: Readonly<Record<string, unknown>>, terms: Terms): Reckoned {
  const value = variable(by, terms);
  if (isEvaluationFault(value)) return value;
  const key = keyOf(value);
  return Object.hasOwn(rows, key) ? term(rows[key], terms) : { fault: 'bad-value', name: `${String(by)} = ${key}` };
}
