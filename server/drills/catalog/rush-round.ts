/** The rush a drill is opened as: which customers of a shop come when, how patient they are, and how the desk is given them. */
import { queuePatienceMs, type RushCandidate, rushCases, rushPlaces } from '#engine/customer/rush.ts';
import type { DrillMs } from '#engine/model/events.ts';
import { MAX_ARRIVALS, type OpenedRush, type Rush, type RushLevel, type RushProfile } from '#engine/model/rush.ts';

const MINUTE_MS = 60_000;
const SECOND_MS = 1000;

/** What a drill is opened with. The customers stand in order of arrival. */
export type RushRound = {
  opened: OpenedRush;
  customers: readonly { scenario: string; arrivesAt: DrillMs; patienceMs: DrillMs }[];
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
};

const factorOf = ({ levels }: Rush, level: RushLevel): number => levels[level - 1] ?? 1;

/** Throws without candidates. */
export function rushRound(
  rush: Rush,
  candidates: readonly RushCandidate[],
  { profile, level, minutes, capacity, dial, greeting, seed }: Asked,
): RushRound {
  const places = rushPlaces(profile, { factor: factorOf(rush, level), minutes, seed });
  const cases = rushCases(places, candidates, seed);
  const { patience, colleagueAfterS, closingMinutes } = rush.queue;
  return {
    opened: {
      ...{ profile: profile.id, level, minutes, dial, capacity },
      colleagueAfterMs: colleagueAfterS * SECOND_MS,
      closingMs: closingMinutes * MINUTE_MS,
      greeting,
    },
    customers: places.map((place, i) => ({
      scenario: cases[i]?.scenario ?? '',
      arrivesAt: place.arrivesAt,
      patienceMs: queuePatienceMs(place, profile, level, patience),
    })),
  };
}

/**
 * How many customers come on average in all of a profile's minutes, to a whole one: nobody meets 12.6. At least one comes
 * and at most as many as a drill holds, as in a rush itself.
 */
export function expectedCustomers(rush: Rush, { rate, batches }: RushProfile, level: RushLevel): number {
  const factor = factorOf(rush, level);
  const alone = rate.reduce((sum, one) => sum + one, 0) * factor;
  const all = batches.reduce((sum, { count }) => sum + Math.max(1, Math.round(count * factor)), alone);
  return Math.min(MAX_ARRIVALS, Math.max(1, Math.round(all)));
}
