/** A change of the shop in the course of a rush, as a browser gets it. */
import type { WireShopChange } from '#contract/wire/rush.ts';
import type { EventOf } from '#engine/model/events.ts';

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
