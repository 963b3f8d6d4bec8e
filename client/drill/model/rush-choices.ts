/** What a rush may be opened as, and what stands chosen before anybody has chosen. */
import type { RushMenu } from '#contract/bodies.ts';
import type { OpenRush } from '#contract/commands.ts';

export type RushProfile = RushMenu['profiles'][number];
export type RushLevel = OpenRush['level'];

export const LEVELS = [1, 2, 3] as const satisfies readonly RushLevel[];
/** Open conversations at once that a rush may be fixed to: the stops of the dial, and ten. */
export const CAPACITIES = [1, 2, 3, 5, 8, 12];
/** Longest greeting the server takes. */
export const GREETING_LIMIT = 120;

export type RushChoice = {
  profile: string;
  shop: string;
  level: RushLevel;
  /** Null: the dial. */
  capacity: number | null;
  greeting: string;
};

/** The first day on which several come together: a day without that is no rush yet. Level 1, with the dial. */
export const usualChoice = ({ profiles, shops }: RushMenu): RushChoice => ({
  profile: (profiles.find(({ batches }) => batches.length > 0) ?? profiles[0])?.id ?? '',
  shop: shops[0]?.shop ?? '',
  level: 1,
  capacity: null,
  greeting: '',
});

export const openingOf = ({ profile, shop, level, capacity, greeting }: RushChoice): OpenRush => {
  const words = greeting.trim();
  return {
    ...{ profile, shop, level },
    ...(capacity === null ? { dial: true } : { capacity }),
    ...(words === '' ? {} : { greeting: words }),
  };
};

/** Fewer who come together are no crowd. */
const CROWD = 3;

/** The minutes in which three or more come together at this level, 1 for the first (RULES J164). */
export const batchMinutes = (
  { factors }: Pick<RushMenu, 'factors'>,
  { batches }: Pick<RushProfile, 'batches'>,
  level: RushLevel,
): number[] =>
  batches
    .filter(({ count }) => Math.round(count * (factors[level - 1] ?? 1)) >= CROWD)
    .map(({ at }) => Math.floor(at / 60) + 1)
    .sort((a, b) => a - b);

/** On average, in all the profile's minutes. */
export const customersOf = ({ customers }: RushProfile, level: RushLevel): number => customers[level - 1] ?? 0;
