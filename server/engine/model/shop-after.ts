/** The shop with what of it has changed in the course of a rush. */
import type { RushState, ShopChange } from './rush.ts';
import type { Product, Shop } from './shop.ts';

/** What holds of a good from a moment on: its price in cents, its stock in pieces; null: as before. */
export type ProductChange = Pick<ShopChange, 'product' | 'price' | 'stock'>;
export type ChangedProduct = ProductChange & Pick<ShopChange, 'shop'>;

/** The shop with the prices and stock that hold now: a product's card shows what its page would. */
export const shopAfter = (shop: Shop, changes: readonly ChangedProduct[]): Shop =>
  changes.length === 0
    ? shop
    : { ...shop, products: shop.products.map((product) => productAfter(product, shop.id, changes)) };

const productAfter = (product: Product, shop: string, changes: readonly ChangedProduct[]): Product => {
  const own = changes.filter((change) => change.shop === shop && change.product === product.id);
  return {
    ...product,
    price: own.findLast(({ price }) => price !== null)?.price ?? product.price,
    stock: own.findLast(({ stock }) => stock !== null)?.stock ?? product.stock,
  };
};

/** The changes that have come by now. */
export const changesSoFar = (rush: RushState | null): readonly ShopChange[] =>
  rush?.changes?.slice(0, rush.changesTold) ?? [];
