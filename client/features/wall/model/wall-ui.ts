/** The teacher's choices on the wall. They belong to this page and not to the run. */
import { create } from 'zustand';
import type { WallSort } from './wall-sort.ts';

type WallUi = {
  sort: WallSort;
  /** Matters put away from 需要看一眼. */
  dismissedIds: ReadonlySet<string>;
  dialog: 'say' | 'incident' | 'freeze' | 'end' | 'transfers' | null;
};
const initial: WallUi = { sort: 'seat', dismissedIds: new Set(), dialog: null };

export const useWallUi = create<WallUi>(() => initial);
export const resetWallUi = (): void => useWallUi.setState(initial);

export const sortBy = (sort: WallSort): void => useWallUi.setState({ sort });
export const dismissAttention = (...ids: readonly string[]): void =>
  useWallUi.setState(({ dismissedIds }) => ({ dismissedIds: new Set([...dismissedIds, ...ids]) }));
export const openWallDialog = (dialog: WallUi['dialog']): void => useWallUi.setState({ dialog });
