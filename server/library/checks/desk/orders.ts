/** Sums: what was paid, what was taken off and the total must agree, or the right answer in the case is wrong. */
import { goodsPlaced } from '#engine/model/placed-orders.ts';
import type { Fault } from '#library/diagnostics/diagnostics.ts';
import { sumOf } from '#library/reading/normalise-order.ts';
import { toPlaced } from '#library/reading/normalise-parts.ts';
import type { AuthoredOrder } from '#library/schema/scenario.ts';
import { type CaseCheck, type CaseView, deedsOf, type OrderAt, ordersOf } from '#library/view/case-view.ts';

export const checkOrders: CaseCheck = function* (view) {
  for (const at of ordersOf(view.authored)) yield* checkStanding(at);
  yield* checkPlaced(view);
  yield* checkSales(view);
};

/** An order as it stands when the story begins. */
function* checkStanding({ order, path }: OrderAt): Iterable<Fault> {
  const total = totalOf(order);
  if (total !== sumOf(order))
    yield {
      code: 'sum-mismatch',
      path: [...path, 'total'],
      message: `各件标价减优惠是 ${yuan(sumOf(order))}，total 写的是 ${yuan(total)}`,
    };
  const paid = order.items.map((item) => item.paid);
  const sum = paid.reduce<number>((all, each) => all + (each ?? 0), 0);
  if (paid.every((each) => each !== undefined) && sum !== total)
    yield {
      code: 'sum-mismatch',
      path: [...path, 'items'],
      message: `各件实付合计 ${yuan(sum)}，与合计 ${yuan(total)} 差 ${yuan(Math.abs(sum - total))}`,
    };
  if (order.status === 'unpaid' && sum > 0)
    yield { code: 'sum-mismatch', path: [...path, 'items'], message: '这单还没付，各件不能写实付 paid' };
}

/** An order the customer places must cost what its goods cost in the shop, less what is taken off. */
function* checkPlaced({ authored, shop }: CaseView): Iterable<Fault> {
  const listed = (authored.figures ?? []).map(({ amount }) => amount);
  for (const { does, path } of deedsOf(authored)) {
    const placed = does['place-order'];
    for (const { product, price, qty } of placed ? goodsPlaced(toPlaced(placed)) : []) {
      const priced = shop?.products.find(({ id }) => id === product)?.price;
      if (priced !== undefined && priced !== price && !listed.includes(price))
        yield {
          code: 'sum-mismatch',
          path: [...path, 'place-order', 'amount'],
          message: `${product} 店里卖 ${yuan(priced)}，这一单 ${qty} 件算下来一件 ${yuan(price)}：核对 qty、more、off 和 amount`,
        };
    }
  }
}

/** What an ending books must be what somebody pays in this story. */
function* checkSales({ authored }: CaseView): Iterable<Fault> {
  const orders = ordersOf(authored).map(({ order }) => order);
  const paid = deedsOf(authored).flatMap(({ does: { pay, 'place-order': placed } }) => [
    ...(placed ? [placed.amount] : []),
    ...(pay
      ? orders.filter((order) => isPaidBy(order, pay.order)).map((order) => totalOf(order) - offOf(pay.off))
      : []),
  ]);
  if (paid.length === 0) return;
  for (const [id, { sale }] of Object.entries(authored.endings))
    if (sale !== undefined && !paid.includes(sale))
      yield {
        code: 'sum-mismatch',
        path: ['endings', id, 'sale'],
        message: `sale 写的是 ${yuan(sale)}，客户付的是 ${[...new Set(paid)].map(yuan).join('、')}：付款时用的券写进 pay 的 off`,
      };
}

function isPaidBy({ id, status }: AuthoredOrder, order: string | undefined): boolean {
  return order === undefined ? status === 'unpaid' : (id ?? 'order') === order;
}

function totalOf(order: AuthoredOrder): number {
  return order.total ?? sumOf(order);
}

function offOf(off: AuthoredOrder['off']): number {
  return (off ?? []).reduce((sum, { amount }) => sum + amount, 0);
}

function yuan(cents: number): string {
  return `${(cents / 100).toFixed(2)} 元`;
}
