import { useContext } from 'react';
import { WaitClockContext } from './wait-clock.ts';
import { WaitMeter } from './wait-meter.tsx';

/** How long a customer has been waiting; `since` null: answered. `isLongest`: nobody beside them has waited longer. */
export const LiveWait = ({ since, isLongest = true }: { since: number | null; isLongest?: boolean }) => {
  const { useSecondsSince, useWarning } = useContext(WaitClockContext);
  return <WaitMeter waitedS={useSecondsSince(since)} thresholds={useWarning()} isLongest={isLongest} />;
};
