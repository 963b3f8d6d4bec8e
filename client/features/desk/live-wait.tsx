import { useDrillClock } from '../../lib/drill-clock.ts';
import { currentTier } from '../../lib/drill-rounds.ts';
import { useDrill } from '../../lib/drill-store.ts';
import { WaitMeter } from '../../ui/wait-meter.tsx';

/**
 * Seconds since a moment of drill time, begun ones counted, so that 30 stands for the last instant within thirty.
 * Renders once a second, not with every tick.
 */
export const useSecondsSince = (since: number | null): number | null =>
  useDrillClock(({ now }) => (since === null ? null : Math.max(0, Math.ceil((now - since) / 1000))));

/** How long a customer has been waiting; `since` null: answered. */
export const LiveWait = ({ since }: { since: number | null }) => {
  const tier = useDrill((state) => currentTier(state.view));
  return <WaitMeter waited={useSecondsSince(since)} thresholds={tier} />;
};
