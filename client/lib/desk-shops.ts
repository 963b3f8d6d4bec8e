/** Shops whose customers are on the desk, each asked for once. */
import { useEffect } from 'react';
import { create } from 'zustand';
import type { ShopBody } from '#contract/bodies.ts';
import { get, type Trouble } from './api.ts';
import { endpoints } from './endpoints.ts';

type Shops = { byId: Readonly<Record<string, ShopBody>>; trouble: Readonly<Record<string, Trouble>> };
export const useShops = create<Shops>(() => ({ byId: {}, trouble: {} }));
const asked = new Set<string>();

export const loadShop = async (id: string): Promise<void> => {
  if (asked.has(id)) return;
  asked.add(id);
  const answer = await get<ShopBody>(endpoints.shop(id));
  if (answer.ok) return useShops.setState(({ byId }) => ({ byId: { ...byId, [id]: answer.value } }));
  asked.delete(id);
  useShops.setState(({ trouble }) => ({ trouble: { ...trouble, [id]: answer.error } }));
};

export const useShop = (id: string | null): ShopBody | null => {
  useEffect(() => {
    if (id !== null) void loadShop(id);
  }, [id]);
  return useShops((state) => (id === null ? null : (state.byId[id] ?? null)));
};
