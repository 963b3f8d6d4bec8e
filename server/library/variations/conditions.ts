/**
 * When a part of a varying case is there: `没超`, `not 没超`, `第几天 <= 7`, `城.新 = 杭州 | 长沙`, or a list that holds
 * when all of it does. The right side is a value written as the left one is drawn (money in yuan, 16:00, 2026-11-12), or
 * another variable. There is no "or" and no nesting: a reckoned `is` names what is meant.
 */
import type { Named } from './faults.ts';
import { dayOf, keyOf, magnitude, minutesOf, type Value, type Values, valueAt } from './value.ts';

type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type ConditionFault = Named<'unknown-slot' | 'bad-condition'>;

const COMPARED = /^(\S+)\s*(!=|<=|>=|=|<|>)\s*(.+)$/;
const CENTS = 100;

/** Whether it holds, or what is wrong with it. */
export function holds(condition: unknown, values: Values): boolean | ConditionFault {
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
}

function holdsOne(condition: string, values: Values): boolean | ConditionFault {
  const denied = /^not\s+(\S+)$/.exec(condition)?.[1];
  if (denied !== undefined || /^\S+$/.test(condition)) {
    const name = denied ?? condition;
    const flag = valueAt(values, name);
    if (flag === undefined && COMPARED.test(condition)) return isComparisonTrue(condition, values);
    if (flag === undefined) return { fault: 'unknown-slot', name };
    return flag.kind === 'flag' ? flag.holds === (denied === undefined) : { fault: 'bad-condition', name: condition };
  }
  return isComparisonTrue(condition, values);
}

function isComparisonTrue(condition: string, values: Values): boolean | ConditionFault {
  const parts = COMPARED.exec(condition);
  const [, name = '', sign = '', rightText = ''] = parts ?? [];
  if (parts === null) return { fault: 'bad-condition', name: condition };
  const leftValue = valueAt(values, name);
  if (leftValue === undefined) return { fault: 'unknown-slot', name };
  const options = rightText.split('|').map((text) => comparedValue(text.trim(), leftValue, values));
  const isEquality = sign === '=' || sign === '!=';
  if (options.some((option) => option === null) || (!isEquality && options.length > 1))
    return { fault: 'bad-condition', name: condition };
  if (isEquality) {
    const isAmong = options.some((option) => option !== null && keyOf(option) === keyOf(leftValue));
    return isAmong === (sign === '=');
  }
  const [leftMagnitude, rightMagnitude] = [magnitude(leftValue), options[0] == null ? null : magnitude(options[0])];
  return leftMagnitude === null || rightMagnitude === null
    ? { fault: 'bad-condition', name: condition }
    : isInOrder(leftMagnitude, sign as Exclude<Comparison, '=' | '!='>, rightMagnitude);
}

function isInOrder(left: number, sign: Exclude<Comparison, '=' | '!='>, right: number): boolean {
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
}

/** The right side as a value of the left one's kind; null when it is none. */
function comparedValue(text: string, { kind }: Value, values: Values): Value | null {
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
}

function numberValue(text: string, toValue: (number: number) => Value): Value | null {
  const number = Number(text);
  return text === '' || Number.isNaN(number) ? null : toValue(number);
}
