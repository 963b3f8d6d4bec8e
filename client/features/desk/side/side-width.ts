/** How wide the trainee has made the side panel, kept in the browser: monitors differ, and orders have long lines. */
import { create } from 'zustand';
import { remember, remembered } from '#client/lib/device-memory.ts';

const KEY = 'kefu.desk.side-width';
/** px; the panel's tabs need the least, the thread beside it the rest. */
export const SIDE_WIDTHS = { least: 300, most: 560, usual: 372, usualNarrow: 344 } as const;

const within = (px: number): number => Math.round(Math.min(SIDE_WIDTHS.most, Math.max(SIDE_WIDTHS.least, px)));

const kept = (): number | null => {
  const value = remembered(KEY);
  return typeof value === 'number' && Number.isFinite(value) ? within(value) : null;
};

/** `width`: px; null: as the window's width has it. */
export const useSideWidth = create<{ width: number | null }>(() => ({ width: kept() }));

export const setSideWidth = (px: number): void => useSideWidth.setState({ width: within(px) });
export const resetSideWidth = (): void => {
  useSideWidth.setState({ width: null });
  keepSideWidth();
};
/** While it is dragged nothing is stored. */
export const keepSideWidth = (): void => remember(KEY, useSideWidth.getState().width);
