/** A rush is one day in one shop: whoever comes lives on its day and clock, and has a name of their own (RULES Q73). */
import { describe, expect, test } from 'vitest';
import { stagingAt } from '#drills/catalog/rush-round.ts';
import type { RushProfile } from '#engine/model/rush.ts';
import { stagedVariantFor } from '#library/reading/staged-scenario.ts';
import { plainOf } from '#library/reading/variant-scenario.ts';
import { caseIdOf } from '#library/variations/come-again.ts';
import { shipped } from '#tests/classroom/support/whole-lesson.ts';
import { dealtRush } from '#tests/drills/support/dealt-rush.ts';
import { library } from '#tests/support/library.ts';

const { catalog } = shipped();
const DAYS: Readonly<Record<string, string>> = {
  ...{ d618: '2027-06-17', 'd11-open': '2026-11-10', 'd11-balance': '2026-11-01', cny: '2027-01-28' },
};

const playedAs = (profile: string, shop: string, seed: number) =>
  dealtRush({ catalog }, { profile, shop, seed, card: 3 });
const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

describe('whoever comes to a rush', () => {
  test.each([
    ['d618', 'suibu'],
    ['d11-open', 'poshang'],
    ['cny', 'tinghe'],
  ])('[Q73] lives on its day, and about its hour: %s at %s', async (profile, shop) => {
    const { scenarios, customers } = await playedAs(profile, shop, 7);
    expect(new Set(scenarios.map(({ story }) => story?.date))).toEqual(new Set([DAYS[profile]]));
    const rush = catalog.rush.profiles.find(({ id }) => id === profile) as RushProfile;
    const arrivals = new Map(customers.map(({ scenario, arrivesAt }) => [scenario, arrivesAt]));
    for (const { id, story } of scenarios) {
      const clock = stagingAt(rush, arrivals.get(id) ?? 0).time;
      expect(
        Math.abs(minuteOf(story?.time ?? '') - minuteOf(clock)),
        `${id} at ${story?.time}, ${clock}`,
      ).toBeLessThanOrEqual(45);
    }
  });

  test.each(['d618', 'd11-open', 'd12', 'cny'])(
    '[J132] asks after the shop’s offer on the desk’s clock: %s',
    async (profile) => {
      const rush = catalog.rush.profiles.find(({ id }) => id === profile) as RushProfile;
      for (const shop of ['suibu', 'guchui', 'poshang', 'tinghe']) {
        const { scenarios, customers } = await playedAs(profile, shop, 5);
        const arrivals = new Map(customers.map(({ scenario, arrivesAt }) => [scenario, arrivesAt]));
        for (const { id, story } of scenarios.filter((one) => /offer-price|last-pieces|offer-protected/.test(one.id)))
          expect(story, id).toEqual(stagingAt(rush, arrivals.get(id) ?? 0));
      }
    },
  );

  test.each(['19:53', '19:59', '20:00', '20:04', '20:14'])(
    '[J132] who comes at %s finds an offer over where the desk’s clock says so, and not else',
    async (time) => {
      for (const { template } of [...library.short.values()].filter(({ scenario }) => /deadline-/.test(scenario.id))) {
        const staged = stagedVariantFor(template, library.shopFacts, {
          ...{ staging: { date: '2026-11-10', time }, card: { deck: '', card: 0 }, isWanted: false },
        });
        const { incident, story } = plainOf(template, staged ?? expect.fail(`nobody at ${time}`)).scenario;
        const until = /今天(\d{2}:\d{2})/.exec(incident?.notice ?? '')?.[1] ?? expect.fail('no hour');
        expect((story?.time ?? '') >= until, `${story?.time} of ${until}`).toBe(time >= until);
        expect(incident?.notice?.includes('已经结束'), '[J211]').toBe(time >= until);
      }
    },
  );

  test('[Q73] speaks of no order, parcel or call that lies ahead of it', async () => {
    const { scenarios } = await playedAs('d618', 'suibu', 11);
    for (const { id, orders, before, story } of scenarios) {
      const told = JSON.stringify([orders, before]).matchAll(/(\d{2}-\d{2}) (\d{2}:\d{2})/g);
      const ahead = [...told].filter(
        ([, day, clock]) => day === (story?.date.slice(5) ?? '') && (clock ?? '') > (story?.time ?? ''),
      );
      expect(
        ahead.map(([when]) => when),
        id,
      ).toEqual([]);
      // Nothing is left in November: whatever was ordered lately was ordered lately in June.
      expect(JSON.stringify(orders), id).not.toMatch(/"1[012]-\d{2} /);
    }
  });

  test('[Q73] has a name that nobody else there has', async () => {
    for (const [shop, seed] of [
      ['suibu', 3],
      ['guchui', 4],
      ['poshang', 5],
      ['tinghe', 6],
    ] as const) {
      const names = (await playedAs('d11-open', shop, seed)).scenarios.map(({ customer }) => customer.name);
      expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
    }
  });

  test.each(['suibu', 'guchui', 'poshang', 'tinghe'])(
    '[Q73] is nobody who was there before, where more come than the shop has cases: %s',
    async (shop) => {
      const ofMoments = new Set(catalog.momentCases.map(({ id }) => id));
      expect([...catalog.data.scenarios, ...catalog.short].filter(({ id }) => id.includes('--'))).toEqual([]);
      let again = 0;
      for (const seed of [2, 4, 6, 11]) {
        const { customers, scenarios } = await playedAs('live', shop, seed);
        const ids = customers.map(({ scenario }) => scenario).filter((id) => !ofMoments.has(id));
        expect(
          ids.filter((id, i) => ids.indexOf(id) !== i),
          `seed ${seed}`,
        ).toEqual([]);
        for (const { id, variant } of scenarios.filter((one) => one.id.includes('--'))) {
          again += 1;
          const first = scenarios.find((one) => one.id === caseIdOf(id));
          expect(variant?.drawn, `${id}, seed ${seed}`).not.toEqual(first?.variant?.drawn);
          expect(catalog.short.some((one) => one.id === caseIdOf(id))).toBe(true);
        }
      }
      expect(again).toBeGreaterThan(0);
    },
  );

  test('[Q73] is the same by the same seed', async () => {
    const twice = [await playedAs('d618', 'suibu', 7), await playedAs('d618', 'suibu', 7)];
    expect(JSON.stringify(twice[0])).toBe(JSON.stringify(twice[1]));
  });
});
