/** The two widths at which the desk changes its shape, and the height an on-screen keyboard leaves. */
import { useSyncExternalStore } from 'react';

/** A list per query: making one costs more than reading it, and the composer reads with every keystroke. */
const lists = new Map<string, MediaQueryList>();
const listOf = (query: string): MediaQueryList => {
  const list = lists.get(query) ?? window.matchMedia(query);
  lists.set(query, list);
  return list;
};

const useMedia = (query: string): boolean =>
  useSyncExternalStore(
    (changed) => {
      const list = listOf(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => listOf(query).matches,
  );

/** A phone shows one pane at a time. */
export const usePhone = (): boolean => useMedia('(width < 760px)');
/** In a narrow window the side panel is a sheet. */
export const useNarrow = (): boolean => useMedia('(width < 1100px)');

const watchViewport = (changed: () => void): (() => void) => {
  const viewport = window.visualViewport;
  viewport?.addEventListener('resize', changed);
  viewport?.addEventListener('scroll', changed);
  return () => {
    viewport?.removeEventListener('resize', changed);
    viewport?.removeEventListener('scroll', changed);
  };
};

/** The part of the window that no keyboard covers, as "height/top" in whole pixels (a string, so that it can be compared). */
const visibleHeight = (): string => {
  const viewport = window.visualViewport;
  return viewport === null ? '' : `${Math.round(viewport.height)}/${Math.round(viewport.offsetTop)}`;
};

export const useVisibleHeight = (): { height: number; top: number } | null => {
  const viewport = useSyncExternalStore(watchViewport, visibleHeight);
  const [height, top] = viewport.split('/').map(Number);
  return height === undefined || top === undefined ? null : { height, top };
};
