import type { MoodWord, WireBubble, WireOrder } from '#contract/wire-events.ts';
import type { Bubble, ContentData, CustomerDeed, Order, Shop } from '#engine/model/content.ts';
import { pictureOf } from '#engine/model/customer-pictures.ts';

/** Five words for mood 0–100; the number itself is the answer key. */
export function moodWord(mood: number): MoodWord {
  if (mood < 20) return 'angry';
  if (mood < 40) return 'upset';
  if (mood < 60) return 'anxious';
  return mood < 80 ? 'calm' : 'pleased';
}

export const productName = (shop: Shop, id: string): string =>
  shop.products.find((product) => product.id === id)?.name ?? id;

/** The shape a picture takes in the thread when nothing is known of it but its name. */
const UNDRAWN = { width: 360, height: 240 };

export function presentBubble(
  { shop, pictures }: { shop: Shop } & Pick<ContentData, 'pictures'>,
  orders: readonly Order[],
  bubble: Bubble,
): WireBubble {
  switch (bubble.kind) {
    case 'text':
      return { kind: 'text', text: bubble.text };
    case 'product': {
      const product = shop.products.find(({ id }) => id === bubble.product);
      return {
        kind: 'product',
        product: bubble.product,
        name: product?.name ?? bubble.product,
        price: product?.price ?? 0,
      };
    }
    case 'order':
      return { kind: 'order', order: bubble.order ?? orders[0]?.id ?? '' };
    case 'picture': {
      const drawn = pictureOf({ pictures }, bubble.picture);
      if (drawn === null) return { kind: 'picture', picture: bubble.picture, alt: bubble.picture, ...UNDRAWN };
      const { picture, alt, width, height } = drawn;
      return { kind: 'picture', picture, alt, width, height };
    }
  }
}

/** An order as the panel shows it: without the inside notes, and without what must not be said aloud. */
export function presentOrder(shop: Shop, order: Order): WireOrder {
  return {
    id: order.id,
    no: order.no,
    status: order.status,
    placed: order.placed,
    paidOn: order.paidOn,
    shippedOn: order.shippedOn,
    signedOn: order.signedOn,
    receiver: order.receiver,
    phone: order.phone,
    address: order.address,
    insured: order.insured,
    items: order.items.map(({ product, sku, qty, price, paid }) => ({
      product,
      name: productName(shop, product),
      sku,
      qty,
      price,
      paid,
    })),
    gifts: order.gifts.map(({ product, price }) => ({ product, name: productName(shop, product), price })),
    off: order.off.map(({ card, amount }) => ({
      card,
      title:
        shop.policies.find(({ id }) => id === card)?.title ?? shop.coupons.find(({ id }) => id === card)?.name ?? card,
      amount,
    })),
    total: order.total,
  };
}

/** What a customer did, as the desk's grey line says it. */
export function presentDeed(shop: Shop, deed: CustomerDeed): string {
  switch (deed.deed) {
    case 'place-order': {
      const goods = [{ ...deed, qty: deed.qty ?? 1 }, ...(deed.more ?? [])].map(({ product, sku, qty }) =>
        [productName(shop, product), sku, qty > 1 ? `×${qty}` : null].filter((part) => part !== null).join(' '),
      );
      return `客户下单：${goods.join('、')}，${yuan(deed.amount)}${deed.pays ? '，已付款' : '，待付款'}`;
    }
    case 'pay':
      return '客户付款了';
    case 'open-refund':
      return deed.amount === null ? '客户申请退款' : `客户申请退款 ${yuan(deed.amount)}`;
    case 'open-complaint':
      return `客户发起投诉（${['一', '二', '三'][deed.level - 1] ?? deed.level}级）`;
    case 'bad-review':
      return '客户给了差评';
  }
}

const yuan = (cents: number): string => `¥${(cents / 100).toFixed(2)}`;
