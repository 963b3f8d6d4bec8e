/** What may be drawn and dressed, as values: written lists, goods of the shop, sums, days, clocks, sizes, rows. */
import type { AuthoredDraw, AuthoredRow } from '#library/schema/variation.ts';
import type { Named } from './faults.ts';
import { ownProperty, type ShopFacts } from './shop-facts.ts';
import { dayOf, minutesOf, type Value } from './value.ts';

export type DrawFault = Named<'unknown-good' | 'draw-empty' | 'bad-value'>;

const isFault = (value: Value | DrawFault): value is DrawFault => 'fault' in value;

/** The values of one variable in this shop, in the author's order, or why there are none. */
export const drawnValues = (authored: AuthoredDraw, shop: ShopFacts): Value[] | DrawFault => {
  const [kind, items] = Array.isArray(authored) ? ['words', authored] : (Object.entries(authored)[0] ?? ['words', []]);
  const list: unknown = Array.isArray(items) ? items : (items as Readonly<Record<string, unknown>>)[shop.id];
  if (!Array.isArray(list) || list.length === 0) return { fault: 'draw-empty', name: shop.id };
  const values = list.map((item: unknown) => toValue(kind, item, shop));
  return values.find(isFault) ?? values.filter((value): value is Value => !isFault(value));
};

const toValue = (kind: string, item: unknown, shop: ShopFacts): Value | DrawFault => {
  const text = String(item);
  const badValue: DrawFault = { fault: 'bad-value', name: text };
  switch (kind) {
    case 'goods': {
      const goods = ownProperty(shop.goods, text);
      return goods === undefined ? { fault: 'unknown-good', name: text } : { kind, goods };
    }
    case 'money':
      return typeof item === 'number' && Number.isInteger(item) ? { kind, cents: item } : badValue;
    case 'date': {
      const day = dayOf(text);
      return day === null ? badValue : { kind, day };
    }
    case 'clock': {
      const minutes = minutesOf(text);
      return minutes === null ? badValue : { kind, minutes };
    }
    case 'size':
      return { kind, text };
    case 'rows':
      return rowOf(item as AuthoredRow, shop);
    default:
      return typeof item === 'number' ? { kind: 'number', number: item } : { kind: 'word', text };
  }
};

const rowOf = (row: AuthoredRow, shop: ShopFacts): Value | DrawFault => {
  const fields: Record<string, Value> = {};
  for (const [name, item] of Object.entries(row)) {
    const [kind, inner] = typeof item === 'object' ? (Object.entries(item)[0] ?? ['words', '']) : ['words', item];
    const value = toValue(kind, inner, shop);
    if (isFault(value)) return value;
    fields[name] = value;
  }
  return { kind: 'row', fields };
};
