/** Shops whose customers are on the desk, each asked for once. */
import { useEffect } from 'react';
import { create } from 'zustand';
import { call, type Trouble } from '#client/lib/api.ts';
import type { ShopBody } from '#contract/bodies.ts';

/** Key: the shop's id, or `<drill>/<shop>` for the shop as that drill was opened with it. */
type Shops = { byId: Readonly<Record<string, ShopBody>>; trouble: Readonly<Record<string, Trouble>> };
export const useShops = create<Shops>(() => ({ byId: {}, trouble: {} }));
const askedShops = new Set<string>();

const keyOf = (id: string, drill: string | null): string => (drill === null ? id : `${drill}/${id}`);

export const loadShop = async (id: string, drill: string | null = null): Promise<void> => {
  const key = keyOf(id, drill);
  if (askedShops.has(key)) return;
  askedShops.add(key);
  const answer = await (drill === null
    ? call('GET /api/shops/:id', { id })
    : call('GET /api/drills/:id/shops/:shop', { id: drill, shop: id }));
  if (answer.ok) return useShops.setState(({ byId }) => ({ byId: { ...byId, [key]: answer.value } }));
  askedShops.delete(key);
  useShops.setState(({ trouble }) => ({ trouble: { ...trouble, [key]: answer.error } }));
};

/** The shop as it is today, or, with `drill`, as that drill was opened with it: replies are judged by that older content. */
export const useShop = (id: string | null, drill: string | null = null): ShopBody | null => {
  useEffect(() => {
    if (id !== null) void loadShop(id, drill);
  }, [id, drill]);
  return useShops((state) => (id === null ? null : (state.byId[keyOf(id, drill)] ?? null)));
};
