import type { WireOrder } from '#contract/wire-events.ts';

/** What the sum of an order is: paid, still due, or, of one that was cancelled before it was paid, neither. */
export const orderSum = ({ status, paidOn }: Pick<WireOrder, 'status' | 'paidOn'>): 'paid' | 'due' | 'unpaid' => {
  if (status === 'unpaid') return 'due';
  return status === 'cancelled' && paidOn === null ? 'unpaid' : 'paid';
};
