import { createContext, useContext } from 'react';
import type { WaitClock } from '#client/drill/status/wait-clock.ts';

/** The drill time shown, which moves only while an answer is being thought of. */
export const DrillNow = createContext(0);

/** Seconds as they stand in a puzzle. Its one customer warns by no colour: the time left does. */
export const puzzleWaitClock: WaitClock = {
  useSecondsSince: (since) => {
    const now = useContext(DrillNow);
    return since === null ? null : Math.max(0, Math.ceil((now - since) / 1000));
  },
  useWarning: () => null,
};
