/** Who comes when in a rush: a function of profile, level and seed alone (RULES C9). */
import type { DrillMs } from '#engine/model/events.ts';
import { randomAt } from '#engine/model/random.ts';
import { MAX_ARRIVALS, type QueuePatience, type RushLevel, type RushProfile } from '#engine/model/rush.ts';
import { MINUTE_MS } from '#engine/model/spans.ts';
import { type Drawn, filled, steadied } from './rush-pauses.ts';

/** The largest factor that a level may multiply the rates by. */
const MOST_FACTOR = 3;
/** Steps of the lattice, by which any share of it lies evenly; and how far chance moves a point of it, in customers of factor 1. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;
const SWAY = 0.6;
const SECOND_MS = 1000;
const PERCENT = 100;
/** Milliseconds to look at the empty desk before the first comes in, and after which the first has come at the latest. */
const FIRST_MS = 5000;
const FIRST_BY_MS = 20_000;

/**
 * One customer still to come, before it is known who. `since`: the least factor at which they come; `calm`: how patient
 * they are beside others, in standard deviations; `batch`: they come together with others.
 */
export type RushPlace = {
  arrivesAt: DrillMs;
  since: number;
  long: boolean;
  type: string;
  calm: number;
  batch: boolean;
};
/**
 * A case that may fill a place; `short`: two or three questions; `announces`: it comes with an announcement of the shop,
 * and not twice.
 */
export type RushCandidate = { id: string; type: string; short: boolean; announces?: boolean };

/**
 * All of them but for those with an announcement, of whom one may come: two of them at one desk would announce two prices
 * of one good (RULES J163).
 */
export const withOneAnnouncing = <Candidate extends RushCandidate>(
  candidates: readonly Candidate[],
  seed: number,
): readonly Candidate[] => {
  const announcing = candidates.filter(({ announces }) => announces === true);
  const [one] = shuffled(announcing, seed);
  return candidates.filter(({ id, announces }) => announces !== true || id === one?.id);
};

/**
 * The places of a drill of so many minutes, in order of arrival, at most `most`. `factor`: the level's. The places at a
 * smaller factor are among those at a larger one, each at the same millisecond, of the same kind. At least one comes.
 */
export const rushPlaces = (
  profile: RushProfile,
  { factor, minutes, seed, most = MAX_ARRIVALS }: { factor: number; minutes: number; seed: number; most?: number },
): RushPlace[] => {
  const endMs = Math.min(minutes, profile.rate.length) * MINUTE_MS;
  const everybody = [
    ...filled(steadied(opened(alone(profile, seed), seed), profile), profile, (each) => together(profile, seed, each)),
    ...together(profile, seed, factor),
  ]
    .filter(({ ms }) => ms < endMs)
    .sort((a, b) => a.since - b.since);
  return everybody
    .filter(({ since }, i) => i === 0 || since <= factor)
    .slice(0, most)
    .map(({ key, ms, since, batch }) => ({
      arrivesAt: Math.max(FIRST_MS, Math.round(ms)),
      since,
      long: randomAt(seed, 'rush', key, 0, 'long') * PERCENT < profile.long,
      type: typeAt(profile, randomAt(seed, 'rush', key, 0, 'type')),
      calm: normal(randomAt(seed, 'rush', key, 0, 'calm'), randomAt(seed, 'rush', key, 1, 'calm')),
      batch,
    }))
    .sort((a, b) => a.arrivesAt - b.arrivesAt || a.since - b.since);
};

/** Milliseconds this customer stays in the queue before they give up. Shorter where many come, longer at level 1. */
export const queuePatienceMs = (
  { arrivesAt, calm, batch }: RushPlace,
  { rate }: RushProfile,
  level: RushLevel,
  { medianS, sigma, surge, levels }: QueuePatience,
): DrillMs => {
  const isSurge = batch || (rate[Math.floor(arrivesAt / MINUTE_MS)] ?? 0) >= surge.rate;
  const times = (isSurge ? surge.times : 1) * (levels[level - 1] ?? 1);
  return Math.round(medianS * Math.exp(sigma * calm) * times * SECOND_MS);
};

/**
 * A case for each place, in order of arrival: of its type and length, else of its type, else of its length, else any.
 * No case comes twice while another is left, then only short ones do, who can come on another card; who comes at a smaller
 * factor has the same case at a larger one.
 * Throws without candidates.
 */
