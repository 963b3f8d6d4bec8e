/** When customers come when nobody says otherwise. Arrivals never depend on replies (RULES C7). */
import type { DrillMs } from './events.ts';

/** Time to look at the empty desk before the first comes in. */
const FIRST_MS = 5000;
/** Several customers on one desk don't ring at the same second. */
const APART_MS = 20_000;

/** Story minutes to a seat minute unless a run says otherwise (RULES C2). */
export const DEFAULT_PACE = 20;

export const arrivals = (scenarios: readonly string[]): { scenario: string; arrivesAt: DrillMs }[] =>
  scenarios.map((scenario, i) => ({ scenario, arrivesAt: FIRST_MS + i * APART_MS }));
