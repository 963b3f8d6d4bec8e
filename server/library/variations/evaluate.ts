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
type Evaluated = Value | EvaluationFault;
type EvaluationContext = { values: Values; shop: ShopFacts };
type Operation = (operand: unknown, context: EvaluationContext) => Evaluated;

export const isEvaluationFault = (value: Evaluated): value is EvaluationFault => 'fault' in value;

/** The value of `{sum: [...]}`, `{date: {...}}` … */
export const evaluate = (authored: Readonly<Record<string, unknown>>, values: Values, shop: ShopFacts): Evaluated => {
  const context = { values, shop };
  if ('when' in authored) return valueByCondition(authored, context);
  const [name = '', ...otherKeys] = Object.keys(authored);
  const operation = Object.hasOwn(OPERATIONS, name) ? OPERATIONS[name] : undefined;
  // `by` stands beside its rows: {by: 甲, s01: "41"}. JavaScript moves whole-number rows ({by: 脚长, "25": …}) before it.
  if ('by' in authored) return valueFromTable(authored, context);
  if (operation === undefined || otherKeys.length > 0)
    return { fault: 'unknown-reckon', name: Object.keys(authored).join(' ') };
  return operation(authored[name], context);
};

/** A variable's name, a figure, a word, or another reckoning. */
const evaluateTerm = (operand: unknown, context: EvaluationContext): Evaluated => {
  if (typeof operand === 'number') return { kind: 'number', number: operand };
  if (typeof operand === 'object' && operand !== null && !Array.isArray(operand))
    return evaluate(operand as Record<string, unknown>, context.values, context.shop);
  const text = String(operand);
  return valueAt(context.values, text) ?? { kind: 'word', text };
};

/** A term that must be a variable or a reckoning, not a word of its own. */
const evaluateVariable = (operand: unknown, context: EvaluationContext): Evaluated => {
  const value = evaluateTerm(operand, context);
  return typeof operand === 'string' && valueAt(context.values, operand) === undefined
    ? { fault: 'unknown-slot', name: operand }
    : value;
};

/** Cents; a bare number is cents. */
const money = (operand: unknown, context: EvaluationContext): number | EvaluationFault => {
  const value = evaluateVariable(operand, context);
  if (isEvaluationFault(value)) return value;
  return value.kind === 'money' || value.kind === 'number'
    ? (magnitude(value) ?? 0)
    : { fault: 'bad-value', name: String(operand) };
};

/** Money if any of them is: a bare number among money is cents. */
const signedTotal = (operand: unknown, context: EvaluationContext, sign: (index: number) => number): Evaluated => {
  if (!Array.isArray(operand)) return { fault: 'bad-value', name: String(operand) };
  let total = 0;
  let kind: 'money' | 'number' = operand.every((item) => typeof item === 'number') ? 'money' : 'number';
  for (const [index, item] of operand.entries()) {
    const value = evaluateVariable(item, context);
    if (isEvaluationFault(value)) return value;
    if (value.kind !== 'money' && value.kind !== 'number') return { fault: 'bad-value', name: String(item) };
    if (value.kind === 'money') kind = 'money';
    total += sign(index) * (magnitude(value) ?? 0);
  }
  return kind === 'money' ? { kind, cents: total } : { kind, number: total };
};

const product = (operand: unknown, context: EvaluationContext): Evaluated => {
  if (!Array.isArray(operand)) return { fault: 'bad-value', name: String(operand) };
  let total = 1;
  let isMoney = false;
  for (const item of operand) {
    const value = evaluateVariable(item, context);
    if (isEvaluationFault(value)) return value;
    if (value.kind !== 'money' && value.kind !== 'number') return { fault: 'bad-value', name: String(item) };
    isMoney ||= value.kind === 'money';
    total *= magnitude(value) ?? 0;
  }
  return isMoney ? { kind: 'money', cents: Math.round(total) } : { kind: 'number', number: total };
};

/** A number without a unit: money by money, seconds by rounds; `digits` after the point, 2 where none are named. */
const quotientOf = (operand: unknown, context: EvaluationContext): Evaluated => {
  const { of, by, digits = 2 } = fields(operand);
  const [dividend, divisor] = [evaluateVariable(of, context), evaluateVariable(by, context)];
  if (isEvaluationFault(dividend)) return dividend;
  if (isEvaluationFault(divisor)) return divisor;
  const [over, under] = [magnitude(dividend), magnitude(divisor)];
  const isFit = Number.isInteger(digits) && Number(digits) >= 0 && Number(digits) <= MAX_DIGITS;
  if (over === null || under === null || under === 0 || !isFit) return { fault: 'bad-value', name: 'quotient' };
  const scale = 10 ** Number(digits);
  // Half a unit is rounded up as people do: 1.005 is stored a little below itself.
  return { kind: 'number', number: Math.round((over / under) * scale + 1e-9) / scale };
};

/** `every` true: once for each full `least`, as 每满300减40. */
const discountOf = (operand: unknown, context: EvaluationContext): Evaluated => {
  const { of, least, take, every } = fields(operand);
  const [cents, minCents, discountCents] = [money(of, context), money(least, context), money(take, context)];
  if (typeof cents !== 'number') return cents;
  if (typeof minCents !== 'number') return minCents;
  if (typeof discountCents !== 'number') return discountCents;
  const times = every === true ? Math.floor(cents / Math.max(minCents, 1)) : Number(cents >= minCents);
  return { kind: 'money', cents: times * discountCents };
};

