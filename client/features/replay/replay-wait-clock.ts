import { currentTier } from '../../lib/drill-rounds.ts';
import type { WaitClock } from '../../ui/wait-clock.ts';
import { useReplay } from './replay-store.ts';

/** Seconds as they stood at the moment shown. */
export const replayWaitClock: WaitClock = {
  useSecondsSince: (since) =>
    useReplay(({ at }) => (since === null ? null : Math.max(0, Math.ceil((at - since) / 1000)))),
  useTier: () => useReplay((state) => currentTier(state.view)),
};
