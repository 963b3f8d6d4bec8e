/**
 * 停一停 in a rush of one's own: a pause of 45 s that goes on by itself while this page is open. Closed or without a
 * connection it is a pause like any other, and 继续 ends it.
 */
import { create } from 'zustand';
import { togglePause } from '#client/features/desk/model/drill-commands.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { toastFailure } from '#client/features/desk/model/failure-toast.ts';

export const BREATHER_MS = 45_000;

/** `endsAt`: monotonic time at which the drill goes on; null: no breather. */
export const useDeskBreather = create<{ endsAt: number | null }>(() => ({ endsAt: null }));

/** Makes of the pause that the drill is in a breather. Ended by hand or elsewhere, another pause isn't ended by its timer. */
export const takeBreather = (): void => {
  if (useDrill.getState().view.stopReason !== 'pause') return;
  const { drillId } = useDrill.getState();
  useDeskBreather.setState({ endsAt: performance.now() + BREATHER_MS });
  const isOver = (): boolean => {
    const state = useDrill.getState();
    return state.drillId !== drillId || state.view.stopReason !== 'pause';
  };
  const end = (): void => {
    clearTimeout(timer);
    unwatch();
    useDeskBreather.setState({ endsAt: null });
  };
  const timer = setTimeout(() => {
    end();
    if (useDrill.getState().link.kind === 'live') void toastFailure(togglePause());
  }, BREATHER_MS);
  const unwatch = useDrill.subscribe(() => {
    if (isOver()) end();
  });
};
