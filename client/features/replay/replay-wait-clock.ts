import { useShallow } from 'zustand/react/shallow';
import type { SecondsUntil } from '#client/drill/hold/hold-clock.ts';
import { currentWarning } from '#client/drill/model/drill-rounds.ts';
import type { WaitClock } from '#client/drill/status/wait-clock.ts';
import { useReplay } from './replay-store.ts';

/** Seconds as they stood at the moment shown. */
export const replayWaitClock: WaitClock = {
  useSecondsSince: (since) =>
    useReplay(({ at }) => (since === null ? null : Math.max(0, Math.ceil((at - since) / 1000)))),
  useWarning: () => useReplay(useShallow((state) => currentWarning(state.view))),
};

/** The same for a hold: below zero since its time. */
export const useReplaySecondsUntil: SecondsUntil = (at) => useReplay((state) => Math.ceil((at - state.at) / 1000));
