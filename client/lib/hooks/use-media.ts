import { useCallback, useMemo, useSyncExternalStore } from 'react';

/**
 * Whether the window matches a media query, followed as it changes. The list is made once: making one costs more than
 * reading it, and the composer reads with every keystroke.
 */
export const useMedia = (query: string): boolean => {
  const list = useMemo(() => window.matchMedia(query), [query]);
  const subscribe = useCallback(
    (onChange: () => void) => {
      list.addEventListener('change', onChange);
      return () => list.removeEventListener('change', onChange);
    },
    [list],
  );
  return useSyncExternalStore(subscribe, () => list.matches);
};
