/** Orders customers make and pay themselves, as the panel then shows them: what each line cost after coupons. */
import type { CustomerDeed, Order, OrderItem, PlacedOff } from './content.ts';

type Placed = Extract<CustomerDeed, { deed: 'place-order' }>;
type Paid = Extract<CustomerDeed, { deed: 'pay' }>;

const offOf = (off: readonly PlacedOff[] | undefined): number =>
  (off ?? []).reduce((sum, { amount }) => sum + amount, 0);
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

/**
 * A deed without the coupons that wait for the trainee to send them and weren't sent: it then costs so much more. An
 * author writes the sum with all of them used (RULES T135).
 */
export const withCouponsSent = (deed: CustomerDeed, isSent: (card: string) => boolean): CustomerDeed => {
  if ((deed.deed !== 'place-order' && deed.deed !== 'pay') || !deed.off?.some(({ sent }) => sent)) return deed;
  const used = deed.off.filter(({ sent, card }) => !sent || isSent(card)).map(({ card, amount }) => ({ card, amount }));
  const { off, ...rest } = deed;
  const kept = used.length > 0 ? { off: used } : {};
  return rest.deed === 'pay'
    ? { ...rest, ...kept }
    : { ...rest, ...kept, amount: rest.amount + offOf(off) - offOf(used) };
};

/** What such a deed cost more than its author wrote, in cents: the coupons that weren't used. */
export const unsentIn = (deed: CustomerDeed, isUsed: (card: string) => boolean): number =>
  deed.deed === 'place-order' || deed.deed === 'pay'
    ? offOf((deed.off ?? []).filter(({ sent, card }) => sent && !isUsed(card)))
    : 0;

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
