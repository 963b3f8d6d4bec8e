import { useContext } from 'react';
import { WaitClockContext } from './wait-clock.ts';
import { WaitMeter } from './wait-meter.tsx';

/** How long a customer has been waiting; `since` null: answered. */
export const LiveWait = ({ since }: { since: number | null }) => {
  const { useSecondsSince, useWarning } = useContext(WaitClockContext);
  return <WaitMeter waitedS={useSecondsSince(since)} thresholds={useWarning()} />;
};
