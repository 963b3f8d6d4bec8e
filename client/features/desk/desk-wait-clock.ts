import { useDrillClock } from '../../lib/drill-clock.ts';
import { currentTier } from '../../lib/drill-rounds.ts';
import { useDrill } from '../../lib/drill-store.ts';
import type { WaitClock } from '../../ui/wait-clock.ts';

/** Seconds of the drill that goes on, once a second. */
export const deskWaitClock: WaitClock = {
  useSecondsSince: (since) =>
    useDrillClock(({ now }) => (since === null ? null : Math.max(0, Math.ceil((now - since) / 1000)))),
  useTier: () => useDrill((state) => currentTier(state.view)),
};
