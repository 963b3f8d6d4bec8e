/** How full a desk gets in a rush, with a simulated trainee who writes one reply after the other. */
import { describe, expect, it } from 'vitest';
import { type RushPlace, rushPlaces } from '#engine/customer/rush.ts';
import { randomAt } from '#engine/model/random.ts';
import { library } from '#tests/support/library.ts';

const { levels, profiles, queue } = library.rush;
const END_S = 900;
const QUARTER_S = END_S * 0.75;
const SEEDS = 300;
const opening = profiles.find(({ id }) => id === 'd11-open') ?? expect.fail('no 双11');
const promotions = profiles.filter(({ id }) => id !== 'normal');

type Load = { mostOpen: number; fullS: number };

/** Seconds of speech before somebody has asked, and from a reply to the next words. */
const SPEAKS_S = 4;
const GAP_S = 10;
/** Open conversations that are ten or more. */
const MANY = 10;

/**
 * A trainee who answers everybody `handS` after they have asked. Short customers are done after two or three replies, the
 * goodbye with them, long ones after six. `fullS`: the longest time with ten or more open.
 */
const loadOf = (places: readonly RushPlace[], capacity: number, handS: number, seed: number): Load => {
  const coming = places.map(({ arrivesAt, long }, i) => {
    const replies = long ? 6 : randomAt(seed, 'load', String(i), 0, 'replies') < 0.5 ? 2 : 3;
    return { atS: arrivesAt / 1000, staysS: replies * (handS + SPEAKS_S) + (replies - 1) * GAP_S };
  });
  let waiting: typeof coming = [];
  let leaveAt: number[] = [];
  let [mostOpen, fullS, inRowS] = [0, 0, 0];
  for (let now = 0; now < END_S; now++) {
    leaveAt = leaveAt.filter((at) => at > now);
    waiting = [...waiting, ...coming.filter(({ atS }) => atS > now - 1 && atS <= now)];
    waiting = waiting.filter(({ atS }) => now - atS < queue.colleagueAfterS);
    const room = Math.max(0, capacity - leaveAt.length);
    leaveAt.push(...waiting.slice(0, room).map(({ staysS }) => now + staysS));
    waiting = waiting.slice(room);
    mostOpen = Math.max(mostOpen, leaveAt.length);
    inRowS = leaveAt.length >= MANY ? inRowS + 1 : 0;
    fullS = Math.max(fullS, inRowS);
  }
  return { mostOpen, fullS };
};

const placesOf = (profile: (typeof profiles)[number], level: 1 | 2 | 3, seed: number) =>
  rushPlaces(profile, { factor: levels[level - 1] ?? 1, minutes: 15, seed });
const allSeeds = Array.from({ length: SEEDS }, (_, seed) => seed);

const share = (all: readonly boolean[]): number => all.filter(Boolean).length / all.length;

describe('[J162] the load of a rush', () => {
  it('at level 3 with twelve places 双11 has ten open at once for a minute, though each is answered within 18 s', () => {
    const loads = allSeeds.map((seed) => loadOf(placesOf(opening, 3, seed), 12, 18, seed));
    expect(share(loads.map(({ fullS }) => fullS >= 60))).toBeGreaterThanOrEqual(0.7);
    expect(share(loads.map(({ mostOpen }) => mostOpen >= MANY))).toBeGreaterThanOrEqual(0.95);
  });

  it('at level 1 the same evening stays one for two places: four come together, about thirteen in all', () => {
    const counts = allSeeds.map((seed) => placesOf(opening, 1, seed));
    const mean = counts.reduce((sum, { length }) => sum + length, 0) / SEEDS;
    expect(new Set(counts.map((places) => places.filter(({ batch }) => batch).length))).toEqual(new Set([4]));
    expect(mean).toBeGreaterThan(12);
    expect(mean).toBeLessThan(13.5);
  });

  it.each(promotions.map((profile) => [profile.id, profile] as const))(
    'at level 3 somebody new comes every 70 s to the end of %s',
    (_, profile) => {
      for (const seed of allSeeds) {
        const times = placesOf(profile, 3, seed).map(({ arrivesAt }) => arrivesAt / 1000);
        const last = [QUARTER_S, ...times.filter((at) => at > QUARTER_S), END_S];
        const pauses = last.slice(1).map((at, i) => at - (last[i] ?? 0));
        expect(Math.max(...pauses), `seed ${seed}`).toBeLessThanOrEqual(70);
      }
    },
  );
});

describe('[J194] a promotion without long pauses', () => {
  /** Seconds for which nobody new may be missing at each level; more where one of forty stands in place of another. */
  const MOST_S = [150, 150, 150] as const;
  const OFTEN_S = [150, 121, 110] as const;

  it.each(promotions.map((profile) => [profile.id, profile] as const))(
    'somebody comes to %s again and again',
    (_, profile) => {
      for (const level of [1, 2, 3] as const) {
        const longest = allSeeds
          .map((seed) => {
            const times = [0, ...placesOf(profile, level, seed).map(({ arrivesAt }) => arrivesAt / 1000), END_S];
            return Math.max(...times.slice(1).map((at, i) => at - (times[i] ?? 0)));
          })
          .sort((a, b) => a - b);
        expect(longest.at(-1), `level ${level}`).toBeLessThanOrEqual(MOST_S[level - 1] ?? 0);
        expect(longest[Math.floor(SEEDS * 0.9) - 1], `level ${level}`).toBeLessThanOrEqual(OFTEN_S[level - 1] ?? 0);
      }
    },
  );
});
