/** The customers whom a promotion of 双11 at level 3 deals to one who practises. */
import { rushOpening } from '#drills/catalog/rush-opening.ts';
import type { Scenario } from '#engine/model/content.ts';
import { shipped } from '#tests/classroom/support/whole-lesson.ts';

const { catalog } = shipped();

/** Those of one shop and seed, with their words as dealt; throws where the rush can't be opened. */
export const customersOf = async (shop: string, seed: number): Promise<readonly Scenario[]> => {
  const needs = { catalogs: catalog, storage: { drillsOf: async () => [] } };
  const rush = { profile: 'd11-open', level: 3, shop, capacity: 12 } as const;
  const reply = await rushOpening(needs, catalog, () => false, { rush, seed, practising: null });
  if (!reply.ok) throw new Error(reply.error.code);
  const { customers, deals } = reply.value;
  const ids = [...new Set(customers.map(({ scenario }) => scenario))];
  const { data } = await catalog.contentFor(ids, [], { deck: 'mine', card: 3 }, deals);
  return data.scenarios;
};
