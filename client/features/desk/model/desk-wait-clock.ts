import { useShallow } from 'zustand/react/shallow';
import { useDrillClock } from '#client/drill/model/drill-clock.ts';
import { currentWarning } from '#client/drill/model/drill-rounds.ts';
import type { WaitClock } from '#client/drill/status/wait-clock.ts';
import { useDrill } from './drill-store.ts';

/** Seconds of the drill that goes on, once a second. */
export const deskWaitClock: WaitClock = {
  useSecondsSince: (since) =>
    useDrillClock(({ now }) => (since === null ? null : Math.max(0, Math.ceil((now - since) / 1000)))),
  useWarning: () => useDrill(useShallow((state) => currentWarning(state.view))),
};
