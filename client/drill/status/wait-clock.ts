import { createContext } from 'react';
import { tierFor } from '#client/drill/model/drill-rounds.ts';
import type { Tier } from '#client/drill/model/drill-view.ts';

/**
 * By which clock seconds run in what stands below: the live desk's, or a replay's. Hooks, so that each reader is drawn
 * once a second and not with every tick. One object for the life of a page.
 */
export type WaitClock = {
  /** Begun seconds since a moment of drill time, so that 30 stands for the last instant within thirty. */
  useSecondsSince: (since: number | null) => number | null;
  /** The response seconds for as many customers as are here (RULES M1). */
  useTier: () => Tier;
};

/** Without a clock nothing runs. */
export const WaitClockContext = createContext<WaitClock>({
  useSecondsSince: () => null,
  useTier: () => tierFor([], 1),
});
