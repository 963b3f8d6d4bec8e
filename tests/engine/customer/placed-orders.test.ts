import { expect, it } from 'vitest';
import type { Order } from '#engine/model/content.ts';
import { withPaid, withPlaced } from '#engine/model/placed-orders.ts';

const placed = { deed: 'place-order', product: 'shoe', sku: '41', pays: true, amount: 60200 } as const;
const off = [
  { card: 'less', amount: 4000 },
  { card: 'coupon', amount: 1500 },
];
const more = [{ product: 'tee', sku: 'L', qty: 2, price: 9900, paid: null }];

it('a placed order shows every item at its price, with its share of what was paid', () => {
  const [order] = withPlaced([], { ...placed, more, off });
  expect(order).toMatchObject({ total: 60200, off, status: 'paid' });
  expect(order?.items.map(({ product, price, paid }) => [product, price, paid])).toEqual([
    ['shoe', 45900, 42058],
    ['tee', 9900, 18142],
  ]);
});

it('several pieces of one product are one item, and show nothing as paid before payment', () => {
  const [order] = withPlaced([], { ...placed, qty: 2, amount: 91800, pays: false });
  expect(order?.items).toEqual([{ product: 'shoe', sku: '41', qty: 2, price: 45900, paid: null }]);
});

it('paying with a coupon lowers the total and each item’s share', () => {
  const [order] = withPlaced([], { ...placed, product: 'box', sku: null, qty: 3, amount: 38400, pays: false });
  const paid = withPaid([order as Order], { deed: 'pay', order: null, off: [{ card: 'coupon', amount: 200 }] });
  expect(paid[0]).toMatchObject({ status: 'paid', total: 38200, off: [{ card: 'coupon', amount: 200 }] });
  expect(paid[0]?.items.map((item) => item.paid)).toEqual([38200]);
});
