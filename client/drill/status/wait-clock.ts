import { createContext } from 'react';
import type { Tier } from '#client/drill/model/drill-view.ts';

/**
 * The clock that the components below read: the live desk's or a replay's. It gives hooks, so that each component
 * renders once a second and not with every tick. The object must stay the same for the life of a page.
 */
export type WaitClock = {
  /** Whole seconds since a moment of drill time, rounded up: 30 is shown until the last instant within 30 s. */
  useSecondsSince: (since: number | null) => number | null;
  /** The response limits for the number of customers now at the desk (RULES M1); null: not known yet. */
  useTier: () => Tier | null;
};

/** Default for pages without a clock: no seconds run. */
export const WaitClockContext = createContext<WaitClock>({
  useSecondsSince: () => null,
  useTier: () => null,
});
