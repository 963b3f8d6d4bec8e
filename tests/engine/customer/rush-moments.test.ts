import { expect, it } from 'vitest';
import { rushPlaces } from '#engine/customer/rush.ts';
import { rushMoments } from '#engine/customer/rush-moments.ts';
import { MOMENTS, type Moment, type RushProfile } from '#engine/model/rush.ts';

const ALL = new Set(MOMENTS);
const QUEUE_MS = 90_000;
const profile: RushProfile = {
  ...{ id: 'day', name: '大促', from: '2026-11-10 19:40', batches: [], long: 30, types: { promotion: 100 } },
  rate: Array.from({ length: 15 }, () => 0.9),
  offer: { at: 60, until: 600 },
  soldOutAt: 420,
  priceProtection: 30,
};
const seeds = Array.from({ length: 60 }, (_, seed) => seed);

const moments = (
  seed: number,
  { factor = 1, minutes = 15, dealt = ALL }: { factor?: number; minutes?: number; dealt?: ReadonlySet<Moment> } = {},
) =>
  [
    ...rushMoments(rushPlaces(profile, { factor, minutes, seed }), profile, {
      ...{ seed, minutes, dealt },
      queueMs: QUEUE_MS,
    }),
  ].map(([{ arrivesAt }, moment]) => ({ arrivesAt, moment }));

it('[Q70] who meets a state of the shop comes while it holds, and early enough to be answered before it changes', () => {
  const all = seeds.flatMap((seed) => moments(seed));
  const times = (moment: Moment) => all.filter((one) => one.moment === moment).map(({ arrivesAt }) => arrivesAt);
  for (const moment of MOMENTS) expect(times(moment).length).toBeGreaterThan(5);
  expect(Math.min(...times('offer-on'))).toBeGreaterThanOrEqual(60_000);
  expect(Math.max(...times('offer-on'))).toBeLessThan(600_000 - QUEUE_MS - 60_000);
  expect(Math.min(...times('offer-over'))).toBeGreaterThanOrEqual(600_000);
  expect(Math.max(...times('in-stock'))).toBeLessThan(420_000 - QUEUE_MS - 60_000);
  expect(Math.min(...times('sold-out'))).toBeGreaterThanOrEqual(420_000);
  expect(Math.min(...times('protected'), ...times('unprotected'))).toBeGreaterThanOrEqual(720_000);
});

it('[Q70] the customers of a level meet the same moments at every higher one, and no place has two', () => {
  for (const seed of seeds) {
    const [low, high] = [moments(seed, { factor: 0.6 }), moments(seed, { factor: 1.4 })];
    expect(high).toEqual(expect.arrayContaining(low));
    expect(new Set(high.map(({ arrivesAt }) => arrivesAt)).size).toBe(high.length);
    expect(new Set(high.map(({ moment }) => moment)).size).toBe(high.length);
  }
});

it('[Q70] nothing is dealt that the shop has no variant of, that never comes, or where nothing changes', () => {
  const dealt = new Set<Moment>(['in-stock', 'sold-out']);
  expect(new Set(seeds.flatMap((seed) => moments(seed, { dealt }).map(({ moment }) => moment)))).toEqual(dealt);
  // Five minutes are over before the end of the offer and before the good runs out.
  const short = new Set(seeds.flatMap((seed) => moments(seed, { minutes: 5 }).map(({ moment }) => moment)));
  expect(short).toEqual(new Set<Moment>(['offer-on', 'in-stock', 'protected', 'unprotected']));
  const { offer: _, soldOutAt: __, ...quiet } = profile;
  for (const seed of seeds)
    expect(
      rushMoments(rushPlaces(quiet, { factor: 1, minutes: 15, seed }), quiet, {
        ...{ seed, minutes: 15, dealt: ALL },
        queueMs: QUEUE_MS,
      }).size,
    ).toBe(0);
});
