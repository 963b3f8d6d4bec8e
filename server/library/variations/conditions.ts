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
    let all = true;
    for (const part of condition) {
      const held = holds(part, values);
      if (typeof held !== 'boolean') return held;
      all &&= held;
    }
    return all;
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
    if (flag === undefined && COMPARED.test(condition)) return compared(condition, values);
    if (flag === undefined) return { fault: 'unknown-slot', name };
    return flag.kind === 'flag' ? flag.holds === (denied === undefined) : { fault: 'bad-condition', name: condition };
  }
  return compared(condition, values);
}

function compared(condition: string, values: Values): boolean | ConditionFault {
  const parts = COMPARED.exec(condition);
  const [, name = '', sign = '', right = ''] = parts ?? [];
  if (parts === null) return { fault: 'bad-condition', name: condition };
  const left = valueAt(values, name);
  if (left === undefined) return { fault: 'unknown-slot', name };
  const options = right.split('|').map((text) => meant(text.trim(), left, values));
  const isEquality = sign === '=' || sign === '!=';
  if (options.some((option) => option === null) || (!isEquality && options.length > 1))
    return { fault: 'bad-condition', name: condition };
  if (isEquality) {
    const isAmong = options.some((option) => option !== null && keyOf(option) === keyOf(left));
    return isAmong === (sign === '=');
  }
  const [a, b] = [magnitude(left), options[0] == null ? null : magnitude(options[0])];
  return a === null || b === null
    ? { fault: 'bad-condition', name: condition }
    : ordered(a, sign as Exclude<Comparison, '=' | '!='>, b);
}

function ordered(a: number, sign: Exclude<Comparison, '=' | '!='>, b: number): boolean {
  switch (sign) {
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    default:
      return a >= b;
  }
}

/** The right side as a value of the left one's kind; null when it is none. */
function meant(text: string, { kind }: Value, values: Values): Value | null {
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
      return numberOr(text, (number) => ({ kind, number }));
    case 'money':
      return numberOr(text, (yuan) => ({ kind, cents: Math.round(yuan * CENTS) }));
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

function numberOr(text: string, made: (number: number) => Value): Value | null {
  const number = Number(text);
  return text === '' || Number.isNaN(number) ? null : made(number);
}
