/** Orders customers make and pay themselves, as the panel then shows them: what each line cost after coupons. */
import type { CustomerDeed, Order, OrderItem, PlacedOff } from './content.ts';
import type { Shop } from './shop.ts';

type Placed = Extract<CustomerDeed, { deed: 'place-order' }>;
type Paid = Extract<CustomerDeed, { deed: 'pay' }>;

const offOf = (off: readonly PlacedOff[] | undefined): number =>
  (off ?? []).reduce((sum, { amount }) => sum + amount, 0);
const isPaidBy = ({ id, status }: Order, { order }: Paid): boolean =>
  order === null ? status === 'unpaid' : id === order;
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

type OffShop = Pick<Shop, 'coupons' | 'reductions' | 'products'>;

/**
 * A deed with what its author left out: from an order of goods at the shop's price the shop takes off by itself what it
 * takes from every such order, and the best coupon that was sent is used where the order has none (RULES J130). `sent`: ids of
 * the coupons the customer was rightly sent.
 */
export const withReductions = (
  deed: CustomerDeed,
  { coupons, reductions = [], products }: OffShop,
  orders: readonly Order[],
  sent: readonly string[],
): CustomerDeed => {
  if (deed.deed !== 'place-order' && deed.deed !== 'pay') return deed;
  const standing = deed.deed === 'pay' ? orders.find((order) => isPaidBy(order, deed)) : undefined;
  if (deed.deed === 'pay' && standing === undefined) return deed;
  const goods = deed.deed === 'pay' ? (standing?.items ?? []) : goodsPlaced(deed);
  const listed = goods.reduce((sum, item) => sum + costOf(item), 0);
  const used = [...(standing?.off ?? []), ...(deed.off ?? [])];
  const isListed = goods.every(({ product, price }) =>
    products.some((one) => one.id === product && one.price === price),
  );
  const isWhole = used.length === 0 && isListed && (standing === undefined || standing.total === listed);
  const taken = isWhole ? reductions.filter(({ least }) => least <= listed) : [];
  const isCoupon = (card: string): boolean => coupons.some(({ id }) => id === card);
  const best = used.some(({ card }) => isCoupon(card))
    ? undefined
    : coupons
        .filter(({ id, least, amount }) => sent.includes(id) && least <= listed && amount < listed)
        .sort((a, b) => b.amount - a.amount)[0];
  const more: PlacedOff[] = [...taken, ...(best ? [{ card: best.id, amount: best.amount }] : [])].map(
    ({ card, amount }) => ({ card, amount }),
  );
  if (more.length === 0) return deed;
  const off = [...(deed.off ?? []), ...more];
  return deed.deed === 'pay' ? { ...deed, off } : { ...deed, off, amount: deed.amount - offOf(more) };
};

/**
 * An order as it would be paid now: one that is unpaid, of goods at the shop's price, shows what the shop takes off by itself, too,
 * and what is then due. Any other stays as it is (RULES X89).
 */
export const asDue = (order: Order, shop: OffShop): Order => {
  if (order.status !== 'unpaid') return order;
  const { off = [] } = withReductions({ deed: 'pay', order: order.id }, shop, [order], []) as Paid;
  return { ...order, off: [...order.off, ...off], total: order.total - offOf(off) };
};

/** What deeds took off in cents beyond what their authors wrote. */
export const reducedIn = (deeds: readonly CustomerDeed[], authored: readonly CustomerDeed[]): number => {
  const offsOf = (list: readonly CustomerDeed[]) => list.flatMap((deed) => ('off' in deed ? (deed.off ?? []) : []));
  const known = new Set(offsOf(authored).map(({ card }) => card));
  return offOf(offsOf(deeds).filter(({ card }) => !known.has(card)));
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
  return orders.map((order) => (isPaidBy(order, deed) ? pay(order) : order));
};
