/** `play --rush PROFILE`: a rush of one shop, headless. */
import { type RushRound, rushRound } from '#drills/catalog/rush-round.ts';
import type { RushLevel } from '#engine/model/rush.ts';
import type { Library } from '#library/load.ts';
import { shopDay } from '#library/reading/shop-day.ts';
import { momentOf } from '#library/variations/moments.ts';

type Asked = { profile: string; shop: string; level: RushLevel; capacity: number | null; seed: number };

/**
 * The rush as the server would open it for a practice of all its minutes: long and short cases of the shop, the dial from
 * 2 where no capacity is given. A sentence where there is no such profile or shop.
 */
export function rushOf(library: Library, { profile: id, shop, level, capacity, seed }: Asked): RushRound | string {
  const profile = library.rush.profiles.find((one) => one.id === id);
  if (profile === undefined)
    return `unknown-rush: no rush ${id}; there are ${library.rush.profiles.map((one) => one.id).join(', ')}`;
  const long = [...library.scenarios.values()].filter(({ incident }) => incident === null);
  const short = [...library.short.values()].flatMap(({ template, scenario }) =>
    momentOf(template) === null ? [scenario] : [],
  );
  const candidates = [
    ...long.map((one) => ({ id: one.id, type: one.type, shop: one.shop, short: false })),
    ...short.map((one) => ({ id: one.id, type: one.type, shop: one.shop, short: true })),
  ].filter((one) => one.shop === shop);
  if (candidates.length === 0) return `unknown-shop: no shop ${shop} with cases`;
  return rushRound(library.rush, candidates, {
    ...{ profile, level, seed, minutes: profile.rate.length, greeting: null },
    ...{ dial: capacity === null, capacity: capacity ?? 2 },
    day: shopDay(
      [...library.short.values()].filter(({ scenario }) => scenario.shop === shop),
      library.shopFacts,
      seed,
    ),
  });
}
