/** The two widths at which the desk changes its shape, and the height an on-screen keyboard leaves. */
import { useSyncExternalStore } from 'react';
import { useMedia } from '#client/lib/hooks/use-media.ts';

/** A phone shows one pane at a time. */
export const usePhone = (): boolean => useMedia('(width < 760px)');
/** In a narrow window the side panel is a sheet. */
export const useNarrow = (): boolean => useMedia('(width < 1100px)');

const watchViewport = (onChange: () => void): (() => void) => {
  const viewport = window.visualViewport;
  viewport?.addEventListener('resize', onChange);
  viewport?.addEventListener('scroll', onChange);
  return () => {
    viewport?.removeEventListener('resize', onChange);
    viewport?.removeEventListener('scroll', onChange);
  };
};

/** The part of the window that no on-screen keyboard covers: "height/top" in whole px, a string so that React can compare it. */
const visibleAreaText = (): string => {
  const viewport = window.visualViewport;
  return viewport === null ? '' : `${Math.round(viewport.height)}/${Math.round(viewport.offsetTop)}`;
};

/** The same in px; null where the browser doesn't tell. */
export const useVisibleArea = (): { height: number; top: number } | null => {
  const viewport = useSyncExternalStore(watchViewport, visibleAreaText);
  const [height, top] = viewport.split('/').map(Number);
  return height === undefined || top === undefined ? null : { height, top };
};
