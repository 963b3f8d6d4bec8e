/** How wide the trainee has made list and side panel, kept in the browser: monitors differ, and orders have long lines. */
import { create, type StoreApi, type UseBoundStore } from 'zustand';
import { remember, remembered } from '#client/lib/device-memory.ts';

/** px. */
type Bounds = { least: number; most: number; usual: number; usualNarrow: number };

export type PaneWidth = {
  bounds: Bounds;
  /** `width`: px; null: as the window's width has it. */
  useWidth: UseBoundStore<StoreApi<{ width: number | null }>>;
  set: (px: number) => void;
  reset: () => void;
  /** While it is dragged nothing is stored. */
  keep: () => void;
};

const paneWidth = (key: string, bounds: Bounds): PaneWidth => {
  const within = (px: number): number => Math.round(Math.min(bounds.most, Math.max(bounds.least, px)));
  const kept = remembered(key);
  const useWidth = create<{ width: number | null }>(() => ({
    width: typeof kept === 'number' && Number.isFinite(kept) ? within(kept) : null,
  }));
  const keep = (): void => remember(key, useWidth.getState().width);
  return {
    ...{ bounds, useWidth, keep },
    set: (px) => useWidth.setState({ width: within(px) }),
    reset: () => {
      useWidth.setState({ width: null });
      keep();
    },
  };
};

/** The panel's tabs need the least, the thread beside it the rest. */
export const sideWidth = paneWidth('kefu.desk.side-width', { least: 300, most: 560, usual: 372, usualNarrow: 344 });
/** A row needs the least for name, wait and mood. */
export const listWidth = paneWidth('kefu.desk.list-width', { least: 240, most: 440, usual: 284, usualNarrow: 260 });
