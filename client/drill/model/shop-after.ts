/** The shop with what has changed in it since the drill began: an offer's price, a good that is gone. */
import type { ShopBody } from '#contract/bodies.ts';
import type { DrillView, ShopChange } from './drill-view.ts';

type Product = ShopBody['products'][number];

/** What has changed last of a good's price and of its stock, and when, in drill ms; `was`: before it. Null: nothing. */
export type ProductChanges = {
  price: { at: number; was: number } | null;
  stock: { at: number; was: number | null } | null;
};

/** What has changed of each good, by id, of those of which anything has. */
export const productChanges = (
  shop: ShopBody | null,
  changes: readonly ShopChange[],
): ReadonlyMap<string, ProductChanges> => {
  const changed = new Map<string, ProductChanges>();
  changes.forEach((change, index) => {
    if (change.shop !== shop?.id) return;
    const before = shopAfter(shop, changes.slice(0, index))?.products.find(({ id }) => id === change.product);
    if (before === undefined) return;
    const { price = null, stock = null } = changed.get(change.product) ?? {};
    changed.set(change.product, {
      price: change.price === null || change.price === before.price ? price : { at: change.at, was: before.price },
      stock: change.stock === null || change.stock === before.stock ? stock : { at: change.at, was: before.stock },
    });
  });
  return changed;
};

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

/**
 * The shop as it was at a moment, in drill ms: a card in the thread shows what held when it was sent, and isn't rewritten
 * when the good is gone later.
 */
export const shopThen = (shop: ShopBody | null, changes: readonly ShopChange[]): ((at: number) => ShopBody | null) => {
  const shops = [shop, ...changes.map((_, index) => shopAfter(shop, changes.slice(0, index + 1)))];
  return (at) => shops[changes.filter((change) => change.at <= at).length] ?? shop;
};

/** With one announcement more, and what it changes of a good (RULES J171). */
export const withNotice = (
  view: DrillView,
  notice: DrillView['notices'][number],
  changes: Omit<ShopChange, 'at'> | undefined,
): DrillView => ({
  ...view,
  notices: [...view.notices, changes ? { ...notice, product: changes.product } : notice],
  shopChanges: changes ? [...view.shopChanges, { at: notice.at, ...changes }] : view.shopChanges,
});
