import { createContext, use, useCallback } from 'react';
import type { ShopBody } from '#contract/bodies.ts';

/** The shop as it was at a moment of the drill; null: it stays the same. */
export const ShopThenContext = createContext<((at: number) => ShopBody | null) | null>(null);

/** What `shop` was at a moment, in drill ms. */
export const useShopThen = (shop: ShopBody | null): ((at: number) => ShopBody | null) => {
  const shopThen = use(ShopThenContext);
  return useCallback((at) => shopThen?.(at) ?? shop, [shopThen, shop]);
};
