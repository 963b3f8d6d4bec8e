/** Arrivals of a rush: what must hold of every profile, level and seed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RushCandidate, rushCases, rushPlaces } from '#engine/customer/rush.ts';
import { MAX_ARRIVALS, MAX_CUSTOMERS } from '#engine/model/rush.ts';
import { library } from '#tests/support/library.ts';

const { levels, profiles } = library.rush;
const [low = 0, , high = 0] = levels;
const EVERYBODY = { minutes: 15, most: Number.POSITIVE_INFINITY };
const seeds = fc.integer({ min: 0, max: 2_147_483_647 });
const anyProfile = fc.constantFrom(...profiles);
const anyMost = fc.constantFrom(MAX_CUSTOMERS, Number.POSITIVE_INFINITY);
const anyMinutes = fc.integer({ min: 2, max: 20 });
const candidates = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^[a-z]{1,6}$/),
    type: fc.constantFrom('promotion', 'product-advice', 'shipping-urge', 'order-change'),
    short: fc.boolean(),
  }),
  { minLength: 1, maxLength: 30, selector: ({ id }) => id },
);

it('[C9] whoever comes at a level comes at every higher one, at the same millisecond and of the same kind', () => {
  fc.assert(
    fc.property(anyProfile, seeds, anyMinutes, anyMost, (profile, seed, minutes, most) => {
      const [one, two, three] = levels.map((factor) => rushPlaces(profile, { factor, minutes, seed, most }));
      expect(two).toEqual(expect.arrayContaining(one ?? []));
      expect(three).toEqual(expect.arrayContaining(two ?? []));
    }),
  );
});

it('[C9] they come in order, within the minutes, and are one to forty; the same seed gives the same list', () => {
  fc.assert(
    fc.property(anyProfile, seeds, anyMinutes, fc.constantFrom(...levels), (profile, seed, minutes, factor) => {
      const places = rushPlaces(profile, { factor, minutes, seed });
      const times = places.map(({ arrivesAt }) => arrivesAt);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(Math.min(...times)).toBeGreaterThanOrEqual(5000);
      expect(Math.max(...times)).toBeLessThanOrEqual(Math.min(minutes, 15) * 60_000);
      expect(places.length).toBeGreaterThanOrEqual(1);
      expect(places.length).toBeLessThanOrEqual(MAX_ARRIVALS);
      expect(rushPlaces(profile, { factor, minutes, seed })).toEqual(places);
    }),
  );
});

it('somebody is there within twenty seconds of every profile, level and length, and not at once [Q74]', () => {
  fc.assert(
    fc.property(anyProfile, seeds, anyMinutes, anyMost, fc.constantFrom(...levels), (...drawn) => {
      const [profile, seed, minutes, most, factor] = drawn;
      const [first] = rushPlaces(profile, { factor, minutes, seed, most });
      expect(first?.arrivesAt).toBeGreaterThanOrEqual(5000);
      expect(first?.arrivesAt).toBeLessThanOrEqual(20_000);
    }),
    { numRuns: 500 },
  );
});

it.each(profiles.map((profile) => [profile.id, profile] as const))(
  'as many come as the rates and batches of %s say, with those who fill the pauses of a promotion, and as many of them long, over 500 seeds',
  (_, profile) => {
    for (const factor of levels) {
      const all = Array.from({ length: 500 }, (_seed, seed) => rushPlaces(profile, { ...EVERYBODY, factor, seed }));
      const single = profile.rate.reduce((sum, rate) => sum + rate, 0) * factor;
      const batched = profile.batches.reduce((sum, { count }) => sum + Math.round(count * factor), 0);
      const came = all.reduce((sum, { length }) => sum + length, 0);
      // Four standard errors of a Poisson mean, and the one customer who comes where nobody else would.
      const error = 4 * Math.sqrt(single / all.length) + Math.exp(-single);
      // Up to four more in fifteen minutes of a promotion come where nobody would for long (J194).
      const filling = profile.id === 'normal' ? 0 : 4;
      expect(came / all.length - single - batched).toBeGreaterThan(-error);
      expect(came / all.length - single - batched).toBeLessThan(filling + error);
      const long = all.flat().filter((place) => place.long).length;
      expect(Math.abs(long / came - profile.long / 100)).toBeLessThan(2 / Math.sqrt(came));
      for (const [type, share] of Object.entries(profile.types)) {
        const ofType = all.flat().filter((place) => place.type === type).length;
        expect(Math.abs(ofType / came - share / 100)).toBeLessThan(2 / Math.sqrt(came));
      }
    }
  },
);

it('the minutes with the highest rates have the most customers, also where only twelve may come', () => {
  const rate = [0.2, 0.2, 0.2, 1.5, 1.5, 1.5, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2];
  const profile = { ...(profiles[0] ?? expect.fail('no profile')), rate, batches: [] };
  const times = Array.from({ length: 300 }, (_, seed) =>
    rushPlaces(profile, { factor: high, minutes: 15, seed, most: MAX_CUSTOMERS }),
  );
  // Without the first, who opens the rush at any rate (Q74).
  const all = times.flatMap((places) => places.slice(1)).map(({ arrivesAt }) => Math.floor(arrivesAt / 60_000));
  const inThree = all.filter((minute) => minute >= 3 && minute < 6).length;
  // 4.5 of 6.9 customers.
  expect(inThree / all.length).toBeGreaterThan(0.61);
  expect(inThree / all.length).toBeLessThan(0.69);
});

it('no case comes twice while another is left, and every place has one', () => {
  fc.assert(
    fc.property(anyProfile, seeds, candidates, fc.constantFrom(...levels), (profile, seed, given, factor) => {
      const places = rushPlaces(profile, { factor, minutes: 15, seed });
      const filled = rushCases(places, given, seed);
      expect(filled.map(({ arrivesAt }) => arrivesAt)).toEqual(places.map(({ arrivesAt }) => arrivesAt));
      const ids = filled.map(({ scenario }) => scenario);
      expect(ids.every((id) => given.some((one) => one.id === id))).toBe(true);
      expect(new Set(ids).size).toBe(Math.min(ids.length, given.length));
      expect(rushCases(places, given.toReversed(), seed)).toEqual(filled);
    }),
  );
});

it('[C9] who comes at level 1 has the same case at level 3', () => {
  fc.assert(
    fc.property(anyProfile, seeds, candidates, (profile, seed, given) => {
      const at = (factor: number) => rushCases(rushPlaces(profile, { factor, minutes: 15, seed }), given, seed);
      expect(at(high)).toEqual(expect.arrayContaining(at(low)));
    }),
  );
});

it('a place is filled by its type and length, then its type, then its length, then whatever is left', () => {
  const given: RushCandidate[] = [
    { id: 'a', type: 'promotion', short: true },
    { id: 'b', type: 'promotion', short: false },
    { id: 'c', type: 'order-change', short: true },
    { id: 'd', type: 'order-change', short: false },
  ];
  const place = { arrivesAt: 5000, since: 0.1, long: false, type: 'promotion', calm: 0, batch: false };
  const fill = (...left: string[]) =>
    rushCases(
      [place],
      given.filter(({ id }) => left.includes(id)),
      1,
    )[0]?.scenario;
  for (const seed of [1, 2, 3, 4]) expect(rushCases([place], given, seed)[0]?.scenario).toBe('a');
  expect(fill('b', 'c', 'd')).toBe('b');
  expect(fill('c', 'd')).toBe('c');
  expect(fill('d')).toBe('d');
  expect(() => fill()).toThrow();
});

describe('[J131] a promotion brings customers to its last minute, at every seed', () => {
  const busy = profiles.filter(({ id }) => id !== 'normal');
  /** The longest time without anybody new, and the time from the last to the end, in milliseconds. */
  const pauses = (profile: (typeof profiles)[number], factor: number, seed: number) => {
    const times = rushPlaces(profile, { factor, minutes: 15, seed }).map(({ arrivesAt }) => arrivesAt);
    const gaps = times.slice(1).map((at, i) => at - (times[i] ?? 0));
    return { longest: Math.max(...gaps), last: 15 * 60_000 - (times.at(-1) ?? 0) };
  };

  it('nobody new for five minutes is a seat of level 2 or 3 never, and seldom for four', () => {
    for (const profile of busy)
      for (const factor of levels.slice(1)) {
        const all = Array.from({ length: 200 }, (_, seed) => pauses(profile, factor, seed));
        expect(Math.max(...all.map(({ longest, last }) => Math.max(longest, last)))).toBeLessThan(300_000);
        expect(all.filter(({ longest, last }) => Math.max(longest, last) > 240_000).length).toBeLessThan(20);
      }
  });

  it('as many come at every seed as on average, give or take four', () => {
    for (const profile of busy)
      for (const factor of levels) {
        const counts = Array.from(
          { length: 200 },
          (_, seed) => rushPlaces(profile, { factor, minutes: 15, seed }).length,
        );
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(8);
      }
  });
});
