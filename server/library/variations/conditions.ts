/**
 * When a part of a varying case is there: `没超`, `not 没超`, `第几天 <= 7`, `城.新 = 杭州 | 长沙`, or a list that holds
 * when all of it does. The right side is a value written as the left one is drawn (money in yuan, 16:00, 2026-11-12), or
 * another variable. There is no "or" and no nesting: a reckoned `is` names what is meant.
 */
import type { Named } from './faults.ts';
import { lruCache } from './lru-cache.ts';
import { dayOf, keyOf, magnitude, minutesOf, type Value, type Values, valueAt } from './value.ts';

export type ConditionFault = Named<'unknown-slot' | 'bad-condition'>;

const COMPARED = /^(\S+)\s*(!=|<=|>=|=|<|>)\s*(.+)$/;
const CENTS = 100;
/** More than the library has, which is read in one go. */
const MAX_CONDITIONS = 4000;

/** Whether it holds, or what is wrong with it. */
export const holds = (condition: unknown, values: Values): boolean | ConditionFault => {
  if (Array.isArray(condition)) {
    let isWholeTrue = true;
    for (const part of condition) {
      const isPartTrue = holds(part, values);
      if (typeof isPartTrue !== 'boolean') return isPartTrue;
      isWholeTrue &&= isPartTrue;
    }
    return isWholeTrue;
  }
  return typeof condition === 'string'
    ? holdsOne(condition.trim(), values)
    : { fault: 'bad-condition', name: JSON.stringify(condition) };
};

const holdsOne = (condition: string, values: Values): boolean | ConditionFault => {
  const { flagName, isDenied, comparison } = conditionRead(condition, () => readCondition(condition));
  if (flagName === null) return isComparisonTrue(condition, comparison, values);
  const flag = valueAt(values, flagName);
  if (flag === undefined && comparison !== null) return isComparisonTrue(condition, comparison, values);
  if (flag === undefined) return { fault: 'unknown-slot', name: flagName };
  return flag.kind === 'flag' ? flag.holds === !isDenied : { fault: 'bad-condition', name: condition };
};

type Comparison = { name: string; sign: string; options: readonly string[] };
/** `flagName`: of a condition that may name a flag. */
type ReadCondition = { flagName: string | null; isDenied: boolean; comparison: Comparison | null };

/** A condition is asked for thousands of combinations: reading it takes longer than comparing. */
const conditionRead = lruCache<ReadCondition>(MAX_CONDITIONS);

const readCondition = (condition: string): ReadCondition => {
  const deniedName = /^not\s+(\S+)$/.exec(condition)?.[1];
  const [, name = '', sign = '', rightText] = COMPARED.exec(condition) ?? [];
  return {
    flagName: deniedName ?? (/^\S+$/.test(condition) ? condition : null),
    isDenied: deniedName !== undefined,
    comparison:
      rightText === undefined ? null : { name, sign, options: rightText.split('|').map((text) => text.trim()) },
  };
};

const isComparisonTrue = (
  condition: string,
  comparison: Comparison | null,
  values: Values,
): boolean | ConditionFault => {
  if (comparison === null) return { fault: 'bad-condition', name: condition };
  const { name, sign } = comparison;
  const leftValue = valueAt(values, name);
  if (leftValue === undefined) return { fault: 'unknown-slot', name };
  const options = comparison.options.map((text) => comparedValue(text, leftValue, values));
  const isEquality = sign === '=' || sign === '!=';
  if (options.some((option) => option === null) || (!isEquality && options.length > 1))
    return { fault: 'bad-condition', name: condition };
  if (isEquality) {
    const leftKey = keyOf(leftValue);
    const isAmong = options.some((option) => option !== null && keyOf(option) === leftKey);
    return isAmong === (sign === '=');
  }
  const [leftMagnitude, rightMagnitude] = [magnitude(leftValue), options[0] == null ? null : magnitude(options[0])];
  return leftMagnitude === null || rightMagnitude === null
    ? { fault: 'bad-condition', name: condition }
    : isInOrder(leftMagnitude, sign, rightMagnitude);
};

const isInOrder = (left: number, sign: string, right: number): boolean => {
  switch (sign) {
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    default:
      return left >= right;
  }
};

/** The right side as a value of the left one's kind; null when it is none. */
const comparedValue = (text: string, { kind }: Value, values: Values): Value | null => {
  const variable = valueAt(values, text);
  if (variable !== undefined) return variable.kind === kind ? variable : null;
  switch (kind) {
    case 'word':
      return { kind, text };
    case 'size':
      return { kind, text };
    case 'goods':
      return { kind, goods: { id: text, name: text, called: text, unit: '', cents: 0 } };
    case 'number':
      return numberValue(text, (number) => ({ kind, number }));
    case 'money':
      return numberValue(text, (yuan) => ({ kind, cents: Math.round(yuan * CENTS) }));
    case 'date': {
      const day = dayOf(text);
      return day === null ? null : { kind, day };
    }
    case 'clock': {
      const minutes = minutesOf(text);
      return minutes === null ? null : { kind, minutes };
    }
    default:
      return null;
  }
};

const numberValue = (text: string, toValue: (number: number) => Value): Value | null => {
  const number = Number(text);
  return text === '' || Number.isNaN(number) ? null : toValue(number);
};
