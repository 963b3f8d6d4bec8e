/** Who announces a price in a rush, and who is right to pay another one there (RULES J163). */
import { describe, expect, test } from 'vitest';
import { announcedGood, turnsOnPrice } from '#library/reading/apart-from-notices.ts';
import { shipped } from '#tests/classroom/support/whole-lesson.ts';
import { dealtRush } from '#tests/drills/support/dealt-rush.ts';

const { catalog } = shipped();
const SEEDS = Array.from({ length: 4 }, (_, seed) => seed + 3);

const dealt = async (profile: string, shop: string, seed: number) =>
  (await dealtRush({ catalog }, { profile, shop, seed, card: seed })).scenarios;

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
