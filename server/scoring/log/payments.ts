/** What customers paid for orders in the conversation, as the panel shows it. */
import type { CustomerDeed, Order } from '#engine/model/content.ts';
import type { DrillMs } from '#engine/model/events.ts';
import type { CaseFacts } from './case-facts.ts';
import type { ConversationHistory } from './conversation-history.ts';

/** Sums in cents: what was paid, and what the goods cost before anything was taken off. `index`: its place in the log. */
export type Payment = { index: number; at: DrillMs; paid: number; listed: number };

const isPayment = (deed: CustomerDeed): boolean => deed.deed === 'pay' || (deed.deed === 'place-order' && deed.pays);

/** Orders paid in one sum. One with a deposit paid before is left out: nobody pays its total at once. */
export const paymentsIn = (conversation: ConversationHistory, { scenario }: CaseFacts): Payment[] => {
  let before: readonly Order[] = scenario.orders;
  return conversation.customerDeeds.flatMap(({ deed, orders, at, index }) => {
    const wasPaid = new Set(before.filter((one) => one.status !== 'unpaid' || one.paidOn !== null).map(({ id }) => id));
    before = orders;
    if (!isPayment(deed)) return [];
    const order = orders.find(({ id, status }) => status === 'paid' && !wasPaid.has(id));
    if (order === undefined) return [];
    const listed = order.items.reduce((sum, { price, qty }) => sum + price * qty, 0);
    return [{ index, at, paid: order.total, listed }];
  });
};
