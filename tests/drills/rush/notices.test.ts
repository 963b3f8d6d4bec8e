/** Who announces a price in a rush, and who is right to pay another one there (RULES J163). */
import { describe, expect, test } from 'vitest';
import { rushOpening } from '#drills/catalog/rush-opening.ts';
import { announcedGood, turnsOnPrice } from '#library/reading/apart-from-notices.ts';
import { shipped } from '#tests/classroom/support/whole-lesson.ts';

const { catalog } = shipped();
const SEEDS = Array.from({ length: 4 }, (_, seed) => seed + 3);

const dealt = async (profile: string, shop: string, seed: number) => {
  const needs = { catalogs: catalog, storage: { drillsOf: async () => [] } };
  const asked = { rush: { profile, level: 3 as const, shop, capacity: 12 }, seed, practising: null };
  const reply = await rushOpening(needs, catalog, () => false, asked);
  if (!reply.ok) throw new Error(reply.error.code);
  const { customers, deals } = reply.value;
  const ids = [...new Set(customers.map(({ scenario }) => scenario))];
  return (await catalog.contentFor(ids, [], { deck: 'mine', card: seed }, deals)).data.scenarios;
};

describe('[J163] announcements of a rush', () => {
  test.each(['tinghe', 'suibu', 'guchui', 'poshang'])('contradict nobody’s price at %s', async (shop) => {
    const faults: string[] = [];
    let announced = 0;
    for (const profile of ['d618', 'd11-open', 'live'])
      for (const seed of SEEDS) {
        const scenarios = await dealt(profile, shop, seed);
        for (const scenario of scenarios) {
          const good = announcedGood(scenario);
          if (good === null || /offer-price|last-pieces/.test(scenario.id)) continue;
          announced += 1;
          for (const other of scenarios)
            if (other !== scenario && turnsOnPrice(other, good))
              faults.push(`${profile} ${seed}: ${scenario.id} announces ${good}, ${other.id} turns on it`);
        }
      }
    expect(faults).toEqual([]);
    if (shop === 'tinghe' || shop === 'suibu') expect(announced).toBeGreaterThan(5);
  });
});
