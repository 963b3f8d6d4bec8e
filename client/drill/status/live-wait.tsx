import { useContext } from 'react';
import { WaitClockContext } from './wait-clock.ts';
import { WaitMeter } from './wait-meter.tsx';

/** How long a customer has been waiting, where a clock runs. `isLongest`: nobody beside them has waited longer. */
export const LiveWait = ({ since, isLongest = true }: { since: number; isLongest?: boolean }) => {
  const { useSecondsSince, useWarning } = useContext(WaitClockContext);
  const waitedS = useSecondsSince(since);
  const thresholds = useWarning();
  return waitedS === null ? null : <WaitMeter waitedS={waitedS} thresholds={thresholds} isLongest={isLongest} />;
};
