import { describe, expect, it } from 'vitest';
import { checkOrders } from '#library/checks/money/orders.ts';
import type { AuthoredDeeds } from '#library/schema/deeds.ts';
import type { CaseView } from '#library/view/case-view.ts';

const shop = {
  products: [
    { id: 'apple', price: 2390 },
    { id: 'tee', price: 9900 },
  ],
} as unknown as CaseView['shop'];
const order = { no: '…1', items: [{ product: 'tee', qty: 3, price: 9900 }], total: 29700 };

/** Where the checker finds fault with a story in which the customer does this and an ending books that. */
const faults = (does: AuthoredDeeds, sale?: number, first: object = order): string[] => {
  const authored = {
    order: first,
    beats: [{ id: 'one', does }],
    endings: { bought: { outcome: 'paid', ...(sale !== undefined && { sale }) } },
  } as unknown as CaseView['authored'];
  const view = { authored, shop, actions: new Map(), exemplars: new Map() };
  return [...checkOrders(view)].map(({ path }) => path.join('.'));
};
const apples = { product: 'apple', pays: true, amount: 4180 };

describe('an order the customer places', () => {
  it('has for its sum what its goods cost, less what is taken off', () => {
    const off = [
      { card: 'second', amount: 400 },
      { card: 'coupon', amount: 200 },
    ];
    expect(faults({ 'place-order': { ...apples, qty: 2, off } })).toEqual([]);
    expect(faults({ 'place-order': { ...apples, off } })).toEqual(['beats.0.does.place-order.amount']);
    expect(faults({ 'place-order': { ...apples, qty: 2 } })).toEqual(['beats.0.does.place-order.amount']);
  });

  it('may have other goods in it too, which the sum includes', () => {
    const more = [{ product: 'tee', price: 9900 }];
    expect(faults({ 'place-order': { product: 'apple', more, pays: true, amount: 12290 } })).toEqual([]);
    expect(faults({ 'place-order': { product: 'apple', pays: true, amount: 12290 } })).toHaveLength(1);
  });
});

describe('a sale that an ending books', () => {
  it('is the sum that was paid, less coupons', () => {
    const pay = { off: [{ card: 'coupon', amount: 200 }] };
    const unpaid = { ...order, status: 'unpaid' };
    expect(faults({ pay }, 29500, unpaid)).toEqual([]);
    expect(faults({ pay: {} }, 29500, unpaid)).toEqual(['endings.bought.sale']);
    expect(faults({ 'open-complaint': { level: 1 } }, 29500, unpaid)).toEqual([]);
  });
});

it('an unpaid order shows no paid sum on its items', () => {
  const items = [{ product: 'tee', price: 9900, paid: 9900 }];
  expect(faults({}, undefined, { no: '…1', status: 'unpaid', items, total: 9900 })).toEqual(['order.items']);
});
