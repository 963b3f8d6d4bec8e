/** When customers come. Arrivals never depend on replies (RULES C7). */
import type { DrillMs } from '#engine/model/events.ts';

/** Customers come 20 s apart · 1.5 s apart · a third of the drill apart. */
export type ArrivalProfile = 'spaced' | 'together' | 'ladder';

/** Milliseconds to look at the empty desk before the first comes in. */
const FIRST_MS = 5000;
/** Milliseconds between two customers: several on one desk don't ring at the same second. */
const APART_MS = 20_000;
const TOGETHER_MS = 1500;
const STEPS = 3;

/** Story minutes to one minute at the desk unless a run says otherwise (RULES C2). */
export const DEFAULT_PACE = 20;

/** `minutes`: length of the drill, for the profile that needs it. */
export const arrivals = (
  scenarios: readonly string[],
  profile: ArrivalProfile = 'spaced',
  minutes = 0,
): { scenario: string; arrivesAt: DrillMs }[] => {
  const apartMs = {
    spaced: APART_MS,
    together: TOGETHER_MS,
    ladder: Math.round((minutes * 60_000) / STEPS),
  }[profile];
  return scenarios.map((scenario, i) => ({ scenario, arrivesAt: FIRST_MS + i * apartMs }));
};
