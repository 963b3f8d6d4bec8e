/** Sums of orders: the price paid, the amounts taken off and the total must agree, or the right answer of the case is wrong. */
import { goodsPlaced } from '#engine/model/placed-orders.ts';
import { listed, say } from '#i18n/say.ts';
import type { Fault } from '#library/diagnostics/diagnostics.ts';
import { sumOf } from '#library/reading/normalise-order.ts';
import { toPlacedOrder } from '#library/reading/normalise-parts.ts';
import type { AuthoredOrder } from '#library/schema/scenario.ts';
import { type CaseCheck, type CaseView, deedsOf, type OrderAt, ordersOf } from '#library/view/case-view.ts';

export const checkOrders: CaseCheck = function* (view) {
  for (const at of ordersOf(view.authored)) yield* checkStanding(at);
  yield* checkPlacedOrders(view);
  yield* checkSales(view);
};

/** An order as it stands when the story begins. */
function* checkStanding({ order, path }: OrderAt): Iterable<Fault> {
  const total = totalOf(order);
  if (total !== sumOf(order))
    yield {
      code: 'sum-mismatch',
      path: [...path, 'total'],
      message: say('checker:order.total', { sum: yuan(sumOf(order)), total: yuan(total) }),
    };
  const paidByItem = order.items.map((item) => item.paid);
  const paidSum = paidByItem.reduce<number>((sumSoFar, itemPaid) => sumSoFar + (itemPaid ?? 0), 0);
  if (paidByItem.every((itemPaid) => itemPaid !== undefined) && paidSum !== total)
    yield {
      code: 'sum-mismatch',
      path: [...path, 'items'],
      message: say('checker:order.paid', {
        sum: yuan(paidSum),
        total: yuan(total),
        difference: yuan(Math.abs(paidSum - total)),
      }),
    };
  if (order.status === 'unpaid' && paidSum > 0)
    yield { code: 'sum-mismatch', path: [...path, 'items'], message: say('checker:order.unpaid') };
}

/** An order the customer places must cost what its goods cost in the shop, less what is taken off. */
function* checkPlacedOrders({ authored, shop }: CaseView): Iterable<Fault> {
  const vouchedAmounts = (authored.figures ?? []).map(({ amount }) => amount);
  for (const { does, path } of deedsOf(authored)) {
    const placed = does['place-order'];
    for (const { product, price, qty } of placed ? goodsPlaced(toPlacedOrder(placed)) : []) {
      const shopPrice = shop?.products.find(({ id }) => id === product)?.price;
      if (shopPrice !== undefined && shopPrice !== price && !vouchedAmounts.includes(price))
        yield {
          code: 'sum-mismatch',
          path: [...path, 'place-order', 'amount'],
          message: say('checker:order.placed', { product, listed: yuan(shopPrice), n: qty, each: yuan(price) }),
        };
    }
  }
}

/** The sale an ending records must be a sum that somebody pays in this story. */
function* checkSales({ authored }: CaseView): Iterable<Fault> {
  const orders = ordersOf(authored).map(({ order }) => order);
  const paidAmounts = deedsOf(authored).flatMap(({ does: { pay, 'place-order': placed } }) => [
    ...(placed ? [placed.amount] : []),
    ...(pay
      ? orders.filter((order) => isPaidBy(order, pay.order)).map((order) => totalOf(order) - discountOf(pay.off))
      : []),
  ]);
  if (paidAmounts.length === 0) return;
  for (const [id, { sale }] of Object.entries(authored.endings))
    if (sale !== undefined && !paidAmounts.includes(sale))
      yield {
        code: 'sum-mismatch',
        path: ['endings', id, 'sale'],
        message: say('checker:order.sale', { sale: yuan(sale), paid: listed([...new Set(paidAmounts)].map(yuan)) }),
      };
}

const isPaidBy = ({ id, status }: AuthoredOrder, order: string | undefined): boolean => {
  return order === undefined ? status === 'unpaid' : (id ?? 'order') === order;
};

const totalOf = (order: AuthoredOrder): number => {
  return order.total ?? sumOf(order);
};

const discountOf = (off: AuthoredOrder['off']): number => {
  return (off ?? []).reduce((sum, { amount }) => sum + amount, 0);
};

const yuan = (cents: number): string => {
  return say('checker:yuan', { amount: (cents / 100).toFixed(2) });
};