export const rushCases = (
  places: readonly RushPlace[],
  candidates: readonly RushCandidate[],
  seed: number,
): { scenario: string; arrivesAt: DrillMs }[] => {
  const chosen = new Map<RushPlace, string>();
  const anyShort = candidates.filter(({ short, announces }) => short && announces !== true);
  let remaining: readonly RushCandidate[] = [];
  for (const place of [...places].sort((a, b) => a.since - b.since)) {
    if (remaining.length === 0)
      remaining = shuffled(chosen.size > 0 && anyShort.length > 0 ? anyShort : candidates, seed);
    const fitting = remaining.find((other) => other.type === place.type && other.short !== place.long);
    const candidate =
      fitting ??
      remaining.find(({ type }) => type === place.type) ??
      remaining.find(({ short }) => short !== place.long) ??
      remaining[0];
    if (candidate === undefined) throw new Error('a rush has no cases to choose from');
    chosen.set(place, candidate.id);
    remaining = remaining.filter((other) => other !== candidate);
  }
  return places.map((place) => ({ scenario: chosen.get(place) ?? '', arrivesAt: place.arrivesAt }));
};

/** A standard normal figure from two even ones between 0 and 1. */
const normal = (u: number, v: number): number => Math.sqrt(-2 * Math.log(1 - u)) * Math.cos(2 * Math.PI * v);

/**
 * Customers who come each for themselves: at factor f those of `since` ≤ f. They lie on a lattice of time, counted in
 * customers of factor 1, and `since`, so that at every factor the next one comes after about as long as the rates say; chance
 * moves the lattice and each point of it (RULES J131).
 */
const alone = ({ rate }: RushProfile, seed: number): Drawn[] => {
  const all = rate.reduce((sum, one) => sum + one, 0);
  const [start, shift] = [randomAt(seed, 'rush', 'alone', 0, 'start'), randomAt(seed, 'rush', 'alone', 0, 'shift')];
  return Array.from({ length: Math.ceil((all + 2) * MOST_FACTOR) }, (_, i): Drawn | null => {
    const sway = (randomAt(seed, 'rush', 'alone', i, 'gap') - 0.5) * SWAY;
    const minute = minuteAt(rate, (i + start) / MOST_FACTOR - 1 + sway);
    const since = ((i * GOLDEN + shift) % 1) * MOST_FACTOR;
    return minute === null ? null : { key: `alone-${i}`, ms: minute * MINUTE_MS, since, batch: false };
  }).flatMap((drawn) => drawn ?? []);
};

/** The minute by which so many customers of factor 1 have come; null before the first minute and after the last. */
const minuteAt = (rate: readonly number[], customers: number): number | null => {
  let left = customers;
  if (left < 0) return null;
  for (const [minute, there] of rate.entries()) {
    if (left < there) return minute + left / there;
    left -= there;
  }
  return null;
};

/**
 * The same customers, of whom the one who comes at the lowest level opens the rush at every level: a trainee who presses
 * start doesn't sit before an empty desk for a minute.
 */
const opened = (drawn: readonly Drawn[], seed: number): Drawn[] => {
  const [first, ...others] = [...drawn].sort((a, b) => a.since - b.since);
  if (first === undefined) return [];
  const ms = FIRST_MS + (FIRST_BY_MS - FIRST_MS) * randomAt(seed, 'rush', first.key, 0, 'first');
  return [{ ...first, ms: Math.min(first.ms, ms), since: 0 }, ...others];
};

/** Customers who come in together: the first round(count × factor) of a list that has no end. */
const together = ({ batches }: RushProfile, seed: number, factor: number): Drawn[] =>
  batches.flatMap(({ at, count, over }, batch) =>
    Array.from({ length: Math.max(1, Math.round(count * factor)) }, (_, i) => ({
      key: `batch-${batch}-${i}`,
      ms: (at + over * randomAt(seed, 'rush', `batch-${batch}`, i, 'second')) * SECOND_MS,
      since: (i + 0.5) / count,
      batch: true,
    })),
  );

/** The type at this point between 0 and 1 of the shares laid end to end. */
const typeAt = ({ types }: RushProfile, point: number): string => {
  const shares = Object.entries(types);
  const sum = shares.reduce((total, [, share]) => total + share, 0);
  let until = 0;
  for (const [type, share] of shares) {
    until += share;
    if (point * sum < until) return type;
  }
  return shares.at(-1)?.[0] ?? '';
};

const shuffled = (candidates: readonly RushCandidate[], seed: number): RushCandidate[] =>
  candidates
    .map((candidate) => ({ candidate, at: randomAt(seed, 'rush', candidate.id, 0, 'case') }))
    .sort((a, b) => a.at - b.at || a.candidate.id.localeCompare(b.candidate.id, 'en'))
    .map(({ candidate }) => candidate);
