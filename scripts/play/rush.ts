/** `play --rush PROFILE`: a rush of one shop, headless. */
import { catalogOf } from '#drills/catalog/library-catalog.ts';
import { practiceRush } from '#drills/catalog/rush-opening.ts';
import type { RushRound } from '#drills/catalog/rush-round.ts';
import { toCatalogData } from '#drills/catalog/to-catalog.ts';
import type { RushLevel } from '#engine/model/rush.ts';
import type { Library } from '#library/load.ts';

type Asked = { profile: string; shop: string; level: RushLevel; capacity: number | null; seed: number };

/**
 * The rush as the server opens it for a practice of all its minutes: its customers are those that can live on its day, and
 * are dealt for it (RULES Q73); the dial turns from 2 where no capacity is given. A sentence where there is no such profile
 * or shop.
 */
export const rushOf = async (
  library: Library,
  { profile, shop, level, capacity, seed }: Asked,
): Promise<RushRound | string> => {
  const { profiles } = library.rush;
  if (!profiles.some(({ id }) => id === profile))
    return `unknown-rush: no rush ${profile}; there are ${profiles.map(({ id }) => id).join(', ')}`;
  const catalog = catalogOf(toCatalogData(library));
  const rush = { profile, shop, level, ...(capacity !== null && { capacity }) };
  const reply = await practiceRush(catalog, catalog, () => false, { rush, seed });
  return reply.ok ? reply.value : `unknown-shop: no shop ${shop} with cases`;
};
