/** The shop with what has changed in it since the drill began: an offer's price, a good that is gone. */
import type { ShopBody } from '#contract/bodies.ts';
import type { ShopChange } from './drill-view.ts';

type Product = ShopBody['products'][number];

const productAfter = (product: Product, changes: readonly ShopChange[]): Product => {
  const own = changes.filter((change) => change.product === product.id);
  return {
    ...product,
    price: own.findLast(({ price }) => price !== null)?.price ?? product.price,
    stock: own.findLast(({ stock }) => stock !== null)?.stock ?? product.stock,
  };
};

/** The same object where nothing has changed. */
export const shopAfter = (shop: ShopBody | null, changes: readonly ShopChange[]): ShopBody | null => {
  const own = changes.filter((change) => change.shop === shop?.id);
  return shop === null || own.length === 0
    ? shop
    : { ...shop, products: shop.products.map((product) => productAfter(product, own)) };
};