const difference = (
  operand: unknown,
  context: EvaluationContext,
  kind: Extract<Kind, 'date' | 'clock'>,
  toValue: (from: number, to: number) => Value,
): Evaluated => {
  const { from, to } = fields(operand);
  const [start, end] = [evaluateVariable(from, context), evaluateVariable(to, context)];
  if (isEvaluationFault(start)) return start;
  if (isEvaluationFault(end)) return end;
  if (start.kind !== kind || end.kind !== kind) return { fault: 'bad-value', name: kind };
  return toValue(magnitude(start) ?? 0, magnitude(end) ?? 0);
};

const valueByCondition = (
  { when, use, else: otherwise }: Readonly<Record<string, unknown>>,
  context: EvaluationContext,
): Evaluated => {
  const isTrue = holds(when, context.values);
  return typeof isTrue === 'boolean' ? evaluateTerm(isTrue ? use : otherwise, context) : isTrue;
};

/** A table on another variable: its key picks the row. */
const valueFromTable = ({ by, ...rows }: Readonly<Record<string, unknown>>, context: EvaluationContext): Evaluated => {
  const value = evaluateVariable(by, context);
  if (isEvaluationFault(value)) return value;
  const key = keyOf(value);
  return Object.hasOwn(rows, key)
    ? evaluateTerm(rows[key], context)
    : { fault: 'bad-value', name: `${String(by)} = ${key}` };
};

const OPERATIONS: Readonly<Record<string, Operation>> = {
  sum: (operand, context) => signedTotal(operand, context, () => 1),
  minus: (operand, context) => signedTotal(operand, context, (index) => (index === 0 ? 1 : -1)),
  times: product,
  quotient: (operand, context) => quotientOf(operand, context),
  off: (operand, context) => discountOf(operand, context),
  coupon: (operand, context) => {
    const { id, of } = fields(operand);
    const coupon = ownProperty(context.shop.coupons, String(id));
    const cents = money(of, context);
    if (coupon === undefined) return { fault: 'unknown-coupon', name: String(id) };
    return typeof cents === 'number' ? { kind: 'money', cents: cents >= coupon.least ? coupon.amount : 0 } : cents;
  },
  share: (operand, context) => {
    const { of, part, whole } = fields(operand);
    const [cents, partCents, wholeCents] = [money(of, context), money(part, context), money(whole, context)];
    if (typeof cents !== 'number') return cents;
    if (typeof partCents !== 'number') return partCents;
    if (typeof wholeCents !== 'number') return wholeCents;
    return wholeCents === 0
      ? { fault: 'bad-value', name: 'share' }
      : { kind: 'money', cents: Math.round((cents * partCents) / wholeCents) };
  },
  round: (operand, context) => {
    const { of, to } = fields(operand);
    const cents = money(of, context);
    if (typeof cents !== 'number') return cents;
    return typeof to === 'number' && to > 0
      ? { kind: 'money', cents: Math.round(cents / to) * to }
      : { fault: 'bad-value', name: `round ${String(to)}` };
  },
  date: (operand, context) => {
    const { from, days, back } = fields(operand);
    const start = evaluateVariable(from, context);
    const stepCount = evaluateVariable(days ?? back, context);
    if (isEvaluationFault(start)) return start;
    if (isEvaluationFault(stepCount)) return stepCount;
    if (start.kind !== 'date' || stepCount.kind !== 'number') return { fault: 'bad-value', name: 'date' };
    return { kind: 'date', day: start.day + (days === undefined ? -stepCount.number : stepCount.number) };
  },
  days: (operand, context) =>
    difference(operand, context, 'date', (from, to) => ({ kind: 'number', number: to - from })),
  minutes: (operand, context) =>
    difference(operand, context, 'clock', (from, to) => ({ kind: 'number', number: to - from })),
  clock: (operand, context) => {
    const { from, minutes } = fields(operand);
    const start = evaluateVariable(from, context);
    const stepCount = evaluateVariable(minutes, context);
    if (isEvaluationFault(start)) return start;
    if (isEvaluationFault(stepCount)) return stepCount;
    if (start.kind !== 'clock' || stepCount.kind !== 'number') return { fault: 'bad-value', name: 'clock' };
    return { kind: 'clock', minutes: start.minutes + stepCount.number };
  },
  is: (operand, { values }) => {
    const isTrue = holds(operand, values);
    return typeof isTrue === 'boolean' ? { kind: 'flag', holds: isTrue } : isTrue;
  },
  same: evaluateVariable,
  rule: (operand, { shop }) =>
    ownProperty(shop.rules, String(operand)) ?? { fault: 'unknown-rule', name: String(operand) },
  size: (operand, context) => {
    const value = evaluateTerm(operand, context);
    if (isEvaluationFault(value)) return value;
    return { kind: 'size', text: keyOf(value) };
  },
  goods: (operand, { shop }) => {
    const goods = ownProperty(shop.goods, String(operand));
    return goods === undefined ? { fault: 'unknown-good', name: String(operand) } : { kind: 'goods', goods };
  },
  money: (operand) =>
    Number.isInteger(operand)
      ? { kind: 'money', cents: Number(operand) }
      : { fault: 'bad-value', name: String(operand) },
  on: (operand) => {
    const day = dayOf(String(operand));
    return day === null ? { fault: 'bad-value', name: String(operand) } : { kind: 'date', day };
  },
  at: (operand) => {
    const minutes = minutesOf(String(operand));
    return minutes === null ? { fault: 'bad-value', name: String(operand) } : { kind: 'clock', minutes };
  },
};

/** The operations by name, for the checker's message and the guide. */
export const OPERATION_NAMES = [...Object.keys(OPERATIONS), 'by', 'when'];

const fields = (operand: unknown): Readonly<Record<string, unknown>> =>
  typeof operand === 'object' && operand !== null ? (operand as Record<string, unknown>) : {};

const MAX_DIGITS = 4;
