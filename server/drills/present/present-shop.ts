/** A change of the shop in the course of a rush, as a browser gets it. */
import type { WireShopChange } from '#contract/wire/rush.ts';
import type { EventOf } from '#engine/model/events.ts';
import type { ChangedProduct } from '#engine/model/shop-after.ts';
import type { Known } from './known.ts';

/** What the announcement that comes with a customer changes of a good; null: nothing (RULES J171). */
export const announcedChange = (known: Known | undefined): ChangedProduct | null => {
  const { incident = null, shop = '' } = known?.preparedCase.scenario ?? {};
  return incident?.changes ? { shop, ...incident.changes } : null;
};

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
