import { createContext } from 'react';
import type { WaitThresholds } from '#client/drill/model/wait-level.ts';

/**
 * The clock that the components below read: the live desk's or a replay's. It gives hooks, so that each component
 * renders once a second and not with every tick. The object must stay the same for the life of a page.
 */
export type WaitClock = {
  /** Whole seconds since a moment of drill time, rounded up: 30 is shown until the last instant within 30 s. */
  useSecondsSince: (since: number | null) => number | null;
  /** When a wait of now is amber and red, by the customers at the desk and the meter (RULES Q39); null: not known yet. */
  useWarning: () => WaitThresholds | null;
};

/** Default for pages without a clock: no seconds run. */
export const WaitClockContext = createContext<WaitClock>({
  useSecondsSince: () => null,
  useWarning: () => null,
});
