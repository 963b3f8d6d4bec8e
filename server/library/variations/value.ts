/** What a variable of a varying case holds, by kind: the kind says how it is written, compared and reckoned with. */

import { DAY_MS } from '#engine/model/spans.ts';

/** A good of the shop as cases speak of it. `called`: its short spoken name; `unit`: its measure word. */
export type Goods = {
  id: string;
  name: string;
  called: string;
  unit: string;
  cents: number;
};

export type Value =
  | { kind: 'word'; text: string }
  | { kind: 'number'; number: number }
  | { kind: 'money'; cents: number }
  /** Days since 1970-01-01. */
  | { kind: 'date'; day: number }
  /** Minutes since midnight. */
  | { kind: 'clock'; minutes: number }
  | { kind: 'size'; text: string }
  | { kind: 'goods'; goods: Goods }
  | { kind: 'flag'; holds: boolean }
  /** Variables that belong together: an old town and a new one. */
  | { kind: 'row'; fields: Readonly<Record<string, Value>> };

export type Kind = Value['kind'];
/** By the name an author gave. */
export type Values = Readonly<Record<string, Value>>;

const MINUTES_OF_DAY = 1440;

/** Null: not written as `2026-11-12`, or no day of the calendar. */
export const dayOf = (iso: string): number | null => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null;
  const ms = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(ms) || isoOf(ms / DAY_MS) !== iso ? null : ms / DAY_MS;
};

export const isoOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** Null: not written as `16:00`. */
export const minutesOf = (clock: string): number | null => {
  const parts = /^(\d{2}):(\d{2})$/.exec(clock);
  if (parts === null) return null;
  const minutes = Number(parts[1]) * 60 + Number(parts[2]);
  return minutes < MINUTES_OF_DAY && Number(parts[2]) < 60 ? minutes : null;
};

/** `minutes` may lie before or after the day: 25:10 is 01:10. */
export const clockOf = (minutes: number): string => {
  const within = ((minutes % MINUTES_OF_DAY) + MINUTES_OF_DAY) % MINUTES_OF_DAY;
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
};

/** Money in yuan as text with no needless zeros: 443, 43.8, 0.1. */
export const yuanOf = (cents: number): string => {
  const sign = cents < 0 ? '-' : '';
  const wholeYuan = Math.floor(Math.abs(cents) / 100);
  const rest = Math.abs(cents) % 100;
  return rest === 0 ? `${sign}${wholeYuan}` : `${sign}${wholeYuan}.${String(rest).padStart(2, '0').replace(/0$/, '')}`;
};

/** The number by which two values of one kind are compared and told near or far; null for kinds without an order. */
export const magnitude = (value: Value): number | null => {
  switch (value.kind) {
    case 'number':
      return value.number;
    case 'money':
      return value.cents;
    case 'date':
      return value.day;
    case 'clock':
      return value.minutes;
    case 'flag':
      return value.holds ? 1 : 0;
    case 'size':
      return Number.isNaN(Number.parseFloat(value.text)) ? null : Number.parseFloat(value.text);
    default:
      return null;
  }
};

/** A text that is the same for equal values and differs for unequal ones of a kind. */
export const keyOf = (value: Value): string => {
  switch (value.kind) {
    case 'word':
    case 'size':
      return value.text;
    case 'goods':
      return value.goods.id;
    case 'row':
      return Object.entries(value.fields)
        .map(([name, field]) => `${name}=${keyOf(field)}`)
        .join(',');
    default:
      return String(magnitude(value));
  }
};

/** A variable, or a field of one: `鞋`, `鞋.price`, `脚.标准`. Undefined: no such name. */
export const valueAt = (values: Values, name: string): Value | undefined => {
  if (!name.includes('.')) return Object.hasOwn(values, name) ? values[name] : undefined;
  const [firstName = '', ...path] = name.split('.');
  let value = Object.hasOwn(values, firstName) ? values[firstName] : undefined;
  for (const step of path) value = value === undefined ? undefined : fieldOf(value, step);
  return value;
};

const fieldOf = (value: Value, field: string): Value | undefined => {
  if (value.kind === 'row') return Object.hasOwn(value.fields, field) ? value.fields[field] : undefined;
  if (value.kind !== 'goods') return undefined;
  const { goods } = value;
  switch (field) {
    case 'price':
      return { kind: 'money', cents: goods.cents };
    case 'unit':
      return { kind: 'word', text: goods.unit };
    case 'name':
      return { kind: 'word', text: goods.name };
    default:
      return undefined;
  }
};
