/** The rush a drill is opened as: which customers of a shop come when, how patient they are, and how the desk is given them. */
import { MINUTE_MS } from '#contract/wire/spans.ts';
import { queuePatienceMs, type RushCandidate, type RushPlace, rushCases, rushPlaces } from '#engine/customer/rush.ts';
import { rushMoments } from '#engine/customer/rush-moments.ts';
import type { DrillMs } from '#engine/model/events.ts';
import {
  MOMENTS,
  type OpenedRush,
  type Rush,
  type RushLevel,
  type RushProfile,
  type ShopChange,
  type ShopChangeKind,
} from '#engine/model/rush.ts';
import { type MomentVariant, NO_SHOP_DAY, type ShopDay } from '#library/reading/shop-day.ts';
import type { Deal, DealsById } from '#library/variations/card.ts';
import { idAgain } from '#library/variations/come-again.ts';
import type { Staging } from '#library/variations/story-time.ts';
import { clockOf, dayOf, isoOf, minutesOf } from '#library/variations/value.ts';

const SECOND_MS = 1000;

/** Seconds at the end of a shift to write down who is left: at least, for each customer, and at most. */
const HANDOVER_S = { least: 60, each: 15, most: 180 } as const;

/**
 * What a drill is opened with. The customers stand in order of arrival; `deals`: when each of them plays, and on which card where
 * a moment of the shop asks for one.
 */
export type RushRound = {
  opened: OpenedRush;
  customers: readonly { scenario: string; arrivesAt: DrillMs; patienceMs: DrillMs }[];
  deals?: DealsById;
};

type Asked = {
  profile: RushProfile;
  level: RushLevel;
  minutes: number;
  /** At the start; fixed without the dial. */
  capacity: number;
  dial: boolean;
  greeting: string | null;
  seed: number;
  /** What the shop offers that day; without it nothing of the shop changes. */
  day?: ShopDay;
};

/** What a level multiplies the rates and batches by. */
export const factorOf = ({ levels }: Rush, level: RushLevel): number => levels[level - 1] ?? 1;

/** `candidates`: without those of a moment, which are dealt by `day` alone. Throws without candidates. */
export const rushRound = (
  rush: Rush,
  candidates: readonly (RushCandidate & { shop: string })[],
  { profile, level, minutes, capacity, dial, greeting, seed, day = NO_SHOP_DAY }: Asked,
): RushRound => {
  const places = rushPlaces(profile, { factor: factorOf(rush, level), minutes, seed });
  const { patience, colleagueAfterS, closingMinutes } = rush.queue;
  const momentByPlace = rushMoments(places, profile, {
    ...{ seed, minutes, queueMs: colleagueAfterS * SECOND_MS },
    dealt: new Set(MOMENTS.filter((moment) => day.variants[moment] !== undefined)),
  });
  const others = places.filter((place) => !momentByPlace.has(place));
  const otherCases = withNewIds(
    new Map(rushCases(others, candidates, seed).map(({ scenario }, i) => [others[i] as RushPlace, scenario])),
    new Set(candidates.flatMap(({ id, short }) => (short ? [id] : []))),
  );
  const variantAt = (place: RushPlace): MomentVariant | undefined => {
    const moment = momentByPlace.get(place);
    return moment === undefined ? undefined : day.variants[moment];
  };
  const changes = shopChanges(profile, day, candidates[0]?.shop ?? '', minutes);
  return {
    opened: {
      ...{ profile: profile.id, level, minutes, dial, capacity },
      colleagueAfterMs: colleagueAfterS * SECOND_MS,
      closingMs: closingMinutes * MINUTE_MS,
      greeting,
      handoverMs: HANDOVER_S.least * SECOND_MS,
      handoverEach: { eachMs: HANDOVER_S.each * SECOND_MS, mostMs: HANDOVER_S.most * SECOND_MS },
      ...(changes.length > 0 && { changes }),
    },
    customers: places.map((place) => ({
      scenario: variantAt(place)?.scenario ?? otherCases.get(place) ?? '',
      arrivesAt: place.arrivesAt,
      patienceMs: queuePatienceMs(place, profile, level, patience),
    })),
    deals: new Map(
      places.toReversed().map((place): [string, Deal] => {
        const variant = variantAt(place);
        const scenario = variant?.scenario ?? otherCases.get(place) ?? '';
        const staging = stagingAt(profile, place.arrivesAt, (minutes + closingMinutes) * MINUTE_MS);
        return [scenario, { staging, ...(variant && { card: variant.card }) }];
      }),
    ),
  };
};

