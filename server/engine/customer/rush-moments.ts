/** Which customers of a rush meet the shop's offer, its end and the good that runs out (RULES Q70). */
import { randomAt } from '#engine/model/random.ts';
import type { Moment, RushProfile } from '#engine/model/rush.ts';
import { MINUTE_MS } from '#engine/model/spans.ts';
import type { RushPlace } from './rush.ts';

const SECOND_MS = 1000;
const PERCENT = 100;
/** Who asks for the difference comes in the last minutes. */
const LAST_MS = 3 * MINUTE_MS;
/** Milliseconds in which a customer who has come to the desk is answered: who comes shortly before a change would ask after it. */
const ANSWERED_MS = MINUTE_MS;

/** From `from` on and before `until`, drill milliseconds. */
type MomentWindow = { moment: Moment; from: number; until: number };

/**
 * The places that are dealt a moment's variant: of the customers in its window the one with the least `since`, so that a
 * higher level has the same customers in the same moments. `queueMs`: as long as anybody waits at the door; `dealt`: the
 * moments the shop has a variant of.
 */
export const rushMoments = (
  places: readonly RushPlace[],
  profile: RushProfile,
  { seed, minutes, queueMs, dealt }: { seed: number; minutes: number; queueMs: number; dealt: ReadonlySet<Moment> },
): ReadonlyMap<RushPlace, Moment> => {
  const chosen = new Map<RushPlace, Moment>();
  const endMs = Math.min(minutes, profile.rate.length) * MINUTE_MS;
  const bySince = places.toSorted((a, b) => a.since - b.since);
  const isFree = (place: RushPlace, { from, until }: MomentWindow): boolean =>
    !chosen.has(place) && place.arrivesAt >= from && place.arrivesAt < until;
  for (const window of windowsOf(profile, endMs, queueMs + ANSWERED_MS)) {
    const place = dealt.has(window.moment) ? bySince.find((each) => isFree(each, window)) : undefined;
    if (place !== undefined) chosen.set(place, window.moment);
  }
  const last = { from: Math.max(endMs - LAST_MS, (profile.offer?.at ?? 0) * SECOND_MS), until: endMs };
  const lastPlaces = bySince.filter(({ arrivesAt }) => arrivesAt >= last.from && arrivesAt < last.until);
  const share = (profile.priceProtection ?? 0) / PERCENT;
  // One at least, where anybody comes then at all: a share of two customers is none.
  const count = share === 0 || profile.offer === undefined ? 0 : Math.max(1, Math.round(share * lastPlaces.length));
  const asking = protectionMoments(seed).filter((moment) => dealt.has(moment));
  for (const moment of asking.slice(0, count)) {
    const place = lastPlaces.find((each) => !chosen.has(each));
    if (place !== undefined) chosen.set(place, moment);
  }
  return chosen;
};

/** `answeredMs`: who comes in so many milliseconds before a change may ask after it. */
const windowsOf = ({ offer, soldOutAt }: RushProfile, endMs: number, answeredMs: number): MomentWindow[] => {
  const windows: MomentWindow[] = [];
  if (offer !== undefined) {
    const until = offer.until === undefined ? null : offer.until * SECOND_MS;
    windows.push({
      moment: 'offer-on',
      from: offer.at * SECOND_MS,
      until: until === null ? endMs : until - answeredMs,
    });
    if (until !== null) windows.push({ moment: 'offer-over', from: until, until: endMs });
  }
  if (soldOutAt !== undefined) {
    windows.push({ moment: 'sold-out', from: soldOutAt * SECOND_MS, until: endMs });
    windows.push({ moment: 'in-stock', from: 0, until: soldOutAt * SECOND_MS - answeredMs });
  }
  return windows;
};

/** In the order in which they are dealt. */
const protectionMoments = (seed: number): Moment[] =>
  randomAt(seed, 'rush', 'day', 0, 'protection') < 0.5 ? ['protected', 'unprotected'] : ['unprotected', 'protected'];
