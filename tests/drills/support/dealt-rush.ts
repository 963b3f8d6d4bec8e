import { rushOpening } from '#drills/catalog/rush-opening.ts';
import type { shipped } from '#tests/classroom/support/whole-lesson.ts';

/**
 * Who comes to a rush of level 3 with twelve places, and their cases: the first `card` of each customer's deck is dealt.
 * Throws where the rush can't be opened.
 */
export const dealtRush = async (
  { catalog }: Pick<ReturnType<typeof shipped>, 'catalog'>,
  { profile, shop, seed, card }: { profile: string; shop: string; seed: number; card: number },
) => {
  const needs = { catalogs: catalog, storage: { drillsOf: async () => [] } };
  const asked = { rush: { profile, level: 3 as const, shop, capacity: 12 }, seed, practising: null };
  const reply = await rushOpening(needs, catalog, () => false, asked);
  if (!reply.ok) throw new Error(reply.error.code);
  const { customers, deals } = reply.value;
  const ids = [...new Set(customers.map(({ scenario }) => scenario))];
  const { data } = await catalog.contentFor(ids, [], { deck: 'mine', card }, deals);
  return { customers, scenarios: data.scenarios };
};
