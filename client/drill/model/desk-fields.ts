/** Forms of desk actions: what is typed becomes what the contract wants, money in cents. */
import type { ShopBody } from '#contract/bodies.ts';
import type { CommandPayload } from '#contract/commands.ts';
import type { WireOrder } from '#contract/wire-events.ts';

export type ActionSpec = ShopBody['actions'][number];
export type ActionField = ActionSpec['fields'][number];
export type FieldValues = Readonly<Record<string, string>>;
export type Choice = { value: string; label: string };

/** 12, 12.5, 12.50, ¥12.50 → cents; null = not an amount. */
export const parseMoney = (text: string): number | null => {
  const match = /^[¥￥]?\s*(\d{1,6})(?:[.。](\d{1,2}))?$/.exec(text.trim());
  if (match === null) return null;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0') || '0');
};

/** What was typed, as the contract wants it; null = not one of its kind. A new kind of field doesn't compile without a case. */
const parseField = ({ kind }: ActionField, text: string): string | number | null => {
  switch (kind) {
    case 'money':
      return parseMoney(text);
    case 'text':
    case 'order':
    case 'product':
    case 'sku':
    case 'coupon':
    case 'address':
    case 'choice':
      return text;
  }
};

/** Whether a field is one of several of which at least one is filled. */
export const isOneOf = ({ oneOf = [] }: Pick<ActionSpec, 'oneOf'>, { name }: ActionField): boolean =>
  oneOf.includes(name);

export type CheckedForm =
  | { ok: true; payload: CommandPayload<'action:do'>['with'] }
  | { ok: false; missing: readonly string[]; invalid: readonly string[] };

export const checkForm = (spec: ActionSpec, values: FieldValues): CheckedForm => {
  const payload: CommandPayload<'action:do'>['with'] = {};
  const missing: string[] = [];
  const invalid: string[] = [];
  for (const field of spec.fields) {
    const text = (values[field.name] ?? '').trim();
    if (text === '') {
      if (field.required) missing.push(field.title);
      continue;
    }
    const value = parseField(field, text);
    if (value === null) invalid.push(field.name);
    else payload[field.name] = value;
  }
  // What is sent anew must be chosen: a form without goods and part sent nothing.
  const eitherOf = spec.fields.filter((field) => isOneOf(spec, field));
  const isNoneFilled = eitherOf.every(({ name }) => (values[name] ?? '').trim() === '');
  if (eitherOf.length > 0 && isNoneFilled) missing.push(eitherOf.map(({ title }) => title).join(' / '));
  return missing.length + invalid.length === 0 ? { ok: true, payload } : { ok: false, missing, invalid };
};

/** What a form starts with: what it was opened from, and the only order there is. */
export const initialValues = (spec: ActionSpec, orders: readonly WireOrder[], preset: FieldValues): FieldValues => {
  const onlyOrder = orders.length === 1 ? orders[0] : undefined;
  const orderField = spec.fields.find((field) => field.kind === 'order');
  const started =
    orderField === undefined || onlyOrder === undefined ? preset : { [orderField.name]: onlyOrder.id, ...preset };
  return withOrderSum(spec, orders, started, {});
};

/** The operation on the whole of an order: its sum is what was paid for it. */
const WHOLE_ORDER = 'refund-full';

/**
 * With what was paid for the order that was chosen, where the operation is for all of it (RULES X115). `before`: the fields until
 * then: a sum that was typed stays.
 */
export const withOrderSum = (
  { id, fields }: ActionSpec,
  orders: readonly WireOrder[],
  values: FieldValues,
  before: FieldValues,
): FieldValues => {
  const sum = fields.find(({ kind }) => kind === 'money');
  const orderField = fields.find(({ kind }) => kind === 'order');
  if (id !== WHOLE_ORDER || sum === undefined || orderField === undefined) return values;
  const paidIn = (chosen: FieldValues): string => {
    const order = orders.find((one) => one.id === chosen[orderField.name]);
    return order === undefined || order.status === 'unpaid' || order.paidOn === null
      ? ''
      : (order.total / 100).toFixed(2);
  };
  const typed = values[sum.name] ?? '';
  const paid = paidIn(values);
  return paid === '' || (typed !== '' && typed !== paidIn(before)) ? values : { ...values, [sum.name]: paid };
};

/** Products on this customer's orders first: they are what is mostly meant. */
export const productChoices = (shop: ShopBody, orders: readonly WireOrder[]): Choice[] => {
  const boughtIds = new Set(orders.flatMap((order) => order.items.map((item) => item.product)));
  const choiceOf = (product: ShopBody['products'][number]): Choice => ({ value: product.id, label: product.name });
  return [
    ...shop.products.filter((product) => boughtIds.has(product.id)),
    ...shop.products.filter((product) => !boughtIds.has(product.id)),
  ].map(choiceOf);
};

const ordersMeant = (orders: readonly WireOrder[], { order = '' }: FieldValues): readonly WireOrder[] =>
  orders.filter(({ id }) => order === '' || id === order);

/** Goods of an order: one of each product, with every spec of it that was bought. `price`: null where it is a gift. */
export type OrderedGoods = { product: string; name: string; skus: readonly string[]; price: number | null };

/**
 * What was bought, of the order chosen in the form or else of all, with the gifts, which come back with the goods: nothing else
 * can be returned or exchanged (RULES X105).
 */
export const orderedGoods = (orders: readonly WireOrder[], values: FieldValues): OrderedGoods[] => {
  const meant = ordersMeant(orders, values);
  const items = meant.flatMap((order) => order.items);
  const gifts = meant.flatMap((order) => order.gifts);
  const lines = [...items, ...gifts.map((gift) => ({ ...gift, sku: null, price: null }))];
  return [...new Set(lines.map(({ product }) => product))].flatMap((product) => {
    const own = lines.filter((line) => line.product === product);
    const [first] = own;
    const skus = [...new Set(own.flatMap(({ sku }) => sku ?? []))];
    return first === undefined ? [] : [{ product, name: first.name, skus, price: first.price }];
  });
};

/** Sizes and colours of the product chosen in the form, else of what was ordered, else of everything. */
export const skuChoices = (shop: ShopBody, orders: readonly WireOrder[], values: FieldValues): Choice[] => {
  const orderedIds = ordersMeant(orders, values).flatMap((order) => order.items.map((item) => item.product));
  const productIds = values.product !== undefined && values.product !== '' ? [values.product] : orderedIds;
  const skusOf = (ids: readonly string[]): string[] =>
    shop.products.filter((product) => ids.includes(product.id)).flatMap((product) => product.skus);
  const ownSkus = skusOf(productIds);
  const skus = ownSkus.length > 0 ? ownSkus : skusOf(shop.products.map((product) => product.id));
  return [...new Set(skus)].map((sku) => ({ value: sku, label: sku }));
};
