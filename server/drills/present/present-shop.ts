/** What of the shop changes in the course of a rush, as a browser gets it. */
import type { WireShopChange } from '#contract/wire/rush.ts';
import type { EventOf } from '#engine/model/events.ts';
import type { ShopChange } from '#engine/model/rush.ts';
import type { Product, Shop } from '#engine/model/shop.ts';

/** A change of the shop, once it has come. */
export const presentShopChange = ({
  at,
  what,
  shop,
  product,
  price,
  stock,
  text,
}: EventOf<'shop-changed'>): WireShopChange => ({
  kind: 'shop-changed',
  ...{ at, what, shop, product, price, stock, text },
});

/** The shop with the prices and stock that hold now: a product's card shows what its page would. */
export const shopAfter = (shop: Shop, changes: readonly ShopChange[]): Shop =>
  changes.length === 0
    ? shop
    : { ...shop, products: shop.products.map((product) => productAfter(product, shop.id, changes)) };

const productAfter = (product: Product, shop: string, changes: readonly ShopChange[]): Product => {
  const own = changes.filter((change) => change.shop === shop && change.product === product.id);
  return {
    ...product,
    price: own.findLast(({ price }) => price !== null)?.price ?? product.price,
    stock: own.findLast(({ stock }) => stock !== null)?.stock ?? product.stock,
  };
};
