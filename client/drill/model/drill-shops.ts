/** Shops whose customers are on the desk, each asked for once. */
import { useEffect } from 'react';
import { create } from 'zustand';
import { call, type Trouble } from '#client/lib/api.ts';
import type { ShopBody } from '#contract/bodies.ts';

/** Key: the shop's id, or `<drill>/<shop>` for the shop as that drill was opened with it. */
type ShopState = { byId: Readonly<Record<string, ShopBody>>; errors: Readonly<Record<string, Trouble>> };
export const useShops = create<ShopState>(() => ({ byId: {}, errors: {} }));
const requestedKeys = new Set<string>();

const shopKey = (shopId: string, drillId: string | null): string =>
  drillId === null ? shopId : `${drillId}/${shopId}`;

export const loadShop = async (shopId: string, drillId: string | null = null): Promise<void> => {
  const key = shopKey(shopId, drillId);
  if (requestedKeys.has(key)) return;
  requestedKeys.add(key);
  const answer = await (drillId === null
    ? call('GET /api/shops/:id', { id: shopId })
    : call('GET /api/drills/:id/shops/:shop', { id: drillId, shop: shopId }));
  if (answer.ok) return useShops.setState(({ byId }) => ({ byId: { ...byId, [key]: answer.value } }));
  requestedKeys.delete(key);
  useShops.setState(({ errors }) => ({ errors: { ...errors, [key]: answer.error } }));
};

/** The shop as it is today, or, with `drillId`, as that drill was opened with it: replies are judged by that older content. */
export const useShop = (shopId: string | null, drillId: string | null = null): ShopBody | null => {
  useEffect(() => {
    if (shopId !== null) void loadShop(shopId, drillId);
  }, [shopId, drillId]);
  return useShops((state) => (shopId === null ? null : (state.byId[shopKey(shopId, drillId)] ?? null)));
};
