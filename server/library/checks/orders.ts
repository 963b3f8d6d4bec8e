/** Sums: what was paid, what was taken off and the total must agree, or the right answer in the case is wrong. */
import { type CaseCheck, ordersOf } from '#library/case-view.ts';
import { sumOf } from '#library/normalise-order.ts';

export const checkOrders: CaseCheck = function* ({ authored }) {
  for (const { order, path } of ordersOf(authored)) {
    const total = order.total ?? sumOf(order);
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
  }
};

function yuan(cents: number): string {
  return `${(cents / 100).toFixed(2)} 元`;
}
