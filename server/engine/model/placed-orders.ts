/** Orders customers make and pay themselves, as the panel then shows them: what each line cost after coupons. */
import type { CustomerDeed, Order, OrderItem } from './content.ts';

type Placed = Extract<CustomerDeed, { deed: 'place-order' }>;
type Paid = Extract<CustomerDeed, { deed: 'pay' }>;
type Off = Order['off'];

const offOf = (off: Off | undefined): number => (off ?? []).reduce((sum, { amount }) => sum + amount, 0);
const costOf = ({ price, qty }: Pick<OrderItem, 'price' | 'qty'>): number => price * qty;

/**
 * The items with what was paid for each: its share of the sum by its price, in whole cents. The last one takes what is
 * left over.
 */
const shared = (items: readonly OrderItem[], sum: number): readonly OrderItem[] => {
  const goods = items.reduce((all, item) => all + costOf(item), 0);
  const shares = items.map((item) => (goods === 0 ? 0 : Math.round((sum * costOf(item)) / goods)));
  const over = sum - shares.reduce((all, share) => all + share, 0);
  return items.map((item, index) => ({
    ...item,
    paid: item.paid ?? (shares[index] ?? 0) + (index === items.length - 1 ? over : 0),
  }));
};

/**
 * The goods of an order placed. The price of one piece of the first kind follows from the sum paid, the other goods and
 * the coupons.
 */
export const goodsPlaced = (deed: Omit<Placed, 'deed' | 'pays'>): readonly OrderItem[] => {
  const more = deed.more ?? [];
  const qty = deed.qty ?? 1;
  const rest = more.reduce((sum, item) => sum + costOf(item), 0);
  const price = (deed.amount + offOf(deed.off) - rest) / qty;
  return [{ product: deed.product, sku: deed.sku, qty, price, paid: null }, ...more];
};

/** The customer's orders with the one just placed. */
export const withPlaced = (orders: readonly Order[], deed: Placed): readonly Order[] => {
  const items = goodsPlaced(deed);
  return [
    ...orders,
    {
      id: `new-${orders.length + 1}`,
      no: `…${String(4100 + orders.length * 37 + deed.amount / 100).slice(0, 4)}`,
      status: deed.pays ? 'paid' : 'unpaid',
      placed: '刚刚',
      paidOn: deed.pays ? '刚刚' : null,
      shippedOn: null,
      signedOn: null,
      receiver: null,
      phone: null,
      address: null,
      insured: false,
      items: deed.pays ? shared(items, deed.amount) : items,
      gifts: [],
      off: deed.off ?? [],
      total: deed.amount,
      inside: [],
      secret: [],
    },
  ];
};

/** The customer's orders with one paid, less the coupons used at paying. */
export const withPaid = (orders: readonly Order[], deed: Paid): readonly Order[] => {
  const pay = (order: Order): Order => {
    const total = order.total - offOf(deed.off);
    return {
      ...order,
      status: 'paid',
      paidOn: '刚刚',
      off: [...order.off, ...(deed.off ?? [])],
      total,
      items: shared(order.items, total),
    };
  };
  return orders.map((order) =>
    (deed.order === null ? order.status === 'unpaid' : order.id === deed.order) ? pay(order) : order,
  );
};
