import { useShallow } from 'zustand/react/shallow';
import { currentWarning } from '#client/drill/model/drill-rounds.ts';
import type { WaitClock } from '#client/drill/status/wait-clock.ts';
import { useReplay } from './replay-store.ts';

/** Seconds as they stood at the moment shown. */
export const replayWaitClock: WaitClock = {
  useSecondsSince: (since) =>
    useReplay(({ at }) => (since === null ? null : Math.max(0, Math.ceil((at - since) / 1000)))),
  useWarning: () => useReplay(useShallow((state) => currentWarning(state.view))),
};