/**
 * Short customers who come more than once, each time under an id of its own; who comes at the lowest factor keeps the
 * case's. Long cases keep theirs: only a school's own shop has so few that one comes twice.
 */
const withNewIds = (
  cases: ReadonlyMap<RushPlace, string>,
  short: ReadonlySet<string>,
): ReadonlyMap<RushPlace, string> => {
  const times = new Map<string, number>();
  const bySince = [...cases].sort(([a], [b]) => a.since - b.since);
  return new Map(
    bySince.map(([place, id]) => {
      const time = (times.get(id) ?? 0) + 1;
      times.set(id, time);
      return [place, short.has(id) ? idAgain(id, time) : id];
    }),
  );
};

const MINUTES_A_DAY = 1440;

/**
 * The rush's day and clock at a drill time: a minute of the desk is a minute of the day (RULES Q73). `endsAt`: when nobody
 * is served any more; left out where nothing hangs on it.
 */
export const stagingAt = ({ from }: Pick<RushProfile, 'from'>, at: DrillMs, endsAt?: DrillMs): Staging => {
  const [date = '', time = ''] = from.split(' ');
  const minutesAt = (drillMs: DrillMs): number => (minutesOf(time) ?? 0) + Math.floor(drillMs / MINUTE_MS);
  const minutes = minutesAt(at);
  return {
    date: isoOf((dayOf(date) ?? 0) + Math.floor(minutes / MINUTES_A_DAY)),
    time: clockOf(minutes),
    ...(endsAt !== undefined && { ends: clockOf(minutesAt(endsAt)) }),
  };
};

/** What the shop's desks are told at which moment of the rush's minutes, whoever comes: each change in the words of its variant. */
const shopChanges = (
  { offer: times, soldOutAt }: RushProfile,
  { offer, soldOut, variants }: ShopDay,
  shop: string,
  minutes: number,
): ShopChange[] => {
  const change = (
    what: ShopChangeKind,
    second: number | undefined,
    variant: MomentVariant | undefined,
    now: Pick<ShopChange, 'product' | 'price' | 'stock'> | null,
  ): ShopChange[] =>
    second === undefined || now === null || variant?.notice == null
      ? []
      : [{ at: second * SECOND_MS, what, shop, ...now, text: variant.notice }];
  const onOffer = offer && { product: offer.product, price: offer.price, stock: null };
  const over = offer && { product: offer.product, price: offer.usualPrice, stock: null };
  const gone = soldOut && { product: soldOut.product, price: null, stock: 0 };
  return [
    ...change('offer-begun', times?.at, variants['offer-on'], onOffer),
    ...change('offer-over', times?.until, variants['offer-over'], over),
    ...change('sold-out', soldOutAt, variants['sold-out'], gone),
  ]
    .filter(({ at }) => at < minutes * MINUTE_MS)
    .sort((a, b) => a.at - b.at);
};

const SAMPLED_SEEDS = 40;
const expectedOnce = new WeakMap<RushProfile, Map<number, number>>();

/**
 * How many customers come on average in all of a profile's minutes, to a whole one: nobody meets 12.6. Reckoned once from
 * so many seeds, since who fills a promotion's pauses (J194) comes beside the rates.
 */
export const expectedCustomers = (rush: Rush, profile: RushProfile, level: RushLevel): number => {
  const factor = factorOf(rush, level);
  const known = expectedOnce.get(profile) ?? new Map<number, number>();
  expectedOnce.set(profile, known);
  const counts = Array.from(
    { length: known.has(factor) ? 0 : SAMPLED_SEEDS },
    (_, seed) => rushPlaces(profile, { factor, minutes: profile.rate.length, seed }).length,
  );
  const expected = known.get(factor) ?? Math.round(counts.reduce((sum, count) => sum + count, 0) / counts.length);
  known.set(factor, expected);
  return expected;
};
